"""Objects in words, in English and in the languages of the catalogues in the folder ``locale``.

Messages are sentences, phrases or labels with placeholders; `kzpeace.phrases` has their catalogues, and those that are
chosen by a value. No message attaches an ending to a placeholder. Plural forms, numbers, dates, lists and territories
come from CLDR, through Babel.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, cast

from babel.core import get_global
from babel.lists import format_list
from babel.numbers import format_decimal

from kzpeace import domain, phrases
from kzpeace._checks import short_repr
from kzpeace._rules import minimum_count
from kzpeace.article import ARTICLE, CONSTITUTION, PROPOSAL
from kzpeace.chronology import Event, EventKind, Timeline, timeline
from kzpeace.counting import MissionTotals, Total, TotalsByMission, TotalsBySource, total_served, total_serving
from kzpeace.dates import PartialDate, Period
from kzpeace.domain import Deployment, Mission, Personnel, Proposal, Role, Status
from kzpeace.headcount import Headcount, Precision
from kzpeace.missions import MISSIONS
from kzpeace.phrases import DateText, Message
from kzpeace.sources import Citation, Source, Statement
from kzpeace.verification import Verification

if TYPE_CHECKING:
    from collections.abc import Callable

    from babel import Locale


def describe(thing: object, locale: str | Locale = "en") -> str:
    """Put a thing into words; a total begins with one sentence that can be quoted as it is.

    Args:
        thing: A total or several, a record, mission, proposal, source, event, headcount, date, or a tuple of these.
        locale: A language tag such as ``"kk"``, ``"ru-KZ"`` or ``"en_GB"``, or a `babel.Locale`. Dates, numbers and
            lists follow its region; the words are those of its language.

    Returns:
        Text of one line or several, without a line break at its end.

    Raises:
        ValueError: If there are no words in the language (the message lists the languages), *locale* is not a language
            tag, or *thing* is of another kind.

    >>> print(describe(PROPOSAL.headcount))
    around 430 people
    """
    return Wording(locale).of(thing)


def brief(locale: str | Locale = "en") -> str:
    """Put the article on one screen of 24 lines: what was proposed, who has served and was serving, and when.

    Args:
        locale: As for `describe`.

    Returns:
        Text of several lines of at most 100 characters.

    Raises:
        ValueError: As for `describe`.

    >>> print(brief().splitlines()[0])
    Kazakhstan in UN peacekeeping missions (Kazinform, June 30, 2022)
    """
    return Wording(locale).brief()


def _known(total: Total) -> Headcount | None:
    """Return the answer as a source would state it; None if it is not known."""
    low, high = total.low, total.high
    if high is None:
        return Headcount.at_least(low) if low else None
    if low == high:
        return Headcount.exactly(low)
    return Headcount.between(low, high) if low else Headcount.at_most(high)


def _not_told_apart(total: Total) -> tuple[list[Deployment], Sequence[Role | Personnel | None]]:
    """Return the records of the high alone that do not say how many of their people are asked about, and who is."""
    others = [record for record in total.high_records if total.low and record not in total.low_records]
    wider = list(Personnel)[list(Personnel).index(total.personnel) + 1 :] if total.personnel else []
    if unranked := [record for record in others if record.personnel in wider]:
        return unranked, [total.personnel]
    roles = set(total.roles or Role)
    return [record for record in others if not set(record.roles or Role) <= roles], total.roles


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lines(*parts: Any) -> str:
    return "\n".join(part for part in parts if part)


class Wording:
    """The words of one text in one language: it remembers which missions the text has named already."""

    def __init__(self, locale: str | Locale) -> None:
        """Find the words of a locale."""
        self.locale, self._catalogue = phrases.find_catalogue(locale)
        self._mentioned: set[str] = set()

    def say(self, message: str | Message, number: int = 1, /, **values: object) -> str:
        """Translate a message, in the form that goes with a number if it has forms, and fill its placeholders."""
        text, plural, context = message if isinstance(message, Message) else Message(message)
        words = self._catalogue
        if plural is None:
            text = words.pgettext(context, text) if context else words.gettext(text)
        else:
            text = words.npgettext(context, text, plural, number) if context else words.ngettext(text, plural, number)
        if self.locale.text_direction == "rtl":  # what is filled in keeps its own direction
            text = text.replace("{", "\u2068{").replace("}", "}\u2069")
        # A part of which nothing is said is empty, and leaves a gap.
        return re.sub(" +", " ", text.format_map(values)).strip()

    def of(self, thing: object) -> str:
        """Put a thing into words."""
        for kind, words in self._words_of.items():
            if isinstance(thing, kind):
                return words(self, thing)
        kinds = ", ".join(kind.__name__ for kind in self._words_of)
        message = f"describe: expected one of {kinds}, got {short_repr(thing)}"
        raise ValueError(message)

    def number(self, value: int) -> str:
        """Write a number, grouped as in the locale."""
        return format_decimal(value, locale=self.locale)

    def date(self, date: PartialDate, use: str = "by itself") -> str:
        """Write a date as the words around it ask for; `phrases.DATES` has the uses."""
        precision = "day" if date.day else "month" if date.month else "year"
        return self.say(phrases.DATES[use, precision], date=DateText(date, self.locale))

    def period(self, period: Period) -> str:
        """Write a period: an open end is said, and a year stays a year."""
        start, end = period.start, period.end
        if start is None:
            return self.date(period.first_known, "until")
        if end is None:
            return self.date(start, "since")
        return self.date(start) if start == end else f"{self.date(start, 'from')} {self.date(end, 'to')}"

    def listed(self, items: Iterable[str]) -> str:
        """Join a list: A, B and C."""
        *others, last = words = list(items)
        ours = self.say(phrases.END_OF_A_LIST, items=", ".join(others), last=last)
        return ours if others[1:] and ours != ", ".join(words) else format_list(words, locale=self.locale)

    def name(self, text: str) -> str:
        """Translate a text of the data, if the catalogue has it; braces in it are not placeholders."""
        return self._catalogue.gettext(text)

    def country(self, code: str) -> str:
        """Name a country by its code of two or three letters; the code itself if CLDR has no name for it."""
        (known, *_) = get_global("territory_aliases").get(code, [code])
        if known in phrases.TERRITORIES:
            return self.say(phrases.TERRITORIES[known])
        return cast("Mapping[str, str]", self.locale.territories).get(known, code)

    def acronym(self, mission: Mission) -> str:
        """Write the acronym that readers of the language know; at the first mention with the UN's own."""
        known = self.name(mission.acronym)
        if known == mission.acronym or mission.acronym in self._mentioned:
            return known
        self._mentioned.add(mission.acronym)
        return f"{known} ({mission.acronym})"

    def missions(self, missions: Sequence[Mission]) -> str:
        """List the acronyms of missions; without any, all UN missions are meant."""
        return self.listed(map(self.acronym, missions)) if missions else self.say("UN missions")

    def source(self, source: Source) -> str:
        """Name a document; its title stays in its own language, unless it has one in each."""
        publisher, title = self.name(source.publisher), self.name(source.title)
        return self.say("{publisher}, “{title}”, {date}", publisher=publisher, title=title, date=self.date(source.date))

    def citation(self, citation: Citation) -> str:
        """Name a place in a document, or the document as a whole."""
        place = self.name(citation.source.title)
        if citation.paragraph:
            place = self.say("paragraph {paragraph}", paragraph=citation.paragraph)
        if citation.sentence:
            place += ", " + self.say("sentence {sentence}", sentence=citation.sentence)
        return f"{self.name(citation.source.publisher)}, {place}"

    def people(self, headcount: Headcount, who: Personnel | None = None) -> str:
        """Write a headcount with its noun."""
        return self._precisely(headcount, self._counted(headcount, who, phrases.CASES[headcount.precision]))

    def _counted(self, headcount: Headcount, who: Personnel | None, case: str) -> str:
        number = phrases.upper(headcount)
        return self.say(phrases.COUNTED[who, case], number, number=self.number(number))

    def _precisely(self, headcount: Headcount, people: str) -> str:
        if headcount.precision is Precision.EXACT:
            return people
        return self.say(phrases.HEADCOUNTS[headcount.precision], low=self.number(headcount.low or 0), people=people)

    def answer(self, total: Total) -> str:
        """Write the answer of a total."""
        known = _known(total)
        return self.people(known, total.personnel) if known else self.say("not reported")

    def _figures(self, total: Total) -> str:
        known = _known(total)
        if known and known.precision is Precision.BETWEEN:
            return f"{self.number(total.low)}–{self.number(phrases.upper(known))}"
        return self._precisely(known, self.number(phrases.upper(known))) if known else self.say("not reported")

    def _from(self, contributor: str, people: str, *, briefly: bool) -> str:
        """Say whose people; briefly, Kazakhstan goes without saying."""
        if contributor not in phrases.FROM:
            return self.say("{people} ({country})", people=people, country=self.country(contributor))
        return people if briefly else self.say(phrases.FROM[contributor], people=people)

    def _clause(self, about: Deployment | Total, headcount: Headcount, *, briefly: bool) -> str:
        people = self._from(about.contributor, self.people(headcount, about.personnel), briefly=briefly)
        is_range = headcount.precision is Precision.BETWEEN  # between 0 and 1 people have
        case = phrases.SO_MANY if headcount.precision is Precision.EXACT else phrases.ABOUT_SO_MANY
        return self.say(phrases.CLAUSES[about.status, case], max(phrases.upper(headcount), 2 * is_range), people=people)

    def _as(self, roles: Sequence[Role]) -> str:
        return self.say("as {roles}", roles=self.listed(self.say(phrases.AS[role]) for role in roles)) if roles else ""

    def _when(self, about: Deployment | Total) -> str:
        on, period = getattr(about, "on", None), getattr(about, "during", None) or about.period
        if period is None:
            return self.date(on, "as of") if on else ""
        if period.start == period.end:
            return self.date(period.first_known, "as of" if about.status is Status.SERVING else "in")
        text = self.period(period)
        return self.say(phrases.WITHIN_A_SENTENCE, period=text) if period.start and period.end else text

    def _sentence(self, about: Deployment | Total, headcount: Headcount | None, *, briefly: bool = False) -> str:
        """Say how many people served or were serving, as what, where and when."""
        place = (phrases.IN_MISSIONS if about.missions else phrases.IN_ANY_MISSION)[about.status]
        where = self.say(place, min(len(about.missions), 2), missions=self.missions(about.missions))
        parts = {"place": where, "when": self._when(about), "roles": self._as(about.roles)}
        if headcount:
            return self.say(phrases.SENTENCE, clause=self._clause(about, headcount, briefly=briefly), **parts)
        people = self.say("how many {people}", people=self.say(phrases.AS[about.personnel]))
        people = self._from(about.contributor, people, briefly=briefly)
        return self.say(phrases.NOT_REPORTED[about.status], people=people, **parts)

    def _record(self, record: Deployment, *, briefly: bool = True) -> str:
        """Say what a record says, and where it is stated."""
        text, citation = self._sentence(record, record.headcount, briefly=briefly), record.citation
        return self.say("{sentence} ({source})", sentence=text, source=self.citation(citation)) if citation else text

    def sentence(self, total: Total) -> str:
        """Answer in one sentence that can be quoted as it is."""
        others, asked = _not_told_apart(total)
        text = self._sentence(total, Headcount.at_least(total.low) if others else _known(total))
        if sources := self._sources(total.low_records + total.high_records):
            text = self.say("{sentence} ({source})", sentence=text, source=sources)
        if total.assumes_serving_included:
            end = total.period and total.period.end
            day = self.date(end, "in") if end and end.day else ""
            assuming = self.say(phrases.ASSUMING[total.status], on_date=day)
            text = self.say("{sentence}, {assuming}", sentence=text, assuming=assuming)
        if others:
            text = self.say("{sentence}; {unknown}", sentence=text, unknown=self._unknown(others, asked))
        return f"{_sentence_case(text)}."

    def _sources(self, records: Iterable[Deployment]) -> str:
        """Name the publishers of records, each with the dates of its documents."""
        dates: dict[str, list[PartialDate]] = {}
        for source in (record.citation.source for record in records if record.citation):
            dates.setdefault(self.name(source.publisher), []).append(source.date)
        periods = {publisher: self.period(Period(min(days), max(days))) for publisher, days in dates.items()}
        return "; ".join(self.say("{publisher}, {date}", publisher=name, date=when) for name, when in periods.items())

    def _unknown(self, others: Sequence[Deployment], asked: Iterable[object]) -> str:
        record, whom = others[0], self.listed(self.say(phrases.AS[each]) for each in asked)
        if others[1:] or record.headcount.precision is not Precision.EXACT:
            return self.say("how many of the others were {whom} is not reported", whom=whom)
        people = self._counted(record.headcount, record.personnel, phrases.ABOUT_SO_MANY)
        return self.say("how many of the {people} were {whom} is not reported", people=people, whom=whom)

    def _total(self, total: Total) -> str:
        """Answer in one sentence, and say below it why each bound is known."""
        sentence, low, high = self.sentence(total), total.low_records, total.high_records
        lines: list[str | None] = []
        if total.low == total.high:
            lines += self._because("{number}, because:", total.low, dict.fromkeys(low + high))
            lines += [self._why_so_many(total), self._why_so_few(total)]
        else:
            if total.low:
                lines += [*self._because("At least {number}, because:", total.low, low), self._why_so_many(total)]
            if total.high is not None:
                lines += [*self._because("At most {number}, because:", total.high, high), self._why_so_few(total)]
            elif total.low:
                lines += [self.say("No upper bound is known.")]
        if total.assumes_serving_included:
            lines += [self.say(phrases.ASSUMED)]
        for mission, date in total.unreported:
            message = phrases.LAST_REPORTED if date else phrases.NEVER_REPORTED
            lines += [self.say(message, mission=self.acronym(mission), date=date and self.date(date))]
        reported_by = total.reported_by and self.date(total.reported_by, "reports")
        return "\n\n".join(filter(None, [sentence, _lines(*lines, reported_by)]))

    def _because(self, message: str, number: int, records: Iterable[Deployment]) -> list[str]:
        lines = [self.say("– {item}", item=self._record(record)) for record in records]
        return [self.say(message, number=self.number(number)), *lines]

    def _why_so_many(self, total: Total) -> str:
        """Say why the records of the low show so many, where their figures alone do not."""
        records, missions = total.low_records, {mission for record in total.low_records for mission in record.missions}
        serving = [record for record in records if record.status is Status.SERVING]
        if len(records) <= 1:
            return self.say(phrases.SOMEBODY) if total.missions and missions - set(total.missions) else ""
        if not serving or sum(map(minimum_count, serving)) != total.low:
            return self.say(phrases.SUBTRACTED)
        return self.say(phrases.DIFFERENT_PEOPLE) if len(serving) > 1 else ""

    def _why_so_few(self, total: Total) -> str:
        """Say why the records of the high leave room for no more, where their figures alone do not."""
        highs = [record.headcount.high or 0 for record in total.high_records]
        return self.say(phrases.TOGETHER if sum(highs) == total.high else phrases.ELSEWHERE) if highs[1:] else ""

    def _totals(self, totals: MissionTotals, name: str = "") -> str:
        return self.say(
            "{name}: have served – {served}; were serving – {serving}",
            name=name or self.missions(totals.served.missions),
            served=self.answer(totals.served),
            serving=self.answer(totals.serving),
        )

    def _totals_by_source(self, totals: TotalsBySource) -> str:
        each = (self._totals(both, self.name(publisher)) for publisher, both in totals.items())
        return _lines(self.say("By source, each by itself:"), *each)

    def _deployment(self, record: Deployment) -> str:
        jointly = record.missions[1:] and self.say(phrases.JOINTLY)
        return _lines(f"{_sentence_case(self._record(record, briefly=False))}.", jointly)

    def _citation(self, citation: Citation) -> str:
        quote = citation.quote and self.say("Words: “{quote}”", quote=citation.quote)
        return _lines(self.citation(citation), self.source(citation.source), quote, citation.link)

    def _mandate(self, mandate: domain.Mandate) -> str:
        resolutions = self.listed(citation.source.title for citation in mandate.established_by)
        last, ended_by = mandate.last_day, mandate.ended_by
        return _lines(
            self.say("Established by {resolutions} of the UN Security Council", resolutions=resolutions),
            self.say("First day: {date}", date=self.date(mandate.first_day)),
            last and self.say("Last day of the mandate: {date}", date=self.date(last)),
            ended_by and self.say("Last day set by {resolution}", resolution=ended_by.source.title),
        )

    def _mission(self, mission: Mission) -> str:
        name = f": {self.name(mission.name)}" if mission.name else ""
        places = mission.territories and self.listed(map(self.country, mission.territories))
        hosts = places and self.say("Host territory: {territories}", territories=places)
        return _lines(self.acronym(mission) + name, hosts, mission.mandate and self._mandate(mission.mandate))

    def _basis(self, basis: domain.ConstitutionalBasis) -> str:
        message = phrases.BASES[basis.constitution == CONSTITUTION.title, basis.subparagraph is not None]
        title, date, of_date = self.name(basis.constitution), self.date(basis.adopted), self.date(basis.adopted, "of")
        numbers = {"article": basis.article, "subparagraph": basis.subparagraph}
        return self.say(message, constitution=title, date=date, of_date=of_date, **numbers)

    def _basis_in_full(self, basis: domain.ConstitutionalBasis) -> str:
        source = basis.citation and self.say("Source: {citation}", citation=self.citation(basis.citation))
        return _lines(_sentence_case(self._basis(basis)), basis.empowers and self.name(basis.empowers), source)

    def _proposed(self, proposal: Proposal, *, briefly: bool) -> str:
        people = self.people(proposal.headcount, proposal.personnel)
        people, missions = self._from(proposal.contributor, people, briefly=briefly), self.missions(proposal.missions)
        basis = proposal.basis and self.say("Legal basis: {basis}", basis=self._basis(proposal.basis))
        return _lines(self.say("Proposed to send: {people} – {missions}", people=people, missions=missions), basis)

    def _proposal(self, proposal: Proposal) -> str:
        details = {message: getattr(proposal, name) for name, message in phrases.DETAILS.items()}
        offered = [self.say(phrases.LABELS[each]) for each in (*proposal.individuals, *proposal.roles)]
        units, wider, outcome = proposal.units, proposal.expansion, proposal.outcome
        lines = [
            self._proposed(proposal, briefly=False),
            proposal.missions[1:] and self.say(phrases.JOINTLY),
            self.date(proposal.date, "presented"),
            *(self.say(message, value=self.name(text)) for message, text in details.items() if text),
            offered and self.say("Offered individually: {offered}", offered=self.listed(offered)),
            units and self.say("Offered as units: {units}", units=self._units(units)),
            wider and self.say("Engagement to be expanded in: {missions}", missions=self.missions(wider)),
            outcome and self.say("Outcome: {outcome}", outcome=self.say(phrases.LABELS[outcome])),
        ]
        for part, heading in phrases.HEADINGS.items():
            statements = getattr(proposal, part)
            lines += [statements and self.say(heading)]
            lines += [self.say("– {item}", item=self.name(statement.text)) for statement in statements]
        citation = dict(proposal.citations).get("headcount")
        return _lines(*lines, citation and self.say("Source: {citation}", citation=self.citation(citation)))

    def _units(self, units: Sequence[domain.Unit]) -> str:
        if len(units) == 1:
            return self.say(phrases.LABELS[units[0]])
        names = [self.say(phrases.UNITS[unit]) for unit in units if unit in phrases.UNITS]
        police = len(names) < len(units)
        listed = ", ".join(names) if police else self.listed(names)
        return self.say(phrases.UNIT_LISTS[police], len(names), units=listed)

    def _event(self, event: Event, *, briefly: bool = False) -> str:
        """Say when, what and where; of those who have served, over which period; briefly, without roles."""
        subject, when = event.subject, self.date(event.when)
        what = self.say((phrases.PLANNED if event.planned else phrases.LABELS)[event.kind])
        if isinstance(subject, Deployment):
            when, roles = self.period(subject.period), "" if briefly else self._as(subject.roles)
            clause = self._clause(subject, subject.headcount, briefly=True)
            what = self.say(phrases.SENTENCE, clause=clause, roles=roles, place="", when="")
        elif event.kind is EventKind.DECIDED and isinstance(subject, Proposal) and subject.outcome:
            what = self.say(phrases.LABELS[subject.outcome])
        return self.say("{when}: {what} – {missions}", when=when, what=what, missions=self.missions(event.missions))

    def _timeline(self, events: Iterable[Event], *, briefly: bool = False) -> str:
        return _lines(*(self._event(event, briefly=briefly) for event in events)) or self.say("no events")

    def _verification(self, verification: Verification) -> str:
        found, faults = len(verification.found), verification.missing + verification.ambiguous
        lines = [self.say("Citations found: {found} of {total}", found=found, total=found + len(faults))]
        for each in faults:
            message = phrases.MISSING if each in verification.missing else phrases.AMBIGUOUS
            lines += [self.say(message, quote=each.quote, citation=self.citation(each))]
        return _lines(*lines)

    def _several(self, things: Iterable[object]) -> str:
        parts = [self.sentence(thing) if isinstance(thing, Total) else self.of(thing) for thing in things]
        return ("\n\n" if "\n" in "".join(parts) else "\n").join(parts) or self.say("not reported")

    def brief(self) -> str:
        """Say what was proposed, who has served and was serving, and when, on one screen."""
        heading = self.say(phrases.HEADING, publisher=self.name(ARTICLE.publisher), date=self.date(ARTICLE.date))
        assumed = total_served().assumes_serving_included and self.say(phrases.ASSUMED)
        rows = [[self.say(column) for column in phrases.COLUMNS]]
        for mission in (*MISSIONS, None):
            name = self.acronym(mission) if mission else self.say("all together")
            proposed = self.say("jointly") if mission in PROPOSAL.missions else self.say("–")
            rows += [[name, self._figures(total_served(mission)), self._figures(total_serving(mission)), proposed]]
        rows[-1][-1] = self._precisely(PROPOSAL.headcount, self.number(phrases.upper(PROPOSAL.headcount)))
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        table = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
        proposal, events = self._proposed(PROPOSAL, briefly=True), self._timeline(timeline(), briefly=True)
        return "\n\n".join([heading, proposal, _lines(*table, self.say(phrases.NOTE), assumed), events])

    _words_of: ClassVar[dict[type, Callable[[Wording, Any], str]]] = {
        Mission: _mission,
        domain.Mandate: _mandate,
        Deployment: _deployment,
        Proposal: _proposal,
        domain.ConstitutionalBasis: _basis_in_full,
        Statement: lambda self, statement: self.name(statement.text),
        Headcount: people,
        PartialDate: date,
        Period: period,
        Total: _total,
        MissionTotals: _totals,
        TotalsByMission: lambda self, totals: _lines(self.say(phrases.BY_MISSION), *map(self._totals, totals.values())),
        TotalsBySource: _totals_by_source,
        Source: source,
        Citation: _citation,
        Event: _event,
        Timeline: _timeline,
        Verification: _verification,
        domain.Dataset: lambda self, data: self._several((*data.missions, *data.deployments, *data.proposals)),
        Precision: lambda self, precision: self.say(phrases.HEADCOUNTS[precision], people="…", low="…"),
        Enum: lambda self, value: self.say(phrases.LABELS[value]),
        tuple: _several,
        list: _several,
    }
