"""`make serve` goes on when a rebuild fails, and the browser shows why instead of waiting."""

import logging
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from jinja2 import Environment
from mkdocs.livereload import LiveReloadServer

PAGE = Environment(autoescape=True).from_string(Path(__file__).with_name("preview.html").read_text(encoding="utf-8"))


class _Problems(logging.Handler):
    """Collects what a rebuild warns of, each message once."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Note a message."""
        self.messages[record.getMessage()] = None


class Rebuilds:
    """The rebuilds of one preview, and what was wrong with the last."""

    def __init__(self, build: Callable[[], None]) -> None:
        self._build = build
        self.problem = ""

    def __call__(self) -> None:
        """Build again; the browser shows a failure, and nothing ends with it.

        The macros plugin leaves by SystemExit where a template is wrong, which would end the server.
        """
        problems = _Problems()
        logger = logging.getLogger("mkdocs")
        logger.addHandler(problems)
        try:
            self._build()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, the editor has to see it
            self.problem = "\n".join(problems.messages) or str(error) or type(error).__name__
            sys.stderr.write(f"{self.problem}\nThe rebuild failed; the browser shows why.\n")
        else:
            self.problem = ""
        finally:
            logger.removeHandler(problems)


def show_problems(server: LiveReloadServer) -> None:
    """Let *server* answer with what is wrong while its last rebuild failed."""
    rebuilds = Rebuilds(server.builder)
    server.builder = rebuilds
    serve = server.get_app()
    server.set_app(_with_problems(rebuilds, serve) if serve else serve)


def _with_problems(rebuilds: Rebuilds, serve: WSGIApplication) -> WSGIApplication:
    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if not rebuilds.problem or environ["PATH_INFO"].startswith("/livereload/"):
            return serve(environ, start_response)
        # Not an error code: the server warns of those, and a warning during the next rebuild would fail it.
        start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
        return [PAGE.render(problem=rebuilds.problem).encode()]

    return answer
