"""Objects in words, in English and in the languages of the catalogues in the folder ``locale``.

Messages are sentences, phrases or labels; none attaches an ending to a placeholder. Plural forms, numbers, dates, lists
and territories come from CLDR, through Babel.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, cast

from attrs import evolve
from babel.core import get_global
from babel.lists import format_list
from babel.numbers import format_decimal

from kzpeace import domain, phrases
from kzpeace._checks import short_repr
from kzpeace._html import heading_of
from kzpeace._rules import minimum_count
from kzpeace.article import ARTICLE, CONSTITUTION, DEPLOYMENTS, PROPOSAL
from kzpeace.chronology import Event, EventKind, Timeline, timeline
from kzpeace.counting import MissionTotals, Total, TotalsByMission, TotalsBySource, total_served, total_serving
from kzpeace.dates import PartialDate, Period
from kzpeace.domain import Deployment, Mission, Personnel, Proposal, Role, Status
from kzpeace.headcount import Headcount, Precision
from kzpeace.missions import MISSIONS
from kzpeace.phrases import Answer, DateText, Message, answer_of, not_distinguished
from kzpeace.sources import Citation, Source, Statement
from kzpeace.verification import Verification

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from babel import Locale

LONGEST_LIST = 12  # of the records that a bound rests on
MANY = 5  # a number whose noun is in the plural, in every language that we have


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


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lines(*parts: Any) -> str:
    return "\n".join(part for part in parts if part)


def _grammatical_number(headcount: Headcount | Answer) -> int:
    """Return the number that the words around a headcount agree with; after a range they are in the plural."""
    return max(headcount.figures[-1], 2 * len(headcount.figures) - 2)


class Wording:
    """The words of one text in one language: it remembers which missions the text has named already."""

    def __init__(self, locale: str | Locale) -> None:
        """Find the words of a locale."""
        self.locale, self._catalogue = phrases.find_catalogue(locale)
        self._mentioned: set[str] = set()

    def say(self, message: str | Message, number: int = 1, /, **values: object) -> str:
        """Translate a message, in the form that goes with a number if it has forms, and fill its placeholders."""
        text, plural, context = message if isinstance(message, Message) else Message(message)
        find = self._catalogue
        if plural is None:
            text = find.pgettext(context, text) if context else find.gettext(text)
        else:
            text = find.npgettext(context, text, plural, number) if context else find.ngettext(text, plural, number)
        if self.locale.text_direction == "rtl":  # what is filled in keeps its own direction
            text = text.replace("{", "\u2068{").replace("}", "}\u2069")
        # A part with nothing to say is empty, and leaves a gap.
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
        second = phrases.SECOND_DAY.get(use) if date.day == 2 else None  # noqa: PLR2004
        return self.say(second or phrases.DATES[use, precision], date=DateText(date, self.locale))

    def period(self, period: Period) -> str:
        """Write a period: an open end is said, and a year stays a year."""
        start, end = period.start, period.end
        if start is None:
            return self.date(period.first_known, "until")
        if end is None:
            return self.date(start, "since")
        return self.date(start) if start == end else f"{self.date(start, 'from')} {self.date(end, 'to')}"

    def join(self, items: Iterable[str]) -> str:
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
        return self.join(map(self.acronym, missions)) if missions else self.say("UN missions")

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

    def people(self, headcount: Headcount | Answer, who: Personnel | None = None) -> str:
        """Write a headcount with its noun."""
        return self._precisely(headcount, self._counted(headcount, who, phrases.CASES[headcount.precision]))

    def _counted(self, headcount: Headcount | Answer, who: Personnel | None, case: str) -> str:
        number = headcount.figures[-1]  # of two, the noun agrees with the upper
        return self.say(phrases.COUNTED[who, case], number, number=self.number(number))

    def _precisely(self, headcount: Headcount | Answer, people: str) -> str:
        if headcount.precision is Precision.EXACT:
            return people
        return self.say(phrases.HEADCOUNTS[headcount.precision], low=self.number(headcount.figures[0]), people=people)

    def answer(self, total: Total) -> str:
        """Write the answer of a total."""
        known = answer_of(total)
        return self.people(known, total.personnel) if known else self.say("not reported")

    def _figures(self, total: Total) -> str:
        if not (known := answer_of(total)):
            return self.say("not reported")
        figures = "–".join(map(self.number, known.figures))
        return figures if known.figures[1:] else self._precisely(known, figures)

    def _from(self, contributor: str, people: str, *, briefly: bool) -> str:
        if contributor not in phrases.FROM:
            return self.say("{people} ({country})", people=people, country=self.country(contributor))
        return people if briefly else self.say(phrases.FROM[contributor], people=people)

    def _clause(self, about: Deployment | Total, headcount: Headcount | Answer, *, briefly: bool) -> str:
        people = self._from(about.contributor, self.people(headcount, about.personnel), briefly=briefly)
        case = phrases.SO_MANY if headcount.precision is Precision.EXACT else phrases.ABOUT_SO_MANY
        return self.say(phrases.CLAUSES[phrases.tense_of(about), case], _grammatical_number(headcount), people=people)

    def _as(self, roles: Sequence[Role], headcount: Headcount | Answer | None) -> str:
        one = headcount and _grammatical_number(headcount) == 1  # who has one of the roles
        names = [self.say(phrases.AS[role], 1 if one else MANY) for role in roles]
        listed = format_list(names, "or", self.locale) if one or not names else self.join(names)
        return self.say("as {roles}", roles=listed) if roles else ""

    def _when(self, about: Deployment | Total) -> str:
        on, period = getattr(about, "on", None), phrases.period_of(about)
        if period is None:
            return self.date(on, "as of") if on else ""
        if period.start == period.end:
            return self.date(period.first_known, "as of" if about.status is Status.SERVING else "in")
        text = self.period(period)
        return self.say(phrases.WITHIN_A_SENTENCE, period=text) if period.start and period.end else text

    def _sentence(self, about: Deployment | Total, number: Headcount | Answer | None, *, briefly: bool = False) -> str:
        place = (phrases.IN_MISSIONS if about.missions else phrases.IN_ANY_MISSION)[about.status]
        where = self.say(place, min(len(about.missions), 2), missions=self.missions(about.missions))
        parts = {"place": where, "when": self._when(about), "roles": self._as(about.roles, number)}
        if number:
            return self.say(phrases.SENTENCE, clause=self._clause(about, number, briefly=briefly), **parts)
        people = self.say("how many {people}", people=self.say(phrases.AS[about.personnel]))
        people = self._from(about.contributor, people, briefly=briefly)
        return self.say(phrases.NOT_REPORTED[phrases.tense_of(about)], people=people, **parts)

    def _record(self, record: Deployment, *, briefly: bool = True) -> str:
        text, cited = self._sentence(record, record.headcount, briefly=briefly), record.citation
        return self.say("{sentence} ({source})", sentence=text, source=self.citation(cited)) if cited else text

    def sentence(self, total: Total) -> str:
        """Answer in one sentence that can be quoted as it is."""
        others, asked = not_distinguished(total)
        text = self._sentence(total, Answer(Precision.AT_LEAST, (total.low,)) if others else answer_of(total))
        if sources := self.sources(total.low_records + total.high_records):
            text = self.say("{sentence} ({source})", sentence=text, source=sources)
        low_alone = others and all(record.status is Status.SERVED for record in total.low_records)
        if total.assumes_serving_included and not low_alone:
            assuming = self.say(phrases.ASSUMING[total.status], on_date=self._day_of_those_serving(total))
            text = self.say("{sentence}, {assuming}", sentence=text, assuming=assuming)
        if others:
            text = self.say("{sentence}; {unknown}", sentence=text, unknown=self._unknown(others, asked))
        return f"{_sentence_case(text)}."

    def _day_of_those_serving(self, total: Total) -> str:
        """Name the day of the snapshots that are assumed to be included, if all are certainly of that one day."""
        start, end = (total.period.start, total.period.end) if total.period else (None, None)
        cited = {record.citation.source for record in total.low_records + total.high_records if record.citation}
        known = start == end or (total.reported_by == end == ARTICLE.date and cited == {ARTICLE})
        return self.date(end, "in") if end and end.day and known else ""

    def sources(self, cited: Iterable[Any]) -> str:
        """Name the publishers of what is cited, each with the dates of its documents."""
        dates: dict[str, list[PartialDate]] = {}
        for source in (each.citation.source for each in cited if each.citation):
            dates.setdefault(self.name(source.publisher), []).append(source.date)
        periods = {publisher: self.period(Period(min(days), max(days))) for publisher, days in dates.items()}
        return "; ".join(self.say("{publisher}, {date}", publisher=name, date=when) for name, when in periods.items())

    def _unknown(self, others: Sequence[Deployment], asked: Iterable[object]) -> str:
        record, whom = others[0], self.join(self.say(phrases.AS[each], MANY) for each in asked)
        if others[1:] or record.headcount.precision is not Precision.EXACT:
            return self.say("how many of the others were {whom} is not reported", whom=whom)
        people = self._counted(record.headcount, record.personnel, phrases.ABOUT_SO_MANY)
        return self.say("how many of the {people} were {whom} is not reported", people=people, whom=whom)

    def _total(self, total: Total) -> str:
        sentence, both = self.sentence(total), (total.low_records, total.high_records)  # less records of nobody
        low, high = (tuple(each for each in records if each.headcount.high != 0) or records for records in both)
        total = evolve(total, low_records=low, high_records=high)
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
        lines += [self.say(phrases.ASSUMED) if total.assumes_serving_included else None]
        for mission, date in total.unreported:
            last = date and "; " + self.say("last reported for {date}", date=self.date(date))
            lines += [f"{self.acronym(mission)}: {self.say('not reported')}{last or ''}"]
        reported_by = total.reported_by and self.date(total.reported_by, "reports")
        return "\n\n".join(filter(None, [sentence, _lines(*lines, reported_by)]))

    def _because(self, message: str, number: int, records: Iterable[Deployment]) -> list[str]:
        items = [self._record(record) for record in records]
        if more := len(items[LONGEST_LIST:]):
            items[LONGEST_LIST:] = [self.say("and {number} more", number=self.number(more))]
        return [self.say(message, number=self.number(number)), *(self.say("– {item}", item=item) for item in items)]

    def _why_so_many(self, total: Total) -> str:
        records, missions = total.low_records, {mission for record in total.low_records for mission in record.missions}
        serving = [record for record in records if record.status is Status.SERVING]
        if len(records) <= 1:
            some = self.say("Somebody served in each mission and role that a record names.")
            return some if total.missions and missions - set(total.missions) else ""
        if not serving or sum(map(minimum_count, serving)) != total.low:
            return self.say("As many as may have served only in other missions, roles or days are subtracted.")
        apart = self.say("They were serving in different missions or roles on that date, so they are different people.")
        return apart if serving[1:] and total.low else ""

    def _why_so_few(self, total: Total) -> str:
        highs = [record.headcount.high or 0 for record in total.high_records]
        if not highs[1:]:
            return ""
        if sum(highs) != total.high:
            return self.say("Those serving in other missions or roles on that date are subtracted.")
        return self.say("Together these cover all that records say: each person is counted by at least one of them.")

    def _totals(self, totals: MissionTotals, name: str = "") -> str:
        answers = {"served": self.answer(totals.served), "serving": self.answer(totals.serving)}
        if when := totals.serving.period:
            answers["serving"] += f" ({self.period(when)})"
        name = name or self.missions(totals.served.missions)
        return self.say("{name}: have served – {served}; were serving – {serving}", name=name, **answers)

    def _totals_by_name(self, totals: TotalsByMission | TotalsBySource) -> str:
        by_source, heading = isinstance(totals, TotalsBySource), self.say(cast("Any", totals)._html_caption_())
        each = (self._totals(both, self.name(name) if by_source else "") for name, both in totals.items())
        return _lines(f"{heading}:", *each)

    def _deployment(self, record: Deployment) -> str:
        sentence = f"{_sentence_case(self._record(record, briefly=False))}."
        return _lines(sentence, record.missions[1:] and self.say(phrases.JOINTLY))

    def _citation(self, citation: Citation) -> str:
        quote = citation.quote and self.say("Words: “{quote}”", quote=citation.quote)
        return _lines(self.citation(citation), self.source(citation.source), quote, citation.link)

    def _mandate(self, mandate: domain.Mandate) -> str:
        resolutions = self.join(citation.source.title for citation in mandate.established_by)
        begun = self.say("Established by {resolutions} of the UN Security Council", resolutions=resolutions)
        last = mandate.last_day and self.say("Last day of the mandate: {date}", date=self.date(mandate.last_day))
        ended = mandate.ended_by and self._labelled("ended_by", mandate.ended_by.source.title)
        return _lines(begun, self._labelled("first_day", self.date(mandate.first_day)), last, ended)

    def _mission(self, mission: Mission) -> str:
        name = f": {self.name(mission.name)}" if mission.name else ""
        places = mission.territories and self.join(map(self.country, mission.territories))
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
        details: Any = {name: getattr(proposal, name) for name in ("proposer", "presenter", "forum", "place")}
        offered = [self.say(phrases.LABELS[each]) for each in (*proposal.individuals, *proposal.roles)]
        units, wider, outcome = proposal.units, proposal.expansion, proposal.outcome
        lines = [
            self._proposed(proposal, briefly=False),
            proposal.missions[1:] and self.say(phrases.JOINTLY),
            self.date(proposal.date, "presented"),
            *(text and self._labelled(name, self.name(text)) for name, text in details.items()),
            offered and self.say("Offered individually: {offered}", offered=self.join(offered)),
            units and self.say("Offered as units: {units}", units=self._units(units)),
            wider and self.say("Engagement to be expanded in: {missions}", missions=self.missions(wider)),
            outcome and self._labelled("outcome", self.say(phrases.LABELS[outcome])),
        ]
        for part in ("background", "assessments", "reasons", "expected_benefits", "conditions"):
            items = [self.say("– {item}", item=self.name(statement.text)) for statement in getattr(proposal, part)]
            lines += [self._labelled(part, ""), *items] if items else []
        citation = dict(proposal.citations).get("headcount")
        return _lines(*lines, citation and self.say("Source: {citation}", citation=self.citation(citation)))

    def _labelled(self, name: str, value: str) -> str:
        return self.say("{heading}: {value}", heading=self.say(heading_of(name)), value=value)

    def _units(self, units: Sequence[domain.Unit]) -> str:
        if len(units) == 1:
            return self.say(phrases.LABELS[units[0]])
        names = [self.say(phrases.UNITS[unit]) for unit in units if unit in phrases.UNITS]
        police = len(names) < len(units)
        listed = ", ".join(names) if police else self.join(names)
        return self.say(phrases.UNIT_LISTS[police], len(names), units=listed)

    def _event(self, event: Event, *, briefly: bool = False) -> str:
        subject, when = event.subject, self.date(event.when)
        what = self.say((phrases.LABELS | phrases.PLANNED if event.planned else phrases.LABELS)[event.kind])
        if isinstance(subject, Deployment):
            when, roles = self.period(subject.period), "" if briefly else self._as(subject.roles, subject.headcount)
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
            fault = self.say("missing") if each in verification.missing else self.say("more than once")
            place = self.citation(each)
            lines += [self.say("{fault}: “{quote}” ({place})", fault=fault, quote=each.quote, place=place)]
        return _lines(*lines)

    def _several(self, things: Iterable[object]) -> str:
        parts = [self.sentence(thing) if isinstance(thing, Total) else self.of(thing) for thing in things]
        return ("\n\n" if "\n" in "".join(parts) else "\n").join(parts) or self.say("not reported")

    def brief(self) -> str:
        """Say what was proposed, who has served and was serving, and when, on one screen."""
        heading = self.say("Kazakhstan in UN peacekeeping missions ({source})", source=self.sources(DEPLOYMENTS))
        note = self.say("The same people may have served in several missions, so the figures do not add up.")
        assumed = total_served().assumes_serving_included and self.say(phrases.ASSUMED)
        rows = [[self.say("Mission"), self.say("Served"), self.say("Serving"), _sentence_case(self.say("proposed"))]]
        for mission in (*MISSIONS, None):
            name = self.acronym(mission) if mission else self.say("all together")
            proposed = self.say("jointly") if mission in PROPOSAL.missions else self.say("–")
            rows += [[name, self._figures(total_served(mission)), self._figures(total_serving(mission)), proposed]]
        rows[-1][-1] = self._precisely(PROPOSAL.headcount, self.number(PROPOSAL.headcount.figures[-1]))
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        table = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
        proposal, events = self._proposed(PROPOSAL, briefly=True), self._timeline(timeline(), briefly=True)
        return "\n\n".join([heading, proposal, _lines(*table, note, assumed), events])

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
        TotalsByMission: _totals_by_name,
        TotalsBySource: _totals_by_name,
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
