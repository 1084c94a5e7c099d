"""Ten missions as the United Nations describes them, and how to find one by any name that people write.

The article names no acronym, resolution or mission date: everything here is reference fact from UN documents. An alias
is an entry of a table below, or a name that Babel or a catalogue in the folder ``locale`` has.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import combining, normalize

from attrs import fields_dict

from kzpeace._checks import as_tuple_of, short_repr, to_tuple
from kzpeace._html import Listing
from kzpeace.domain import Dataset, Deployment, Mandate, Mission, Missions, register_missions
from kzpeace.sources import Citation, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from babel import Locale
    from babel.messages import Catalog

_LONGEST_TEXT = 300
_LEAST_SIMILAR = 0.85  # for a name to be suggested: UNIFIL is for "unifill", but Mali is not for Malawi


class UnknownMissionError(ValueError):
    """The text fits no mission, or more than one."""


def _resolution(number: str) -> Citation:
    publisher, title = "United Nations Security Council", f"S/RES/{number}"
    address = f"https://undocs.org/{title.replace(' ', '')}"
    return Citation(Source(publisher=publisher, title=title, date=number[-5:-1], language="en", address=address))


def _mission(facts: str) -> Mission:
    acronym, name, territories, established_by, first_day, *end = facts.split("|")
    last_day, ended_by = (end[0], _resolution(end[1])) if end else (None, None)
    resolutions = map(_resolution, established_by.split(", "))
    mandate = Mandate(established_by=resolutions, first_day=first_day, last_day=last_day, ended_by=ended_by)
    return Mission(acronym=acronym, name=f"United Nations {name}", territories=territories.split(), mandate=mandate)


# Acronym, name, host territories, the resolutions that established it, its first day; its last day, and the resolution
# that set it.
_FACTS = """
MINURSO|Mission for the Referendum in Western Sahara|EH|690 (1991)|1991-04-29
UNOCI|Operation in Côte d'Ivoire|CI|1528 (2004)|2004-04-04|2017-06-30|2284 (2016)
UNIFIL|Interim Force in Lebanon|LB|425 (1978), 426 (1978)|1978-03-19|2026-12-31|2790 (2025)
MINUSCA|Multidimensional Integrated Stabilization Mission in the Central African Republic|CF|2149 (2014)|2014-04-10
MONUSCO|Organization Stabilization Mission in the Democratic Republic of the Congo|CD|1925 (2010)|2010-07-01
MINUSMA|Multidimensional Integrated Stabilization Mission in Mali|ML|2100 (2013)|2013-04-25|2023-06-30|2690 (2023)
UNDOF|Disengagement Observer Force|SY|350 (1974)|1974-05-31
UNTSO|Truce Supervision Organization|EG IL JO LB SY|50 (1948)|1948-05-29
UNMISS|Mission in the Republic of South Sudan|SS|1996 (2011)|2011-07-09
UNISFA|Interim Security Force for Abyei|SD SS|1990 (2011)|2011-06-27
"""

KNOWN_MISSIONS = Listing(map(_mission, _FACTS.split("\n")[1:-1]))
"""Every mission that we have the UN's reference facts for: the article's six and four more."""

MISSIONS = Listing(KNOWN_MISSIONS[:6])
"""The six missions of the article: the three where people served, then those that the proposal adds."""

MINURSO, UNOCI, UNIFIL, MINUSCA, MONUSCO, MINUSMA = MISSIONS

register_missions(KNOWN_MISSIONS)

# What people call a host territory, beside the names that Babel has for it.
_TERRITORY_NAMES = {
    "CD": (
        *("Democratic Republic of the Congo", "Congo, Democratic Republic of the", "Dem. Rep. of the Congo"),
        *("Congo, Dem. Rep.", "DR Congo", "Congo, DR", "DRC", "Congo-Kinshasa", "ДР Конго", "ДРК", "КДР"),
    ),
    "CF": ("Central African Republic", "Central African Rep.", "CAR", "ЦАР", "ОАР"),
    "CI": ("Côte d'Ivoire", "Cote dIvoire", "Republic of Côte d'Ivoire", "Ivory Coast", "Берег Слоновой Кости"),
    "EH": ("Western Sahara", "W. Sahara"),
    "LB": ("Lebanon", "Lebanese Republic"),
    "ML": ("Mali", "Republic of Mali"),
    "SS": ("South Sudan", "Republic of South Sudan", "S. Sudan"),
    "SD": ("Sudan", "Republic of the Sudan"),
    "SY": ("Syria", "Syrian Arab Republic"),
}
# What people call a mission, beside its acronym, its official name and its host territories.
_MISSION_NAMES = {
    "MINURSO": ("Referendum",),
    "UNDOF": ("Golan Heights", "Golan", "Syrian Golan", "Disengagement", "Голанские высоты", "Голан жоталары"),
    "UNTSO": ("Truce", "Truce Supervision"),
    "UNMISS": ("Mission in South Sudan",),
    "UNISFA": ("Abyei", "Абьей"),
}
# Names that a host territory shares with another country, so that the mission is suggested rather than found.
_SUGGESTED = {"CD": ("Congo", "Конго")}
# Words that make no difference anywhere in a name.
_SILENT_WORDS = {"a", "an", "and", "at", "for", "in", "of", "on", "the", "un", "united", "nations"}
# Words that do not say which mission is meant, but may stand beside its name.
_FILLERS = {
    *("mission", "missions", "force", "forces", "operation", "operations", "troops", "contingent"),
    *("peacekeeping", "peacekeeper", "peacekeepers", "organisation", "stabilisation"),
    *("оон", "миссия", "силы", "операция", "бұұ", "миссиясы", "күштері", "операциясы"),
}


def find_mission(text: str, missions: Mission | Iterable[Mission] | None = None) -> Mission:
    """Find a mission by its acronym, its name, its host territory or the territory's code.

    Several names of one mission may stand side by side, as in ``MINURSO (Western Sahara)``, and with words such as
    *UN mission in*. Capitals, accents and punctuation make no difference. Names are understood in English and in the
    languages of `describe`.

    Args:
        text: Such as ``unifil``, ``Lebanon``, ``U.N. force in Lebanon``, ``LB`` or ``LBN``.
        missions: Where to look. Defaults to the article's six missions, then the other `KNOWN_MISSIONS`.

    Returns:
        The mission.

    Raises:
        UnknownMissionError: If none fits, with suggestions; or if several fit, with all of them.

    >>> print(find_mission("Cote d'Ivoire"), find_mission("Golan Heights"))
    UNOCI UNDOF
    """
    if missions is None:
        return _find(text, MISSIONS, KNOWN_MISSIONS)
    return _find(text, by_acronym(as_tuple_of(Mission, missions, "missions")).values())


def _find(text: str, *groups: Iterable[Mission]) -> Mission:
    """Find the mission that a text fits, in the first group in which it fits any."""
    if not isinstance(text, str) or not text.strip() or len(text) > _LONGEST_TEXT:
        message = f"find_mission: expected the acronym, name or territory of a mission, got {short_repr(text)}"
        raise UnknownMissionError(message)
    everything = [mission for group in groups for mission in group]
    for mission in everything:
        if key_of(mission) == text.strip().casefold():
            return mission
    phrase = _fold_name(text)
    for group in groups:
        names = [(mission, _names_of(mission)) for mission in group]
        found = [mission for mission, known in names if phrase in known.phrases or text.strip().upper() in known.codes]
        found = found or [mission for mission, known in names if known.fit(phrase)]
        if len(found) == 1:
            return found[0]
        if found:
            message = f"find_mission: {short_repr(text)} fits {', '.join(map(str, found))}; give the acronym"
            raise UnknownMissionError(message)
    message = f"find_mission: no mission fits {short_repr(text)}; {_suggestion(phrase, everything)}"
    raise UnknownMissionError(message)


def _fold_name(text: str) -> str:
    """Return the words of a text in lower case, without accents, punctuation and silent words."""
    letters = "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))
    words = re.findall(r"[^\W_ʹʻʼ]+", re.sub(r"(?<=\b\w)\.", "", letters))  # U.N. is one word
    return " ".join(word for word in words if word not in _SILENT_WORDS)


class _Names(NamedTuple):
    """What a mission is called: its names as `_fold_name` leaves them, and the codes of its host territories."""

    phrases: set[str]
    codes: set[str]
    beside: set[str]  # words that may stand beside a name: the codes, and words of its official name

    def fit(self, phrase: str) -> bool:
        """Return whether a phrase holds one of the names and, beside names, nothing that says anything else."""
        names = "|".join(map(re.escape, sorted(self.phrases, key=len, reverse=True)))  # the longest first
        rest, count = re.subn(rf"(?<!\S)(?:{names})(?!\S)", "", phrase)
        return bool(self.phrases and count) and self.beside.issuperset(rest.split())


@lru_cache(maxsize=256)
def _names_of(mission: Mission) -> _Names:
    """Collect the names of a mission, in English and in the languages of the catalogues."""
    from babel.core import get_global  # noqa: PLC0415 - only for text that is not an acronym: import kzpeace stays quick

    names = [mission.acronym, mission.name or "", *_MISSION_NAMES.get(mission.acronym.upper(), ())]
    hosts = [name for code in mission.territories for name in _TERRITORY_NAMES.get(code, ())]
    for locale, catalogue in _languages():
        names += [str(message.string) for name in names + hosts if name and (message := catalogue.get(name))]
        hosts += [locale.territories[code] for code in mission.territories if code in locale.territories]
    aliases = get_global("territory_aliases").items()
    codes = {alias for alias, meant in aliases if alias.isalpha() and set(meant) & set(mission.territories)}
    codes.update(mission.territories)
    own_words = set(_fold_name(mission.name or "").split()) - set(_fold_name(" ".join(hosts)).split())
    return _Names(
        phrases={_fold_name(name) for name in names + hosts} - {""},
        codes=codes,
        beside=_FILLERS | own_words | {code.casefold() for code in codes},
    )


@cache
def _languages() -> tuple[tuple[Locale, Catalog], ...]:
    """Read the catalogues, with Babel's locale of each; English has no entries."""
    from pathlib import Path  # noqa: PLC0415 - slow to import, as Babel is

    from babel import Locale  # noqa: PLC0415
    from babel.messages import Catalog  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    paths = sorted(Path(__file__).with_name("locale").glob("*/LC_MESSAGES/*.po"))
    catalogues = [(Locale(path.parents[1].name), read_po(path.read_bytes().splitlines())) for path in paths]
    return (Locale("en"), Catalog()), *catalogues


def _suggestion(phrase: str, missions: list[Mission]) -> str:
    """Suggest up to three missions whose names are close to a phrase or whose acronyms to a word of it, or list all."""
    words = phrase[:100].split()
    acronyms = {_fold_name(mission.acronym): mission for mission in missions}
    names = {name: mission for mission in reversed(missions) for name in _names_of(mission).phrases}
    names |= {
        _fold_name(name): each for each in missions for code in each.territories for name in _SUGGESTED.get(code, ())
    }
    close = [acronyms[word] for word in words if word in acronyms]
    if not close:
        phrases = dict.fromkeys(" ".join(each) for each in (words, [word for word in words if word not in _FILLERS]))
        close += [names[name] for each in phrases for name in get_close_matches(each, names, cutoff=_LEAST_SIMILAR)]
        close += [acronyms[name] for word in words for name in get_close_matches(word, acronyms, cutoff=_LEAST_SIMILAR)]
    if close:
        return f"did you mean {' or '.join(list(dict.fromkeys(map(str, close)))[:3])}?"
    return f"there are {', '.join(dict.fromkeys(map(str, missions))) or 'none to choose from'}"


def key_of(mission: Mission) -> str:
    """Return what identifies a mission: the acronym, without capitals."""
    return mission.acronym.casefold()


def by_acronym(missions: Iterable[Mission]) -> dict[str, Mission]:
    """Return the missions, each once, by `key_of`; raise a ValueError if two unequal ones have one acronym."""
    found: dict[str, Mission] = {}
    for mission in missions:
        known = found.setdefault(key_of(mission), mission)
        if known is not mission and known != mission:
            names = [name for name in fields_dict(Mission) if getattr(known, name) != getattr(mission, name)]
            unequal = f"two unequal missions have the acronym {mission.acronym}: they differ in {', '.join(names)}"
            message = f"{unequal}; use one of them throughout"
            raise ValueError(message)
    return found


def resolve_missions(asked: Missions, named: Mapping[str, Mission]) -> tuple[Mission, ...]:
    """Return the missions that a caller asks about, each once; ``named`` are those of the records, by `key_of`.

    Text is for one of the article's missions or of those named, or else for one of the known missions.
    """
    groups = {**by_acronym(MISSIONS), **named}.values(), KNOWN_MISSIONS
    found: list[Mission] = []
    for each in to_tuple(asked):
        mission = _find(each, *groups) if isinstance(each, str) else each
        if not isinstance(mission, Mission):
            hint = "; records go into records=" if isinstance(each, Deployment | Dataset) else ""
            message = f"missions: expected missions, or text that names them, got {short_repr(each)}{hint}"
            raise ValueError(message)
        found.append(named.get(key_of(mission), mission) if isinstance(each, str) else mission)
    if not found:
        message = "missions: expected at least one, got none; leave the argument out to ask about all"
        raise ValueError(message)
    by_acronym([*named.values(), *found])
    return tuple(by_acronym(found).values())
