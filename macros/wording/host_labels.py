"""Labels of editions and of those who host them: what changed, what is gone, the ZIPs, pages for embedding."""

from collections.abc import Mapping

from macros.wording.label_groups import Group


class EditionLabels(Group):
    """What a clinic changed of the guide."""

    changed: str
    set: str
    partly: str
    left_out: str
    added: str
    worded: str
    not_in: str
    heading: str


class GoneLabels(Group):
    """Pages that the guide no longer has."""

    retired: Mapping[str, str]
    hidden: Mapping[str, str]
    hidden_says: str
    shorter: str
    shorter_says: str
    found: str
    go_to: str
    lost: str
    lost_hidden: str


class KitStep(Group):
    """A step of whoever puts the guide up."""

    picture: str
    says: str


class KitLabels(Group):
    """The ZIPs for whoever puts the guide up."""

    title: str
    web: tuple[KitStep, ...]
    web_more: tuple[str, ...]
    folder: tuple[KitStep, ...]
    folder_more: tuple[str, ...]
    know: str
    holds: str
    here: str
    ready: str
    source: str
    ask: str


class EmbedLabels(Group):
    """Pages for embedding, and the code that embeds them."""

    whole: str
    still: str
    move: str
    ask: str
    heading: str
    about: str
    copy_code: str
    lacks: str
