"""YAML that remembers the line of every value, so that a problem is reported where a person has to mend it.

Every scalar is the text that stands in the file: `since: 2018` and `aliases: [NO]` mean what they look like, not a
number and `false`. Types are the business of the models that check the entries.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from kg.ontology.problems import InvalidOntologyError, Place, problem

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 20


@dataclass(frozen=True)
class LocatedEntry:
    """One entry of a file: its slug, its data, and the place of each of its values."""

    slug: str
    place: Place
    node: yaml.Node

    @cached_property
    def data(self) -> Any:
        """Mappings, lists, text and None, as they stand in the file."""
        return _plain(self.node)

    @property
    def line(self) -> int:
        """The line of the entry's slug."""
        return self.place.line

    def line_of(self, *keys: str | int) -> int:
        """The line of a field, or of a value inside it; of the entry where there is none."""
        return self.place_of(*keys).line

    def place_of(self, *keys: str | int) -> Place:
        """File and line of a field, or of a value in it as far as the keys lead; what an overlay set is in its file."""
        place, node = self.place, self.node
        for key in keys:
            mark, child = _child(node, key)
            if child is None:
                break
            place, node = _place(mark), child
        return place

    def problem(self, what: str, cure: str, *keys: str | int) -> str:
        """A problem of this entry, placed at one of its values where keys lead to one."""
        return problem(self.place_of(*keys), f"{self.slug}: {what}", cure)

    def overlaid(self, other: "LocatedEntry") -> "LocatedEntry":
        """This entry with the fields of another laid over it: lists are extended, all else is replaced."""
        if not (isinstance(self.node, yaml.MappingNode) and isinstance(other.node, yaml.MappingNode)):
            return other
        fields = {key.value: (key, value) for key, value in self.node.value}
        for key, value in other.node.value:
            under = fields.get(key.value)
            fields[key.value] = (key, _extended(under[1], value) if under else value)
        node = yaml.MappingNode(self.node.tag, list(fields.values()), self.node.start_mark, self.node.end_mark)
        return LocatedEntry(self.slug, self.place, node)


Located = dict[str, LocatedEntry]
"""The entries of one file by their slugs, in the order of the file."""


def read(path: Path) -> Located:
    """The entries of a YAML file whose top level maps slugs to entries.

    Raises InvalidOntologyError where the file cannot be read, is no YAML, maps no slugs, or repeats a key.
    """
    root = _compose(path)
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        what, cure = "the file holds no entries", "write `slug:` and its fields below it"
        raise InvalidOntologyError([problem(_place(root.start_mark), what, cure)])
    if problems := list(_misuses(root)):
        raise InvalidOntologyError(problems)
    return {key.value: LocatedEntry(key.value, _place(key.start_mark), value) for key, value in root.value}


def _compose(path: Path) -> yaml.Node | None:
    try:
        with path.open("rb") as stream:
            node: yaml.Node | None = yaml.compose(stream, Loader=_Loader)
            return node
    except OSError as error:
        what, cure = f"the file cannot be read ({error.strerror})", "check the path and its rights"
        raise InvalidOntologyError([problem(Place(str(path), 1), what, cure)]) from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        what, cure = f"no valid YAML ({error.problem})", "check indentation, colons and quotes"
        raise InvalidOntologyError([problem(Place(str(path), line), what, cure)]) from None
    except yaml.YAMLError as error:
        what, cure = f"no valid YAML ({' '.join(str(error).split())})", "save the file as UTF-8 text"
        raise InvalidOntologyError([problem(Place(str(path), 1), what, cure)]) from None


def _misuses(node: yaml.Node, depth: int = 0) -> Iterator[str]:
    """What YAML lets pass and an ontology file must not: keys given twice, keys that are no text, endless nesting."""
    if depth > _DEEPEST:
        yield problem(_place(node.start_mark), "an entry that nests too deep", "remove the YAML alias that repeats it")
        return
    if isinstance(node, yaml.MappingNode):
        yield from _misused_keys(node)
    for child in _children(node):
        if not isinstance(child, yaml.ScalarNode):
            yield from _misuses(child, depth + 1)


def _misused_keys(node: yaml.MappingNode) -> Iterator[str]:
    lines: dict[str, int] = {}
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            yield problem(_place(key.start_mark), "a key that is no text", "quote it")
        elif key.value in lines:
            what = f"{key.value!r} stands in line {lines[key.value]} already"
            yield problem(_place(key.start_mark), what, "join the two")
        else:
            lines[key.value] = key.start_mark.line + 1


def _children(node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        return [value for _, value in node.value]
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _child(node: yaml.Node, key: str | int) -> tuple[yaml.Mark | None, yaml.Node | None]:
    if isinstance(node, yaml.MappingNode):
        return next(((name.start_mark, value) for name, value in node.value if name.value == key), (None, None))
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key].start_mark, node.value[key]
    return None, None


def _extended(under: yaml.Node, over: yaml.Node) -> yaml.Node:
    if isinstance(under, yaml.SequenceNode) and isinstance(over, yaml.SequenceNode):
        return yaml.SequenceNode(over.tag, [*under.value, *over.value], over.start_mark, over.end_mark)
    return over


def _plain(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return None if node.tag == "tag:yaml.org,2002:null" else node.value


def _place(mark: Any) -> Place:
    return Place(str(mark.name), mark.line + 1)
