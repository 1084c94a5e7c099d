"""The six missions that the article speaks of, as the United Nations describes them, and how to find one by name.

The article names no acronym, resolution or mission date: everything here is reference fact from UN documents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from attrs import fields

from kzpeace._checks import as_tuple_of, short_repr, to_tuple
from kzpeace.domain import Mandate, Mission, register_missions
from kzpeace.sources import Citation, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class UnknownMissionError(ValueError):
    """No mission, or more than one, goes by the name that was given."""


def resolution(number: int, year: int) -> Citation:
    """The citation of a resolution of the Security Council."""
    return Citation(
        Source(
            publisher="United Nations Security Council",
            title=f"S/RES/{number} ({year})",
            date=str(year),
            language="en",
            address=f"https://undocs.org/S/RES/{number}({year})",
        )
    )


MINURSO = Mission(
    acronym="MINURSO",
    name="United Nations Mission for the Referendum in Western Sahara",
    territories="EH",
    mandate=Mandate(established_by=resolution(690, 1991), first_day="1991-04-29"),
)
"""Western Sahara."""

UNOCI = Mission(
    acronym="UNOCI",
    name="United Nations Operation in Côte d'Ivoire",
    territories="CI",
    mandate=Mandate(
        established_by=resolution(1528, 2004),
        first_day="2004-04-04",
        last_day="2017-06-30",
        ended_by=resolution(2284, 2016),
    ),
)
"""Côte d'Ivoire."""

UNIFIL = Mission(
    acronym="UNIFIL",
    name="United Nations Interim Force in Lebanon",
    territories="LB",
    mandate=Mandate(
        established_by=[resolution(425, 1978), resolution(426, 1978)],
        first_day="1978-03-19",
        last_day="2026-12-31",
        ended_by=resolution(2790, 2025),
    ),
)
"""Lebanon."""

MINUSCA = Mission(
    acronym="MINUSCA",
    name="United Nations Multidimensional Integrated Stabilization Mission in the Central African Republic",
    territories="CF",
    mandate=Mandate(established_by=resolution(2149, 2014), first_day="2014-04-10"),
)
"""Central African Republic."""

MONUSCO = Mission(
    acronym="MONUSCO",
    name="United Nations Organization Stabilization Mission in the Democratic Republic of the Congo",
    territories="CD",
    mandate=Mandate(established_by=resolution(1925, 2010), first_day="2010-07-01"),
)
"""Democratic Republic of the Congo."""

MINUSMA = Mission(
    acronym="MINUSMA",
    name="United Nations Multidimensional Integrated Stabilization Mission in Mali",
    territories="ML",
    mandate=Mandate(
        established_by=resolution(2100, 2013),
        first_day="2013-04-25",
        last_day="2023-06-30",
        ended_by=resolution(2690, 2023),
    ),
)
"""Mali."""

MISSIONS = (MINURSO, UNOCI, UNIFIL, MINUSCA, MONUSCO, MINUSMA)
"""The six missions: the three where people served, then those that the proposal adds."""

register_missions(MISSIONS)


def find_mission(text: str, missions: Mission | Iterable[Mission] = MISSIONS) -> Mission:
    """Find a mission by its acronym, its name or a part of it that no other has, or its host territory's code.

    Args:
        text: Such as ``unifil``, ``Lebanon``, ``UN force in Lebanon`` or ``LB``; capitals and accents make no
            difference, and of a name any of its words will do, or how they begin.
        missions: Where to look; the article's six unless told.

    Returns:
        The mission.

    Raises:
        UnknownMissionError: Where none fits, with the nearest; and where several fit, with all of them.

    >>> print(find_mission("Cote d'Ivoire"))
    UNOCI
    """
    missions = tuple(dict.fromkeys(as_tuple_of(Mission, missions, "missions")))
    if not isinstance(text, str) or not text.strip():
        message = f"find_mission: expected the acronym, name or territory code of a mission, got {short_repr(text)}"
        raise UnknownMissionError(message)
    wanted = plain(text)
    for matches in (
        [mission for mission in missions if plain(mission.acronym) == wanted],
        [mission for mission in missions if plain(mission.name) == wanted],
        [mission for mission in missions if text.strip().upper() in mission.territories],
        [mission for mission in missions if has_words(plain(mission.name), wanted)],
    ):
        if len(matches) == 1:
            return matches[0]
        if matches:
            message = f"find_mission: {short_repr(text)} fits {', '.join(map(str, matches))}; give the acronym"
            raise UnknownMissionError(message)
    message = f"find_mission: no mission goes by {short_repr(text)}; {nearest(wanted, missions)}"
    raise UnknownMissionError(message)


def plain(text: str) -> str:
    """The text without capitals, accents and typographic apostrophes, for comparing."""
    letters = normalize("NFKD", text.casefold().replace("’", "'"))
    words = "".join(letter for letter in letters if not combining(letter)).split()
    return " ".join("united nations" if word == "un" else word for word in words)


def has_words(name: str, wanted: str) -> bool:
    """Whether each word that is wanted begins a word of the name."""
    words = name.split()
    return all(
        any(word.startswith(part) or part.removesuffix("s") == word for word in words) for part in set(wanted.split())
    )


def nearest(wanted: str, missions: tuple[Mission, ...]) -> str:
    """Advice for a name that nothing goes by: the acronyms and names that look most like it, or all acronyms."""
    from difflib import get_close_matches  # noqa: PLC0415 - only where a name was wrong

    called: dict[str, list[str]] = {}
    for mission in missions:
        for word in {plain(mission.acronym), *plain(mission.name).split()}:
            called.setdefault(word, []).append(mission.acronym)
    telling = {word: acronyms[0] for word, acronyms in called.items() if len(acronyms) == 1}
    words = wanted[:100].split()
    close = [word for word in words if word in telling]
    close = close or [match for word in words for match in get_close_matches(word, telling)]
    if close:
        return f"did you mean {' or '.join(list(dict.fromkeys(telling[word] for word in close))[:3])}?"
    return f"there are {', '.join(map(str, missions)) or 'none to choose from'}"


def key_of(mission: Mission) -> str:
    """What two missions are the same by: the acronym, without capitals."""
    return mission.acronym.casefold()


def by_acronym(missions: Iterable[Mission]) -> dict[str, Mission]:
    """The missions, each once, by `key_of`.

    Raises:
        ValueError: For two unequal missions with one acronym.
    """
    found: dict[str, Mission] = {}
    for mission in missions:
        known = found.setdefault(key_of(mission), mission)
        if known is not mission and known != mission:
            names = [each.name for each in fields(Mission)]
            differing = [name for name in names if getattr(known, name) != getattr(mission, name)]
            message = (
                f"two unequal missions have the acronym {mission.acronym}: they differ in {', '.join(differing)}; "
                "use one of them throughout"
            )
            raise ValueError(message)
    return found


def resolve_missions(
    asked: Mission | str | Iterable[Mission | str], named: Mapping[str, Mission]
) -> tuple[Mission, ...]:
    """The missions that a caller asks for, each once: text names one of those given, or one of the six.

    Raises:
        UnknownMissionError: For text that names none, or more than one.
        ValueError: For none at all, and for one that is unequal to the given mission of that acronym.
    """
    known = {**by_acronym(MISSIONS), **named}
    found = [each if isinstance(each, Mission) else find_mission(each, known.values()) for each in to_tuple(asked)]
    if not found:
        message = "missions: expected at least one, got none; leave the argument out to ask about all"
        raise ValueError(message)
    by_acronym([*named.values(), *found])
    return tuple(by_acronym(found).values())
