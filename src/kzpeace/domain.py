"""What reports speak of: missions, deployments, a proposal to Parliament and its constitutional basis.

Constructors take text for dates, enumerations and known missions, and one item where several are allowed. A bad value
is a ValueError that names class, field and value.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias, cast

from attrs import Attribute, Factory, field, fields_dict, frozen

from kzpeace import _checks as check
from kzpeace._html import HtmlMixin
from kzpeace.dates import PartialDate, Period, a_date, not_before, optional_date, to_date, to_optional_date, to_period
from kzpeace.headcount import Headcount, to_headcount
from kzpeace.sources import Citation, Source, Statement

KAZAKHSTAN = "KAZ"
_ORDINAL = {"unit": "ordinal number"}


class Status(enum.Enum):
    """Whether a headcount is a flow or a stock."""

    SERVED = "served"
    """A flow, of different people over a period."""
    SERVING = "serving"
    """A stock, of people on one date."""


class Role(enum.Enum):
    """A category of uniformed personnel, as the United Nations counts them."""

    MILITARY_OBSERVER = "military observer"
    """An expert on mission, who serves as an individual."""
    STAFF_OFFICER = "staff officer"
    """An officer at a mission's headquarters, who serves as an individual."""
    TROOPS = "troops"
    """A member of a contingent."""
    POLICE = "police"
    """A police officer, serving as an individual or in a formed unit."""


class Personnel(enum.Enum):
    """Who is counted. Officers are service members, and service members are uniformed personnel."""

    OFFICERS = "officers"
    """Military officers only."""
    SERVICE_MEMBERS = "service members"
    """Military personnel, officers among them."""
    UNIFORMED = "uniformed personnel"
    """Military personnel and police."""


class Unit(enum.Enum):
    """A specialised unit of a contingent."""

    INFANTRY = "infantry"
    """Infantry."""
    MEDICAL = "medical"
    """Medical."""
    RECONNAISSANCE = "reconnaissance"
    """Reconnaissance."""
    ENGINEER = "engineer"
    """Engineers."""
    MILITARY_POLICE = "military police"
    """Military police."""


class Outcome(enum.Enum):
    """What Parliament did with a proposal."""

    BACKED = "backed"
    """Parliament backed it."""
    REJECTED = "rejected"
    """Parliament rejected it."""


Missions: TypeAlias = "Mission | str | Iterable[Mission | str]"
Roles: TypeAlias = Role | str | Iterable[Role | str]
Records: TypeAlias = "Deployment | Iterable[Deployment] | Dataset"
Proposals: TypeAlias = "Proposal | Iterable[Proposal]"

_KNOWN_MISSIONS: dict[str, Any] = {}


def register_missions(missions: Iterable[Mission]) -> None:
    """Let the acronyms of these missions stand for them wherever a mission is expected."""
    _KNOWN_MISSIONS.update((mission.acronym.casefold(), mission) for mission in missions)


# Converters. A type checker takes what a field accepts from the annotation of its converter, so each kind has its own.
# They leave what they cannot convert for a validator, which knows the field's name.


def to_missions(value: Missions) -> tuple[Mission, ...]:
    """Convert one mission or several, given as objects or by acronym."""
    each = check.to_tuple(value)
    return tuple(_KNOWN_MISSIONS.get(item.strip().casefold(), item) if isinstance(item, str) else item for item in each)


def _to_status(value: Status | str) -> Status:
    return check.to_member(Status, value)


def _to_outcome(value: Outcome | str | None) -> Outcome | None:
    return None if value is None else check.to_member(Outcome, value)


def _to_personnel(value: Personnel | str) -> Personnel:
    return check.to_member(Personnel, value)


def _to_individuals(value: Personnel | str | Iterable[Personnel | str]) -> tuple[Personnel, ...]:
    return tuple(check.to_member(Personnel, item) for item in check.to_tuple(value))


def _to_roles(value: Roles) -> tuple[Role, ...]:
    return tuple(check.to_member(Role, item) for item in check.to_tuple(value))


def _to_units(value: Unit | str | Iterable[Unit | str]) -> tuple[Unit, ...]:
    return tuple(check.to_member(Unit, item) for item in check.to_tuple(value))


def _to_citations(value: Citation | Iterable[Citation]) -> tuple[Citation, ...]:
    return check.to_tuple(value)


def _to_statements(value: Statement | Iterable[Statement]) -> tuple[Statement, ...]:
    return check.to_tuple(value)


def _to_codes(value: str | Iterable[str]) -> tuple[str, ...]:
    return check.to_tuple(value)


def _to_pairs(value: Mapping[str, Citation] | Iterable[tuple[str, Citation]]) -> tuple[tuple[str, Citation], ...]:
    return check.to_tuple(cast("Mapping[Any, Any]", value).items() if isinstance(value, Mapping) else value)


def _to_deployments(value: Deployment | Iterable[Deployment]) -> tuple[Deployment, ...]:
    return check.to_tuple(value)


def _to_proposals(value: Proposals) -> tuple[Proposal, ...]:
    return check.to_tuple(value)


_optional_text = check.text(optional=True)
_citation = check.instance_of(Citation, optional=True)
_some_citations = [check.tuple_of(Citation), check.not_empty]
_texts = check.tuple_of(Statement)
_headcount = check.instance_of(Headcount, "a Headcount or a whole number, 0 or more")
_country = check.text("[A-Z]{2}", "an ISO 3166-1 alpha-2 code such as KZ")
_contributor = check.text("[A-Z]{3}", "an ISO 3166-1 alpha-3 code such as KAZ")
_last_day = [optional_date, not_before("first_day")]


@check.rule("ISO 3166-1 alpha-2 codes such as LB, none twice")
def _territories(_: object, value: tuple[object, ...]) -> str | bool:
    if not all(isinstance(code, str) and re.fullmatch("[A-Z]{2}", code) for code in value):
        return "ISO 3166-1 alpha-2 codes such as LB"
    return len(set(value)) < len(value) and "each code once"


@frozen(kw_only=True)
class Mandate(HtmlMixin):
    """What the United Nations says of a mission: a reference fact, with its own citations.

    Attributes:
        established_by: The resolutions that established the mission.
        first_day: The first day of the mission.
        last_day: The last day of its mandate, or None if none is set. The last peacekeeper may leave later.
        ended_by: The resolution that set the last day, or None.
    """

    established_by: tuple[Citation, ...] = field(converter=_to_citations, validator=_some_citations)
    first_day: PartialDate = field(converter=to_date, validator=a_date)
    last_day: PartialDate | None = field(default=None, converter=to_optional_date, validator=_last_day)
    ended_by: Citation | None = field(default=None, validator=[_citation, check.only_with("last_day")])


@frozen(kw_only=True)
class Mission(HtmlMixin, check.TextFormat):
    """A United Nations peacekeeping mission.

    Its acronym, official name, host territories and mandate are the UN's reference facts. In counting, two missions are
    the same if their acronyms are; two different missions with one acronym are an error there.

    Attributes:
        acronym: As the UN writes it, such as ``UNIFIL``.
        name: The official name in English, or None.
        territories: The host territories, as ISO 3166-1 alpha-2 codes, if known; UNTSO has five.
        mandate: What the UN says of its mandate, or None.
    """

    acronym: str = field(validator=check.text())
    name: str | None = field(default=None, validator=_optional_text)
    territories: tuple[str, ...] = field(default=(), converter=_to_codes, validator=_territories)
    mandate: Mandate | None = field(default=None, repr=False, validator=check.instance_of(Mandate, optional=True))

    def __str__(self) -> str:
        """Return the acronym."""
        return self.acronym


def _validate_missions(instance: object, attribute: Attribute[tuple[Mission, ...]], value: tuple[Mission, ...]) -> None:
    """Each a Mission, no two with one acronym."""
    for item in value:
        if not isinstance(item, Mission):
            known = ", ".join(map(str, _KNOWN_MISSIONS.values()))
            check.raise_invalid(instance, attribute.name, item, f"each to be a Mission or one of {known}")
    if len({mission.acronym.casefold() for mission in value}) < len(value):
        check.raise_invalid(instance, attribute.name, ", ".join(map(str, value)), "each mission once")


@check.rule("uniformed personnel where a role is police")
def _right_personnel(instance: Deployment | Proposal, value: Personnel) -> str | bool:
    wanted = "uniformed personnel, as a role is police"
    return Role.POLICE in instance.roles and value is not Personnel.UNIFORMED and wanted


@check.rule("one day if the status is SERVING, with no start after the report that is cited")
def _right_period(instance: Deployment, value: Period) -> object:
    if instance.status is Status.SERVING and not (value.start and value.start.day and value.start == value.end):
        return "one day, as the status is SERVING"
    cited: object = instance.citation
    report = cited.source.date if isinstance(cited, Citation) else None
    is_late = report and value.start and value.start.earliest > report.latest
    return is_late and f"no start after its report of {report}"


_DEFAULT_PERSONNEL = Factory(
    lambda it: Personnel.UNIFORMED if Role.POLICE in it.roles else Personnel.SERVICE_MEMBERS, takes_self=True
)
_personnel = [check.instance_of(Personnel), _right_personnel]
_period = [check.instance_of(Period, "a Period or text such as 2014/2022"), _right_period]


@frozen(kw_only=True)
class Deployment(HtmlMixin, check.TextFormat):
    """One statement of a source that a number of people serve or have served.

    A figure for several missions is theirs jointly: it says nothing of how many served in each. The order of missions
    and of roles makes no difference to whether two records are equal.

    Attributes:
        headcount: How many people, as the source states it. A whole number is an exact headcount.
        missions: The missions that the figure is for, jointly, as objects or acronyms; if empty, any UN mission.
        status: ``SERVED``, a flow over the period, or ``SERVING``, a stock on its date.
        period: When; for ``SERVING`` one day. Text is read as `Period.parse` reads it.
        roles: The roles that the figure is for; if empty, any role.
        personnel: Who was counted: by default service members, or uniformed personnel if a role is ``POLICE``.
        contributor: The troop-contributing country, as an ISO 3166-1 alpha-3 code.
        citation: Where the source says so, or None.

    >>> print(Deployment(headcount=12, missions="UNIFIL", status="serving", period="2023-03-31", roles="troops"))
    12 service members (troops) serving in UNIFIL, 2023-03-31
    """

    _html_columns_ = ("missions", "headcount", "personnel", "roles", "status", "period", "contributor", "citation")

    headcount: Headcount = field(converter=to_headcount, validator=_headcount)
    missions: tuple[Mission, ...] = field(default=(), eq=frozenset, converter=to_missions, validator=_validate_missions)
    status: Status = field(converter=_to_status, validator=check.instance_of(Status))
    period: Period = field(converter=to_period, validator=_period)
    roles: tuple[Role, ...] = field(default=(), eq=frozenset, converter=_to_roles, validator=check.tuple_of(Role))
    personnel: Personnel = field(default=_DEFAULT_PERSONNEL, converter=_to_personnel, validator=_personnel)
    contributor: str = field(default=KAZAKHSTAN, validator=_contributor)
    citation: Citation | None = field(default=None, repr=False, validator=_citation)

    def __str__(self) -> str:
        """Return headcount, personnel, roles, status, missions and period."""
        roles = f" ({', '.join(role.value for role in self.roles)})" if self.roles else ""
        missions = ", ".join(map(str, self.missions)) or "any UN mission"
        return f"{_describe_people(self)}{roles} {self.status.value} in {missions}, {self.period}"


def _describe_people(counted: Deployment | Proposal) -> str:
    who = counted.personnel.value.removesuffix("s" if counted.headcount.figure == 1 else "")
    origin = "" if counted.contributor == KAZAKHSTAN else f" from {counted.contributor}"
    return f"{counted.headcount} {who}{origin}"


@frozen(kw_only=True)
class ConstitutionalBasis(HtmlMixin, check.TextFormat):
    """The provision of a constitution that a proposal rests on.

    Attributes:
        country: Whose constitution, as an ISO 3166-1 alpha-2 code.
        constitution: Its title.
        adopted: When it was adopted; without this, "Article 53" could be that of another constitution.
        article: The number of the article.
        subparagraph: The number of the subparagraph, or None.
        empowers: What the provision empowers to do, in our words, or None.
        citation: Where the source names it, or None.
        document: The constitution itself, from which ``adopted`` and ``empowers`` are taken, or None.
    """

    country: str = field(validator=_country)
    constitution: str = field(validator=check.text())
    adopted: PartialDate = field(converter=to_date, validator=a_date)
    article: int = field(converter=check.to_whole_number, validator=check.whole_number(1), metadata=_ORDINAL)
    subparagraph: int | None = check.optional_number("ordinal number")
    empowers: str | None = field(default=None, validator=_optional_text)
    citation: Citation | None = field(default=None, repr=False, validator=_citation)
    document: Source | None = field(default=None, repr=False, validator=check.instance_of(Source, optional=True))

    @property
    def provision(self) -> str:
        """The provision as lawyers cite it, such as ``Art. 53(5)``."""
        return f"Art. {self.article}({self.subparagraph})" if self.subparagraph else f"Art. {self.article}"

    def __str__(self) -> str:
        """Return the constitution, when it was adopted, and the provision."""
        return f"{self.constitution} of {self.adopted}, {self.provision}"


def _pairs(instance: Proposal, attribute: Attribute[Any], value: tuple[object, ...]) -> None:
    """Pairs of a field of Proposal, each once, and its Citation."""
    names = set(fields_dict(Proposal)) - {attribute.name}
    for pair in value:
        match pair:
            case (str(name), Citation()) if name in names and isinstance(pair, tuple):
                names.remove(name)
            case _:
                wanted = "pairs of a field of Proposal, each once, and its Citation"
                check.raise_invalid(instance, attribute.name, pair, wanted)


_basis = check.instance_of(ConstitutionalBasis, optional=True)
_individuals = check.tuple_of(Personnel)
_outcome = check.instance_of(Outcome, optional=True)
_decided = [optional_date, check.only_with("outcome"), not_before("date")]


@frozen(kw_only=True)
class Proposal(HtmlMixin, check.TextFormat):
    """A President's proposal to Parliament to send people to missions. Proposed is not deployed.

    Attributes:
        date: When it was presented.
        missions: The missions that it proposes to send people to. Its headcount is theirs jointly.
        headcount: How many people it proposes to send.
        roles: The roles offered to be served individually.
        personnel: Who they are: by default service members, or uniformed personnel if a role is ``POLICE``.
        contributor: The troop-contributing country, as an ISO 3166-1 alpha-3 code.
        proposer: Who proposed it, or None.
        presenter: Who presented it, or None.
        forum: Before whom it was presented, or None.
        place: Where, or None.
        expansion: The missions in which it asks to expand engagement.
        individuals: Who is offered to serve individually, in whatever role.
        units: The specialised units offered.
        basis: The provision that it rests on, or None.
        outcome: What Parliament did with it, or None if not known.
        decided: When Parliament did so, or None if not known; a timeline then has no event for it.
        background: What it says of the time before.
        assessments: How others see the country's peacekeepers, as it reports.
        reasons: Why Parliament should back it.
        expected_benefits: What is expected to come of it.
        conditions: What is still to be settled.
        citations: Where each field is stated: pairs of a field's name and its citation, or a mapping.
    """

    date: PartialDate = field(converter=to_date, validator=a_date)
    missions: tuple[Mission, ...] = field(converter=to_missions, validator=[_validate_missions, check.not_empty])
    headcount: Headcount = field(converter=to_headcount, validator=_headcount)
    roles: tuple[Role, ...] = field(default=(), converter=_to_roles, validator=check.tuple_of(Role))
    personnel: Personnel = field(default=_DEFAULT_PERSONNEL, converter=_to_personnel, validator=_personnel)
    contributor: str = field(default=KAZAKHSTAN, validator=_contributor)
    proposer: str | None = field(default=None, validator=_optional_text)
    presenter: str | None = field(default=None, validator=_optional_text)
    forum: str | None = field(default=None, validator=_optional_text)
    place: str | None = field(default=None, validator=_optional_text)
    expansion: tuple[Mission, ...] = field(default=(), converter=to_missions, validator=_validate_missions)
    individuals: tuple[Personnel, ...] = field(default=(), converter=_to_individuals, validator=_individuals)
    units: tuple[Unit, ...] = field(default=(), converter=_to_units, validator=check.tuple_of(Unit))
    basis: ConstitutionalBasis | None = field(default=None, validator=_basis)
    outcome: Outcome | None = field(default=None, converter=_to_outcome, validator=_outcome)
    decided: PartialDate | None = field(default=None, converter=to_optional_date, validator=_decided)
    background: tuple[Statement, ...] = field(default=(), repr=False, converter=_to_statements, validator=_texts)
    assessments: tuple[Statement, ...] = field(default=(), repr=False, converter=_to_statements, validator=_texts)
    reasons: tuple[Statement, ...] = field(default=(), repr=False, converter=_to_statements, validator=_texts)
    expected_benefits: tuple[Statement, ...] = field(default=(), repr=False, converter=_to_statements, validator=_texts)
    conditions: tuple[Statement, ...] = field(default=(), repr=False, converter=_to_statements, validator=_texts)
    citations: tuple[tuple[str, Citation], ...] = field(default=(), repr=False, converter=_to_pairs, validator=_pairs)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All its statements, from the background to the conditions."""
        return self.background + self.assessments + self.reasons + self.expected_benefits + self.conditions

    def cited(self, name: str) -> Citation:
        """Return where a field, such as ``headcount``, is stated; raise a ValueError if it has no citation."""
        citations = dict(self.citations)
        if name not in citations:
            known = ", ".join(citations) or "no field"
            message = f"Proposal.cited: no citation for {check.short_repr(name)}; there is one for {known}"
            raise ValueError(message)
        return citations[name]

    def __str__(self) -> str:
        """Return headcount, personnel, missions and date."""
        return f"{_describe_people(self)} proposed for {', '.join(map(str, self.missions))}, {self.date}"


_deployments = check.tuple_of(Deployment, unique=False)
_proposals = check.tuple_of(Proposal, unique=False)


@frozen(kw_only=True)
class Dataset(HtmlMixin):
    """Missions, deployments and proposals that belong together.

    Attributes:
        missions: The missions.
        deployments: The statements on who served and serves.
        proposals: The proposals.
    """

    missions: tuple[Mission, ...] = field(default=(), converter=to_missions, validator=_validate_missions)
    deployments: tuple[Deployment, ...] = field(default=(), converter=_to_deployments, validator=_deployments)
    proposals: tuple[Proposal, ...] = field(default=(), converter=_to_proposals, validator=_proposals)


def records_argument(records: Records) -> tuple[Deployment, ...]:
    """Return the records given as an argument; an error says how to create records from a data frame."""
    items: tuple[object, ...] = records.deployments if isinstance(records, Dataset) else check.to_tuple(records)
    for item in items:
        if not isinstance(item, Deployment):
            found = check.short_repr(item) + ("" if item is records else f" in a {type(records).__name__}")
            advice = "[kz.Deployment(headcount=row.people, ...) for row in frame.itertuples()]"
            message = f"records: expected Deployments, got {found}; to create them from a data frame, write {advice}"
            raise ValueError(message)
    return cast("tuple[Deployment, ...]", items)


def roles_argument(value: Roles | None) -> tuple[Role, ...]:
    """Return the roles given as an argument, each once; None asks about any role."""
    roles = () if value is None else check.as_tuple_of(Role, _to_roles(value), "roles")
    if value is not None and not roles:
        check.require(Role, value, "roles", "at least one; leave the argument out to ask about all")
    return tuple(dict.fromkeys(roles))


def personnel_argument(value: Personnel | str | None) -> Personnel | None:
    """Return the personnel given as an argument; None asks about everyone whom the records count."""
    return None if value is None else check.require(Personnel, _to_personnel(value), "personnel")
