"""Objects in words, in the languages there are catalogues for: English, and those in the folder ``locale``.

Messages are whole sentences or labels with placeholders in English; a catalogue (gettext's ``.po``) holds them in
another language and is compiled in memory when that language is first asked for. What CLDR knows comes from Babel:
plural forms, numbers, dates, lists, territories, the direction of text.

Grammatical case is the messages' affair: a number and what it counts, with its verb, are one plural message; and what
is put in a placeholder is a name, a date or a phrase in its plain form, so no message attaches an ending to it.
"""

from __future__ import annotations

import io
from functools import cache
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from babel import Locale, UnknownLocaleError, localedata
from babel.core import get_global
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations

from kzpeace import phrases
from kzpeace._bounds import least
from kzpeace._checks import short_repr
from kzpeace.article import ARTICLE, CONSTITUTION, PROPOSAL
from kzpeace.chronology import Event, EventKind, Timeline, timeline
from kzpeace.counting import MissionTotals, Total, TotalsByMission, total_served, total_serving, totals_by_mission
from kzpeace.dates import PartialDate, Period
from kzpeace.domain import (
    ConstitutionalBasis,
    Deployment,
    Mandate,
    Mission,
    Outcome,
    Personnel,
    Proposal,
    Role,
    Statement,
    Status,
    Unit,
)
from kzpeace.headcount import Headcount, Precision
from kzpeace.sources import Citation, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

CATALOGUES = Path(__file__).with_name("locale")
"""Where the catalogues are: for each language a folder with ``LC_MESSAGES/kzpeace.po`` in it."""

MOST_WITHOUT_AN_END = 2
"""So many items of a list are joined alike in all languages."""


def describe(thing: object, locale: str | Locale = "en") -> str:
    """A thing in words.

    Args:
        thing: A Mission, Mandate, Deployment, Proposal, ConstitutionalBasis, Statement, Headcount, PartialDate, Period,
            Total, MissionTotals, TotalsByMission, Source, Citation, Event, Timeline, Role, Personnel, Unit or Outcome.
        locale: A language tag such as ``"kk"``, ``"ru-KZ"`` or ``"en_GB"``, or a `babel.Locale`. Dates, numbers and
            lists follow its region; the words are those of its language.

    Returns:
        Text of one line or several, without a line break at its end.

    Raises:
        ValueError: For a language there is no catalogue for, with those there are; for what is no language tag; and
            for a thing of another kind.

    >>> print(describe(PROPOSAL.headcount))
    around 430 people
    """
    return Wording(locale).of(thing)


def brief(locale: str | Locale = "en") -> str:
    """The article on one screen: what was proposed and on which basis, who serves and served and why, and when.

    Args:
        locale: As for `describe`.

    Returns:
        Text of several lines.

    Raises:
        ValueError: As for `describe`.

    >>> print(brief().splitlines()[0])
    Kazinform, “Parliament backs President's proposal to send Kazakh military personnel to UN missions”, June 30, 2022
    """
    word = Wording(locale)
    parts = [
        word.of(ARTICLE),
        word.proposal(PROPOSAL),
        word.of(total_serving()),
        word.of(total_served()),
        word.of(totals_by_mission()),
        word.of(timeline()),
    ]
    return "\n\n".join(parts)


def known_languages() -> list[str]:
    """The languages that there are words in."""
    return sorted({"en", *(path.parents[1].name for path in CATALOGUES.glob("*/LC_MESSAGES/kzpeace.po"))})


def known_locale(locale: str | Locale) -> Locale:
    """The locale of a tag.

    Raises:
        ValueError: For what is no language tag.
    """
    if isinstance(locale, Locale):
        return locale
    tag = locale.replace("-", "_") if isinstance(locale, str) else ""
    try:
        return Locale.parse(tag)
    except (ValueError, TypeError):
        pass
    except UnknownLocaleError:
        # CLDR has no such combination; the language and the region may be known each by itself.
        language, _, region = tag.partition("_")
        if localedata.exists(language) and region.upper() in Locale("en").territories:
            return Locale(language)
    message = f"locale: expected a language tag such as kk, ru-KZ or en_GB, got {short_repr(locale)}"
    raise ValueError(message)


def catalogue_of(locale: Locale) -> NullTranslations:
    """The catalogue of a locale's language.

    Raises:
        ValueError: Where there is none.
    """
    known = known_languages()
    usual = get_global("likely_subtags").get(locale.language, "").split("_")
    if locale.language not in known or (locale.script is not None and locale.script not in usual):
        message = f"locale: there are words in {', '.join(known)}, but none in {locale}"
        raise ValueError(message)
    return read_catalogue(CATALOGUES, locale.language)


@cache
def read_catalogue(folder: Path, language: str) -> NullTranslations:
    """A catalogue, compiled in memory; it is read once."""
    path = folder / language / "LC_MESSAGES" / "kzpeace.po"
    if not path.exists():
        return NullTranslations()  # English: the messages themselves
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return Translations(compiled)


class Wording:
    """What one text says in one language: it knows which missions it has named, as the first mention differs."""

    def __init__(self, locale: str | Locale) -> None:
        """Find the words of a locale."""
        self.locale = known_locale(locale)
        self.catalogue = catalogue_of(self.locale)
        self.mentioned: set[str] = set()

    def say(self, message: str, **values: object) -> str:
        """A message in the language, with its placeholders filled."""
        return self.filled(self.catalogue.gettext(message), values)

    def name(self, text: str) -> str:
        """A text of the data in the language, where the catalogue has it: braces in it are no placeholders."""
        return self.catalogue.gettext(text)

    def say_of(self, context: str, message: str, **values: object) -> str:
        """A message whose words differ by context."""
        return self.filled(self.catalogue.pgettext(context, message), values)

    def count(self, forms: tuple[str, str], headcount: Headcount) -> str:
        """A message in the form that goes with a number: of two, the upper, as there are no forms for ranges."""
        return self.count_between(forms, headcount.figure, headcount.low, headcount.high)

    def count_between(
        self, forms: tuple[str, str], figure: int | None, low: int | None = None, high: int | None = None
    ) -> str:
        """As `count`, of numbers: a total may be of more people than a headcount."""
        number = high if figure is None else figure
        numbers = {"count": figure, "low": low, "high": high}
        values = {name: self.number(value) for name, value in numbers.items() if value is not None}
        return self.filled(self.catalogue.ngettext(*forms, number or 0), values)

    def filled(self, message: str, values: Mapping[str, object]) -> str:
        """A message with its placeholders filled; in text from right to left, each keeps its own direction."""
        if self.locale.text_direction == "rtl":
            values = {name: f"\u2068{value}\u2069" for name, value in values.items()}
        return message.format_map(values)

    def number(self, value: int) -> str:
        """A number, grouped as in the locale."""
        return format_decimal(value, locale=self.locale)

    def listed(self, items: Iterable[str]) -> str:
        """A list: A, B and C."""
        all_items = list(items)
        end = self.catalogue.pgettext(*phrases.END_OF_A_LIST)
        if len(all_items) <= MOST_WITHOUT_AN_END or end == phrases.END_OF_A_LIST[1]:
            return format_list(all_items, locale=self.locale)
        return self.filled(end, {"items": ", ".join(all_items[:-1]), "last": all_items[-1]})

    def of(self, thing: object) -> str:
        """A thing in words."""
        for kind, describe_it in DESCRIBERS.items():
            if isinstance(thing, kind):
                return describe_it(self, thing)
        message = (
            f"describe: expected one of {', '.join(kind.__name__ for kind in DESCRIBERS)}, got {short_repr(thing)}"
        )
        raise ValueError(message)

    def date(self, date: PartialDate) -> str:
        """A date by itself, as CLDR writes dates of its precision."""
        if date.day:
            return format_date(date.earliest, "long", self.locale)
        return format_skeleton("yMMMM" if date.month else "y", date.earliest, locale=self.locale)

    def date_within(self, use: str, date: PartialDate) -> str:
        """A date within a sentence: by the catalogue's pattern for the use, or as by itself."""
        pattern = self.say_of(*phrases.PATTERNS[use, precision_of(date)])
        return self.date(date) if pattern == "as by itself" else format_date(date.earliest, pattern, self.locale)

    def period(self, period: Period) -> str:
        """A period: open ends are said, and a year stays a year."""
        start, end = period.start, period.end
        if start is None:
            known = period.first_known
            return self.say_of(*phrases.UNTIL[precision_of(known)], date=self.date_within("since", known))
        if end is None:
            return self.say_of(*phrases.SINCE[precision_of(start)], date=self.date_within("since", start))
        if start == end:
            return self.date(start)
        return self.say("from {start} to {end}", start=self.date_within("from", start), end=self.date_within("to", end))

    def people(self, headcount: Headcount) -> str:
        """A headcount of people."""
        return self.count(phrases.PEOPLE[headcount.precision], headcount)

    def acronym(self, mission: Mission) -> str:
        """The acronym that readers of the language know; at the first mention with the UN's own."""
        known = self.name(mission.acronym)
        if known == mission.acronym or mission.acronym in self.mentioned:
            return known
        self.mentioned.add(mission.acronym)
        return f"{known} ({mission.acronym})"

    def missions(self, missions: Iterable[Mission]) -> str:
        """A list of acronyms."""
        return self.listed([self.acronym(mission) for mission in missions])

    def territory(self, code: str) -> str:
        """The name of a country or territory; its code where CLDR knows none."""
        if code in phrases.TERRITORIES:
            return self.say(phrases.TERRITORIES[code])
        names = cast("Mapping[str, str]", self.locale.territories)
        return names.get(code, code)

    def source(self, source: Source) -> str:
        """A document; its title is in its own language, but for those that have one in each."""
        return self.say(
            "{publisher}, “{title}”, {date}",
            publisher=self.name(source.publisher),
            title=self.name(source.title),
            date=self.date(source.date),
        )

    def citation(self, citation: Citation) -> str:
        """A place in a document."""
        source, paragraph, sentence = self.name(citation.source.publisher), citation.paragraph, citation.sentence
        if paragraph is None:
            return self.say("{publisher}, {title}", publisher=source, title=self.name(citation.source.title))
        if sentence is None:
            return self.say("{publisher}, paragraph {paragraph}", publisher=source, paragraph=paragraph)
        return self.say(
            "{publisher}, paragraph {paragraph}, sentence {sentence}",
            publisher=source,
            paragraph=paragraph,
            sentence=sentence,
        )

    def citation_in_full(self, citation: Citation) -> str:
        """A place in a document, the words there, and where to read them."""
        lines = [self.citation(citation), self.source(citation.source)]
        if citation.quote:
            lines.append(self.say("Words: “{quote}”", quote=citation.quote))
        if citation.link:
            lines.append(citation.link)
        return "\n".join(lines)

    def cited(self, citation: Citation | None) -> list[str]:
        """The line that says where something is stated, if anywhere."""
        return [self.say("Source: {citation}", citation=self.citation(citation))] if citation else []

    def mandate(self, mandate: Mandate) -> str:
        """A mandate: when it began and by what, and when it ends."""
        resolutions = self.listed([citation.source.title for citation in mandate.established_by])
        lines = [
            self.say("Established by {resolutions} of the UN Security Council", resolutions=resolutions),
            self.say("First day: {date}", date=self.date(mandate.first_day)),
        ]
        if mandate.last_day and mandate.ended_by:
            lines.append(
                self.say(
                    "Last day of the mandate: {date} ({resolution})",
                    date=self.date(mandate.last_day),
                    resolution=mandate.ended_by.source.title,
                )
            )
        elif mandate.last_day:
            lines.append(self.say("Last day of the mandate: {date}", date=self.date(mandate.last_day)))
        return "\n".join(lines)

    def mission(self, mission: Mission) -> str:
        """A mission: its names, its territories and its mandate."""
        return "\n".join(
            [
                self.say("{acronym}: {name}", acronym=self.acronym(mission), name=self.name(mission.name)),
                self.say(
                    "Host territory: {territories}", territories=self.listed(map(self.territory, mission.territories))
                ),
                *([self.mandate(mission.mandate)] if mission.mandate else []),
            ]
        )

    def recorded(self, record: Deployment) -> str:
        """What a record says, in a sentence."""
        forms = phrases.RECORDED[record.status, record.personnel, record.headcount.precision]
        return self.count(forms, record.headcount)

    def recorded_with_roles(self, record: Deployment) -> str:
        """What a record says, in a sentence, and in which roles."""
        sentence = self.recorded(record)
        if not record.roles:
            return sentence
        roles = self.listed([self.say(phrases.ROLES[role]) for role in record.roles])
        return self.say("{sentence} ({roles})", sentence=sentence, roles=roles)

    def record(self, record: Deployment) -> str:
        """What a record says: the sentence, and all that it is about."""
        missions, serving = self.missions(record.missions), record.status is Status.SERVING
        roles = self.listed([self.say(phrases.ROLES[role]) for role in record.roles])
        return "\n".join(
            [
                sentence_case(self.recorded(record)),
                self.say("Mission: {missions}", missions=missions)
                if len(record.missions) == 1
                else self.say("Missions, jointly: {missions}", missions=missions),
                self.say("Date: {date}", date=self.period(record.period))
                if serving
                else self.say("Period: {period}", period=self.period(record.period)),
                *([self.say("As {roles}", roles=roles)] if record.roles else []),
                *self.cited(record.citation),
            ]
        )

    def record_in_a_line(self, record: Deployment) -> str:
        """What a record says, with its missions and period."""
        return self.say(
            "{sentence} – {missions}; {period}",
            sentence=self.recorded_with_roles(record),
            missions=self.missions(record.missions),
            period=self.period(record.period),
        )

    def basis(self, basis: ConstitutionalBasis) -> str:
        """A provision, in the form that lawyers of the language cite it, with the constitution it is of."""
        values: dict[str, object] = {"article": basis.article, "subparagraph": basis.subparagraph}
        date = self.date_within("from", basis.adopted)
        if basis.constitution != CONSTITUTION.title:
            values |= {"constitution": self.name(basis.constitution), "date": self.date(basis.adopted)}
            if basis.subparagraph is None:
                return self.say("{constitution} ({date}), Art. {article}", **values)
            return self.say("{constitution} ({date}), Art. {article}({subparagraph})", **values)
        if basis.subparagraph is None:
            return self.say("Constitution of the Republic of Kazakhstan of {date}, Art. {article}", date=date, **values)
        return self.say(
            "Constitution of the Republic of Kazakhstan of {date}, Art. {article}({subparagraph})", date=date, **values
        )

    def basis_in_full(self, basis: ConstitutionalBasis) -> str:
        """A provision, what it empowers to do, and where it is named."""
        empowers = [self.name(basis.empowers)] if basis.empowers else []
        return "\n".join([sentence_case(self.basis(basis)), *empowers, *self.cited(basis.citation)])

    def statement(self, statement: Statement) -> str:
        """What a statement says."""
        return self.name(statement.text)

    def proposal(self, proposal: Proposal) -> str:
        """A proposal: what was proposed, by whom, on which basis and why, and what became of it."""
        forms = phrases.PROPOSED[proposal.personnel, proposal.headcount.precision]
        lines = [
            self.say("Proposed to send: {people}", people=self.count(forms, proposal.headcount)),
            self.say("To mission: {missions}", missions=self.missions(proposal.missions))
            if len(proposal.missions) == 1
            else self.say("To missions, jointly: {missions}", missions=self.missions(proposal.missions)),
            self.say("Presented: {date}", date=self.date(proposal.date)),
        ]
        for value, message in (
            (proposal.proposer, phrases.PROPOSER),
            (proposal.presenter, phrases.PRESENTER),
            (proposal.forum, phrases.FORUM),
            (proposal.place, phrases.PLACE),
        ):
            if value:
                lines.append(self.say(message, value=self.name(value)))
        offered = [
            *(self.say(phrases.INDIVIDUALS[who]) for who in proposal.individuals),
            *(self.say(phrases.ROLES[role]) for role in proposal.roles),
        ]
        if offered:
            lines.append(self.say("Offered individually: {offered}", offered=self.listed(offered)))
        if proposal.units:
            units = self.listed([self.say(phrases.UNITS[unit]) for unit in proposal.units])
            lines.append(self.say("Offered as units: {units}", units=units))
        if proposal.expansion:
            missions = self.missions(proposal.expansion)
            lines.append(self.say("Engagement to be expanded in: {missions}", missions=missions))
        if proposal.basis:
            lines.append(self.say("Legal basis: {basis}", basis=self.basis(proposal.basis)))
        if proposal.outcome:
            lines.append(self.say("Outcome: {outcome}", outcome=self.say(phrases.OUTCOMES[proposal.outcome])))
        return "\n".join(lines)

    def proposal_in_full(self, proposal: Proposal) -> str:
        """A proposal with all that is said for it."""
        lines = [self.proposal(proposal)]
        for statements, heading in (
            (proposal.background, phrases.BACKGROUND),
            (proposal.assessments, phrases.ASSESSMENTS),
            (proposal.reasons, phrases.REASONS),
            (proposal.expected_benefits, phrases.EXPECTED_BENEFITS),
            (proposal.conditions, phrases.CONDITIONS),
        ):
            if statements:
                lines += [self.say(heading), *(f"– {self.statement(statement)}" for statement in statements)]
        return "\n".join([*lines, *self.cited(dict(proposal.citations).get("headcount"))])

    def answer(self, total: Total) -> str:
        """The answer of a total."""
        low, high = total.low, total.high
        if high is None:
            at_least = phrases.PEOPLE[Precision.AT_LEAST]
            return self.count_between(at_least, low) if low else self.say("not reported")
        if low == high:
            return self.count_between(phrases.PEOPLE[Precision.EXACT], low)
        return self.count_between(phrases.PEOPLE[Precision.BETWEEN], None, low, high)

    def total(self, total: Total) -> str:
        """A total: the question, the answer, and why each bound."""
        question = (
            self.say("How many different people have served?")
            if total.status is Status.SERVED
            else self.say("How many people are serving?")
        )
        lines = [question, self.say("Answer: {answer}", answer=self.answer(total))]
        lines.append(self.say("In: {missions}", missions=self.missions(total.missions)))
        if total.period:
            lines.append(self.say("When: {period}", period=self.period(total.period)))
        lines.append(
            self.say("As of {date}", date=self.date_within("to", total.reported_by))
            if total.reported_by
            else self.say("As of a date that is not known")
        )
        if total.low:
            lines.append(self.say("No fewer than {number}, by:", number=self.number(total.low)))
            lines += [f"– {self.record_in_a_line(record)}" for record in total.low_records]
            lines += self.why_no_fewer(total)
        if total.high is None:
            lines.append(self.say("No upper bound is known."))
        else:
            lines.append(self.say("No more than {number}, by:", number=self.number(total.high)))
            lines += [f"– {self.record_in_a_line(record)}" for record in total.high_records]
            lines += self.why_no_more(total)
        return "\n".join(lines)

    def why_no_fewer(self, total: Total) -> list[str]:
        """Why the records of the low show so many, where their figures alone do not say it."""
        if len(total.low_records) <= 1:
            if all(set(record.missions) <= set(total.missions) for record in total.low_records):
                return []
            return [self.say("Somebody served in each mission that a record names.")]
        are_serving = all(record.status is Status.SERVING for record in total.low_records)
        if are_serving and sum(map(least, total.low_records)) == total.low:
            return [self.say("They serve in different missions or roles on one date, so they are different people.")]
        return [self.say("The most who may have served only in other missions are taken off.")]

    def why_no_more(self, total: Total) -> list[str]:
        """Why the records of the high leave room for no more, where their figures alone do not say it."""
        if len(total.high_records) <= 1:
            return []
        if sum(record.headcount.high or 0 for record in total.high_records) == total.high:
            return [self.say("Together these cover all that the records say: each person is counted by one of them.")]
        return [self.say("Those who serve elsewhere on the date are taken off.")]

    def totals(self, totals: MissionTotals) -> str:
        """The two answers of a mission, in a line."""
        return self.say(
            "{mission}: have served – {served}; are serving – {serving}",
            mission=self.missions(totals.served.missions),
            served=self.answer(totals.served),
            serving=self.answer(totals.serving),
        )

    def totals_by_mission(self, totals: TotalsByMission) -> str:
        """The answers, a mission a line, with a warning not to add them."""
        warning = self.say("Mission by mission; the same people may have served in several, so these do not add up")
        return "\n".join([warning, *map(self.totals, totals.values())])

    def event(self, event: Event) -> str:
        """When, and what happened."""
        subject = event.subject
        if isinstance(subject, Deployment):
            what = self.recorded_with_roles(subject)
        elif isinstance(subject, Mission):
            what = self.say(phrases.MANDATES[event.kind, event.planned])
        elif event.kind is EventKind.DECIDED and subject.outcome:
            what = self.say(phrases.OUTCOMES[subject.outcome])
        else:
            what = self.say("the President's proposal was presented")
        date, missions = self.date(event.when), self.missions(event.missions)
        if isinstance(subject, Deployment) and subject.status is Status.SERVED:
            # The date is that of the period's start, not one on which they all served.
            period = self.period(subject.period)
            return self.say(
                "{date}: {what} – {missions}; {period}", date=date, what=what, missions=missions, period=period
            )
        return self.say("{date}: {what} – {missions}", date=date, what=what, missions=missions)

    def timeline(self, timeline: Timeline) -> str:
        """The events, a line each."""
        return "\n".join(map(self.event, timeline)) or self.say("no events")


def sentence_case(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def precision_of(date: PartialDate) -> str:
    """How precise a date is: a year, a month or a day."""
    return "day" if date.day else "month" if date.month else "year"


DESCRIBERS: dict[type, Callable[[Wording, Any], str]] = {
    Mission: Wording.mission,
    Mandate: Wording.mandate,
    Deployment: Wording.record,
    Proposal: Wording.proposal_in_full,
    ConstitutionalBasis: Wording.basis_in_full,
    Statement: Wording.statement,
    Headcount: Wording.people,
    PartialDate: Wording.date,
    Period: Wording.period,
    Total: Wording.total,
    MissionTotals: Wording.totals,
    TotalsByMission: Wording.totals_by_mission,
    Source: Wording.source,
    Citation: Wording.citation_in_full,
    Event: Wording.event,
    Timeline: Wording.timeline,
    Role: lambda word, role: word.say(phrases.ROLES[role]),
    Personnel: lambda word, personnel: word.say(phrases.INDIVIDUALS[personnel]),
    Unit: lambda word, unit: word.say(phrases.UNITS[unit]),
    Outcome: lambda word, outcome: word.say(phrases.OUTCOMES[outcome]),
}
"""What describes each kind of thing."""
