"""Every public path of the site: pages, files, the way from one page to another, and the ids they reserve.

An address is relative to the root of the site and ends in a slash where it is a page: 'exercises/short-foot/'. No
address is written anywhere else, and none that was published ever goes (tests/addresses.txt).
"""

import posixpath

from macros import anchors

HOME = ""
EXERCISES = "exercises/"
PLAN = "schedule/"
EVIDENCE = "evidence/"
STUDIES = "evidence/studies/"
FINDINGS = "evidence/findings/"
ARTICLE = "evidence/article/"
SOURCES = "evidence/sources/"
PLAIN_SUMMARY = "evidence/summary/"
"""Leads to the evidence page, which is in plain words itself; the PDF of one page is still here."""

CHECKLIST = "evidence/checklist/"
SAFETY = "safety/"
PRINT = "print/"
"""Everything to print and take away; papers that belong to no exercise and no plan are below it."""

DOWNLOADS = "downloads/"
"""Leads to that page, which was here in 2.0.0; the ZIPs are still here."""

ABOUT = "about/"
"""The page of plain text that says who made the guide, and who changed it."""

OWN_PLAN = "plan/"
TODAY = "today/"
LOG = "log/"
SESSION = "session/"
OFFLINE = "offline/"
"""Says that a page is not on the device, and leads to those that are."""

GLOSSARY = "glossary/"
CHANGES = "changes/"

FEED = "changes/feed.xml"
EXERCISES_DATA = "exercises.json"
EXERCISES_CONTRACT = "exercises-1.schema.json"
"""The schema of that file; its number is the version of the contract, and a new version is a new file."""

CALENDAR = "schedule/plan.ics"
SEARCH_INDEX = "search/index.js"
FIGURE_STYLES = "assets/css/figures.css"
BRAND_STYLES = "assets/css/brand.css"
STYLES = "assets/css/guide.css"
SCRIPT = "assets/js/guide.js"
"""The files of every page; what is in them becomes part of their names."""

OWN_STYLES = "assets/css/own.css"
OWN_SCRIPTS = "assets/js/own-{}.js"
"""What readers make their own plans and doses with, a file for each part; a page loads those that it needs."""

MOVED_SCRIPT = "assets/js/moved.js"
"""What leads on from an address of the past."""

WORKER = "worker.js"
"""What keeps pages on a device. It stays here for ever: a device that has it looks for its successor here."""

MANIFEST = "manifest.webmanifest"
ICONS = "assets/icons"
"""The folder of the icons of the guide as an app."""

NOT_FOUND = "404.html"
NOT_FOUND_SCRIPT = "assets/js/not-found.js"
"""What makes the page for a wrong address whole where the build did not know the site's address."""

FAVICON = "assets/icons/guide.svg"
SITEMAP = "sitemap.xml"
EMBED = "embed/"
"""The folder of the pages that others show inside pages of their own; below it, addresses are as above it."""

EMBEDDED = (EXERCISES, PLAN, TODAY)
"""Pages, or the folders of pages, that can be embedded."""

LARGE = "-large"
"""How the names of files in large print end."""

EMBED_STYLES = "assets/css/embed.css"
EMBED_SCRIPT = "assets/js/embed.js"
"""The files of the pages for embedding; what is in them becomes part of their names."""

ALL_SOURCES = "evidence/references"
"""The files with every source, without their ending."""

GUIDE_CITATION = "evidence/guide"
"""The files that cite the guide itself, without their ending."""


def exercise(id_: str, anchor: str = "") -> str:
    """Return the page of an exercise, or the place on it called *anchor*, such as a level's id."""
    return at(f"{EXERCISES}{id_}/", anchor)


def findings(exercise_id: str, anchor: str = "") -> str:
    """Return the page of what is known of an exercise, or the place on it called *anchor*."""
    return at(f"{EXERCISES}{exercise_id}/evidence/", anchor)


def programme(id_: str) -> str:
    """Return the page of a programme that is not the main one; that one is at PLAN."""
    return f"{PLAN}{id_}/"


def week(number: int, plan: str = PLAN) -> str:
    """Return the page of a week, the first being 1, of the programme whose page is *plan*."""
    return f"{plan}week-{number}/"


def today(programme_id: str) -> str:
    """Return what to do today of a programme of the guide; docs/assets/js/own/links.js reads what is after the #."""
    return at(TODAY, f"v=1&plan={programme_id}")


def session(*levels: tuple[str, str]) -> str:
    """Return the session of *levels*, each the id of an exercise and of its level, at the guide's own doses.

    docs/assets/js/own/links.js reads what is after the #.
    """
    return at(SESSION, "v=1&do=" + ";".join(map("/".join, levels)))


def own_dose(exercise_id: str, level_id: str, days: str) -> str:
    """Return an exercise as a sender's link shows it: a level at the guide's own dose on *days*, Monday being 1: '135'.

    docs/assets/js/own/links.js reads what is after the #.
    """
    return exercise(exercise_id, f"v=1&dose={level_id},d{days}")


def text_page(id_: str) -> str:
    """Return a page of plain text from the data."""
    return f"{id_}/"


def at(page: str, anchor: str) -> str:
    """Return the place *anchor* on a *page*; the page itself where there is none."""
    return f"{page}#{anchor}" if anchor else page


def reference(source: str) -> str:
    """Return a source's place in the list of references."""
    return at(SOURCES, anchors.reference(source))


def claim(id_: str) -> str:
    """Return a claim's place among the findings."""
    return at(FINDINGS, anchors.claim(id_))


def term(id_: str) -> str:
    """Return the entry of a hard word on the page of all words."""
    return at(GLOSSARY, id_)


def figure(id_: str, ending: str) -> str:
    """Return the file of a picture, *ending* in 'svg' or 'png'."""
    return f"figures/{id_}.{ending}"


def dark_figure(id_: str) -> str:
    """Return the picture in the colours of dark pages, which shows on pages alone."""
    return f"assets/figures/dark/{id_}.svg"


def icon(name: str) -> str:
    """Return an icon of the guide as an app."""
    return f"{ICONS}/app-{name}.png"


def share_picture(page: str, level: str = "") -> str:
    """Return the picture that a chat shows of a link to a *page*, or to a *level* on it."""
    return f"{page}share{'-' if level else ''}{level}.png"


def paper(page: str, kind: str, size: str, *, large: bool = False) -> str:
    """Return the PDF of a *kind* and paper *size* that belongs to a *page*."""
    return f"{page}{kind}-{size}{LARGE if large else ''}.pdf"


def archive(size: str, *, large: bool = False) -> str:
    """Return the ZIP of all papers of one *size*, in normal or in large print."""
    return f"{DOWNLOADS}handouts-{size}{LARGE if large else ''}.zip"


def source_files(source: str) -> str:
    """Return the files with one source, without their ending."""
    return f"evidence/sources/{source}"


def file_name(address: str) -> str:
    """Return the file that a web server sends for a page."""
    return f"{address}index.html"


def markdown_file(address: str) -> str:
    """Return the file in docs/ that MkDocs makes the page from."""
    return f"{address}index.md"


def way(address: str, here: str, language: str = "") -> str:
    """Return the relative link from the page at *here* to *address*.

    *language* is the folder of the language to go to, for a page that is there in several; *here* begins with its own.
    """
    path, mark, anchor = address.partition("#")
    folder = f"{language}/" if language else ""
    to = posixpath.relpath(f"/{folder}{path}", f"/{here}") + "/" * (path.endswith("/") or not path)
    return ("" if mark and to == "./" else to) + mark + anchor


def embed(address: str) -> str:
    """Return the page for embedding that has the core of the page at *address*."""
    return f"{EMBED}{address}"


def parents(address: str) -> list[str]:
    """Return the pages that a page is below, from the top; none for the first page and those right below it."""
    folders = address.strip("/").split("/")
    return ["/".join(folders[:depth]) + "/" for depth in range(1, len(folders))]


def absolute(site: str, address: str) -> str:
    """Return *address* with the site's own address before it."""
    return f"{site.rstrip('/')}/{address}"
