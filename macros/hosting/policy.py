"""What a web server says with each file: what a page may load and who may frame it, what a file is, how long it keeps.

The forms of servers are in `servers.py`. A meta tag in every page has the first part, for hosts that send no headers.
"""

import posixpath
import re

from macros import addresses
from macros.edition import Framers
from macros.worker import HASHED

CHARSET = '<meta charset="utf-8">'
"""How the head of every page begins."""

CONTENT = "default-src 'self'; base-uri 'none'; form-action 'self'"
"""What any page may load: files of its own site. Nothing is inline.

There is no `object-src 'none'`, because a PDF is sent with the same policy, and browsers may show it by a plug-in of
theirs.
"""

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
"""What comes with every file. The guide asks a device for none of these. What it does ask for, such as the clipboard,
or a screen that stays on, browsers allow to a site by themselves, and to nobody who is framed in it."""

TYPES = {
    ".ics": "text/calendar; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml; charset=utf-8",
}
"""Kinds of files that some servers do not know."""

FOR_EVER = "public, max-age=31536000, immutable"
"""For a file whose name changes with what is in it: a year, and no question in between."""

ASK = "no-cache"
"""For all others: keep it, and ask each time whether it changed. Every page has safety text."""


def in_page(html: str) -> str:
    """Return a page with what it may load in a meta tag, which cannot say who may frame it."""
    policy = f'<meta http-equiv="Content-Security-Policy" content="{CONTENT}">'
    return html.replace(CHARSET, CHARSET + policy, 1)


def content_security(path: str, framers: Framers) -> str:
    """Return the policy of the file at *path*.

    Pages for embedding may be framed by *framers*. All others may be framed by the same site alone: they show what a
    reader keeps on the device, and have buttons that clear it, which a stranger could lay under a page of their own
    (clickjacking).
    """
    ancestors = _ancestors(framers) if path.startswith(addresses.EMBED) else "'self'"
    return f"{CONTENT}; frame-ancestors {ancestors}" if ancestors else CONTENT


def _ancestors(framers: Framers) -> str:
    """Return the value of `frame-ancestors`; without one, every page may frame, also one from an app or a folder."""
    if framers == "anyone":
        return ""
    return "'none'" if framers == "nobody" else " ".join(("'self'", *framers))


def caching(path: str) -> str:
    """Return how long a browser may keep the file at *path* without asking."""
    return FOR_EVER if re.search(HASHED, path) else ASK


def kind(path: str) -> str:
    """Return the type of the file at *path* where servers may not know it, else nothing."""
    return TYPES.get(posixpath.splitext(path)[1], "")
