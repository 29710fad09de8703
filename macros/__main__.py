"""The command line: `python -m macros COMMAND`; `--help` lists the commands."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from macros.arguments import GUIDE, add

if TYPE_CHECKING:
    from macros.data.model import Guide

Arguments = argparse.Namespace


def check(given: Arguments) -> int:
    """Print every mistake in a data file and in the settings, without building the site."""
    from macros.data.load import load  # noqa: PLC0415 - a command loads what it needs
    from macros.data.mistakes import GuideError  # noqa: PLC0415
    from macros.data.settings import edition, guide_named  # noqa: PLC0415
    from macros.publishing import profile  # noqa: PLC0415
    from macros.review.marks import Marks  # noqa: PLC0415

    own = profile.profile_file(given.settings)
    problems = list(map(str, profile.mistakes(own or profile.SETTINGS)))
    try:
        file = given.guide or (guide_named(own) if own and not problems else GUIDE)
        guide, worth_a_look = edition(own, profile.ROOT) if own and not problems else (load(file), ())
    except GuideError as error:
        problems.insert(0, str(error))
    if problems:
        sys.stderr.write("\n".join(problems) + "\n")
        return 1
    exercises, programmes = len(guide.exercises), len(guide.programmes)
    held = f"{exercises} exercises, {programmes} programme{'s' * (programmes != 1)}"
    sys.stdout.write("".join(f"{note}\n" for note in worth_a_look))
    sys.stdout.write(f"{given.guide or file.name}: {held}, no mistake\n")
    if guide.guide.review:
        marks = Marks(guide)
        count, lost = marks.count, len(marks.lost)
        sys.stdout.write(f"{count.reviewed} of {count.texts} texts reviewed; {_lost(lost)}\n")
    return 0


def _lost(marks: int) -> str:
    return f"{marks} mark{'s' * (marks != 1)} no longer hold{'s' * (marks == 1)}: the text changed or is gone"


def check_sources(given: Arguments) -> int:
    """Ask Crossref about every source with a DOI, and save its answer in the data file. Needs the internet."""
    from macros.references.check import check_sources as ask_crossref  # noqa: PLC0415

    return ask_crossref(given.guide)


def schema(_given: Arguments) -> int:
    """Write docs/exercises.schema.json, from which editors complete and explain keys."""
    from macros.data import json_schema  # noqa: PLC0415

    json_schema.FILE.write_text(json_schema.schema(), encoding="utf-8")
    return 0


def pictures(given: Arguments) -> int:
    """Draw every picture on one page, to look at: light, dark, grey, five moments."""
    from macros.figures.contact_sheet import write  # noqa: PLC0415

    given.out.parent.mkdir(parents=True, exist_ok=True)
    write(given.guide, given.out)
    sys.stdout.write(f"{given.out}\n")
    return 0


def build(given: Arguments) -> int:
    """Build the site of a data file: exercises.yml into site/, another one, such as hand.yml, into site-hand/."""
    from macros.publishing import publish  # noqa: PLC0415

    return publish.main(given.guide, given.settings)


def clinic(given: Arguments) -> int:
    """Make two ZIPs in dist/ of a guide or a clinic's edition: one for the web, one for a folder without a server."""
    from macros.publishing import kit  # noqa: PLC0415

    return kit.main(given.guide, given.settings)


def serve(given: Arguments) -> int:
    """Preview the site on this machine and rebuild it after each change."""
    from macros.publishing import preview  # noqa: PLC0415

    return preview.main(given.guide, given.port, given.settings)


def editions(given: Arguments) -> int:
    """Build every clinic's profile in a folder, several at a time, and report on all of them. Needs Dask."""
    from macros.publishing import editions as many  # noqa: PLC0415

    return many.main(given.profiles, given.editions, given.scheduler, given.workers)


class Command(NamedTuple):
    """A sub-command."""

    run: Callable[[Arguments], int]
    needs: tuple[str, ...]
    """Names of its arguments, in ARGUMENTS."""


def review(given: Arguments) -> int:
    """Write every safety text, dose, step and picture for a clinician to check: review.csv and review.pdf."""
    from macros.data.model.clinic import Clinic  # noqa: PLC0415
    from macros.edition import Edition  # noqa: PLC0415
    from macros.papers.review import review_pdf  # noqa: PLC0415
    from macros.pictures import Pictures  # noqa: PLC0415
    from macros.review.table import to_csv  # noqa: PLC0415
    from macros.review.texts import texts  # noqa: PLC0415

    guide = _loaded(given.guide)
    given.folder.mkdir(parents=True, exist_ok=True)
    contents = {
        "review.csv": to_csv(texts(guide)),
        "review.pdf": review_pdf(Edition(guide, Clinic()), Pictures(guide)),
    }
    for name, content in contents.items():
        (given.folder / name).write_bytes(content)
        sys.stdout.write(f"{given.folder / name}\n")
    return 0


def reviewed(given: Arguments) -> int:
    """Read a filled review.csv back: print guide.review for the data file, and what is to be changed."""
    from pydantic import ValidationError  # noqa: PLC0415

    from macros.review.read_back import compare, review_of, to_yaml  # noqa: PLC0415
    from macros.review.table import TableError, read_csv  # noqa: PLC0415

    guide = _loaded(given.guide)
    try:
        filled = compare(guide, read_csv(given.csv.read_bytes()))
    except (OSError, TableError) as error:
        raise SystemExit(f"{given.csv}: {getattr(error, 'strerror', None) or error}") from error
    notes = [*filled.problems, *filled.to_change]
    sys.stderr.write("".join(f"{note}\n" for note in notes))
    if not filled.right:
        raise SystemExit(f"{given.csv}: no row that counts is marked right")
    try:
        found = review_of(guide, filled, given.by, given.date)
    except ValidationError as error:
        raise SystemExit("\n".join(f"{item['loc'][0]}: {item['msg']}" for item in error.errors())) from error
    sys.stdout.write(to_yaml(found))
    return 0


def _loaded(file: Path) -> "Guide":
    """Return the guide in *file*; ends with every mistake in it."""
    from macros.data.load import load  # noqa: PLC0415
    from macros.data.mistakes import GuideError  # noqa: PLC0415

    try:
        return load(file)
    except GuideError as error:
        raise SystemExit(str(error)) from error


COMMANDS = {
    "build": Command(build, ("own guide", "settings")),
    "clinic": Command(clinic, ("own guide", "settings")),
    "serve": Command(serve, ("own guide", "settings", "port")),
    "editions": Command(editions, ("profiles", "editions", "scheduler", "workers")),
    "check": Command(check, ("own guide", "settings")),
    "check-sources": Command(check_sources, ("guide",)),
    "schema": Command(schema, ()),
    "pictures": Command(pictures, ("guide", "out")),
    "review": Command(review, ("guide", "folder")),
    "reviewed": Command(reviewed, ("csv", "by", "date", "data")),
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m macros", description="The guide's own commands.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, command in COMMANDS.items():
        about = command.run.__doc__
        sub = commands.add_parser(name, help=about, description=about)
        sub.set_defaults(run=command.run)
        for argument in command.needs:
            add(sub, argument)
    return parser


def main(words: list[str] | None = None) -> int:
    """Run the command that *words* name; returns its exit status."""
    given = _parser().parse_args(words)
    status: int = given.run(given)
    return status


if __name__ == "__main__":
    sys.exit(main())
