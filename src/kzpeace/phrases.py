"""The messages that are chosen by a value rather than written where they are said, for the catalogues.

In English, where they are messages as well as text. ``{count}``, ``{low}`` and ``{high}`` are numbers; the form of a
plural is that of ``{count}``, or of ``{high}``.
"""

from __future__ import annotations

from kzpeace.chronology import EventKind
from kzpeace.domain import Outcome, Personnel, Role, Status, Unit
from kzpeace.headcount import Precision


def message(text: str) -> str:
    """Mark a message for the catalogues."""
    return text


def in_context(context: str, text: str) -> tuple[str, str]:
    """Mark a message for the catalogues that is not the same in every context."""
    return context, text


def plural(one: str, other: str) -> tuple[str, str]:
    """Mark a message for the catalogues that depends on a number."""
    return one, other


PEOPLE = {
    Precision.EXACT: plural("{count} person", "{count} people"),
    Precision.APPROXIMATE: plural("around {count} person", "around {count} people"),
    Precision.AT_MOST: plural("at most {count} person", "at most {count} people"),
    Precision.AT_LEAST: plural("at least {count} person", "at least {count} people"),
    Precision.BETWEEN: plural("between {low} and {high} person", "between {low} and {high} people"),
}
"""A headcount of people, by itself."""

PROPOSED = {
    (Personnel.OFFICERS, Precision.EXACT): plural("{count} officer", "{count} officers"),
    (Personnel.OFFICERS, Precision.APPROXIMATE): plural("around {count} officer", "around {count} officers"),
    (Personnel.OFFICERS, Precision.AT_MOST): plural("at most {count} officer", "at most {count} officers"),
    (Personnel.OFFICERS, Precision.AT_LEAST): plural("at least {count} officer", "at least {count} officers"),
    (Personnel.OFFICERS, Precision.BETWEEN): plural(
        "between {low} and {high} officer", "between {low} and {high} officers"
    ),
    (Personnel.SERVICE_MEMBERS, Precision.EXACT): plural("{count} service member", "{count} service members"),
    (Personnel.SERVICE_MEMBERS, Precision.APPROXIMATE): plural(
        "around {count} service member", "around {count} service members"
    ),
    (Personnel.SERVICE_MEMBERS, Precision.AT_MOST): plural(
        "at most {count} service member", "at most {count} service members"
    ),
    (Personnel.SERVICE_MEMBERS, Precision.AT_LEAST): plural(
        "at least {count} service member", "at least {count} service members"
    ),
    (Personnel.SERVICE_MEMBERS, Precision.BETWEEN): plural(
        "between {low} and {high} service member", "between {low} and {high} service members"
    ),
}
"""A headcount of a proposal."""

RECORDED = {
    (Status.SERVED, Personnel.OFFICERS, Precision.EXACT): plural(
        "{count} officer has served", "{count} officers have served"
    ),
    (Status.SERVED, Personnel.OFFICERS, Precision.APPROXIMATE): plural(
        "around {count} officer has served", "around {count} officers have served"
    ),
    (Status.SERVED, Personnel.OFFICERS, Precision.AT_MOST): plural(
        "at most {count} officer has served", "at most {count} officers have served"
    ),
    (Status.SERVED, Personnel.OFFICERS, Precision.AT_LEAST): plural(
        "at least {count} officer has served", "at least {count} officers have served"
    ),
    (Status.SERVED, Personnel.OFFICERS, Precision.BETWEEN): plural(
        "between {low} and {high} officer has served", "between {low} and {high} officers have served"
    ),
    (Status.SERVED, Personnel.SERVICE_MEMBERS, Precision.EXACT): plural(
        "{count} service member has served", "{count} service members have served"
    ),
    (Status.SERVED, Personnel.SERVICE_MEMBERS, Precision.APPROXIMATE): plural(
        "around {count} service member has served", "around {count} service members have served"
    ),
    (Status.SERVED, Personnel.SERVICE_MEMBERS, Precision.AT_MOST): plural(
        "at most {count} service member has served", "at most {count} service members have served"
    ),
    (Status.SERVED, Personnel.SERVICE_MEMBERS, Precision.AT_LEAST): plural(
        "at least {count} service member has served", "at least {count} service members have served"
    ),
    (Status.SERVED, Personnel.SERVICE_MEMBERS, Precision.BETWEEN): plural(
        "between {low} and {high} service member has served", "between {low} and {high} service members have served"
    ),
    (Status.SERVING, Personnel.OFFICERS, Precision.EXACT): plural(
        "{count} officer is serving", "{count} officers are serving"
    ),
    (Status.SERVING, Personnel.OFFICERS, Precision.APPROXIMATE): plural(
        "around {count} officer is serving", "around {count} officers are serving"
    ),
    (Status.SERVING, Personnel.OFFICERS, Precision.AT_MOST): plural(
        "at most {count} officer is serving", "at most {count} officers are serving"
    ),
    (Status.SERVING, Personnel.OFFICERS, Precision.AT_LEAST): plural(
        "at least {count} officer is serving", "at least {count} officers are serving"
    ),
    (Status.SERVING, Personnel.OFFICERS, Precision.BETWEEN): plural(
        "between {low} and {high} officer is serving", "between {low} and {high} officers are serving"
    ),
    (Status.SERVING, Personnel.SERVICE_MEMBERS, Precision.EXACT): plural(
        "{count} service member is serving", "{count} service members are serving"
    ),
    (Status.SERVING, Personnel.SERVICE_MEMBERS, Precision.APPROXIMATE): plural(
        "around {count} service member is serving", "around {count} service members are serving"
    ),
    (Status.SERVING, Personnel.SERVICE_MEMBERS, Precision.AT_MOST): plural(
        "at most {count} service member is serving", "at most {count} service members are serving"
    ),
    (Status.SERVING, Personnel.SERVICE_MEMBERS, Precision.AT_LEAST): plural(
        "at least {count} service member is serving", "at least {count} service members are serving"
    ),
    (Status.SERVING, Personnel.SERVICE_MEMBERS, Precision.BETWEEN): plural(
        "between {low} and {high} service member is serving", "between {low} and {high} service members are serving"
    ),
}
"""What a record says: the verb agrees with the number."""

ROLES = {
    Role.MILITARY_OBSERVER: message("military observers"),
    Role.STAFF_OFFICER: message("staff officers"),
    Role.TROOPS: message("troops (members of contingents)"),
}

INDIVIDUALS = {Personnel.OFFICERS: message("officers"), Personnel.SERVICE_MEMBERS: message("service members")}

UNITS = {
    Unit.INFANTRY: message("infantry unit"),
    Unit.MEDICAL: message("medical unit"),
    Unit.RECONNAISSANCE: message("reconnaissance unit"),
    Unit.ENGINEER: message("engineer unit"),
    Unit.MILITARY_POLICE: message("military police unit"),
}

OUTCOMES = {
    Outcome.BACKED: message("Parliament backed the President's proposal"),
    Outcome.REJECTED: message("Parliament rejected the President's proposal"),
}

MANDATES = {
    (EventKind.MANDATE_BEGAN, False): message("the mandate began"),
    (EventKind.MANDATE_BEGAN, True): message("the mandate is planned to begin"),
    (EventKind.MANDATE_ENDED, False): message("the mandate ended"),
    (EventKind.MANDATE_ENDED, True): message("the mandate is planned to end"),
}

PATTERNS = {
    ("since", "year"): in_context("pattern of a year that something is since", "as by itself"),
    ("since", "month"): in_context("pattern of a month that something is since", "as by itself"),
    ("since", "day"): in_context("pattern of a day that something is since", "as by itself"),
    ("from", "year"): in_context("pattern of a year that an interval is from", "as by itself"),
    ("from", "month"): in_context("pattern of a month that an interval is from", "as by itself"),
    ("from", "day"): in_context("pattern of a day that an interval is from", "as by itself"),
    ("to", "year"): in_context("pattern of a year that an interval is to, or something is as of", "as by itself"),
    ("to", "month"): in_context("pattern of a month that an interval is to, or something is as of", "as by itself"),
    ("to", "day"): in_context("pattern of a day that an interval is to, or something is as of", "as by itself"),
}
"""How a date is written within a sentence, as a pattern of CLDR: it has none of its own for grammatical cases."""

SINCE = {
    "year": in_context("year", "since {date}"),
    "month": in_context("month", "since {date}"),
    "day": in_context("day", "since {date}"),
}
"""A period with an open end."""

UNTIL = {
    "year": in_context("year", "until {date}"),
    "month": in_context("month", "until {date}"),
    "day": in_context("day", "until {date}"),
}
"""A period with an open start; the date is in it."""

PROPOSER = message("Proposed by: {value}")
PRESENTER = message("Presented by: {value}")
FORUM = message("Presented to: {value}")
PLACE = message("Place: {value}")

BACKGROUND = message("Background:")
ASSESSMENTS = message("As the proposal reports:")
REASONS = message("Reasons:")
EXPECTED_BENEFITS = message("Expected benefits:")
CONDITIONS = message("Conditions:")

END_OF_A_LIST = in_context("the end of a list of three or more; unchanged, it is as CLDR has it", "{items}, {last}")
"""How a list ends: CLDR has no *and* before the last of three in Kazakh, where editors write one."""

TERRITORIES = {
    # CLDR tells the two Congos apart by their capitals, and writes the Central African Republic with a hyphen in
    # Russian; the UN does neither.
    "CD": message("Democratic Republic of the Congo"),
    "CF": message("Central African Republic"),
}

DATA = (
    # The words of the data, as in `kzpeace.article` and `kzpeace.missions`; each Statement is a message by itself.
    message("MINURSO"),
    message("UNOCI"),
    message("UNIFIL"),
    message("MINUSCA"),
    message("MONUSCO"),
    message("MINUSMA"),
    message("United Nations Mission for the Referendum in Western Sahara"),
    message("United Nations Operation in Côte d'Ivoire"),
    message("United Nations Interim Force in Lebanon"),
    message("United Nations Multidimensional Integrated Stabilization Mission in the Central African Republic"),
    message("United Nations Organization Stabilization Mission in the Democratic Republic of the Congo"),
    message("United Nations Multidimensional Integrated Stabilization Mission in Mali"),
    message("Kazinform"),
    message("United Nations Security Council"),
    message("Republic of Kazakhstan"),
    message("Constitution of the Republic of Kazakhstan"),
    message("President of the Republic of Kazakhstan"),
    message("Ruslan Zhaksylykov, Minister of Defence"),
    message("joint session of the chambers of Parliament"),
    message("Nur-Sultan"),
    message(
        "Parliament, in joint session of its chambers, decides on the President's proposal to use the Armed Forces to "
        "fulfil international obligations on peace and security."
    ),
)
