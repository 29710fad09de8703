"""Takes what a clinic hides out of the guide, and out of everything that offers it: plans, search, pictures."""

from collections.abc import Callable, Iterable, Iterator

import yaml

from macros import addresses
from macros.data.layers.nodes import get, items, mapping, name_of, put, sequence, text
from macros.data.layers.overlay import Hide
from macros.data.layers.protected import Path
from macros.data.layers.targets import Target, address_of, targets
from macros.data.messages import did_you_mean
from macros.data.mistakes import Mistake
from macros.data.model.changes import Hidden
from macros.data.yaml_nodes import pairs, scalar

ALLOWED = "exercises, levels but the first, plans but the first, last weeks, pages, sections, advice and hard words"
WHOLE = (addresses.SAFETY, addresses.EVIDENCE)
LOOKS = ("setup", "steps", "figure")
"""What a level takes over from the level before it."""

Rebase = Callable[[yaml.Node, str], yaml.MappingNode]
"""Gives a record, parts of which were left out, the clinic's basis under a key."""


class Hiding:
    """Leaves things out of one guide, and collects what is wrong with that."""

    def __init__(self, root: yaml.Node, hide: Iterable[Hide], by: str, on: str) -> None:
        """Find what *hide* names; *by* says whose edition it is, *on* from which day."""
        self._by, self._on = by, on
        self.mistakes: list[Mistake] = []
        self.hidden: list[Hidden] = []
        self._root = root
        self._targets = targets(root)
        self._paths: dict[Path, Hide] = {}
        for one in hide:
            self._take(one)
        self._check_weeks()

    def _refuse(self, one: Hide, what: str) -> None:
        self.mistakes.append(Mistake(one.file, one.line, f"hide '{one.address}'", what))

    def _take(self, one: Hide) -> None:
        address = address_of(one.address)
        target = self._targets.get(address)
        if target is None:
            whole = address.startswith(WHOLE)
            what = "is the same in every edition" if whole else f"is no address{did_you_mean(address, self._targets)}"
            self._refuse(one, f"{what}; allowed: the addresses of {ALLOWED}")
        elif reason := self._reason_to_stay(target, address):
            self._refuse(one, reason)
        elif target.path not in self._paths:
            self._paths[target.path] = one
            self.hidden.append(Hidden(target.kind, address, target.name, one.file, one.line))

    def _reason_to_stay(self, target: Target, address: str) -> str:
        if address == addresses.PLAN:
            return "is the plan that calendars and booklets are made of; lay your own weeks over it instead"
        if address == addresses.ABOUT:
            return "says who changed the guide, and stays in every edition"
        if target.kind == "level" and name_of(items(get(self._root, *target.path[:-1]))[0]) == target.path[-1]:
            return "is the first level, where everyone starts; hide the exercise instead"
        if target.kind == "section" and get(self._root, *target.path, "findings"):
            return "states what was found; hide the whole page, or nothing of it"
        if target.kind == "exercise" and target.path[-1] == scalar(get(self._root, "home") or self._root, "start"):
            return "is where the first page's button leads; lay another exercise's id over home.start first"
        return ""

    def _check_weeks(self) -> None:
        """Refuse weeks in the middle: the weeks after them would move to other addresses."""
        for path, one in self._paths.items():
            if path[-2] != "weeks":
                continue
            weeks = len(items(get(self._root, *path[:-1])))
            later = [str(number) for number in range(int(path[-1]) + 1, weeks + 1)]
            if any((*path[:-1], number) not in self._paths for number in later):
                self._refuse(one, "has weeks after it; hide those as well, or lay your own weeks over the plan")

    def without(self, rebase: Rebase) -> yaml.Node:
        """Return the guide without what is hidden."""
        if not self._paths:
            return self._root
        root = self._pruned(self._root, ())
        root = put(root, {"exercises": self._levels(root)})
        root = put(root, {"programmes": self._plans(root, rebase), "search": self._search(root)})
        return put(root, {"figures": self._figures(root), "retired": self._retired(root)})

    def _pruned(self, node: yaml.Node, path: Path) -> yaml.Node:
        match node:
            case yaml.MappingNode():
                return mapping(node, [(key, self._pruned(value, (*path, str(key.value)))) for key, value in node.value])
            case yaml.SequenceNode():
                named = [(name_of(item) or str(number), item) for number, item in enumerate(node.value, 1)]
                kept = [(name, item) for name, item in named if (*path, name) not in self._paths]
                return sequence(node, [self._pruned(item, (*path, name)) for name, item in kept])
        return node

    def _levels(self, root: yaml.Node) -> yaml.Node:
        """Return the exercises; a level takes over the look of a hidden one before it."""
        exercises = get(root, "exercises") or root
        return sequence(exercises, [self._exercise(exercise) for exercise in items(exercises)])

    def _exercise(self, exercise: yaml.Node) -> yaml.Node:
        path = ("exercises", name_of(exercise) or "", "levels")
        if not any(hidden[: len(path)] == path for hidden in self._paths):
            return exercise
        levels, carried = list[yaml.Node](), dict[str, yaml.Node | None]()
        for level in items(get(self._root, *path)):
            own = {key: get(level, key) or carried.get(key) for key in LOOKS}
            if (*path, name_of(level) or "") in self._paths:
                carried = own
                continue
            levels.append(put(level, {key: value for key, value in own.items() if value is not None}))
            carried = {}
        listed = sequence(get(exercise, "levels") or exercise, levels)
        return put(exercise, {"levels": listed, **_equipment(exercise, levels)})

    def _plans(self, root: yaml.Node, rebase: Rebase) -> yaml.Node:
        programmes = get(root, "programmes") or root
        return sequence(programmes, [self._plan(programme, rebase) for programme in items(programmes)])

    def _plan(self, programme: yaml.Node, rebase: Rebase) -> yaml.Node:
        id_ = name_of(programme) or ""
        weeks = get(programme, "weeks") or programme
        kept = [self._week(week, id_, number) for number, week in enumerate(items(weeks), 1)]
        before = items(get(self._root, "programmes", id_, "weeks"))
        if len(kept) == len(before) and all(new is old for new, old in zip(kept, items(weeks), strict=True)):
            return programme
        ever = get(programme, "former_weeks") or text(weeks, str(len(before)))
        shorter = {"former_weeks": ever} if len(kept) < len(before) else {}
        return rebase(put(programme, {"weeks": sequence(weeks, kept), **shorter}), "basis")

    def _week(self, week: yaml.Node, programme: str, number: int) -> yaml.Node:
        """Return a week without hidden exercises; one at a hidden level is done at the level before."""
        entries = items(get(week, "entries"))
        kept = [entry for item in entries if (entry := self._entry(item))]
        if entries and not kept:
            one = next(one for path, one in self._paths.items() if path[0] == "exercises")
            what = f"leaves nothing in week {number} of the plan '{programme}'; hide the plan, or give the week others"
            self._refuse(one, what)
            return week
        if len(kept) == len(entries) and all(new is old for new, old in zip(kept, entries, strict=True)):
            return week
        return put(week, {"entries": sequence(week, kept)})

    def _entry(self, entry: yaml.Node) -> yaml.Node | None:
        exercise, level = name_of(entry) or "", scalar(entry, "level") or ""
        path = ("exercises", exercise, "levels")
        if path[:2] in self._paths:
            return None
        if (*path, level) not in self._paths:
            return entry
        before: str = ""
        for one in items(get(self._root, *path)):
            if name_of(one) == level:
                break
            before = before if (*path, name_of(one) or "") in self._paths else name_of(one) or ""
        return put(entry, {"level": text(entry, before)})

    def _retired(self, root: yaml.Node) -> yaml.Node:
        """Return what the guide no longer has, and with it what the edition leaves out: their addresses say so."""
        listed = [self._with_what_is_left(item) for item in items(get(root, "retired"))]
        for path, hidden in zip(self._paths, self.hidden, strict=True):
            if hidden.kind in {"exercise", "programme", "page"}:
                listed.append(self._gone(get(self._root, *path) or root, hidden))
        return sequence(root, listed)

    def _with_what_is_left(self, item: yaml.Node) -> yaml.Node:
        """Return something retired, which names nothing hidden to do instead."""
        kind = f"{scalar(item, 'kind') or 'exercise'}s"
        return put(item, {"instead": None}) if (kind, scalar(item, "instead") or "") in self._paths else item

    def _gone(self, record: yaml.Node, hidden: Hidden) -> yaml.Node:
        said = {"kind": hidden.kind, "name": hidden.name, "since": self._on, "by": self._by}
        weeks = items(get(record, "weeks"))
        levels = [get(level, "id") for level in items(get(record, "levels"))]
        values = {key: text(record, value) for key, value in said.items()} | {"id": get(record, "id")}
        values |= {"weeks": text(record, str(len(weeks)))} if weeks else {}
        values |= {"levels": sequence(record, filter(None, levels))} if levels else {}
        return put(mapping(record, []), {**values, "former_ids": get(record, "former_ids")})

    def _search(self, root: yaml.Node) -> yaml.Node | None:
        """Return the search without what leads to something hidden."""
        search = get(root, "search")
        leads = get(search, "leads") if search else None
        if search is None or leads is None:
            return search
        gone = tuple(one.address for one in self.hidden)
        kept = [lead for lead in items(leads) if not self._is_gone(scalar(lead, "to") or "", gone)]
        return put(search, {"leads": sequence(leads, kept)})

    @staticmethod
    def _is_gone(address: str, gone: tuple[str, ...]) -> bool:
        return address in gone or any(address.startswith(page) for page in gone if page.endswith("/"))

    def _figures(self, root: yaml.Node) -> yaml.Node | None:
        """Return the figures without those that only something hidden shows."""
        figures = get(root, "figures")
        lost = set(_shown(self._root)) - set(_shown(root))
        return figures and mapping(figures, [(key, value) for key, value in figures.value if key.value not in lost])


def _shown(node: yaml.Node) -> Iterator[str]:
    """Yield the id of every figure that something in *node* shows."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _shown(item)
    for name, _, value in pairs(node):
        if name == "figure" and isinstance(value, yaml.ScalarNode):
            yield str(value.value)
        elif name != "figures":
            yield from _shown(value)


def _equipment(exercise: yaml.Node, levels: list[yaml.Node]) -> dict[str, yaml.Node | None]:
    """Return the equipment of an exercise without what only hidden levels need, and what stands in for it."""
    needed = [get(level, "equipment") for level in levels]
    equipment = get(exercise, "equipment")
    if equipment is None or any(need is None for need in needed):
        return {}
    used = {item.value for need in needed for item in items(need)}
    listed = sequence(equipment, [item for item in items(equipment) if item.value in used])
    lost = scalar(exercise, "stand_in_for")
    gone = ("stand_in", "stand_in_for") if lost is not None and lost not in used else ()
    return {"equipment": listed, **dict.fromkeys(gone)}
