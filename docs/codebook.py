"""The codebook, made of the code: every public class with its fields, every enumeration with its values.

A field's meaning is from the docstring of its class, its type from its annotation, its unit from its metadata, what it
allows from its validators, and what the article fills it with, and by which words, from the article's data. Where one
of these is missing there is an error, and so no documentation.
"""

from __future__ import annotations

import enum
import inspect
from typing import Any

import attrs
import griffe

import kzpeace as kz
from kzpeace.columns import plain

PUBLIC = [value for name in sorted(kz.__all__) if inspect.isclass(value := getattr(kz, name))]
CLASSES = [value for value in PUBLIC if attrs.has(value)]
ENUMERATIONS = [value for value in PUBLIC if issubclass(value, enum.Enum)]

RECORDS = {f"record {number}": record for number, record in enumerate(kz.DEPLOYMENTS, start=1)}
FROM_THE_ARTICLE: dict[type, dict[str, Any]] = {
    kz.Source: {"the article": kz.ARTICLE},
    kz.Deployment: RECORDS,
    kz.Proposal: {"the proposal": kz.PROPOSAL},
    kz.ConstitutionalBasis: {"the basis": kz.CONSTITUTIONAL_BASIS},
    kz.Headcount: {name: each.headcount for name, each in {**RECORDS, "the proposal": kz.PROPOSAL}.items()},
    kz.Statement: {f"statement {number}": each for number, each in enumerate(kz.PROPOSAL.statements, start=1)},
}
"""What the article says, as objects of each class."""

FROM_THE_UN: dict[type, dict[str, Any]] = {
    kz.Mission: {mission.acronym: mission for mission in kz.MISSIONS},
    kz.Mandate: {mission.acronym: mission.mandate for mission in kz.MISSIONS},
}
"""What documents of the United Nations say."""

VALUES = {kz.Citation, kz.PartialDate, kz.Period}
"""What stands in the fields of the others."""

COMPUTED = {
    *(kz.Dataset, kz.Event, kz.MissionTotals, kz.Timeline, kz.Total, kz.TotalsByMission, kz.Verification),
}
"""What the library makes of the others."""

NOT_STATED = {
    (kz.Deployment, "missions"): "The article names territories, and the force in Lebanon; acronyms are the UN's.",
    (kz.Deployment, "period"): "That it reaches to the day of the report, or is that day, is our inference.",
    (kz.Proposal, "date"): "The article says the day of the week; the date is that of the report.",
    (kz.Proposal, "missions"): "The article names the missions; their acronyms are from the UN.",
    (kz.Proposal, "decided"): "That it was on the day of the report is our inference.",
    (kz.ConstitutionalBasis, "adopted"): "From the constitution; the article does not say which one it means.",
    (kz.ConstitutionalBasis, "empowers"): "From the constitution.",
    (kz.Source, "language"): "The language that we read it in.",
}
"""What the article's objects hold that it does not state."""

MODULES = griffe.load("kzpeace", docstring_parser="google")


def codebook() -> str:
    """The codebook, in Markdown.

    Raises:
        LookupError: For a class, field or value of which something is not said.
    """
    parts = ["## Classes", *map(class_section, CLASSES), "## Enumerations", *map(enumeration_section, ENUMERATIONS)]
    return "\n\n".join(parts) + "\n"


def class_section(kind: type) -> str:
    """What the codebook says of a class."""
    meaning = meanings(kind)
    names = [field.name for field in attrs.fields(kind)]
    if sorted(names) != sorted(meaning):
        message = f"{kind.__name__}: has the fields {names}, and its docstring says what {list(meaning)} are"
        raise LookupError(message)
    rows = [
        (code(field.name), code(field.type), unit_of(kind, field), allowed(field), meaning[field.name])
        for field in attrs.fields(kind)
    ]
    fields = table(("field", "type", "unit", "allowed", "meaning"), rows)
    return "\n\n".join([f"### {kind.__name__}", summary(kind), fields, origin(kind)])


def enumeration_section(kind: Any) -> str:
    """What the codebook says of an enumeration."""
    described = [(code(each.name), code(each.value), described_member(kind, each.name)) for each in kind]
    return "\n\n".join([f"### {kind.__name__}", summary(kind), table(("member", "value", "meaning"), described)])


def read(kind: type) -> Any:
    """What griffe has read of a class."""
    return MODULES[f"{kind.__module__.removeprefix('kzpeace.')}.{kind.__name__}"]


def summary(kind: type) -> str:
    """What a class is: its docstring up to the first section or example."""
    return str(read(kind).docstring.parsed[0].value).partition(">>>")[0].strip()


def meanings(kind: type) -> dict[str, str]:
    """The meaning of each field of a class, from the section *Attributes* of its docstring."""
    return {
        each.name: " ".join(each.description.split())
        for section in read(kind).docstring.parsed
        if section.kind is griffe.DocstringSectionKind.attributes
        for each in section.value
    }


def described_member(kind: type, name: str) -> str:
    """The meaning of a member of an enumeration, from the docstring below it."""
    docstring = read(kind)[name].docstring
    if docstring is None:
        message = f"{kind.__name__}.{name}: has no docstring"
        raise LookupError(message)
    return " ".join(docstring.value.split())


def unit_of(kind: type, field: attrs.Attribute[Any]) -> str:
    """The unit of a field that is a number; nothing for another."""
    unit = field.metadata.get("unit", "")
    if "int" in str(field.type) and not unit:
        message = f"{kind.__name__}.{field.name}: is a number without a unit"
        raise LookupError(message)
    return str(unit)


def allowed(field: attrs.Attribute[Any]) -> str:
    """What a field lets through, as its validators say; where it has none, whatever is of its type."""
    validators = getattr(field.validator, "_validators", (field.validator,)) if field.validator else ()
    said = (str(inspect.getdoc(each)).removesuffix(".") for each in validators)
    return " ".join(f"{each[:1].upper()}{each[1:]}." for each in said) or "What is of its type."


def origin(kind: type) -> str:
    """Where the objects of a class come from, and what is in those that come with the library."""
    if kind in VALUES:
        return "Stands in the fields of other classes; what fills it is shown there."
    if kind in COMPUTED:
        return "Made by the library of the records and proposals it is given; the article fills none of its fields."
    if kind in FROM_THE_UN:
        return f"From documents of the United Nations, not from the article:\n\n{filled(kind, FROM_THE_UN[kind])}"
    if kind in FROM_THE_ARTICLE:
        return f"From the article:\n\n{filled(kind, FROM_THE_ARTICLE[kind])}"
    message = f"{kind.__name__}: it is not said where its objects come from"
    raise LookupError(message)


def filled(kind: type, objects: dict[str, Any]) -> str:
    """What is in the fields of objects: a row for each of several, or one for each field of a single one."""
    names = [field.name for field in attrs.fields(kind)]
    remarks = "\n".join(f"- {code(name)}: {NOT_STATED[kind, name]}" for name in names if (kind, name) in NOT_STATED)
    if len(objects) > 1:
        rows = [(label, *(value(getattr(each, name)) for name in names)) for label, each in objects.items()]
        return f"{table(('', *map(code, names)), rows)}\n\n{remarks}".strip()
    ((_, thing),) = objects.items()
    cited = dict(getattr(thing, "citations", ()))
    rows = [
        (code(name), value(held := getattr(thing, name)), value(cited.get(name) or stated(held)))
        for name in names
        if name != "citations"
    ]
    heads = ("field", "value", "words that state it")
    if not cited:
        rows, heads = [row[:2] for row in rows], heads[:2]
    return f"{table(heads, rows)}\n\n{remarks}".strip()


def stated(held: Any) -> tuple[kz.Citation, ...]:
    """Where statements are stated."""
    return tuple(each.citation for each in held if each.citation) if is_several(held, kz.Statement) else ()


def is_several(held: Any, kind: type) -> bool:
    """Whether a value is a tuple of things of a kind."""
    return isinstance(held, tuple) and any(isinstance(each, kind) for each in held)


def value(thing: Any) -> str:
    """A value as it stands in a cell; citations are links to the words."""
    if isinstance(thing, kz.Citation):
        words = f"“{thing.quote}”, {thing}" if thing.quote else str(thing)
        return f"[{words}]({thing.link})" if thing.link else words
    if isinstance(thing, kz.Mandate):
        return "see [Mandate](#mandate)"
    if is_several(thing, kz.Citation):
        return "; ".join(map(value, thing))
    known = plain(thing)
    return "" if known is None else str(known)


def code(text: object) -> str:
    """Text as code."""
    return f"`{text}`"


def table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
