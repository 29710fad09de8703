"""`python -m tests.addresses` adds the pages of site/ to the list of every address ever published; done at a release."""

from pathlib import Path

LIST = Path(__file__).with_name("addresses.txt")
SITE = Path(__file__).parent.parent / "site"


def published() -> list[str]:
    """Return every address that was ever published, seen from the root of a site."""
    return LIST.read_text(encoding="utf-8").splitlines()


def pages(site: Path) -> set[str]:
    """Return the address of every page of a built *site*."""
    return {page.parent.relative_to(site).as_posix() for page in site.rglob("index.html")}


if __name__ == "__main__":
    known = set(published()) if LIST.exists() else set()
    LIST.write_text("\n".join(sorted(known | pages(SITE))) + "\n", encoding="utf-8")
