"""Previews a guide on this machine and rebuilds after each change."""

import os
import socket
import subprocess
import sys
from pathlib import Path

HOST = "127.0.0.1"


def main(guide: Path, port: int) -> int:
    """Serve the guide in the file *guide*, as seen from mkdocs.yml, until Ctrl-C; return the exit status."""
    if reason := _unusable(port):
        sys.stderr.write(f"Port {port} cannot be used ({reason}); choose another: make serve PORT=8001\n")
        return 1
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"{HOST}:{port}"]
    environment = {"NO_MKDOCS_2_WARNING": "1", **os.environ, "GUIDE": str(guide)}
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
