"""How a notebook shows our objects: as tables, with links that open the sources at the words that say so.

This lies below the classes that it shows, so it knows them by their fields, and special values by their attributes.
"""

from __future__ import annotations

import re
from enum import Enum
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, TypeGuard, TypeVar, cast

from attrs import fields

from kzpeace._checks import TextFormat, to_tuple
from kzpeace.dates import PartialDate, Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
Item_co = TypeVar("Item_co", covariant=True)

MOST_ROWS = 60  # that a notebook shows of a long table

HEADINGS = {
    "citation": "Source",
    "during": "Period asked about",
    "forum": "Presented to",
    "high_records": "Upper bound rests on",
    "low_records": "Lower bound rests on",
    "on": "Date asked about",
    "presenter": "Presented by",
    "proposer": "Proposed by",
    "reported_by": "Reports up to",
    "served.missions": "Served in",
    "serving.missions": "Serving in",
    "serving.period": "Serving as of",
    "unreported": "Not reported on that date (last reported)",
    "when": "Date",
}  # of fields whose names alone are unclear


class Words:
    """The words of a table, in plain English; `kzpeace.tables.to_html` passes those of a language."""

    def __init__(self) -> None:
        from babel.core import Locale  # noqa: PLC0415 - Babel, only where something is shown

        self.locale: Any = Locale("en")

    def say(self, message: str, **values: object) -> str:
        return message.format(**values)

    def text(self, value: Any) -> str:
        if isinstance(value, Period):
            start, end = (self._date(each) if each else "" for each in (value.start, value.end))
            both = f"{start} to {end}" if start != end else start
            return both if start and end else f"since {start}" if start else f"until {end}"
        if isinstance(value, PartialDate):
            return self._date(value)
        text = str(value.value if isinstance(value, Enum) else value)
        when = getattr(value, "period", getattr(value, "date", None))  # the text may end with it
        return text.removesuffix(str(when)) + self.text(when) if when and text.endswith(str(when)) else text

    def _date(self, date: PartialDate) -> str:
        from babel.dates import format_date  # noqa: PLC0415 - Babel, only where something is shown

        pattern = "long" if date.day else "MMMM y" if date.month else "y"
        return format_date(date.earliest, pattern, self.locale)

    def country(self, code: str) -> str:
        from babel.core import get_global  # noqa: PLC0415 - Babel, only where something is shown

        (code, *_) = get_global("territory_aliases").get(code, [code])
        # CLDR adds its capital to the name.
        return "Democratic Republic of the Congo" if code == "CD" else str(self.locale.territories.get(code, code))

    def missions(self, missions: tuple[Any, ...]) -> str:
        return ", ".join(map(str, missions)) or "any UN mission"

    def event(self, event: Any) -> str:  # its date has a column of its own
        what = str(event.what).replace(str(event.subject), self.text(event.subject))
        return what.removesuffix(f", {self.text(event.when)}")


class HtmlMixin:
    """A table in a notebook, from the object's fields."""

    __slots__ = ()

    # The (dotted) attributes to show of one object, by default its fields (``answer`` is the object itself); those to
    # show of each in a table of several, by default the same; and what the keys of a mapping are.
    _html_fields_: ClassVar[tuple[str, ...]] = ()
    _html_columns_: ClassVar[tuple[str, ...]] = ()
    _html_key_: ClassVar[str] = "name"

    def _html_caption_(self) -> str:
        """Return the table's caption, in English; a catalogue has it in other languages."""
        return in_words(type(self).__name__)

    def _repr_html_(self) -> str:
        return render(self, Words(), longest=MOST_ROWS)


class Listing(HtmlMixin, tuple[Item_co, ...]):
    """A tuple that a notebook shows as a table, and `print` as a line for each item."""

    __slots__ = ()
    __format__ = TextFormat.__format__

    if not TYPE_CHECKING:  # type checkers know the type of a slice from tuple

        def __getitem__(self, index: Any) -> Any:
            found = super().__getitem__(index)
            return Listing(found) if isinstance(index, slice) else found

    def _html_caption_(self) -> str:
        return plural(in_words(type(self[0]).__name__)) if self else "List"

    def __str__(self) -> str:
        things = cast("Iterable[Any]", self)
        return "\n".join(f"{each.period}: {each}" if hasattr(each, "low_records") else str(each) for each in things)

    def __repr__(self) -> str:  # brief, as it is part of the signature of helpers in help()
        noun = in_words(type(self[0]).__name__).lower() if self else "item"
        return f"<{len(self)} {noun if len(self) == 1 else plural(noun)}>"

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:  # noqa: FBT001 - IPython's protocol
        printer.text(str(self))


def render(thing: Any, words: Any, *, longest: int | None = None) -> str:
    """Return an object, or several, as an HTML table: all text is escaped, and colours are the reader's."""
    caption = words.say(thing._html_caption_())
    if not hasattr(thing, "__getitem__"):  # one thing
        cells = _cells(thing, shown_fields(type(thing)), words)
        return _table(caption, [(escape(words.say(heading)), cell) for heading, cell in cells if cell], words)
    rows = list(_rows(thing, words, longest))
    known = dict.fromkeys(heading for row in rows for heading in row)
    headings = [heading for heading in known if any(row.get(heading) for row in rows)]
    if not rows or len(rows) < len(thing):
        caption = words.say("{caption}: {count} of {total}", caption=caption, count=len(rows), total=len(thing))
    body = [tuple(row.get(heading, "") for heading in headings) for row in rows]
    return _table(caption, body, words, [escape(words.say(heading)) for heading in headings])


def heading_of(name: str) -> str:
    return HEADINGS.get(name) or in_words(name)


def in_words(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", name).capitalize()


def plural(noun: str) -> str:
    return re.sub("is$", "e", noun).removesuffix("s") + "s"


def is_web_address(address: str | None) -> TypeGuard[str]:
    """Return whether an address opens a page: others, such as ``javascript:``, may act in the reader's notebook."""
    return address is not None and address.lower().startswith(("https://", "http://"))


def _rows(things: Any, words: Any, longest: int | None) -> Iterator[dict[str, str]]:
    pairs: Any = things.items() if hasattr(things, "items") else ((None, thing) for thing in things)
    for key, thing in islice(pairs, longest):
        row: dict[str, str] = {} if key is None else {heading_of(things._html_key_): escape(words.text(key))}
        names = things._html_columns_ or thing._html_columns_ or shown_fields(type(thing))
        yield row | dict(_cells(thing, names, words))


def shown_fields(kind: Any) -> Iterable[str]:
    return kind._html_fields_ or [field.name for field in fields(kind) if field.name != "citations"]


def _cells(thing: Any, names: Iterable[str], words: Any) -> Iterator[tuple[str, str]]:
    cited: dict[str, Any] = dict(getattr(thing, "citations", ()))
    for name in names:
        value = thing if name == "answer" else attrgetter(name)(thing)
        kind = name.rpartition(".")[2]
        text = "" if value is None or (value == () and kind != "missions") else _field_value(thing, kind, value, words)
        link = _link(cited.get(name), words) if text else ""
        yield heading_of(name), text if link in text.split("<br>") else join_lines(text, link)


def _field_value(thing: Any, name: str, value: Any, words: Any) -> str:
    match name:
        case "missions" | "expansion":
            text = words.missions(value)
            if name == "missions" and len(value) > 1 and hasattr(thing, "headcount"):
                text = words.say("{missions}, jointly", missions=text)
        case "acronym":
            text = words.missions((thing,))
        case "contributor" | "country" | "territories":
            text = ", ".join(map(words.country, to_tuple(value)))
        case "language":
            text = words.locale.languages.get(value, value)
        case "what":
            text = words.event(thing)
        case "quote":
            return in_language(value, thing.source.language)
        case "address" | "link":
            return _anchor(escape(value), value)
        case "unreported":
            dates = {each: words.text(date) if date else words.say("never") for each, date in value}
            return bullet_list(escape(f"{words.missions((each,))} ({date})") for each, date in dates.items())
        case _:
            return render_value(value, words)
    return escape(text)


def render_value(value: Any, words: Any) -> str:
    """Return a value, or several, in HTML, with the words that state it."""
    if hasattr(value, "quote"):  # a citation
        return _link(value, words)
    if hasattr(value, "publisher"):  # a source
        return _anchor(escape(words.text(value)), value.address)
    if hasattr(value, "low_records"):  # a total
        citations = dict.fromkeys(record.citation for record in value.low_records + value.high_records)
        assumed = words.say("assuming that those serving are included") if value.assumes_serving_included else ""
        return join_lines(escape(words.text(value)), escape(assumed), *(_link(each, words) for each in citations))
    if hasattr(value, "__getitem__") and not isinstance(value, str):  # several
        parts = [render_value(each, words) for each in value]
        cited = hasattr(value[0], "quote") or hasattr(value[0], "citation")
        return bullet_list(parts) if cited else ", ".join(parts)
    if isinstance(value, HtmlMixin) and type(value).__str__ is object.__str__:  # it has no text: a mandate
        cells = _cells(value, shown_fields(type(value)), words)
        return bullet_list(f"{escape(words.say(heading))}: {cell}" for heading, cell in cells if cell)
    return join_lines(escape(words.text(value)), _link(getattr(value, "citation", None), words))


def _link(citation: Any, words: Any) -> str:
    """Return a citation's words as a link that opens them, with their place; or the place as a link."""
    if citation is None:
        return ""
    place = escape(words.text(citation))
    if citation.quote is None:
        return _anchor(place, citation.link)
    quoted = words.say("“{quote}”", quote=in_language(citation.quote, citation.source.language))
    return f"{_anchor(quoted, citation.link)}, {place}"


def _anchor(content: str, address: str | None) -> str:
    if not is_web_address(address):
        return content
    return f'<a href="{escape(address)}" target="_blank" rel="noopener">{content}</a>'


def in_language(text: str, language: str) -> str:
    return f'<span lang="{escape(language)}">{escape(text)}</span>'


def escape(text: str) -> str:
    """Escape text for HTML, as the module html does, which is slow to import."""
    return text.translate(ESCAPES)


def join_lines(*parts: str) -> str:
    return "<br>".join(filter(None, parts))


def bullet_list(parts: Iterable[str]) -> str:
    items = list(parts)
    if len(items) == 1:
        return items[0]
    return '<ul style="margin: 0; padding-left: 1.2em">' + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def _table(caption: str, rows: Iterable[tuple[str, ...]], words: Any, headings: Sequence[str] = ()) -> str:
    # Notebooks align cells to the right, which is for numbers, and would break dates at their hyphens.
    left = "text-align: left; vertical-align: top; padding: 0.5em"
    title = f'<caption style="{left}; font-weight: bold">{escape(caption)}</caption>'
    parts = [f'<table lang="{words.locale.language}">', title]
    if headings:
        parts.append("<tr>" + "".join(f'<th scope="col" style="{left}">{each}</th>' for each in headings) + "</tr>")
    for heading, *cells in rows:
        data = "".join(f'<td style="{left}">{cell}</td>' for cell in cells)
        parts.append(f'<tr><th scope="row" style="{left}">{heading}</th>{data}</tr>')
    return "\n".join([*parts, "</table>"])
