"""What the article speaks of: missions, deployments, a proposal to Parliament and its constitutional basis."""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from attrs import Attribute, field, fields, frozen

from kzpeace._checks import (
    instance_of,
    raise_invalid,
    short_repr,
    text,
    to_optional_whole_number,
    to_tuple,
    to_whole_number,
    tuple_of,
    whole_number,
)
from kzpeace.dates import PartialDate, Period, to_date, to_optional_date, to_period
from kzpeace.headcount import Headcount, to_headcount
from kzpeace.sources import Citation, Source

if TYPE_CHECKING:
    from collections.abc import Iterable

COUNTRY_CODE = re.compile(r"[A-Z]{2}")
CONTRIBUTOR_CODE = re.compile(r"[A-Z]{3}")


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
    """Who is counted."""

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


# A type checker reads what a field takes from its converter's own annotation, so each kind of several has one.


def to_codes(value: str | Iterable[str]) -> tuple[str, ...]:
    """One country code or several."""
    return to_tuple(value)


def to_citations(value: Citation | Iterable[Citation]) -> tuple[Citation, ...]:
    """One citation or several."""
    return to_tuple(value)


def to_missions(value: Mission | Iterable[Mission]) -> tuple[Mission, ...]:
    """One mission or several."""
    return to_tuple(value)


def to_roles(value: Role | Iterable[Role]) -> tuple[Role, ...]:
    """One role or several."""
    return to_tuple(value)


def to_personnel(value: Personnel | Iterable[Personnel]) -> tuple[Personnel, ...]:
    """One category of personnel or several."""
    return to_tuple(value)


def to_units(value: Unit | Iterable[Unit]) -> tuple[Unit, ...]:
    """One unit or several."""
    return to_tuple(value)


def to_statements(value: Statement | Iterable[Statement]) -> tuple[Statement, ...]:
    """One statement or several."""
    return to_tuple(value)


def to_field_citations(
    value: Mapping[str, Citation] | Iterable[tuple[str, Citation]],
) -> tuple[tuple[str, Citation], ...]:
    """Pairs of a field and where it is stated, from a mapping or pairs; the rest is left for a validator to refuse."""
    return to_tuple(cast("Mapping[Any, Any]", value).items() if isinstance(value, Mapping) else value)


def last_day_follows_first(
    instance: Mandate, attribute: Attribute[PartialDate | None], value: PartialDate | None
) -> None:
    """No day before the first."""
    if value is not None and value.latest < instance.first_day.earliest:
        raise_invalid(instance, attribute.name, str(value), f"no day before the first, {instance.first_day}")


def ends_a_last_day(instance: Mandate, attribute: Attribute[Citation | None], value: Citation | None) -> None:
    """None without a last day."""
    if value is not None and instance.last_day is None:
        raise_invalid(instance, attribute.name, str(value), "None, as there is no last day")


@frozen(kw_only=True)
class Mandate:
    """What the United Nations says of a mission: a reference fact, with citations of its own.

    Attributes:
        established_by: The resolutions that established the mission.
        first_day: The first day of the mission.
        last_day: The last day of its mandate, or None where none is set. The last peacekeeper may leave later.
        ended_by: The resolution that set the last day, or None.

    Raises:
        ValueError: For a last day before the first, or a resolution that ends what has no last day.

    >>> import kzpeace as kz
    >>> str(kz.UNOCI.mandate.last_day), str(kz.UNOCI.mandate.ended_by)
    ('2017-06-30', 'S/RES/2284 (2016)')
    """

    established_by: tuple[Citation, ...] = field(
        converter=to_citations, validator=tuple_of(Citation, "Citation", least=1)
    )
    first_day: PartialDate = field(converter=to_date, validator=instance_of(PartialDate, "a date"))
    last_day: PartialDate | None = field(
        default=None,
        converter=to_optional_date,
        validator=[instance_of(PartialDate, "a date or None", optional=True), last_day_follows_first],
    )
    ended_by: Citation | None = field(
        default=None, validator=[instance_of(Citation, "a Citation or None", optional=True), ends_a_last_day]
    )


def territories_are_codes(instance: Mission, attribute: Attribute[tuple[str, ...]], value: tuple[str, ...]) -> None:
    """Two capital letters each."""
    for code in value:
        if not COUNTRY_CODE.fullmatch(code):
            raise_invalid(instance, attribute.name, code, "two-letter codes of ISO 3166-1, such as LB")


@frozen(kw_only=True)
class Mission:
    """A United Nations peacekeeping mission.

    Its acronym, official name, host territories and mandate are the UN's reference facts. In counting, two missions are
    the same when their acronyms are; unequal ones with one acronym are refused there.

    Attributes:
        acronym: As the UN writes it, such as ``UNIFIL``.
        name: The official name in English, or None.
        territories: The host territories, as ISO 3166-1 alpha-2 codes, where known; UNTSO has five.
        mandate: What the UN says of its mandate, or None.

    Raises:
        ValueError: For an empty acronym or name, no territory, or a territory that is no two-letter code.

    >>> untso = Mission(acronym="UNTSO", name="United Nations Truce Supervision Organization",
    ...                 territories=["EG", "IL", "JO", "LB", "SY"])
    >>> print(untso, *untso.territories)
    UNTSO EG IL JO LB SY
    """

    acronym: str = field(validator=text())
    name: str | None = field(default=None, validator=text(optional=True))
    territories: tuple[str, ...] = field(
        default=(), converter=to_codes, validator=[tuple_of(str, "two-letter code"), territories_are_codes]
    )
    mandate: Mandate | None = field(
        default=None, repr=False, validator=instance_of(Mandate, "a Mandate or None", optional=True)
    )

    def __str__(self) -> str:
        """The acronym."""
        return self.acronym

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from kzpeace.tables import html_of  # noqa: PLC0415 - a way out, loaded where it is taken

        return html_of(self)


def contributor_is_code(instance: Deployment | Proposal, attribute: Attribute[str], value: str) -> None:
    """Three capital letters."""
    if not isinstance(value, str) or not CONTRIBUTOR_CODE.fullmatch(value):
        raise_invalid(instance, attribute.name, value, "a three-letter code of ISO 3166-1, such as KAZ")


def _validate_unique_missions(
    instance: Deployment | Proposal, attribute: Attribute[tuple[Mission, ...]], value: tuple[Mission, ...]
) -> None:
    """No two with one acronym."""
    if len({mission.acronym.casefold() for mission in value}) < len(value):
        raise_invalid(instance, attribute.name, ", ".join(map(str, value)), "each mission once")


def _validate_one_day(instance: Deployment, attribute: Attribute[Period], value: Period) -> None:
    """One day, for a record of those serving."""
    if instance.status is Status.SERVING and (value.start != value.end or value.start is None or not value.start.day):
        raise_invalid(instance, attribute.name, str(value), "one day, as a SERVING record counts people on one date")


@frozen(kw_only=True)
class Deployment:
    """One statement of a source that a number of people serve or have served.

    A figure for several missions is theirs jointly: it says nothing of how many served in each. The order of missions
    and of roles makes no difference to whether two records are equal.

    Attributes:
        headcount: How many people, as the source states it. A whole number is exactly so many.
        missions: The missions the figure is for, one or several, jointly.
        status: ``SERVED``, a flow over the period, or ``SERVING``, a stock on its date.
        period: When. For ``SERVING`` one day. Text is read as `Period.parse` reads it.
        roles: The roles the figure is for; none named: any role.
        personnel: Who was counted.
        contributor: The troop-contributing country, as an ISO 3166-1 alpha-3 code.
        citation: Where the source says so, or None.

    Raises:
        ValueError: For a value of the wrong kind, a mission twice, and a SERVING record whose period is not
            one day.

    >>> import kzpeace as kz
    >>> print(Deployment(headcount=12, missions=kz.UNIFIL, status=Status.SERVING, period="2023-03-31"))
    12 service members serving in UNIFIL, 2023-03-31
    """

    headcount: Headcount = field(
        converter=to_headcount, validator=instance_of(Headcount, "a Headcount or a whole number, 0 or more")
    )
    missions: tuple[Mission, ...] = field(
        eq=frozenset,
        converter=to_missions,
        validator=[tuple_of(Mission, "Mission"), _validate_unique_missions],
    )
    status: Status = field(validator=instance_of(Status, "Status.SERVED or Status.SERVING"))
    period: Period = field(
        converter=to_period,
        validator=[instance_of(Period, "a Period or text such as 2014/2022-06-30"), _validate_one_day],
    )
    roles: tuple[Role, ...] = field(default=(), eq=frozenset, converter=to_roles, validator=tuple_of(Role, "Role"))
    personnel: Personnel = field(
        default=Personnel.SERVICE_MEMBERS,
        validator=instance_of(Personnel, "Personnel.OFFICERS or Personnel.SERVICE_MEMBERS"),
    )
    contributor: str = field(default="KAZ", validator=contributor_is_code)
    citation: Citation | None = field(
        default=None, repr=False, validator=instance_of(Citation, "a Citation or None", optional=True)
    )

    def __str__(self) -> str:
        """The statement in short: headcount, personnel, roles, status, missions and period."""
        roles = f" ({', '.join(role.value for role in self.roles)})" if self.roles else ""
        missions = ", ".join(map(str, self.missions))
        return f"{people(self)}{roles} {self.status.value} in {missions}, {self.period}"

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from kzpeace.tables import html_of  # noqa: PLC0415 - a way out, loaded where it is taken

        return html_of(self)


def people(counted: Deployment | Proposal) -> str:
    """A headcount and who is counted: ``1 officer``, ``≈430 service members``."""
    who = counted.personnel.value
    return f"{counted.headcount} {who.removesuffix('s') if counted.headcount.figure == 1 else who}"


@frozen
class Statement:
    """Something a source says, in our words.

    Attributes:
        text: What it says.
        citation: Where, or None.

    >>> import kzpeace as kz
    >>> print(kz.PROPOSAL.conditions[1])
    A legal framework is to be prepared for each operation.
    """

    text: str = field(validator=text())
    citation: Citation | None = field(
        default=None, repr=False, validator=instance_of(Citation, "a Citation or None", optional=True)
    )

    def __str__(self) -> str:
        """What it says."""
        return self.text


def country_is_code(instance: ConstitutionalBasis, attribute: Attribute[str], value: str) -> None:
    """Two capital letters."""
    if not COUNTRY_CODE.fullmatch(value):
        raise_invalid(instance, attribute.name, value, "a two-letter code of ISO 3166-1, such as KZ")


@frozen(kw_only=True)
class ConstitutionalBasis:
    """The provision of a constitution that a proposal rests on.

    Attributes:
        country: Whose constitution, as an ISO 3166-1 alpha-2 code.
        constitution: Its title.
        adopted: When it was adopted: without it, "Article 53" may be that of another constitution.
        article: The number of the article.
        subparagraph: The number of the subparagraph, or None.
        empowers: What the provision empowers to do, in our words.
        citation: Where the source names it, or None.
        document: The constitution itself, from which ``adopted`` and ``empowers`` are taken, or None.

    Raises:
        ValueError: For a country that is no two-letter code, an empty text or a number below 1.

    >>> import kzpeace as kz
    >>> print(kz.CONSTITUTIONAL_BASIS)
    Constitution of the Republic of Kazakhstan of 1995-08-30, Art. 53(5)
    """

    country: str = field(validator=[text(), country_is_code])
    constitution: str = field(validator=text())
    adopted: PartialDate = field(converter=to_date, validator=instance_of(PartialDate, "a date"))
    article: int = field(
        converter=to_whole_number, validator=whole_number(1), metadata={"unit": "number in the constitution"}
    )
    subparagraph: int | None = field(
        default=None,
        converter=to_optional_whole_number,
        validator=whole_number(1, optional=True),
        metadata={"unit": "number in the article"},
    )
    empowers: str | None = field(default=None, validator=text(optional=True))
    citation: Citation | None = field(
        default=None, repr=False, validator=instance_of(Citation, "a Citation or None", optional=True)
    )
    document: Source | None = field(
        default=None, repr=False, validator=instance_of(Source, "a Source or None", optional=True)
    )

    @property
    def provision(self) -> str:
        """The provision as lawyers cite it, such as ``Art. 53(5)``."""
        return f"Art. {self.article}({self.subparagraph})" if self.subparagraph else f"Art. {self.article}"

    def __str__(self) -> str:
        """The constitution, when it was adopted, and the provision."""
        return f"{self.constitution} of {self.adopted}, {self.provision}"

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from kzpeace.tables import html_of  # noqa: PLC0415 - a way out, loaded where it is taken

        return html_of(self)


def decided_after_presented(
    instance: Proposal, attribute: Attribute[PartialDate | None], value: PartialDate | None
) -> None:
    """No day before the proposal was presented; none without an outcome."""
    if value is not None and instance.outcome is None:
        raise_invalid(instance, attribute.name, str(value), "None, as there is no outcome")
    if value is not None and value.latest < instance.date.earliest:
        raise_invalid(
            instance, attribute.name, str(value), f"no day before the proposal was presented, {instance.date}"
        )


def citations_are_of_fields(
    instance: Proposal, attribute: Attribute[tuple[tuple[str, Citation], ...]], value: tuple[tuple[str, Citation], ...]
) -> None:
    """Pairs of a field of Proposal and its Citation; each field once."""
    names = {each.name for each in fields(Proposal)} - {attribute.name}
    for pair in value:
        is_pair = isinstance(pair, tuple) and len(pair) == 2  # noqa: PLR2004
        if not is_pair or not isinstance(pair[0], str) or pair[0] not in names or not isinstance(pair[1], Citation):
            raise_invalid(instance, attribute.name, pair, "pairs of a field of Proposal and its Citation")
    if len({name for name, _ in value}) < len(value):
        raise_invalid(instance, attribute.name, [name for name, _ in value], "each field once")


@frozen(kw_only=True)
class Proposal:
    """What a President put to Parliament: to send people to missions. Proposed is not deployed.

    Attributes:
        date: When it was presented.
        missions: The missions it proposes to send people to. Its headcount is theirs jointly.
        headcount: How many people it proposes to send.
        personnel: Who they are.
        contributor: The troop-contributing country, as an ISO 3166-1 alpha-3 code.
        proposer: Who proposed it, or None.
        presenter: Who presented it, or None.
        forum: Before whom it was presented, or None.
        place: Where, or None.
        expansion: The missions in which it asks to expand engagement.
        individuals: Who is offered to serve individually, in whatever role.
        roles: The roles offered to be served individually.
        units: The specialised units offered.
        basis: The provision it rests on, or None.
        outcome: What Parliament did with it, or None where that is not known.
        decided: When Parliament did so, or None where that is not known: then a timeline has no event for it.
        background: What it says of the time before.
        assessments: How others see the country's peacekeepers, as it reports.
        reasons: Why it should be backed.
        expected_benefits: What is to come of it.
        conditions: What is still to be settled.
        citations: Where each field is stated: pairs of a field's name and its citation; a mapping is converted.

    Raises:
        ValueError: For a value of the wrong kind, no mission or one twice, a decision before the proposal or without an
            outcome, or a citation of what is no field.

    >>> import kzpeace as kz
    >>> print(kz.PROPOSAL)
    ≈430 service members proposed for MINUSCA, MONUSCO, MINUSMA, UNIFIL, 2022-06-30
    """

    date: PartialDate = field(converter=to_date, validator=instance_of(PartialDate, "a date"))
    missions: tuple[Mission, ...] = field(
        converter=to_missions, validator=[tuple_of(Mission, "Mission", least=1), _validate_unique_missions]
    )
    headcount: Headcount = field(
        converter=to_headcount, validator=instance_of(Headcount, "a Headcount or a whole number, 0 or more")
    )
    personnel: Personnel = field(
        default=Personnel.SERVICE_MEMBERS,
        validator=instance_of(Personnel, "Personnel.OFFICERS or Personnel.SERVICE_MEMBERS"),
    )
    contributor: str = field(default="KAZ", validator=contributor_is_code)
    proposer: str | None = field(default=None, validator=text(optional=True))
    presenter: str | None = field(default=None, validator=text(optional=True))
    forum: str | None = field(default=None, validator=text(optional=True))
    place: str | None = field(default=None, validator=text(optional=True))
    expansion: tuple[Mission, ...] = field(
        default=(), converter=to_missions, validator=[tuple_of(Mission, "Mission"), _validate_unique_missions]
    )
    individuals: tuple[Personnel, ...] = field(
        default=(), converter=to_personnel, validator=tuple_of(Personnel, "Personnel")
    )
    roles: tuple[Role, ...] = field(default=(), converter=to_roles, validator=tuple_of(Role, "Role"))
    units: tuple[Unit, ...] = field(default=(), converter=to_units, validator=tuple_of(Unit, "Unit"))
    basis: ConstitutionalBasis | None = field(
        default=None, validator=instance_of(ConstitutionalBasis, "a ConstitutionalBasis or None", optional=True)
    )
    outcome: Outcome | None = field(default=None, validator=instance_of(Outcome, "an Outcome or None", optional=True))
    decided: PartialDate | None = field(
        default=None,
        converter=to_optional_date,
        validator=[instance_of(PartialDate, "a date or None", optional=True), decided_after_presented],
    )
    background: tuple[Statement, ...] = field(
        default=(), repr=False, converter=to_statements, validator=tuple_of(Statement, "Statement")
    )
    assessments: tuple[Statement, ...] = field(
        default=(), repr=False, converter=to_statements, validator=tuple_of(Statement, "Statement")
    )
    reasons: tuple[Statement, ...] = field(
        default=(), repr=False, converter=to_statements, validator=tuple_of(Statement, "Statement")
    )
    expected_benefits: tuple[Statement, ...] = field(
        default=(), repr=False, converter=to_statements, validator=tuple_of(Statement, "Statement")
    )
    conditions: tuple[Statement, ...] = field(
        default=(), repr=False, converter=to_statements, validator=tuple_of(Statement, "Statement")
    )
    citations: tuple[tuple[str, Citation], ...] = field(
        default=(),
        repr=False,
        converter=to_field_citations,
        validator=citations_are_of_fields,
    )

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All its statements, from the background to the conditions."""
        return self.background + self.assessments + self.reasons + self.expected_benefits + self.conditions

    def cited(self, name: str) -> Citation:
        """Where a field is stated.

        Args:
            name: The field, such as ``headcount``.

        Returns:
            Its citation.

        Raises:
            ValueError: For a field that has none; the message lists those that have.

        >>> import kzpeace as kz
        >>> kz.PROPOSAL.cited("headcount").quote
        'around 430 military servants'
        """
        for cited, citation in self.citations:
            if cited == name:
                return citation
        there_are = ", ".join(dict(self.citations)) or "no field"
        message = f"Proposal.cited: no citation for {short_repr(name)}; there is one for {there_are}"
        raise ValueError(message)

    def __str__(self) -> str:
        """The proposal in short: headcount, personnel, missions and date."""
        missions = ", ".join(map(str, self.missions))
        return f"{people(self)} proposed for {missions}, {self.date}"

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from kzpeace.tables import html_of  # noqa: PLC0415 - a way out, loaded where it is taken

        return html_of(self)


def to_deployments(value: Deployment | Iterable[Deployment]) -> tuple[Deployment, ...]:
    """One deployment or several."""
    return to_tuple(value)


def to_proposals(value: Proposal | Iterable[Proposal]) -> tuple[Proposal, ...]:
    """One proposal or several."""
    return to_tuple(value)


@frozen(kw_only=True)
class Dataset:
    """Missions, deployments and proposals that belong together.

    Attributes:
        missions: The missions.
        deployments: The statements on who served and serves.
        proposals: The proposals.

    Raises:
        ValueError: If one of these contains anything else.

    >>> import kzpeace as kz
    >>> len(Dataset(deployments=kz.DEPLOYMENTS).deployments)
    4
    """

    missions: tuple[Mission, ...] = field(default=(), converter=to_missions, validator=tuple_of(Mission, "Mission"))
    deployments: tuple[Deployment, ...] = field(
        default=(), converter=to_deployments, validator=tuple_of(Deployment, "Deployment")
    )
    proposals: tuple[Proposal, ...] = field(
        default=(), converter=to_proposals, validator=tuple_of(Proposal, "Proposal")
    )
