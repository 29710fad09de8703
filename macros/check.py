"""`python -m macros.check exercises.yml`: every mistake in a data file, without building the site."""

import sys
from pathlib import Path

from macros.data.load import GuideError, load


def main(name: str) -> int:
    """Print every mistake in the file *name*; return 1 where there is one."""
    try:
        guide = load(Path(name))
    except GuideError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{name}: {len(guide.exercises)} exercises, {len(guide.programme.weeks)} weeks, no mistake\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "exercises.yml"))
