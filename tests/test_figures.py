"""What must be true of every picture, and proof that each rule catches its fault."""

import copy
import gzip
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
import yaml
from pydantic import JsonValue, TypeAdapter, ValidationError

from macros.figures import Figure, contact_sheet, palette
from macros.figures.drawing import Drawing
from macros.figures.foot_views import SOLE_BEHIND
from macros.figures.items import Item
from macros.figures.palette import DARK, GROUNDS, LIGHT, RULES, TONES, Paint, class_rules, stylesheet
from macros.figures.proportions import FOOT
from macros.figures.raster import raster
from macros.figures.scene import Look, Shape
from macros.figures.svg import file_svg, inline_svg

HERE = Path(__file__).parent
SVG = "{http://www.w3.org/2000/svg}"
Data = dict[str, JsonValue]


def read(file: Path, key: str = "") -> dict[str, Data]:
    data = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return TypeAdapter(dict[str, Data]).validate_python(data[key] if key else data)


GUIDE = read(HERE.parent / "exercises.yml", "figures")
EXTRA = read(HERE / "data" / "extra-figures.yml")
FIGURES = {name: Figure.model_validate(data) for name, data in {**GUIDE, **EXTRA}.items()}
LEVELS = [
    "ball-rolling-sitting",
    "ball-rolling-standing",
    "short-foot-sitting",
    "short-foot-standing",
    "short-foot-one-leg",
    "lean-near-wall",
    "lean-deeper",
    "gait-beside-wall",
    "gait-free",
    "disc-two-legs-support",
    "disc-two-legs",
    "one-leg-floor",
    "disc-one-leg-support",
    "disc-one-leg",
    "band-plantarflexion",
    "band-dorsiflexion",
    "band-inversion",
    "band-eversion",
]
FAULTS = sorted(name.removeprefix("fault-") for name in GUIDE if name.startswith("fault-"))

MODES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
MARKED = {name: f"<{name}>" for name in LIGHT}
"""A palette whose colours say their own names."""
NAMES = {value: name for name, value in MARKED.items()}

each_figure = pytest.mark.parametrize("name", FIGURES)


def parsed(name: str, *, moving: bool = True) -> ET.Element:
    """Return the inline drawing of a figure, read as a page of HTML reads it."""
    return ET.fromstring(
        inline_svg(FIGURES[name], name, moving=moving).replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1)
    )


def changed(data: Data, path: str, value: JsonValue) -> Data:
    """Copy *data* with *value* at *path*, such as `draw.2.body.near.ankle`."""
    whole = copy.deepcopy(data)
    place: JsonValue = whole
    *way, last = path.split(".")
    for step in way:
        place = place[int(step)] if isinstance(place, list) else place[step] if isinstance(place, dict) else None
    if isinstance(place, list):
        place[int(last)] = value
    elif isinstance(place, dict):
        place[last] = value
    return whole


def find_item(data: Data, key: str) -> int:
    """Return the index of the first item of a kind."""
    items = data["draw"]
    assert isinstance(items, list)
    return next(i for i, item in enumerate(items) if isinstance(item, dict) and key in item)


def test_every_level_and_fault_has_its_picture() -> None:
    assert set(GUIDE) >= {*LEVELS, *(f"fault-{fault}" for fault in FAULTS)}


@pytest.mark.parametrize("name", [*LEVELS, *EXTRA])
def test_a_movement_states_what_it_must_do(name: str) -> None:
    assert FIGURES[name].expect


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_has_a_cross_and_beside_it_the_right_way_with_a_tick(fault: str) -> None:
    svg = inline_svg(FIGURES[f"fault-{fault}"], "f")
    assert 'class="fg-x"' in svg
    assert 'class="fg-y"' in svg


@pytest.mark.parametrize("name", LEVELS)
def test_what_marks_a_fault_marks_nothing_else(name: str) -> None:
    assert not re.search(r'class="fg-(x|y|r|rh|u2)[" ]', inline_svg(FIGURES[name], "f"))


def test_only_marks_of_faults_have_the_colour_of_faults() -> None:
    assert {look for look, rule in RULES.items() if "$wrong" in rule} == {
        Look.CROSS,
        Look.WRONG_ARROW,
        Look.WRONG_HEAD,
        Look.WRONG_GUIDE,
    }


@each_figure
def test_a_description_is_short_enough_to_listen_to(name: str) -> None:
    assert len(FIGURES[name].desc.split()) <= 45


@each_figure
def test_a_picture_is_well_formed_and_described_in_words(name: str) -> None:
    root = parsed(name)
    assert root.get("role") == "img"
    assert root.get("aria-label") == FIGURES[name].alt
    assert root.find(f"{SVG}title") is None
    assert root.find(f"{SVG}desc") is None


@each_figure
def test_a_file_has_its_title_and_its_long_description_inside(name: str) -> None:
    root = ET.fromstring(file_svg(FIGURES[name], name, "Foot Core Guide", "CC BY 4.0"))
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert (title.text or "").strip()
    assert 60 <= len(desc.text or "") <= 420


@each_figure
@pytest.mark.parametrize(("says", "look"), [("Pale", "fg-g"), ("Circle", "fg-zr"), ("1", "fg-n")])
def test_a_caption_explains_only_what_is_drawn(name: str, says: str, look: str) -> None:
    assert says not in FIGURES[name].caption or f'class="{look}' in inline_svg(FIGURES[name], "f")


def test_ids_are_unique_on_a_page_and_every_reference_resolves() -> None:
    page = "".join(inline_svg(figure, name) for name, figure in FIGURES.items())
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', page)) <= {(i, "") for i in ids} | {("", i) for i in ids}


def test_one_picture_twice_on_a_page_needs_two_ids() -> None:
    twice = [re.findall(r' id="([^"]+)"', inline_svg(FIGURES["gait-free"], name)) for name in ("a", "a", "b")]
    assert set(twice[0]) == set(twice[1])
    assert not set(twice[0]) & set(twice[2])


@each_figure
def test_a_picture_is_at_most_eight_kilobytes(name: str) -> None:
    assert len(inline_svg(FIGURES[name], f"picture-{name}").encode()) <= 8_192


def test_the_shared_style_is_at_most_three_and_a_half_kilobytes_zipped() -> None:
    assert len(gzip.compress(stylesheet().encode())) <= 3_500


@each_figure
def test_no_picture_has_a_style_of_its_own(name: str) -> None:
    figure = FIGURES[name]
    drawings = [inline_svg(figure, name), *(file_svg(figure, name, "A", "CC BY 4.0", mode) for mode in MODES)]
    assert not re.search(r"<style|\sstyle=", "".join(drawings))


def moving_parts(root: ET.Element) -> list[ET.Element]:
    """Return the parts that say where they come from."""
    return [part for part in root.iter() if {"data-d", "data-shift", "data-turn"} & set(part.keys())]


def skeleton(path: str | None) -> str:
    """Return the letters of a path."""
    return re.sub(r"[^A-Za-z]", "", path or "")


@each_figure
def test_a_moving_part_names_each_moment_before_the_last(name: str) -> None:
    root = parsed(name)
    paths = {f"#{part.get('id')}": part.get("d") for part in root.iter() if part.get("id")}
    for part in moving_parts(root):
        values = [value.split(";") for key in ("data-d", "data-shift", "data-turn") if (value := part.get(key))]
        assert {len(moments) for moments in values} == {FIGURES[name].stops - 1}
        if bent := part.get("data-d"):
            texts = [paths[text] if text.startswith("#") else text for text in bent.split(";")]
            assert {skeleton(text) for text in texts} == {skeleton(part.get("d"))}, "browsers jump between such paths"


@pytest.mark.parametrize("name", [*LEVELS, *EXTRA])
def test_every_level_moves(name: str) -> None:
    assert moving_parts(parsed(name))


@each_figure
def test_a_still_picture_has_no_motion_and_the_same_shapes(name: str) -> None:
    moving, still = parsed(name), parsed(name, moving=False)
    paths = [[element.get("d") for element in root.iter(f"{SVG}path")] for root in (moving, still)]
    assert paths[0] == paths[1]
    assert "data-" not in inline_svg(FIGURES[name], name, moving=False)


@each_figure
def test_an_inline_picture_names_no_colour_of_its_own(name: str) -> None:
    assert not re.search(r"#[0-9a-f]{6}", inline_svg(FIGURES[name], name))


@each_figure
@pytest.mark.parametrize("mode", MODES)
def test_a_file_stands_alone_in_literal_colours(name: str, mode: Literal["light", "dark"]) -> None:
    root = ET.fromstring(file_svg(FIGURES[name], name, "Foot Core Guide", "CC BY 4.0", mode))
    for part in root.iter():
        assert not [key for key in part.attrib if key == "class" or key.startswith("data-")]
    painted = {part.get(key) for part in root.iter() for key in ("fill", "stroke") if part.get(key)}
    assert painted <= {"none", "#fff", *palette.colours(mode, FIGURES[name].tone).values()}


def test_a_file_names_its_author() -> None:
    text = file_svg(FIGURES["disc-one-leg"], "d", "Foot & Core", "https://creativecommons.org/licenses/by/4.0/")
    metadata = ET.fromstring(text).find(f"{SVG}metadata")
    assert metadata is not None
    assert "Foot & Core" in "".join(metadata.itertext())


def test_dark_colours_stay_inside_screen_rules() -> None:
    outside = re.sub(r"@media screen[^{]*\{(?:[^{}]*\{[^{}]*\})*\}", "", stylesheet())
    assert "[data-scheme=dark]" in stylesheet()
    assert DARK["wrong"] not in outside
    assert LIGHT["wrong"] in outside


def test_a_png_needs_no_browser() -> None:
    png = raster(file_svg(FIGURES["squat"], "s", "Foot Core Guide", "CC BY 4.0"), 320)
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20]) == 320


@pytest.mark.parametrize("name", EXTRA)
def test_another_exercise_takes_12_to_40_lines_of_data(name: str) -> None:
    text = (HERE / "data" / "extra-figures.yml").read_text(encoding="utf-8")
    block = re.search(rf"^{name}:\n((?: .*\n)+)", text, flags=re.MULTILINE)
    assert block
    assert 12 <= len(block.group(0).splitlines()) <= 40


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (x / 12.92 if x <= 0.03928 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def contrast_rows() -> Iterator[tuple[str, float, float]]:
    """Yield each pair of colours with its contrast and the lowest allowed."""
    for mode, colours in (("light", LIGHT), ("dark", DARK)):
        for ground in GROUNDS[mode]:
            for mark, least in (("mark", 4.5), *((mark, 3.0) for mark in ("move", "right", "wrong", "band", "floor"))):
                yield f"{mode} {mark} on {ground}", contrast(colours[mark], ground), least
            for fill in ("skin", "top", "pants", "work", "hair", "shoe", "ball", "disc", "prop", "prop2"):
                seen = max(contrast(colours[fill], ground), contrast(colours["line"], ground))
                yield f"{mode} {fill} on {ground}", seen, 3.0
        for fill in ("skin", "top", "pants", "work", "shoe", "ball", "disc", "prop"):
            yield f"{mode} line on {fill}", contrast(colours["line"], colours[fill]), 3.0
        for tone, skins in TONES.items():
            yield f"{mode} line on skin {tone}", contrast(colours["line"], skins[mode == "dark"][0]), 2.5


@pytest.mark.parametrize(("pair", "ratio", "least"), list(contrast_rows()))
def test_colours_have_enough_contrast(pair: str, ratio: float, least: float) -> None:
    assert ratio >= least, pair


def test_every_colour_named_in_a_rule_exists() -> None:
    assert set(LIGHT) == set(DARK)
    assert set(re.findall(r"var\(--fig-(\w+)\)", class_rules())) == set(LIGHT)
    assert not re.search(r"fg-\w+\{\}|[$@]", class_rules())


@pytest.mark.parametrize("look", RULES)
def test_a_look_is_the_same_in_a_file_as_on_a_page(look: Look) -> None:
    rules = re.findall(rf"\.fg-{look}(?::not\(\[stroke-width\]\))?\{{([^}}]+)\}}", class_rules())
    on_page = dict(part.split(":") for rule in rules for part in rule.split(";"))
    in_file = {
        key: f"var(--fig-{NAMES[value]})" if value in NAMES else value
        for key, value in Paint(MARKED).look(look).items()
    }
    assert in_file == on_page


BROKEN_DATA: list[tuple[str, str, JsonValue, str, str]] = [
    ("an angle past its range", "body.near.ankle", "0 -> 80", "body.near.ankle", "80 is outside -55 to 30 degrees"),
    ("half a movement", "body.lean", "1 -> ", "body.lean", "'1 -> ' is not a number or a movement such as '0 -> 10'"),
    ("a number in quotes", "body.lean", "12", "body.lean", "'12' is not a number or a movement such as '0 -> 10'"),
    ("a yes", "body.lean", True, "body.lean", "True is not a number or a movement such as '0 -> 10'"),
    ("an unknown joint", "arrow.start", "near.bal", "arrow.start", "no joint 'near.bal'; there is near.ball"),
    ("an unknown pin", "body.pin", "near.elbows", "body.pin", "no joint 'near.elbows'; there is near.elbow"),
    (
        "a point off the canvas",
        "arrow.start",
        [500, 40],
        "arrow.start",
        "the point is off the canvas, which is 480 wide",
    ),
    ("a point of one number", "arrow.start", [5], "arrow.start", "[5] is not [x, y], a joint such as near.ball"),
    ("an unknown key", "body.nose", 1, "body.nose", "Extra inputs are not permitted"),
    ("an endless number", "body.lean", float("inf"), "body.lean", "inf is not a number or a movement"),
    ("an arrow of two kinds", "arrow.radius", 9, "arrow", "an arrow has either start and end, or centre"),
    ("an arrow of no kind", "arrow", {"start": [1, 2]}, "arrow", "an arrow has either start and end, or centre"),
]


@pytest.mark.parametrize(
    ("what", "path", "value", "where", "sentence"), BROKEN_DATA, ids=[row[0] for row in BROKEN_DATA]
)
def test_an_error_names_its_place(what: str, path: str, value: JsonValue, where: str, sentence: str) -> None:
    data = EXTRA["heel-raise"]
    index = find_item(data, path.split(".", maxsplit=1)[0])
    with pytest.raises(ValidationError) as caught:
        Figure.model_validate(changed(data, f"draw.{index}.{path}", value))
    error = caught.value.errors()[0]
    assert ".".join(map(str, error["loc"])) == f"draw.{index}.{where}", what
    assert error["msg"].startswith(sentence)


BROKEN_FIGURES: list[tuple[str, JsonValue, str]] = [
    ("contact", ["near.hel"], "no joint 'near.hel'; there is near.heel"),
    ("expect", ["angle near.toe same"], "an angle is measured at a hip, a knee or an elbow"),
    ("expect", ["height near.hel same"], "no joint 'near.hel'"),
    ("expect", ["hight head rises"], "Input should be 'right', 'height', 'length' or 'angle'"),
    ("expect", ["head rises"], "'head rises' is not a measure, its joint and rises, falls or same"),
    ("desc", "A person.", "String should have at least 60 characters"),
    ("draw", [{"floor": {"y": 300}, "disc": {"at": [9, 9], "width": 9, "height": 9}}], "an item has exactly one key"),
    ("draw", [{}], "an item has exactly one key"),
]


@pytest.mark.parametrize(("key", "value", "sentence"), BROKEN_FIGURES)
def test_an_error_in_the_whole_figure_is_reported(key: str, value: JsonValue, sentence: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Figure.model_validate({**EXTRA["heel-raise"], key: value})
    assert any(error["msg"].startswith(sentence) for error in caught.value.errors())


def test_all_errors_are_reported_at_once() -> None:
    data = {**EXTRA["heel-raise"], "contact": ["a.b"], "expect": ["right c.d same"]}
    with pytest.raises(ValidationError) as caught:
        Figure.model_validate(data)
    assert [error["loc"] for error in caught.value.errors()] == [("contact", 0), ("expect", 0)]


SEEDED: list[tuple[str, str, str, JsonValue, str]] = [
    ("the foot tips in the lean", "lean-deeper", "body.near.pitch", "0 -> -12", "near.ball must stay on the floor"),
    ("the body sinks", "lean-deeper", "body.at", [240, 347], "near.heel must stay on the floor"),
    ("the lean goes backward", "lean-deeper", "body.lean", "0 -> -6", "'right head rises' is expected"),
    ("the knees bend in the lean", "lean-deeper", "body.near.knee", "0 -> 20", "'angle near.knee same' is expected"),
    ("the gait goes forward", "gait-free", "body.far.ankle_at", ["224 -> 262", "248 -> 242"], "'right far.tip falls'"),
    ("the body stays in the gait", "gait-free", "body.at", [254, 136.6], "'right head falls' is expected"),
    ("the foot points up", "band-plantarflexion", "body.near.ankle", "-40 -> 8", "'length near.knee near.toe rises'"),
    ("the foot points down", "band-dorsiflexion", "body.near.ankle", "16 -> -28", "'length near.knee near.toe falls'"),
    ("inversion turns out", "band-inversion", "inset.draw.3.leg_ahead.swing", "2 -> 20", "'right right.tip rises'"),
    ("inversion tips out", "band-inversion", "inset.draw.3.leg_ahead.roll", "0 -> -24", "'height right.out falls'"),
    ("eversion turns in", "band-eversion", "inset.draw.2.leg_ahead.swing", "-2 -> -20", "'right right.tip falls'"),
    ("eversion tips in", "band-eversion", "inset.draw.2.leg_ahead.roll", "0 -> 24", "'height right.in falls'"),
    (
        "the band goes round a bare foot",
        "band-plantarflexion",
        "body.near.shoe",
        False,
        "the band slips off a bare foot",
    ),
    ("nothing protects the eyes", "band-plantarflexion", "body.glasses", False, "a person with a band wears glasses"),
    ("the face is in the way of the band", "band-dorsiflexion", "body.turned", False, "a person with a band wears"),
    ("nothing protects the eyes", "band-inversion", "body_front.glasses", False, "a person with a band wears safety"),
    ("a hand hovers", "disc-one-leg-support", "body.far_arm.reach", [330, 140], "the hand rests on nothing"),
    ("a hand that is ready holds on", "disc-one-leg", "body.far_arm.reach", [331, 154], "a hand that is ready is 6 to"),
    (
        "a hand is far from its wall",
        "lean-near-wall",
        "body.near_arm.reach",
        [310, 124],
        "a hand that is ready is 6 to",
    ),
    (
        "the near foot is drawn from inside",
        "disc-one-leg",
        "body.near.inner",
        True,
        "the near foot shows its outer side",
    ),
    (
        "the far foot is drawn from outside",
        "one-leg-floor",
        "body.far.inner",
        False,
        "the far foot shows its inner side",
    ),
    (
        "a close-up turns the foot round",
        "lean-deeper",
        "inset.draw.1.body.near.inner",
        True,
        "the close-up is of the near",
    ),
    ("a foot is under the floor", "squat", "body.at", [236, 344], "near.heel is 6 units under the floor"),
    ("an ankle is out of reach", "gait-free", "body.far.ankle_at", [420, 240], "far.ankle cannot reach its place"),
    ("an ankle bends too far", "heel-raise", "body.near.pitch", "0 -> 80", "near.ankle bends 80 degrees"),
    ("an arrow leaves the picture", "squat", "arrow.end", [140, 359], "an arrow leaves the picture"),
    ("a head leaves the picture", "squat", "body.height", 400, "something leaves the picture"),
    ("the heel stays down in the heel raise", "heel-raise", "body.near.pitch", 0, "'height near.heel rises'"),
]


def sentences_about(data: Data) -> list[str]:
    """Return why *data* is refused as a figure."""
    with pytest.raises(ValidationError) as caught:
        Figure.model_validate(data)
    return [error["msg"] for error in caught.value.errors()]


@pytest.mark.parametrize(("what", "name", "path", "value", "sentence"), SEEDED, ids=[row[0] for row in SEEDED])
def test_a_seeded_fault_is_caught(what: str, name: str, path: str, value: JsonValue, sentence: str) -> None:
    data = {**GUIDE, **EXTRA}[name]
    index = find_item(data, path.split(".", maxsplit=1)[0])
    sentences = sentences_about(changed(data, f"draw.{index}.{path}", value))
    assert any(text.startswith(sentence) for text in sentences), (what, sentences)


def test_a_reversed_dome_is_caught() -> None:
    data = GUIDE["short-foot-sitting"]
    text = yaml.safe_dump(data).replace("-0.4 -> 0.8", "0.8 -> -0.4")
    assert any("'height b.near.arch rises'" in sentence for sentence in sentences_about(yaml.safe_load(text)))


@pytest.mark.parametrize("name", ["gait-free", "disc-two-legs", "disc-one-leg"])
def test_a_picture_without_holding_on_shows_its_support_within_reach(name: str) -> None:
    assert FIGURES[name].shows_hands_free


def test_a_picture_of_holding_on_or_without_a_support_is_not_hands_free() -> None:
    assert not FIGURES["disc-one-leg-support"].shows_hands_free
    assert not FIGURES["squat"].shows_hands_free


def test_a_fault_of_every_moment_is_reported_once() -> None:
    data = changed(EXTRA["heel-raise"], "contact", ["near.instep"])
    assert [sentence for sentence in sentences_about(data) if "near.instep" in sentence] == [
        "near.instep must stay on the floor, but is 17 units from it at 100% of the movement"
    ]


def test_the_contact_sheet_shows_every_picture_in_three_ways_and_five_moments(tmp_path: Path) -> None:
    out = tmp_path / "build" / "sheet.html"
    contact_sheet.write(HERE / "data/extra-figures.yml", out)
    assert out.read_text(encoding="utf-8").count("<svg") == len(EXTRA) * (3 + 5)


def test_a_head_much_longer_than_its_round_arrow_is_refused_at_once() -> None:
    arrow: JsonValue = {"centre": [240, 180], "radius": 1e-9, "sweep": [0, 90], "head": 4000}
    sentences = sentences_about(changed(EXTRA["squat"], "draw", [{"arrow": arrow}]) | {"contact": [], "expect": []})
    assert sentences == ["something leaves the picture: arrow head"]


def test_two_bodies_must_not_share_joint_names() -> None:
    items = EXTRA["squat"]["draw"]
    assert isinstance(items, list)
    with pytest.raises(ValidationError, match="another body before has the same joint names"):
        Figure.model_validate({**EXTRA["squat"], "draw": [*items, items[1]]})


def items_of(data: JsonValue) -> Iterator[dict[str, JsonValue]]:
    """Yield every item in *data*, those of insets too."""
    items = data.get("draw") if isinstance(data, dict) else None
    for item in items if isinstance(items, list) else ():
        assert isinstance(item, dict)
        yield item
        yield from items_of(item.get("inset"))


@pytest.mark.parametrize("key", Item.model_fields)
def test_every_key_of_an_item_draws_something(key: str) -> None:
    item = next(item for data in {**GUIDE, **EXTRA}.values() for item in items_of(data) if key in item)
    assert Drawing((Item.model_validate(item),)).scene(1).parts


def test_the_data_of_pictures_needs_no_library_that_draws_or_renders() -> None:
    code = "import sys, macros.figures; print(*{'mkdocs', 'jinja2', 'resvg_py', 'typst'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], cwd=HERE.parent, capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


def test_the_schema_explains_each_field_to_an_editor() -> None:
    schema = Figure.model_json_schema()
    assert "Dorsiflexion" in schema["$defs"]["SideLeg"]["properties"]["ankle"]["description"]


@pytest.mark.parametrize(("tilt", "up", "down"), [(18, "in", "out"), (-18, "out", "in")])
@pytest.mark.parametrize("side", ["right", "left"])
def test_inversion_lifts_the_inner_edge_and_eversion_the_outer_one(side: str, tilt: int, up: str, down: str) -> None:
    body: JsonValue = {"height": 200, "at": [100, 228], "pin": f"{side}.sole", side: {"tilt": tilt}}
    heel: JsonValue = {"name": "h", "at": [200, 200], "height": 600, "side": side, "tilt": tilt}
    items = TypeAdapter(tuple[Item, ...]).validate_python([{"body_front": body}, {"heel_behind": heel}])
    joints = Drawing(items).end
    assert joints[f"{side}.{up}"].imag < joints[f"{side}.{down}"].imag - 4
    assert joints[f"h.{up}"].imag < joints[f"h.{down}"].imag - 4


@pytest.mark.parametrize("tilt", [-24, 0, 24])
def test_a_tilted_foot_rests_on_the_floor_and_does_not_sink_into_it(tilt: int) -> None:
    body: JsonValue = {"height": 200, "at": [100, 228], "pin": "right.sole", "right": {"tilt": tilt}}
    heel: JsonValue = {"at": [200, 120], "height": 600, "tilt": tilt}
    front, behind = (
        TypeAdapter(tuple[Item, ...]).validate_python([one]) for one in ({"body_front": body}, {"heel_behind": heel})
    )
    level = 120 + SOLE_BEHIND * FOOT * 600
    for items, floor, skins in ((front, 228.0, slice(0, 1)), (behind, level, slice(None))):
        shapes = [placed.part for placed in Drawing(items).scene(1).parts if isinstance(placed.part, Shape)]
        lowest = max(
            point.imag
            for shape in [s for s in shapes if s.look in {Look.SKIN, Look.FAR_SKIN}][skins]
            for point in shape.points
        )
        assert abs(lowest - floor) < 3


def test_the_sign_for_staying_down_covers_nothing_above_the_floor() -> None:
    items = TypeAdapter(tuple[Item, ...]).validate_python([{"down": {"at": [100, 200]}}])
    points = [
        point
        for placed in Drawing(items).scene(1).parts
        if isinstance(placed.part, Shape)
        for point in placed.part.points
    ]
    assert min(point.imag for point in points) > 200
