"""What a chat or a post shows of a link: a picture for each level and week, and tags that lead to it."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from PIL import Image, ImageChops, ImageFont

from macros import cache
from macros.data.model import Guide
from macros.data.model.clinic import Clinic
from macros.data.model.exercise import Exercise
from macros.data.model.media import Media
from macros.edition import Edition
from macros.figures.raster import raster
from macros.pages.share_tags import SharedPage, ShareTags
from macros.plan import Sheet, all_sheets
from macros.sharing.card import EDGE, FOOT, GAP, HEIGHT, INK, MIST, NAME, SOFT, STYLES, TEAL, WIDTH, Card, fonts
from macros.sharing.pictures import SharePictures
from macros.sharing.typeface import typeface
from macros.wording.doses import dose_phrase, minutes_range
from macros.wording.labels import labels
from tests.sites import GUIDES, HOST, SUBPATH, Page, Site, guide
from tests.test_tokens import COLOURS

FOOT_GUIDE, HAND_GUIDE = guide("foot"), guide("hand").model_copy(update={"retired": ()})
FIGURES = FOOT_GUIDE.figures
SVG_TEXT = "{http://www.w3.org/2000/svg}text"
LIMIT = 100_000
"""Bytes of a picture: some chats load no more."""

BORDER = 20
"""Pixels on each side on which nothing is drawn."""

LONG = "Walk slowly backward along a straight line, your heel touching your toe at every single step of the way"
every_exercise = pytest.mark.parametrize("exercise", FOOT_GUIDE.exercises, ids=lambda exercise: exercise.id)
every_week = pytest.mark.parametrize("week", all_sheets(FOOT_GUIDE), ids=lambda week: week.id)


def tags(page: Page) -> list[tuple[str, str]]:
    """Return the name and content of every tag for chats, in order."""
    metas = [(e.get("property", "") + e.get("name", ""), e.get("content", "")) for e in page.all("meta")]
    return [(name, content) for name, content in metas if name.startswith(("og:", "twitter:"))]


def contents(page: Page, name: str) -> list[str]:
    """Return the content of every tag called *name*."""
    return [content for tag, content in tags(page) if tag == name]


def framed(site: Site) -> Iterator[Page]:
    """Yield every page that has an address of its own."""
    yield from (page for address, page in site.pages.items() if address != "404.html")


def files(*paths: str) -> list[str]:
    """Return the whole addresses of files on the clinic's site."""
    return [f"{SUBPATH}{path}" for path in paths]


def of_levels(exercise: Exercise) -> list[str]:
    """Return the whole addresses of an exercise's pictures."""
    return files(*(f"exercises/{exercise.id}/share-{level.id}.png" for level in exercise.levels))


def pictures(data: Guide, clinic: Clinic | None = None) -> SharePictures:
    """Return the pictures of a guide whose address is known."""
    return SharePictures(Edition(data, clinic or Clinic(), SUBPATH))


def drawn(data: Guide, *exercises: Exercise) -> Guide:
    """Return *data* with the figures of the foot and, in their places, *exercises*."""
    changed = {exercise.id: exercise for exercise in exercises}
    new = tuple(changed.get(exercise.id, exercise) for exercise in data.exercises)
    return data.model_copy(update={"figures": FIGURES, "exercises": new})


def shared(data: Guide, page: str) -> SharedPage:
    """Return what is shown of a page of *data* where the site's address is known."""
    edition = Edition(data, Clinic(), SUBPATH)
    found = ShareTags(edition, SharePictures(edition)).of(page, "Title", "Summary")
    assert found
    return found


def image(card: Card) -> Image.Image:
    """Return a card as it is drawn."""
    return Image.open(BytesIO(raster(card.svg(), WIDTH, fonts().values()))).convert("RGB")


def is_empty(picture: Image.Image, left: float, top: float, right: float, bottom: float) -> bool:
    """Return whether nothing but the background is in a part of *picture*."""
    part = picture.crop((int(left), int(top), int(right), int(bottom)))
    return ImageChops.difference(part, Image.new("RGB", part.size, MIST)).getbbox() is None


def has_empty_border(picture: Image.Image) -> bool:
    """Return whether nothing is drawn at the edges of *picture*."""
    inner = WIDTH - BORDER, HEIGHT - BORDER
    sides = [(0, 0, WIDTH, BORDER), (0, inner[1], WIDTH, HEIGHT), (0, 0, BORDER, HEIGHT), (inner[0], 0, WIDTH, HEIGHT)]
    return all(is_empty(picture, *side) for side in sides)


def lines(card: Card) -> list[str]:
    """Return every line of text on a card."""
    return [element.text or "" for element in fromstring(card.svg()).iter(SVG_TEXT)]


def cards(data: Guide) -> list[Card]:
    """Return the card of every page of *data*, each once."""
    pages = [f"exercises/{exercise.id}/" for exercise in data.exercises]
    pages += [week.address for week in all_sheets(data)]
    return [picture.card for page in pages for picture in pictures(data, HOST).of(page)]


@every_exercise
def test_every_level_has_its_picture_and_the_page_names_them_in_order(hosted: Site, exercise: Exercise) -> None:
    page = hosted.exercise(exercise.id)
    assert contents(page, "og:image") == of_levels(exercise)
    for alt, level in zip(contents(page, "og:image:alt"), exercise.levels, strict=True):
        figure = FIGURES[exercise.figure_at(level) or ""]
        said = (exercise.name, level.name, dose_phrase(level.dose, FOOT_GUIDE.guide.side), figure.alt)
        assert [text for text in said if text.rstrip(".") not in alt] == []


@every_week
def test_every_week_has_its_picture(hosted: Site, week: Sheet) -> None:
    page = hosted.pages[week.address]
    assert contents(page, "og:image") == files(f"{week.address}share.png")
    (alt,) = contents(page, "og:image:alt")
    minutes = f"{minutes_range(week.shortest, week.longest)} {labels().a_day}"
    said = (week.title, week.week.focus, minutes, *(row.exercise.name for row in week.rows[:4]))
    assert [text for text in said if text not in alt] == []


def test_every_other_page_shows_the_exercise_to_start_with_and_findings_their_own(hosted: Site) -> None:
    own = {week.address for week in all_sheets(FOOT_GUIDE)}
    own |= {f"exercises/{exercise.id}/{page}" for exercise in FOOT_GUIDE.exercises for page in ("", "evidence/")}
    start = FOOT_GUIDE.exercise(FOOT_GUIDE.home.start)
    assert start
    for page in framed(hosted):
        if page.address not in own:
            assert contents(page, "og:image") == of_levels(start)[:1], page.address
    for exercise in FOOT_GUIDE.exercises:
        findings = hosted.pages[f"exercises/{exercise.id}/evidence/"]
        assert contents(findings, "og:image") == of_levels(exercise)[:1]


def test_every_page_says_what_it_is_and_where(hosted: Site) -> None:
    for page in framed(hosted):
        said = dict(tags(page))
        assert said["og:type"] == ("article" if page.address else "website")
        assert said["og:url"] == f"{SUBPATH}{page.address}"
        assert said["og:site_name"] == "Feet from Harbour"
        assert said["og:description"] == page.meta("description")
        assert said["og:title"]
        assert said["twitter:card"] == "summary_large_image"
        assert len(contents(page, "og:title")) == len(contents(page, "og:url")) == 1
    for exercise in FOOT_GUIDE.exercises:
        assert contents(hosted.exercise(exercise.id), "og:title") == [exercise.full_name]


def test_every_picture_that_a_page_names_is_there_as_large_as_the_page_says(hosted: Site) -> None:
    parts = ("og:image", "og:image:width", "og:image:height", "og:image:alt")
    named = set()
    for page in framed(hosted):
        of_pictures = [tag for tag in tags(page) if tag[0].startswith("og:image")]
        assert [name for name, _ in of_pictures] == list(parts) * (len(of_pictures) // len(parts))
        assert contents(page, "og:image:width") == [str(WIDTH)] * len(contents(page, "og:image"))
        assert contents(page, "og:image:height") == [str(HEIGHT)] * len(contents(page, "og:image"))
        named |= set(contents(page, "og:image"))
    published = {f"{SUBPATH}{file.relative_to(hosted.folder).as_posix()}" for file in hosted.folder.rglob("share*.png")}
    assert named == published


def test_every_picture_is_light_and_has_nothing_at_its_edges(hosted: Site) -> None:
    published = list(hosted.folder.rglob("share*.png"))
    assert published
    for file in published:
        with Image.open(file) as picture:
            assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT)), file
            assert picture.info == {"Author": FOOT_GUIDE.guide.credit, "Copyright": FOOT_GUIDE.guide.licence}
            assert picture.getchannel("A").getextrema() == (255, 255), file
            assert has_empty_border(picture.convert("RGB")), file
        assert file.stat().st_size <= LIMIT, file


@pytest.mark.parametrize("name", GUIDES)
def test_without_the_sites_address_there_is_neither_picture_nor_tag(sites: dict[str, Site], name: str) -> None:
    assert list(sites[name].folder.rglob("share*.png")) == []
    assert [tag for page in sites[name].pages.values() for tag in tags(page)] == []
    edition = Edition(FOOT_GUIDE, Clinic())
    assert ShareTags(edition, SharePictures(edition)).of("", "Title", "Summary") is None


def test_a_page_that_is_not_found_has_no_tags(hosted: Site) -> None:
    assert tags(hosted.pages["404.html"]) == []


@pytest.mark.parametrize("data", [FOOT_GUIDE, drawn(HAND_GUIDE)], ids=["foot", "hand"])
def test_names_and_doses_are_on_the_pictures_whole(data: Guide) -> None:
    for card in cards(data):
        assert " ".join(lines(card)) == " ".join((*card.texts, f"{data.guide.title} · {HOST.name}"))


def test_a_guide_of_no_clinic_is_named_alone() -> None:
    assert lines(pictures(FOOT_GUIDE).of("")[0].card)[-1] == FOOT_GUIDE.guide.title


def test_the_picture_shows_the_figure_of_its_level() -> None:
    exercise = next(exercise for exercise in FOOT_GUIDE.exercises if exercise.levels[-1].figure)
    shown = [picture.card.figures for picture in pictures(FOOT_GUIDE).of(f"exercises/{exercise.id}/")]
    assert shown == [(FIGURES[exercise.figure_at(level) or ""],) for level in exercise.levels]


@every_week
def test_a_week_shows_up_to_four_figures_each_once(week: Sheet) -> None:
    (picture,) = pictures(FOOT_GUIDE).of(week.address)
    ids = list(dict.fromkeys(row.exercise.figure_at(row.level) or "" for row in week.rows))
    assert picture.card.figures == tuple(FIGURES[id_] for id_ in ids[:4])


@pytest.mark.parametrize("texts", [(LONG, LONG, LONG), ("W" * 90,) * 3, ("1 " * 90,) * 3, ("A", "B", "C")])
@pytest.mark.parametrize("count", [1, 2, 4])
def test_no_text_runs_out_of_the_picture_or_into_a_figure(texts: tuple[str, str, str], count: int) -> None:
    figure = FIGURES[FOOT_GUIDE.exercises[0].figure or ""]
    card = Card(texts, texts[0], (figure,) * count)
    picture = image(card)
    assert has_empty_border(picture)
    if count == 1:
        words = WIDTH - EDGE - 443  # the figure's ground is as wide as a figure of 4 to 3
        assert is_empty(picture, words - GAP + 1, 0, words - 1, HEIGHT - EDGE - FOOT.line)


def test_a_text_that_is_too_long_ends_in_dots() -> None:
    card = Card((LONG, "Standing", "3 sets of 10"), LONG, (FIGURES[FOOT_GUIDE.exercises[0].figure or ""],))
    *words, foot = lines(card)
    assert foot.endswith("…")
    assert LONG.startswith(" ".join(words[:3]).removesuffix("…"))
    assert words[2].endswith("…")
    assert words[3:] == ["Standing", "3 sets of 10"]


def test_text_is_large_enough_for_a_preview_in_the_colours_of_the_pages() -> None:
    assert NAME.size >= 56
    assert min(style.size for style in (*STYLES, FOOT)) >= 34
    used = {"ink": INK, "soft": SOFT, "teal": TEAL, "mist": MIST}
    assert used == {name: COLOURS[name]["light"] for name in used}


@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_widths_are_those_of_the_font(style: str) -> None:
    own = typeface(fonts()[style])
    other = ImageFont.truetype(str(fonts()[style]), 1000, layout_engine=ImageFont.Layout.BASIC)
    letters = [chr(code) for code in range(32, 0x2030) if own.writes(chr(code)) and not chr(code).isspace()]
    assert len(letters) > 250
    for text in (*letters, " ", LONG, "3 sets of 8 to 12, hold 5 seconds – rest ½ minute"):
        assert own.width(text, 1000) == pytest.approx(other.getlength(text), abs=1), text


def test_lines_end_after_commas_or_words_but_not_between_a_number_and_its_noun() -> None:
    own, dose = typeface(fonts()["Regular"]), "3 sets of 10, hold 5 seconds, rest 45 seconds"
    assert own.lines(dose, 38, 440, 3) == ("3 sets of 10,", "hold 5 seconds,", "rest 45 seconds")
    assert own.lines(dose, 38, 460, 2) == ("3 sets of 10, hold", "5 seconds, rest 45 seconds")
    assert own.lines("Rest\u00a0a  while", 38, 440, 1) == ("Rest a while",)
    assert own.lines("Stand on one leg", 60, 440, 3) == ("Stand on", "one leg")


def test_markup_in_a_text_stays_text() -> None:
    card = Card(("<b>A & B</b>", "&lt;", '"'), "</svg>", (FIGURES[FOOT_GUIDE.exercises[0].figure or ""],))
    assert " ".join(lines(card)) == '<b>A & B</b> &lt; " </svg>'


def test_a_guide_without_figures_has_tags_but_no_picture() -> None:
    assert list(pictures(HAND_GUIDE).files()) == []
    for page in ("", "exercises/fist/", "schedule/week-1/", "exercises/fist/evidence/"):
        assert (shared(HAND_GUIDE, page).card, shared(HAND_GUIDE, page).pictures) == ("summary", ())


def test_an_exercise_or_a_level_without_a_figure_has_no_picture() -> None:
    figure, photo = next(iter(FIGURES)), Media(file="own/fist.jpg", alt="A fist.", author="A", licence="CC BY")
    fist, spread = HAND_GUIDE.exercises
    later = spread.levels[1].model_copy(update={"figure": figure})
    data = drawn(
        HAND_GUIDE,
        fist.model_copy(update={"media": photo}),
        spread.model_copy(update={"levels": (spread.levels[0], later)}),
    )
    assert shared(data, "exercises/fist/").pictures == ()
    (picture,) = shared(data, "exercises/spread/").pictures
    assert picture.address == f"{SUBPATH}exercises/spread/share-{later.id}.png"
    assert shared(data, "").pictures == (picture,), "the first exercise that has one stands in for that to start with"
    assert shared(data, "schedule/week-1/").card == "summary"
    assert [path for path, _ in pictures(data).files()] == [
        "exercises/spread/share-walk.png",
        "schedule/week-2/share.png",
        "exercises/spread/share-fingers.png",
        "exercises/fan/share-walk.png",
        "exercises/fan/share-fingers.png",
    ], "the last are those of ids that the exercise and its level had before"


def test_letters_that_the_typeface_lacks_make_no_picture() -> None:
    fist = HAND_GUIDE.exercises[0].model_copy(update={"name": "Кулак", "figure": next(iter(FIGURES))})
    data = drawn(HAND_GUIDE, fist)
    assert [path for path, _ in pictures(data).files()] == [
        "schedule/week-1/share.png",
        "schedule/week-2/share.png",
        "schedule/no-band/week-1/share.png",
        "schedule/bare/week-1/share.png",
    ]
    assert shared(data, "exercises/fist/").card == "summary"


def test_a_picture_is_drawn_again_only_where_its_data_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "CACHE", tmp_path / "cache")
    fist = HAND_GUIDE.exercises[0].model_copy(update={"figure": next(iter(FIGURES))})
    before = dict(pictures(drawn(HAND_GUIDE, fist)).files())
    monkeypatch.setattr("macros.sharing.pictures.raster", lambda *_: pytest.fail("a picture was drawn again"))
    assert dict(pictures(drawn(HAND_GUIDE, fist)).files()) == before
    monkeypatch.undo()
    monkeypatch.setattr(cache, "CACHE", tmp_path / "cache")
    renamed = fist.model_copy(update={"name": "Close your hand"})
    after = dict(pictures(drawn(HAND_GUIDE, renamed)).files())
    assert [path for path in before if before[path] != after[path]] == ["exercises/fist/share-open.png"]


def test_names_of_files_are_those_of_levels() -> None:
    paths = [path for path, _ in pictures(drawn(FOOT_GUIDE)).files()]
    assert len(paths) == len(set(paths))
    assert all(
        re.fullmatch(r"(exercises/[a-z0-9-]+/share-[a-z0-9-]+|schedule/\S*week-\d+/share)\.png", p) for p in paths
    )
