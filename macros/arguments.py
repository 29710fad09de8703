"""What the commands of the command line take: the data file, settings, folders, dates."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import UTC, date, datetime
from pathlib import Path

GUIDE = Path("exercises.yml")


def add(parser: ArgumentParser, argument: str) -> None:
    """Let a command take *argument*, named as in its list of needs."""
    match argument:
        case "guide" | "own guide":
            default, about = (GUIDE, "%(default)s") if argument == "guide" else (None, "that of the settings")
            parser.add_argument(
                "guide", type=Path, nargs="?", default=default, help=f"the data file (default: {about})"
            )
        case "settings":
            about = "a clinic's own settings, or their folder, such as clinics/example (default: %(default)s)"
            parser.add_argument("--settings", type=Path, default=Path("mkdocs.yml"), help=about)
        case "port":
            parser.add_argument("--port", type=int, default=8000, help="the port (default: %(default)s)")
        case "out":
            out = Path("build/pictures.html")
            parser.add_argument("--out", type=Path, default=out, help="the page to write (default: %(default)s)")
        case "folder":
            out = Path("build/review")
            parser.add_argument(
                "--out", dest="folder", type=Path, default=out, help="the folder to write into (default: %(default)s)"
            )
        case "csv":
            parser.add_argument("csv", type=Path, help="the filled table")
        case "by":
            parser.add_argument("--by", required=True, help='who reviewed it, such as "Dr A, physiotherapist"')
        case "date":
            today = datetime.now(tz=UTC).date()
            parser.add_argument("--date", type=_day, default=today, help="when, such as 2026-11-30 (default: today)")
        case "data":
            parser.add_argument(
                "--guide", type=Path, default=GUIDE, help="the data file that was reviewed (default: %(default)s)"
            )
        case _:
            _add_for_editions(parser, argument)


def _add_for_editions(parser: ArgumentParser, argument: str) -> None:
    match argument:
        case "profiles":
            parser.add_argument(
                "profiles", metavar="folder", type=Path, help="the folder with a profile in each folder"
            )
        case "editions":
            out = Path("build/editions")
            parser.add_argument(
                "--out", dest="editions", type=Path, default=out, help="the folder to write into (default: %(default)s)"
            )
        case "scheduler":
            about = "a Dask cluster's, such as tcp://10.0.0.1:8786 (default: this machine alone)"
            parser.add_argument("--scheduler", default=None, help=about)
        case "workers":
            about = "how many builds at a time on this machine (default: one for each processor)"
            parser.add_argument("--workers", type=int, default=None, help=about)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"'{text}' is not a date like 2026-11-30") from None
