"""`python -m macros.figures sheet FILE OUT.html` writes a contact sheet of the figures in FILE."""

import argparse
from pathlib import Path

from macros.figures.contact_sheet import read_figures, sheet


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m macros.figures", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("sheet", help="write a contact sheet as one HTML page")
    command.add_argument("file", type=Path, help="YAML with a map of figures, or with one under `figures`")
    command.add_argument("out", type=Path, help="the page to write")
    chosen = parser.parse_args()
    chosen.out.write_text(sheet(read_figures(chosen.file)), encoding="utf-8")


if __name__ == "__main__":
    main()
