"""Links for a site that is opened from a folder: no web server finds the page of an address that ends in a slash."""

import re

WAY = re.compile(r"""(\shref="|content="0; url=)(?![/\#"])([^"\#?:]*)(?=["\#?])""")
"""A way to another page of the site: no address elsewhere, none from the root, and none on the page itself."""

PAGE = "index.html"


def to_files(html: str) -> str:
    """Return a page whose links to pages end in the name of a file."""
    return WAY.sub(lambda match: match[1] + _file(match[2]), html)


def _file(way: str) -> str:
    last = way.rpartition("/")[2]
    return f"{way.removesuffix('/')}/{PAGE}" if last in {"", ".", ".."} else way
