"""Previews a guide on this machine and rebuilds after each change."""

import os
import socket
import subprocess
import sys
from pathlib import Path

from macros.publishing.profile import SETTINGS, PublishError, check, choose, entry, profile_file, profile_name

HOST = "127.0.0.1"


def main(guide: Path | None, port: int, settings: Path = SETTINGS) -> int:
    """Serve the site of *settings* until Ctrl-C; return the exit status.

    A *guide*, as seen from mkdocs.yml, wins over the one that the settings name.
    """
    if reason := _unusable(port):
        sys.stderr.write(f"Port {port} cannot be used ({reason}); choose another: make serve PORT=8001\n")
        return 1
    profile = profile_file(settings)
    choose(guide)
    try:
        if profile:
            check(profile)
    except PublishError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    name = f"{profile_name(profile)}-{port}" if profile else ""  # two previews of one profile have a file each
    with entry(profile or SETTINGS, name) as first:
        return _serve(port, first)


def _serve(port: int, settings: Path) -> int:
    command = [sys.executable, "-m", "mkdocs", "serve", "--config-file", str(settings), "--dev-addr", f"{HOST}:{port}"]
    environment = {"NO_MKDOCS_2_WARNING": "1", **os.environ}
    try:
        return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603 - our own command
    except KeyboardInterrupt:
        return 130  # what a shell returns after Ctrl-C


def _unusable(port: int) -> str:
    """Return why a server cannot have *port*; nothing where it can."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as MkDocs's server does
        try:
            probe.bind((HOST, port))
        except OSError as error:
            return error.strerror or str(error)
        except OverflowError:
            return "there is no such port"
    return ""
