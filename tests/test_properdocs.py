"""ProperDocs, the other generator that reads these settings: it builds the same site."""

import os
import subprocess
import sys
from pathlib import Path

from tests.compare import differences
from tests.sites import GUIDES, ROOT, Site


def test_properdocs_builds_the_same_site_from_the_same_settings(sites: dict[str, Site], tmp_path: Path) -> None:
    """Every address, title, heading and text, and every byte but those of dates."""
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "--config-file", str(ROOT / "mkdocs.yml")]
    own = {key: value for key, value in os.environ.items() if key not in {"GUIDE", "SITE_URL"}}
    done = subprocess.run(
        [*command, "--site-dir", str(tmp_path / "site")],
        env={**own, "GUIDE": str(GUIDES["hand"]), "NO_MKDOCS_2_WARNING": "1"},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert list(differences(sites["hand"].folder, tmp_path / "site")) == []
