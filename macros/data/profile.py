"""Which settings of MkDocs a clinic may change: every other one would break the guide, and is refused in words."""

from collections.abc import Iterator, Mapping

import yaml
from pydantic_core import PydanticCustomError

from macros.data.messages import did_you_mean
from macros.data.mistakes import Mistake
from macros.data.model.base import as_address, control_character
from macros.data.model.clinic import Clinic
from macros.data.settings_file import Keys, SettingsFile, plain_scalar, value_at
from macros.data.yaml_nodes import node_at, pairs

MAY_CHANGE = (
    *("INHERIT", "site_name", "site_url", "site_description", "repo_url"),
    *("theme", "extra", "extra_css", "extra_javascript"),
)
"""Keys of a profile. What else MkDocs knows is the guide's own."""

EXTRA = ("clinic", "guide", "papers", "folder", "kit")
"""Keys of a profile under `extra`."""

THEME = ("language", "direction")
"""Keys of a profile under `theme`, for a guide in another language."""

TEXTS: tuple[Keys, ...] = (("site_name",), ("site_url",), ("site_description",), ("repo_url",), ("extra", "kit"))
"""Keys whose values are text."""

ADDRESSES = ("site_url", "repo_url", "kit")
"""Of these, the keys whose values are web addresses."""

NEVER: Mapping[tuple[str, ...], str] = {
    ("use_directory_urls",): (
        "addresses of the guide end in a slash, and never change; "
        "for a folder that is opened by a double click, say 'folder: true' under extra"
    ),
    ("copyright",): "is shown nowhere; say extra.clinic.footer, or extra.clinic.licence",
    ("theme", "logo"): "is shown nowhere; say extra.clinic.logo",
    ("theme", "favicon"): "is not the way here; say extra.clinic.favicon",
    ("theme", "icon"): "is shown nowhere; say extra.clinic.logo",
    ("theme", "font"): "would load type from another host; the guide uses the reader's own",
    ("theme", "name"): "cannot be changed; the frame of the guide is its own",
    ("theme", "palette"): "takes the switch between light and dark colours away; say extra.clinic.colours",
    ("theme", "custom_dir"): "cannot be changed; the frame of the guide is its own",
}
"""Settings that break the guide or show nothing, wherever they are, and the right way."""

GUIDES_OWN = {("name", "material"), ("font", "false"), ("custom_dir", "overrides"), ("use_directory_urls", "true")}
"""What the guide's own settings say under those keys."""

IN_A_PROFILE: Mapping[str, str] = {
    "plugins": "belongs to the guide; its pages would be empty",
    "hooks": "belongs to the guide; they make its pages",
    "markdown_extensions": "belongs to the guide; its pages rest on it",
    "nav": "is made from the data",
    "docs_dir": "belongs to the guide; own files are in the folder of this file",
    "site_dir": "is named after the folder of this file",
    "edit_uri": "belongs to the guide",
    "site_author": "is shown nowhere; say extra.clinic.name",
    "strict": "belongs to the guide; a warning has to end the build",
    "validation": "belongs to the guide; a wrong link has to end the build",
}
"""What a profile cannot change, and why."""


def frame_mistakes(files: list[SettingsFile]) -> list[Mistake]:
    """Return every setting in *files* that would break the guide; the last of them is the guide's own."""
    mistakes = [mistake for file in files for mistake in _never(file)]
    named = {(mistake.file, mistake.line) for mistake in mistakes}
    own = (mistake for file in files[:-1] for mistake in _profile(file))
    return [*mistakes, *(mistake for mistake in own if (mistake.file, mistake.line) not in named)]


def _never(file: SettingsFile) -> Iterator[Mistake]:
    for path, what in NEVER.items():
        node = value_at(file.root, path)
        if node and not _is_guides(path, node):
            yield _at(file, path, what)
    for key in Clinic.model_fields.keys() | {"clinic"}:
        if value_at(file.root, (key,)):
            where = f"extra.{key}" if key == "clinic" else f"extra.clinic.{key}"
            yield _at(file, (key,), f"belongs under extra: write it as {where}")


def _is_guides(path: tuple[str, ...], node: yaml.Node) -> bool:
    """Return whether *node* is what the guide's own settings have there: colours, for one, are a list of choices."""
    if path == ("theme", "palette"):
        return isinstance(node, yaml.SequenceNode)
    return (path[-1], node.value) in GUIDES_OWN


def _profile(file: SettingsFile) -> Iterator[Mistake]:
    """Yield what a profile may not change."""
    for key, _, _ in pairs(file.root):
        if key not in MAY_CHANGE:
            near = did_you_mean(key, MAY_CHANGE)
            what = IN_A_PROFILE.get(key) or f"cannot be changed here{near}; allowed: {', '.join(MAY_CHANGE)}"
            yield _at(file, (key,), what)
    for parent, allowed in (("extra", EXTRA), ("theme", THEME)):
        for key in [key for key, _, _ in pairs(value_at(file.root, (parent,)) or yaml.ScalarNode("", ""))]:
            if key not in allowed:
                what = f"unknown key '{key}'{did_you_mean(key, allowed)}; allowed: {', '.join(allowed)}"
                yield _at(file, (parent, key), NEVER.get((parent, key), what))
    yield from _texts(file)


def _texts(file: SettingsFile) -> Iterator[Mistake]:
    for path in TEXTS:
        node, key = value_at(file.root, path), path[-1]
        if isinstance(node, yaml.MappingNode | yaml.SequenceNode) and node.tag != "!ENV":
            yield _at(file, path, "is not one line of text; allowed: text")
        elif isinstance(node, yaml.ScalarNode) and node.value:
            if node.tag != "!ENV" and not node.style and plain_scalar(node.value).tag != "tag:yaml.org,2002:str":
                yield _at(file, path, f'put it in quotes, or it is not read as text: {key}: "{node.value}"')
            elif wrong := control_character(node.value):
                yield _at(file, path, wrong)
            elif key in ADDRESSES and node.tag != "!ENV" and (problem := _no_address(node.value)):
                yield _at(file, path, problem)


def _no_address(value: str) -> str:
    try:
        as_address(value)
    except PydanticCustomError as error:
        return error.message()
    return ""


def _at(file: SettingsFile, path: Keys, what: str) -> Mistake:
    node, names = node_at(file.root, path)
    return Mistake(file.name, node.start_mark.line + 1, ".".join(names), what)
