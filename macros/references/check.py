"""Asks Crossref about every source with a DOI, and saves its answer in the data file.

Needs the internet, and sends nothing but the DOIs.
"""

import json
import os
import re
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

import yaml

from macros.data.load import GuideError, load, node_at, read
from macros.data.model.source import Source
from macros.references import crossref

ADDRESS = "https://api.crossref.org/works/"
AGENT = "FootCoreGuide/1.0 (check-sources)"
PATIENCE = 20
"""Seconds to wait for an answer."""

PAUSE = 0.2
"""Seconds between two questions, to be gentle with a public service."""


@dataclass(frozen=True)
class Finding:
    """What was found about one source."""

    result: str
    says: tuple[str, ...]
    places: tuple[str, ...]
    """For each of *says* the key of the source that it is about."""


def compared(source: Source, answer: bytes | None) -> Finding:
    """Return what Crossref's *answer* means for *source*; none where Crossref does not know the DOI.

    Raises ValueError where the answer is not what Crossref sends.
    """
    if answer is None:
        return Finding("not-there", (), ())
    work = crossref.work(answer)
    different = list(crossref.differences(source, work))
    notices = list(crossref.notices(work))
    places = [key for key, _ in different] + ["DOI" for _ in notices]
    says = [f"{key}: {what}" for key, what in different] + [what for _, what in notices]
    result = crossref.result(bool(different), {type_ for type_, _ in notices})
    return Finding(result, tuple(says), tuple(places))


def ask(doi: str) -> bytes | None:
    """Return Crossref's answer about *doi*, none where it does not know it.

    Raises OSError where it cannot be reached.
    """
    request = Request(os.environ.get("CROSSREF", ADDRESS) + quote(doi, safe=""), headers={"User-Agent": AGENT})  # noqa: S310 - our own address
    try:
        with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - as above
            return bytes(answer.read())
    except HTTPError as error:
        if error.code == HTTPStatus.NOT_FOUND:
            return None
        raise


def with_findings(text: str, findings: Mapping[str, Finding], today: date) -> str:
    """Return the data *text* with what was found under each source; every other line stays as it is."""
    lines = text.splitlines(keepends=True)
    for source in reversed(_sources(text)):
        if finding := findings.get(str(_keys(source)["id"][1].value)):
            _put(lines, source, finding, today)
    return "".join(lines)


def _sources(text: str) -> list[yaml.MappingNode]:
    """Return the nodes of all sources; the data was checked before."""
    root = yaml.compose(text, yaml.CBaseLoader)
    node = node_at(root, ("evidence", "sources"))[0] if root else None
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    return [item for item in items if isinstance(item, yaml.MappingNode)]


def _keys(source: yaml.MappingNode) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    return {key.value: (key, value) for key, value in source.value}


def _put(lines: list[str], source: yaml.MappingNode, finding: Finding, today: date) -> None:
    """Put the line of a finding after the date of reading, or in place of an older one."""
    says = f", says: {json.dumps(finding.says, ensure_ascii=False)}" if finding.says else ""
    written = f"crossref: {{checked: {today.isoformat()}, result: {finding.result}{says}}}\n"
    keys = _keys(source)
    key, value = keys.get("crossref", keys["checked"])
    end = value.end_mark.line + (not isinstance(value, yaml.MappingNode) or bool(value.flow_style))
    start = key.start_mark.line if "crossref" in keys else end
    lines[start:end] = [" " * key.start_mark.column + written]


def check_sources(file: Path, asker: Callable[[str], bytes | None] = ask) -> int:
    """Ask about every source of the data *file*, print what differs, and save it in the file.

    Returns an exit status: 0 where all agree, 1 where something differs, 2 where nothing could be asked or saved.
    """
    try:
        guide = load(file)
        text = file.read_bytes().decode()
        findings = _findings(guide.evidence.sources, asker)
        saved = with_findings(text, findings, datetime.now(UTC).date()).encode()
        read(saved, file)  # the new lines may not fit a form that an editor chose
    except GuideError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except (OSError, ValueError) as error:
        reason = re.sub(r"\s+", " ", str(error))
        sys.stderr.write(f"cannot ask Crossref: {reason}\nThis check needs the internet. Nothing was changed.\n")
        return 2
    for node in _sources(text):
        _print(file.name, node, findings)
    file.write_bytes(saved)
    wrong = sum(finding.result != "agrees" for finding in findings.values())
    sys.stdout.write(f"{file}: asked about {len(findings)} sources with a DOI, {wrong} to look at\n")
    return int(bool(wrong))


def _findings(sources: tuple[Source, ...], asker: Callable[[str], bytes | None]) -> dict[str, Finding]:
    findings: dict[str, Finding] = {}
    for source in sources:
        if source.DOI:
            time.sleep(PAUSE if findings and asker is ask else 0)
            findings[source.id] = compared(source, asker(source.DOI))
    return findings


def _print(file: str, node: yaml.MappingNode, findings: Mapping[str, Finding]) -> None:
    """Print what was found about the source at *node*, each with its line."""
    lines = {key: at.start_mark.line + 1 for key, (at, _) in _keys(node).items()}
    id_ = str(_keys(node)["id"][1].value)
    finding = findings.get(id_, Finding("agrees", (), ()))
    differences = list(zip(finding.places, finding.says, strict=True))
    if finding.result == "not-there":
        differences.append(("DOI", "Crossref does not have this DOI"))
    for key, what in differences:
        line = lines.get(key, node.start_mark.line + 1)
        sys.stdout.write(f"{file}:{line}: evidence.sources.{id_}.{key}: {what.removeprefix(f'{key}: ')}\n")
