"""The messages that are chosen by a value rather than written where they are said, and the catalogues of all messages.

A message is in English, and is also the key of its translation. A catalogue (gettext's ``.po``) holds the messages in
another language; it is compiled in memory when that language is first asked for.

The tables are small because a sentence is put together from phrases: a number with what it counts, that with its verb,
then roles, missions and time. What another language inflects, it finds told apart by a context: a noun after a bare
number and after *around*, a verb of so many and of about so many, a date after *since* and after *to*. A date in a
translation may have a pattern of CLDR after a colon, as in ``{date:d MMMM y}``.
"""

from __future__ import annotations

import io
from functools import cache
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from babel import Locale, UnknownLocaleError, localedata
from babel.core import get_global, parse_locale
from babel.dates import format_date, format_skeleton
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from kzpeace._checks import short_repr
from kzpeace.chronology import EventKind
from kzpeace.domain import Outcome, Personnel, Role, Status, Unit
from kzpeace.headcount import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzpeace.dates import PartialDate
    from kzpeace.headcount import Headcount

CATALOGUES = Path(__file__).with_name("locale")
"""For each language a folder with ``LC_MESSAGES/kzpeace.po`` in it."""


def known_languages() -> list[str]:
    """Return the languages that there are words in: English, and those of the catalogues."""
    return sorted({"en", *(path.parents[1].name for path in CATALOGUES.glob("*/LC_MESSAGES/kzpeace.po"))})


def find_catalogue(locale: str | Locale) -> tuple[Locale, NullTranslations]:
    """Find the locale of a language tag, and the catalogue of its language.

    Raises:
        ValueError: If it is not a language tag, or there is no catalogue for its language and script.
    """
    found, script = _read_tag(locale)
    known, usual = known_languages(), get_global("likely_subtags").get(found.language, "").split("_")
    if found.language not in known or (script is not None and script not in usual):
        shown = f"{found.language}_{script}" if script else found
        message = f"locale: there are words in {', '.join(known)}, but none in {shown}"
        raise ValueError(message)
    return found, read_catalogue(CATALOGUES, found.language)


def _read_tag(locale: str | Locale) -> tuple[Locale, str | None]:
    """Read a language tag: the locale, and the script that is asked for, which Babel replaces where it is unusual."""
    if isinstance(locale, Locale):
        return locale, locale.script
    tag = locale.replace("-", "_") if isinstance(locale, str) else ""
    try:
        return Locale.parse(tag), parse_locale(tag)[2]
    except (ValueError, TypeError):
        pass
    except UnknownLocaleError:
        # CLDR has no such combination; the language and the region may be known each by itself.
        language, _, region = tag.partition("_")
        if localedata.exists(language) and region.upper() in Locale("en").territories:
            return Locale(language), None
    message = f"locale: expected a language tag such as kk, ru-KZ or en_GB, got {short_repr(locale)}"
    raise ValueError(message)


@cache
def read_catalogue(folder: Path, language: str) -> NullTranslations:
    """Compile a catalogue; without one, the words are those of the messages."""
    path = folder / language / "LC_MESSAGES" / "kzpeace.po"
    if not path.exists():
        return NullTranslations()
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return Translations(compiled)


class Message(NamedTuple):
    """A message: its text, that for several where it depends on a number, and what tells it from its like."""

    text: str
    plural: str | None = None
    context: str | None = None


class DateText(NamedTuple):
    """A date in a placeholder: by the translation's pattern, or as CLDR writes dates of its precision."""

    date: PartialDate
    locale: Locale

    def __format__(self, pattern: str) -> str:
        """Write the date."""
        day = self.date.earliest
        if pattern or self.date.day:
            return format_date(day, pattern or "long", self.locale)
        return format_skeleton("yMMMM" if self.date.month else "y", day, locale=self.locale)


def messages() -> Iterator[Message]:
    """Yield every message of this module, as some are put together."""
    for value in list(globals().values()):
        found: list[Any] = [*value.values()] if type(value) is dict else [*value] if type(value) is tuple else [value]
        yield from (each for each in found if isinstance(each, Message))


def upper(headcount: Headcount) -> int:
    """Return the number that a noun agrees with: of two, the upper."""
    return (headcount.high if headcount.figure is None else headcount.figure) or 0


SO_MANY, ABOUT_SO_MANY = "so many", "around, at least or at most so many"
MORE_OR_FEWER, RANGE = "more or fewer than so many", "between so many and so many"

CASES = {
    Precision.EXACT: SO_MANY,
    Precision.APPROXIMATE: ABOUT_SO_MANY,
    Precision.AT_MOST: ABOUT_SO_MANY,
    Precision.AT_LEAST: ABOUT_SO_MANY,
    Precision.MORE_THAN: MORE_OR_FEWER,
    Precision.FEWER_THAN: MORE_OR_FEWER,
    Precision.BETWEEN: RANGE,
}
"""The context of a noun and its number."""

NOUNS = {
    None: ("person", "people"),
    Personnel.OFFICERS: ("officer", "officers"),
    Personnel.SERVICE_MEMBERS: ("service member", "service members"),
    Personnel.UNIFORMED: ("member of uniformed personnel", "uniformed personnel"),
}
"""Who is counted; None is everyone whom the records count."""

COUNTED = {
    (who, case): Message(f"{{number}} {many if case == RANGE else one}", f"{{number}} {many}", case)
    for who, (one, many) in NOUNS.items()
    for case in dict.fromkeys(CASES.values())
}
"""A number and its noun, which depends on the number; after a range, on its upper end."""

HEADCOUNTS = {
    Precision.EXACT: Message("exactly {people}"),  # in a sentence, it goes without saying
    Precision.APPROXIMATE: Message("around {people}"),
    Precision.AT_MOST: Message("at most {people}"),
    Precision.AT_LEAST: Message("at least {people}"),
    Precision.MORE_THAN: Message("more than {people}"),
    Precision.FEWER_THAN: Message("fewer than {people}"),
    Precision.BETWEEN: Message("between {low} and {people}"),
}

CLAUSES = {
    (status, case): Message(f"{{people}} {one}", f"{{people}} {many}", case)
    for status, one, many in (
        (Status.SERVED, "has served", "have served"),
        (Status.SERVING, "was serving", "were serving"),
    )
    for case in (SO_MANY, ABOUT_SO_MANY)
}
"""The people and their verb, which agrees with a bare number and may not with another."""

IN_MISSIONS = {status: Message("in {missions}", "in {missions}", status.value) for status in Status}
IN_ANY_MISSION = {status: Message("in UN missions", None, status.value) for status in Status}
"""Where, for each verb."""

SENTENCE = Message("{clause} {roles} {place} {when}")
"""A statement; a part that nothing is said of is empty, and the space before it goes."""

NOT_REPORTED = {
    Status.SERVED: Message("{people} have served {roles} {place} {when} is not reported"),
    Status.SERVING: Message("{people} were serving {roles} {place} {when} is not reported"),
}

FROM = {"KAZ": Message("{people} from Kazakhstan")}
"""A phrase for the people of a country, with its case; other countries are a heading before the sentence."""

WHO: dict[object, str] = {
    None: "people",
    Role.MILITARY_OBSERVER: "military observers",
    Role.STAFF_OFFICER: "staff officers",
    Role.TROOPS: "troops",
    Role.POLICE: "police",
    **{personnel: personnel.value for personnel in Personnel},
}

AS: dict[object, Message] = {who: Message(text, None, "as, how many") for who, text in WHO.items()}
"""Who serves as what, in the case that is asked for after *as* and after *how many*."""

LABELS: dict[object, Message] = {
    **{who: Message(text) for who, text in WHO.items()},
    **{unit: Message(f"{unit.value} unit") for unit in Unit},
    Status.SERVED: Message("have served"),
    Status.SERVING: Message("were serving"),
    Outcome.BACKED: Message("Parliament backed the President's proposal"),
    Outcome.REJECTED: Message("Parliament rejected the President's proposal"),
    EventKind.SERVED: Message("have served"),
    EventKind.SERVING: Message("were serving"),
    EventKind.PROPOSED: Message("the President's proposal was presented"),
    EventKind.DECIDED: Message("Parliament decided on the President's proposal"),
    EventKind.MANDATE_BEGAN: Message("the mandate began"),
    EventKind.MANDATE_ENDED: Message("the mandate ended"),
}
"""Values by themselves, or after a colon."""

PLANNED = {
    EventKind.MANDATE_BEGAN: Message("the mandate is planned to begin"),
    EventKind.MANDATE_ENDED: Message("the mandate is planned to end"),
}

UNITS = {unit: Message(unit.value) for unit in Unit if unit is not Unit.MILITARY_POLICE}
"""What units are called in a list; military police is a name of another kind in Russian."""

UNIT_LISTS = {
    # by whether military police are among them
    False: Message("{units} unit", "{units} units"),
    True: Message("{units} and military police units", "{units} and military police units"),
}

DATES = {
    (use, precision): Message(text if precision != "day" or use != "in" else "on {date}", None, precision)
    for use, text in {
        "by itself": "{date}",
        "since": "since {date}",
        "until": "until {date}",
        "from": "from {date}",
        "to": "to {date}",
        "of": "of {date}",
        "in": "in {date}",
        "as of": "as of {date}",
        "reports": "By reports up to {date}",
        "presented": "Presented: {date}",
    }.items()
    for precision in ("year", "month", "day")
}
"""A date, by its use and how precise it is: languages write a year after *since* and after *to* differently."""

DIFFERENT_PEOPLE = Message(
    "They were serving in different missions or roles on that date, so they are different people."
)
SUBTRACTED = Message("As many as may have served only in other missions, roles or days are subtracted.")
SOMEBODY = Message("Somebody served in each mission and role that a record names.")
TOGETHER = Message("Together these cover all that the records say: each person is counted by at least one of them.")
ELSEWHERE = Message("Those serving in other missions or roles on that date are subtracted.")
ASSUMED = Message(
    "Assumed: those serving are counted in any record of who has served that covers the mission and date."
)
HEADING = Message("Kazakhstan in UN peacekeeping missions ({publisher}, {date})")
NOTE = Message("The same people may have served in several missions, so the figures do not add up.")
ASSUMING = {
    Status.SERVED: Message("assuming that those serving {on_date} are included"),
    Status.SERVING: Message("assuming that those serving {on_date} are counted among those who have served"),
}
LAST_REPORTED = Message("{mission}: not reported for that date; last reported for {date}")
NEVER_REPORTED = Message("{mission}: not reported")
BY_MISSION = Message("By mission; the same people may have served in several, so these do not add up:")
MISSING, AMBIGUOUS = (Message(f"{text}: “{{quote}}” ({{citation}})") for text in ("missing", "more than once"))
JOINTLY = Message("The figure is for these missions together; how many belong to each is not reported.")

WITHIN_A_SENTENCE = Message("{period}", None, "an interval within a sentence")

END_OF_A_LIST = Message("{items}, {last}", None, "the end of a list of three or more; unchanged, it is as CLDR has it")
"""How a list ends: CLDR has no *and* before the last of three in Kazakh, where editors write one."""

BASES = {
    # by whether it is the Constitution that the article cites, and whether there is a subparagraph
    (True, False): Message("Constitution of the Republic of Kazakhstan {of_date}, Art. {article}"),
    (True, True): Message("Constitution of the Republic of Kazakhstan {of_date}, Art. {article}({subparagraph})"),
    (False, False): Message("{constitution} ({date}), Art. {article}"),
    (False, True): Message("{constitution} ({date}), Art. {article}({subparagraph})"),
}

DETAILS = {
    "proposer": Message("Proposed by: {value}"),
    "presenter": Message("Presented by: {value}"),
    "forum": Message("Presented to: {value}"),
    "place": Message("Place: {value}"),
}

HEADINGS = {
    "background": Message("Background:"),
    "assessments": Message("As the proposal reports:"),
    "reasons": Message("Reasons:"),
    "expected_benefits": Message("Expected benefits:"),
    "conditions": Message("Conditions:"),
}

COLUMNS = tuple(Message(text, None, "a heading of a table") for text in ("mission", "served", "serving", "proposed"))

TERRITORIES = {
    # CLDR tells the two Congos apart by their capitals, and writes the Central African Republic with a hyphen in
    # Russian; the UN does neither.
    "CD": Message("Democratic Republic of the Congo"),
    "CF": Message("Central African Republic"),
}

NAMES = (Message("United Nations"), Message("no source"))
"""Names that the library itself gives to sources; those of the article's data are read from the data."""
