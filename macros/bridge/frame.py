"""The files that frame the pages: MkDocs's style sheets and scripts become one of each, and the theme's own go."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from macros import addresses, assets, worker
from macros.data.own_files import Assets
from macros.edition import Framers
from macros.hosting import servers
from macros.pages.embeds import Embed

ON_DEMAND = "on_demand"
"""The setting under `extra` that lists the scripts of what pages load when they need it."""

STYLES = "styles"
"""The key of that setting which lists style sheets."""

EMBED_STYLES = ("assets/css/tokens.css", addresses.BRAND_STYLES, addresses.FIGURE_STYLES, "assets/css/embed.css")
EMBED_SCRIPTS = ("assets/js/on-demand.js",)
"""What pages for embedding are made with; the last style sheet is theirs alone."""

WORKERS = {True: "assets/js/worker/keep.js", False: "assets/js/worker/leave.js"}
"""Source of the worker: where pages stay on devices, and where they do not."""


def list_assets(config: MkDocsConfig, own: Assets, *, branded: bool) -> None:
    """Let the style sheets and scripts of a profile follow the guide's own; MkDocs would put them in their place."""
    styles, scripts = own
    guides = [str(item["path"]) for item in styles.guides] if styles.added else config.extra_css
    made = [addresses.FIGURE_STYLES, *([addresses.BRAND_STYLES] if branded else [])]
    config.extra_css = [*guides, *made, *(str(item["path"]) for item in styles.added)]
    if scripts.added:
        listed = [dict(item) for item in (*scripts.guides, *scripts.added)]
        config.extra_javascript = MkDocsConfig.extra_javascript.validate(listed)


def join_assets(files: Files, config: MkDocsConfig) -> None:
    """Replace the site's own style sheets and scripts by one of each.

    What is elsewhere, a module, or `async` stays by itself. Raises StyleError where a style sheet is wrong.
    """
    styles = {path: file for path in config.extra_css if (file := files.get_file_from_path(path))}
    scripts = {
        str(script): (file, not isinstance(script, str) and script.defer)
        for script in config.extra_javascript
        if _is_plain(script) and (file := files.get_file_from_path(str(script)))
    }
    style = assets.style_sheet(assets.Asset(path, file.content_string) for path, file in styles.items())
    code = assets.script(assets.Script(path, file.content_string, late) for path, (file, late) in scripts.items())
    for file in (*styles.values(), *(file for file, _ in scripts.values())):
        files.remove(file)
    for asset in (style, code):
        files.append(File.generated(config, asset.path, content=asset.content))
    config.extra_css = [style.path, *(path for path in config.extra_css if path not in styles)]
    config.extra_javascript = [code.path, *(one for one in config.extra_javascript if str(one) not in scripts)]


def join_on_demand(files: Files, config: MkDocsConfig, data: str) -> dict[str, str]:
    """Replace the scripts that pages load on demand by one for each key of the setting; return their paths.

    The first script begins with *data*.
    """
    joined: dict[str, str] = {}
    for name, paths in (config.extra.get(ON_DEMAND) or {}).items():
        parts = [file for path in paths if (file := files.get_file_from_path(path))]
        sources = [assets.Asset(file.src_uri, file.content_string) for file in parts]
        asset = (
            assets.style_sheet(sources, addresses.OWN_STYLES)
            if name == STYLES
            else assets.on_demand(name, sources, "" if joined.keys() - {STYLES} else data)
        )
        for file in parts:
            files.remove(file)
        files.append(File.generated(config, asset.path, content=asset.content))
        joined[name] = asset.path
    return joined


def join_embed(files: Files, config: MkDocsConfig) -> Embed:
    """Add the style sheet of the pages for embedding, and the script of the one that has one; return their paths.

    The sources of other files of the site are among theirs, so this comes before those are joined.
    """
    style = assets.style_sheet(_sources(files, EMBED_STYLES), addresses.EMBED_STYLES)
    parts = [assets.Script(part.path, part.content, deferred=True) for part in _sources(files, EMBED_SCRIPTS)]
    code = assets.script(parts, addresses.EMBED_SCRIPT)
    files.remove(files.src_uris[EMBED_STYLES[-1]])
    for asset in (style, code):
        files.append(File.generated(config, asset.path, content=asset.content))
    return Embed(style.path, code.path)


def _sources(files: Files, paths: Iterable[str]) -> list[assets.Asset]:
    found = {path: files.get_file_from_path(path) for path in paths}  # a clinic may have no colours of its own
    return [assets.Asset(path, file.content_string) for path, file in found.items() if file]


def _is_plain(script: ExtraScriptValue | str) -> bool:
    return isinstance(script, str) or not (script.type or script.async_)


def drop_theme_files(files: Files, config: MkDocsConfig) -> None:
    """Leave out the style sheets, scripts and icons that come with the theme; the frame is our own (overrides/).

    A clinic's own icon stays: the file in docs/ that `theme.favicon` names, or that has the name of the theme's.
    """
    own = {config.docs_dir, config.theme.custom_dir, None}
    for file in list(files):
        is_template = file.src_dir == config.theme.custom_dir and file.src_uri == addresses.SITEMAP
        if is_template or file.src_dir not in own:
            files.remove(file)
    if files.get_file_from_path(config.theme["favicon"]) is None:
        config.theme["favicon"] = addresses.FAVICON


def take_worker(files: Files, *, keeps: bool) -> str:
    """Take the sources of the worker out of the site; return the one to use, nothing where a host has none."""
    sources = {path: file for path in WORKERS.values() if (file := files.get_file_from_path(path))}
    for file in sources.values():
        files.remove(file)
    used = sources.get(WORKERS[keeps])
    return used.content_string if used else ""


def write_worker(source: str, config: MkDocsConfig, *, keeps: bool) -> None:
    """Write the worker of the finished site; a folder without a web server cannot have one."""
    if config.extra.get("folder") or not source:
        return
    site = Path(config.site_dir)
    code = worker.keeping(source, site) if keeps else worker.leaving(source)
    (site / addresses.WORKER).write_text(code, encoding="utf-8", newline="\n")


def write_server_files(config: MkDocsConfig, framers: Framers) -> None:
    """Write what web servers read of the finished site. MkDocs itself leaves out files whose names begin with a dot."""
    if config.extra.get("folder"):
        return
    site = Path(config.site_dir)
    paths = [file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()]
    for path, content in servers.files(paths, config.site_url or "", framers):
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_text(content, encoding="utf-8", newline="\n")
