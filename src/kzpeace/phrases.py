"""The messages that are chosen by a value rather than written where they are said, and the catalogues of all messages.

A message is in English, and is also the key of its translation in a catalogue (gettext's ``.po``). A sentence is put
together from phrases: a number with its noun, that with its verb, then roles, missions and time. A context
distinguishes what another language inflects: a noun after a bare number and after *around*, a date after *since* and
after *to*. A date in a translation may have a pattern of CLDR, as in ``{date:d MMMM y}``.
"""

from __future__ import annotations

import io
from contextlib import suppress
from functools import cache
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from babel import Locale, UnknownLocaleError, localedata
from babel.core import get_global, parse_locale
from babel.dates import format_date, format_skeleton
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from kzpeace._checks import short_repr
from kzpeace._rules import last_date, latest_day
from kzpeace.chronology import EventKind
from kzpeace.dates import Period
from kzpeace.domain import Outcome, Personnel, Role, Status, Unit
from kzpeace.headcount import Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzpeace.counting import Total
    from kzpeace.dates import PartialDate
    from kzpeace.domain import Deployment

CATALOGUES = Path(__file__).with_name("locale")  # a folder for each language, with LC_MESSAGES/kzpeace.po in it


def known_languages() -> list[str]:
    """Return the languages that we have words in: English, and those of the catalogues."""
    return sorted({"en", *(path.parents[1].name for path in CATALOGUES.glob("*/LC_MESSAGES/kzpeace.po"))})


def find_catalogue(locale: str | Locale) -> tuple[Locale, NullTranslations]:
    """Find the locale of a language tag, and the catalogue of its language; raise a ValueError if there is none."""
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
    with suppress(ValueError, TypeError, UnknownLocaleError):
        return Locale.parse(tag), parse_locale(tag)[2]
    language, _, region = tag.partition("_")  # CLDR may know them, but not together
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
    """A message: its text, that for several where it depends on a number, and what distinguishes it from others."""

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


class Answer(NamedTuple):
    """The answer of a total as a source would state it; unlike a `Headcount`, of any size."""

    precision: Precision
    figures: tuple[int, ...]


def answer_of(total: Total) -> Answer | None:
    """Return the answer of a total; None if it is not known."""
    low, high = total.low, total.high
    if high is None:
        return Answer(Precision.AT_LEAST, (low,)) if low else None
    if low == high:
        return Answer(Precision.EXACT, (low,))
    return Answer(Precision.BETWEEN, (low, high)) if low else Answer(Precision.AT_MOST, (high,))


def not_distinguished(total: Total) -> tuple[list[Deployment], Sequence[Role | Personnel | None]]:
    """Return the records of the high alone that do not say how many of their people are asked about, and who is."""
    others = [
        each for each in total.high_records if total.low and each.headcount.high and each not in total.low_records
    ]
    wider = list(Personnel)[list(Personnel).index(total.personnel) + 1 :] if total.personnel else []
    if unranked := [record for record in others if record.personnel in wider]:
        return unranked, [total.personnel]
    roles = set(total.roles or Role)
    return [record for record in others if not set(record.roles or Role) <= roles], total.roles


def period_of(about: Deployment | Total) -> Period | None:
    """Return the period of a record, or that of a total as far as the records that it rests on go."""
    asked: Period | None = getattr(about, "during", None)
    records: tuple[Deployment, ...] = getattr(about, "low_records", ()) + getattr(about, "high_records", ())
    ends = [last_date(record) for record in records]
    last = max(filter(None, ends), key=latest_day, default=None)
    if about.status is Status.SERVING or last is None:
        return asked or about.period
    if asked:
        start, stops = asked.start, asked.end is not None and asked.end.earliest > last.latest
        return Period(start, last) if stops and not (start and start.earliest > last.latest) else asked
    starts = [record.period.start for record in records]
    start = None if None in starts else min(filter(None, starts))
    # A record used only to subtract people, such as observers from troops, may go further back than the answer.
    if start and about.period and about.period.start:
        start = max(start, about.period.start)
    return Period(start, None if start and None in ends else last)


def tense_of(about: Deployment | Total) -> Status | str:
    """Return what the verb depends on: people *served* in a period that is over, if they are asked about it."""
    asked, period = getattr(about, "during", None), period_of(about)
    over = period and (asked.end if asked else period.start == period.end)
    return PAST if over and about.status is Status.SERVED else about.status


PAST = "served in a period that is over"
SO_MANY, ABOUT_SO_MANY = "so many", "around, at least or at most so many"
MORE_OR_FEWER, RANGE = "more or fewer than so many", "between so many and so many"

CASES = dict(
    zip(Precision, (SO_MANY, *[ABOUT_SO_MANY] * 3, *[MORE_OR_FEWER] * 2, RANGE), strict=True)
)  # the context of a noun and its number

NOUNS = {
    None: ("person", "people"),
    Personnel.OFFICERS: ("officer", "officers"),
    Personnel.SERVICE_MEMBERS: ("service member", "service members"),
    Personnel.UNIFORMED: ("member of uniformed personnel", "uniformed personnel"),
}  # who is counted; None is everyone whom the records count

COUNTED = {
    (who, case): Message(f"{{number}} {many if case == RANGE else one}", f"{{number}} {many}", case)
    for who, (one, many) in NOUNS.items()
    for case in dict.fromkeys(CASES.values())
}  # the noun agrees with the number; after a range, with its upper end

HEADCOUNTS = {
    **{precision: Message(f"{precision.value} {{people}}") for precision in Precision},
    Precision.EXACT: Message("exactly {people}"),  # in a sentence, it goes without saying
    Precision.APPROXIMATE: Message("around {people}"),
    Precision.BETWEEN: Message("between {low} and {people}"),
}

CLAUSES = {
    (tense, case): Message(f"{{people}} {one}", f"{{people}} {many}", case)
    for tense, one, many in (
        (Status.SERVED, "has served", "have served"),
        (PAST, "served", "served"),
        (Status.SERVING, "was serving", "were serving"),
    )
    for case in (SO_MANY, ABOUT_SO_MANY)
}  # the verb agrees with a bare number; with any other it may not

IN_MISSIONS = {status: Message("in {missions}", "in {missions}", status.value) for status in Status}
IN_ANY_MISSION = {status: Message("in UN missions", None, status.value) for status in Status}

SENTENCE = Message("{clause} {roles} {place} {when}")  # a part with nothing to say is empty

NOT_REPORTED = {
    Status.SERVED: Message("{people} have served {roles} {place} {when} is not reported"),
    PAST: Message("{people} served {roles} {place} {when} is not reported"),
    Status.SERVING: Message("{people} were serving {roles} {place} {when} is not reported"),
}

FROM = {"KAZ": Message("{people} from Kazakhstan")}  # other countries follow in brackets

ROLES = {
    Role.MILITARY_OBSERVER: ("a military observer", "military observers"),
    Role.STAFF_OFFICER: ("a staff officer", "staff officers"),
    Role.TROOPS: ("a member of a contingent", "troops"),
    Role.POLICE: ("a police officer", "police"),
}  # one, and several

WHO: dict[object, str] = {
    None: "people",
    **{role: many for role, (_, many) in ROLES.items()},
    **{personnel: personnel.value for personnel in Personnel},
}

AS: dict[object, Message] = {
    **{who: Message(text, None, "as, how many") for who, text in WHO.items()},
    **{role: Message(*both, "as, how many") for role, both in ROLES.items()},
}  # in the case that follows *as* and *how many*

LABELS: dict[object, Message] = {
    **{who: Message(text) for who, text in WHO.items()},
    **{unit: Message(f"{unit.value} unit") for unit in Unit},
    **dict.fromkeys([Status.SERVED, EventKind.SERVED], Message("have served")),
    **dict.fromkeys([Status.SERVING, EventKind.SERVING], Message("were serving")),
    Outcome.BACKED: Message("Parliament backed the President's proposal"),
    Outcome.REJECTED: Message("Parliament rejected the President's proposal"),
    EventKind.PROPOSED: Message("the President's proposal was presented"),
    EventKind.DECIDED: Message("Parliament decided on the President's proposal"),
    EventKind.MANDATE_BEGAN: Message("the mandate began"),
    EventKind.MANDATE_ENDED: Message("the mandate ended"),
}  # values by themselves, or after a colon

PLANNED = {
    EventKind.MANDATE_BEGAN: Message("the mandate is planned to begin"),
    EventKind.MANDATE_ENDED: Message("the mandate is planned to end"),
}

UNITS = {
    unit: Message(unit.value) for unit in Unit if unit is not Unit.MILITARY_POLICE
}  # in a list; military police is a name of another kind in Russian

UNIT_LISTS = {
    False: Message("{units} unit", "{units} units"),
    True: Message("{units} and military police units", "{units} and military police units"),
}  # by whether military police are among them

DATES = {
    (use, precision): Message(text if precision != "day" or use != "in" else "on {date}", None, precision)
    for use, text in {
        **{use: f"{use} {{date}}" for use in ("since", "until", "from", "to", "of", "in", "as of")},
        "by itself": "{date}",
        "reports": "By reports up to {date}",
        "presented": "Presented: {date}",
    }.items()
    for precision in ("year", "month", "day")
}  # by use and precision: languages write a year after *since* and after *to* differently

# In Russian the preposition before *second* has another form.
SECOND_DAY = {use: Message(f"{use} {{date}}", None, "the second day of a month") for use in ("since", "from")}
ASSUMED = Message(
    "Assumed: those serving are counted in any record of who has served that covers the mission and date."
)
ASSUMING = {
    Status.SERVED: Message("assuming that those serving {on_date} are included"),
    Status.SERVING: Message("assuming that those serving {on_date} are counted among those who have served"),
}
JOINTLY = Message("The figure is for these missions together; how many belong to each is not reported.")
WITHIN_A_SENTENCE = Message("{period}", None, "an interval within a sentence")
# CLDR has no *and* before the last of three in Kazakh, where editors write one.
END_OF_A_LIST = Message("{items}, {last}", None, "the end of a list of three or more; unchanged, it is as CLDR has it")
BASES = {
    (True, False): Message("Constitution of the Republic of Kazakhstan {of_date}, Art. {article}"),
    (True, True): Message("Constitution of the Republic of Kazakhstan {of_date}, Art. {article}({subparagraph})"),
    (False, False): Message("{constitution} ({date}), Art. {article}"),
    (False, True): Message("{constitution} ({date}), Art. {article}({subparagraph})"),
}  # by whether it is the Constitution that the article cites, and whether there is a subparagraph

# CLDR adds capitals to the two Congos, and a hyphen to the Central African Republic in Russian; the UN does neither.
TERRITORIES = {
    "CD": Message("Democratic Republic of the Congo"),
    "CF": Message("Central African Republic"),
}
