"""The link by which a reader reports an error on a page, with the page and the version filled in."""

from urllib.parse import quote, urlencode

from macros.edition import Edition
from macros.wording.about import version_phrase
from macros.wording.labels import labels


def report_link(edition: Edition, here: str) -> str | None:
    """Return where the page at *here* sends a reader who found an error; None where the host has set nothing."""
    about, contact = edition.guide.guide, edition.clinic.report
    if contact is None:
        return None
    page = edition.absolute(here) or f"/{here}"
    if "@" not in contact:
        mark = "&" if "?" in contact else "?"
        return f"{contact}{mark}{urlencode({'page': page, 'version': about.version})}"
    subject = labels().report.subject.format(guide=about.title, version=version_phrase(about))
    body = labels().report.body.format(page=page)
    return f"mailto:{contact}?subject={quote(subject)}&body={quote(body)}"
