"""Mistakes in a clinic's settings are reported in the file and line that hold them, wherever MkDocs read them from."""

from pathlib import Path

import pytest

from macros.data.load import GuideError
from macros.data.model.clinic import Clinic
from macros.data.settings import check_settings, settings

HAND = Path(__file__).with_name("data") / "hand.yml"
KEYS = ", ".join(Clinic.model_fields)
PAPERS = "'a5' is not allowed; did you mean 'a4'?; allowed: a4, letter"


def mistakes(config_file: Path) -> list[str]:
    """Return the mistakes in the settings as a build reports them."""
    with pytest.raises(GuideError) as caught:
        settings(config_file, {"guide": str(HAND)}, config_file.parent)
    return [str(mistake) for mistake in caught.value.mistakes]


def written(file: Path, text: str) -> Path:
    """Return *file* with *text* in it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("line", "mistake"),
    [
        ("country: atlantis", "country: no country 'atlantis'; allowed: utopia"),
        ("country: Utopa", "country: no country 'Utopa'; did you mean 'utopia'?; allowed: utopia"),
        ("fone: 1", f"fone: unknown key 'fone'; did you mean 'phone'?; allowed: {KEYS}"),
        ("paper: a5", f"paper: {PAPERS}"),
        ("country: no", "country: no country 'no'; allowed: utopia"),
        ("name: [Hands]", "name: is a list; allowed: text"),
        ("name: {}", "name: is a map of keys; allowed: text"),
        ('name: ""', "name: is empty; allowed: some text"),
        ("offline: maybe", "offline: 'maybe' is neither true nor false"),
        (
            "logo: ../x.svg",
            "logo: '../x.svg' is not the path of a file in this folder, like logo.svg or pictures/logo.svg",
        ),
        ("logo: logo.bmp", "logo: 'logo.bmp' does not end in svg, png, jpg or jpeg; save the picture as one of these"),
        ("favicon: a.gif", "favicon: 'a.gif' does not end in svg, png or ico; save the picture as one of these"),
        ("logo: none.svg", "logo: there is no docs/none.svg; put the file there"),
        ("address: [1, 2, 3, 4, 5]", "address: has 5 items; allowed: at most 4"),
        (
            "booking: harbour.example",
            "booking: 'harbour.example' is not a web address that starts with https:// or http://",
        ),
        (
            "embed: all",
            "embed: 'all' is not allowed; allowed: anyone, nobody, or a list of sites like [https://club.example]",
        ),
        (
            "embed: [https://club.example/page]",
            (
                "embed.1: 'https://club.example/page' is not the address of a site like https://club.example, in small letters "
                "and without a path"
            ),
        ),
        (
            'course: {start: "9999-12-20"}',
            "course.start: '9999-12-20' is not between the years 2000 and 2099",
        ),
    ],
)
def test_a_mistake_is_reported_with_its_line(tmp_path: Path, line: str, mistake: str) -> None:
    file = written(tmp_path / "mkdocs.yml", f"site_name: Hands\nextra:\n  guide: {HAND}\n  clinic:\n    {line}\n")
    what = mistake.replace("docs/", f"{tmp_path.name}/")
    assert mistakes(file) == [f"mkdocs.yml:5: extra.clinic.{what}"]


def test_a_key_that_is_there_twice_is_reported(tmp_path: Path) -> None:
    file = written(tmp_path / "mkdocs.yml", "extra:\n  clinic:\n    name: Hands\n    name: Feet\n")
    assert mistakes(file) == ["mkdocs.yml:4: extra.clinic: the key 'name' is used twice, first in line 3"]


@pytest.mark.parametrize(
    "value",
    ["+441632960123", "0161234567", "01632 960 123", "No", "1.10", "2026-11-22", "1:30", "0x_", "=", "<script>"],
)
def test_what_yaml_takes_for_something_else_is_read_as_it_is_written(tmp_path: Path, value: str) -> None:
    text = f"extra:\n  guide: {HAND}\n  clinic: {{name: {value}, phone: {value}}}\n"
    clinic = settings(written(tmp_path / "mkdocs.yml", text), {"guide": str(HAND)}, tmp_path).clinic
    assert (clinic.name, clinic.phone) == (value, value)


def test_a_key_of_the_same_name_elsewhere_is_not_mistaken_for_the_clinic_s(tmp_path: Path) -> None:
    text = "theme:\n  name: material\n  paper: a4\nplugins:\n  - macros: {name: x}\nextra:\n  clinic:\n    paper: a5\n"
    file = written(tmp_path / "mkdocs.yml", text)
    assert mistakes(file) == [f"mkdocs.yml:8: extra.clinic.paper: {PAPERS}"]


def test_settings_with_the_tags_of_mkdocs_are_searched_without_reading_the_tags(tmp_path: Path) -> None:
    tags = "site_url: !ENV [SITE_URL, '']\nx: !!python/name:os.system\ny: !relative $config_dir\n"
    file = written(tmp_path / "mkdocs.yml", f"{tags}extra: {{clinic: {{paper: a5}}}}\n")
    assert mistakes(file) == [f"mkdocs.yml:4: extra.clinic.paper: {PAPERS}"]


def test_an_inherited_mistake_is_reported_in_the_file_that_holds_it(tmp_path: Path) -> None:
    written(tmp_path / "mkdocs.yml", "theme: {name: material}\nextra:\n  clinic:\n    offline: 1\n    report: 2\n")
    written(tmp_path / "clinics" / "base.yml", "INHERIT: ../mkdocs.yml\nextra: {clinic: {paper: a5}}\n")
    own = "INHERIT: ../base.yml\nsite_name: Own\nextra:\n  clinic:\n    report: [3]\n"
    file = written(tmp_path / "clinics" / "own" / "own.yml", own)
    assert mistakes(file) == [
        "../../mkdocs.yml:4: extra.clinic.offline: '1' is neither true nor false",
        f"../base.yml:2: extra.clinic.paper: {PAPERS}",
        "own.yml:5: extra.clinic.report: is a list; allowed: text",
    ]


def test_a_missing_key_is_reported_at_its_parent(tmp_path: Path) -> None:
    file = written(tmp_path / "mkdocs.yml", 'extra:\n  clinic:\n    name: Hands\n    course:\n      time: "18:00"\n')
    assert mistakes(file) == ["mkdocs.yml:5: extra.clinic.course: needs the key 'start'"]


@pytest.mark.parametrize(("clinic", "what"), [("[]", "is a list"), ("Hands", "'Hands' is text"), ("3", "'3' is text")])
def test_a_clinic_is_a_map_of_keys_or_nothing(tmp_path: Path, clinic: str, what: str) -> None:
    file = written(tmp_path / "mkdocs.yml", f"extra:\n  guide: {HAND}\n  clinic: {clinic}\n")
    assert list(map(str, check_settings(file))) == [f"mkdocs.yml:3: extra.clinic: {what}; allowed: a map of keys"]


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("site_name: Hands\n", []),
        (f"extra: {{guide: {HAND}, clinic: {{country: utopia}}}}\n", []),
        (f"extra: {{guide: !ENV [NO_SUCH_GUIDE, {HAND}], clinic: }}\n", []),
        (
            f"extra:\n  guide: {HAND}\n  clinic:\n    course:\n      start: 2026-02-30\n",
            ["5: extra.clinic.course.start: '2026-02-30' is not a day of the calendar, as in 2026-11-22"],
        ),
        ("a: 1\nextra:\n  opened: 2026-13-01\n", ["3: '2026-13-01' is not a date; put it in quotes if it is text"]),
        ("a: 0x_\n", ["1: '0x_' is not a number; put it in quotes if it is text"]),
        (f"extra:\n  guide: {HAND}\n  clinic: {{paper: a5}}\n", [f"3: extra.clinic.paper: {PAPERS}"]),
        ("a: [\n", ["1: is not YAML: while parsing a flow node did not find expected node content"]),
        ("", ["1: is empty; it needs the settings of a site"]),
        ("INHERIT: none.yml\n", ["1: INHERIT: none.yml cannot be read: No such file or directory"]),
        ("a: 1\nINHERIT: mkdocs.yml\n", ["2: INHERIT leads back to mkdocs.yml; take one INHERIT out"]),
        ("- a\n", ["1: is not a map of keys"]),
        ("[" * 100, ["1: is nested deeper than 30 levels"]),
    ],
)
def test_settings_can_be_checked_without_mkdocs(tmp_path: Path, text: str, mistakes: list[str]) -> None:
    file = written(tmp_path / "mkdocs.yml", text)
    assert list(map(str, check_settings(file))) == [f"mkdocs.yml:{mistake}" for mistake in mistakes]


def test_the_settings_of_this_guide_are_right() -> None:
    assert check_settings(HAND.parents[2] / "mkdocs.yml") == []


def test_a_file_of_settings_that_is_missing_is_reported(tmp_path: Path) -> None:
    assert list(map(str, check_settings(tmp_path / "none.yml"))) == [
        "none.yml:1: cannot be read: No such file or directory"
    ]


def test_a_value_of_the_environment_is_read_as_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLINIC_PHONE", "+441632960123")
    monkeypatch.setenv("CLINIC_PAPER", "a5")
    text = f"extra: {{guide: {HAND}, clinic: {{phone: !ENV CLINIC_PHONE, paper: !ENV [CLINIC_PAPER, a4]}}}}\n"
    file = written(tmp_path / "mkdocs.yml", text)
    assert list(map(str, check_settings(file))) == [f"mkdocs.yml:1: extra.clinic.paper: {PAPERS}"]
    monkeypatch.delenv("CLINIC_PAPER")
    assert settings(file, {"guide": str(HAND)}, tmp_path).clinic.phone == "+441632960123"
