"""Pictures, drawn on axes of matplotlib: a timeline, and totals as the intervals they are.

Each mark has its words above it, inside the axes. So what is drawn is also said: there is no legend to look up, colour
carries nothing alone, and a long label wraps instead of being cut or pushing the picture aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, partial
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from kzpeace import chronology, phrases
from kzpeace._checks import as_tuple_of, short_repr
from kzpeace.chronology import Event, EventKind, Timeline
from kzpeace.counting import MissionTotals, Total, totals_by_mission
from kzpeace.dates import PartialDate, Period
from kzpeace.domain import Deployment, Proposal, Status
from kzpeace.extras import needs
from kzpeace.language import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from babel import Locale
    from matplotlib.axes import Axes

EVENT_MARKS = {
    EventKind.SERVED: ("C0", "o"),
    EventKind.SERVING: ("C0", "X"),
    EventKind.PROPOSED: ("C1", "D"),
    EventKind.DECIDED: ("C1", "P"),
    EventKind.MANDATE_BEGAN: ("C2", "^"),
    EventKind.MANDATE_ENDED: ("C2", "v"),
}
"""The colour of each kind of event, in the style's cycle, and the marker of its days."""

TOTAL_MARKS = {Status.SERVED: ("C0", "o"), Status.SERVING: ("C1", "s")}
"""The colour of each kind of total, in the style's cycle, and the marker of one number."""

INCH = 72
"""An inch in points. Type is measured in points, and so is the vertical axis: a row is as high as its words need."""

TALLEST = 100 * INCH
"""How tall the rows of a figure of ours may become; beyond that they become smaller."""

SMALLEST = 0.05
"""How small type may become, of the size in the style."""

MARGIN = 5
"""The points between the edge of the axes and words, and between a mark and its number."""

LOOSEST = 1.5
"""How much further apart than they need to be rows are, at most, in axes that are taller than they need."""

CAP = "|"
"""The marker of an end."""

OUTLINE = 1
"""The points that outlines are wide: some styles have none, but what is hollow is nothing else."""

THICK = 0.7
"""How tall spans and caps are, in lines."""

SAFELY = 0.95
"""How much of a line is filled: type is not exactly as wide at every resolution."""

ABOVE, BELOW = 0.8, 0.4
"""The room above each row and below the last, in lines."""

STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
"""The years that may lie between two ticks. One of three ticks in a row is one of the next step too: some are left."""

LAST_YEAR = 9999
"""The last that there are dates of."""


def plot_timeline(
    timeline: Event | Iterable[Event] | None = None, *, ax: Axes | None = None, locale: str | Locale = "en"
) -> Axes:
    """Draw what happened, a row for each event, from the first to the last.

    A day is a point; a year or a month is the whole span that it may be. What is planned is hollow. The period of those
    who have served goes on from there as a line to its end, or as an arrow where it is open.

    Args:
        timeline: A Timeline, or events; the article's unless told.
        ax: The axes to draw on, as large as they are: words that do not fit become smaller. Unless told, those of a new
            figure, as wide as the style's and as tall as the rows.
        locale: The language of the words, as for `kzpeace.describe`.

    Returns:
        The axes, whose horizontal axis is one of dates.

    Raises:
        ImportError: Without matplotlib, with the command that installs it.
        ValueError: For what is no event, no axes or no known language.

    >>> from matplotlib.figure import Figure
    >>> axes = plot_timeline(ax=Figure().subplots())
    >>> len(axes.texts)  # the words of each event
    6
    """
    word = Wording(locale)
    events = Timeline(as_tuple_of(Event, chronology.timeline() if timeline is None else timeline, "timeline"))
    axes = axes_of(ax)
    sheet = Sheet(axes, is_ours=ax is None)
    if not events:
        sheet.axes.set_xticks([])
        sheet.write([Row(word.timeline(events), marked=False)])
        return axes
    sheet.count_years(
        [period for event in events for period in (Period(event.when, event.when), period_of(event))], word
    )
    for event, height in zip(events, sheet.write([Row(told(event, word)) for event in events]), strict=True):
        sheet.event(event, height)
    return axes


def plot_totals(
    totals: Mapping[str, MissionTotals] | Total | Iterable[Total] | None = None,
    *,
    ax: Axes | None = None,
    locale: str | Locale = "en",
) -> Axes:
    """Draw how many people have served and are serving, a row for each total, under the question that it answers.

    A total is the interval between its bounds, both labelled; a point where it is one number; an arrow from its low
    where no upper bound is known. Where nothing is reported, that is said and nothing is drawn.

    Args:
        totals: What `kzpeace.totals_by_mission` returns, or a Total, or several; the article's, mission by mission,
            unless told.
        ax: As for `plot_timeline`.
        locale: As for `plot_timeline`.

    Returns:
        The axes, whose horizontal axis is a number of people.

    Raises:
        ImportError: Without matplotlib, with the command that installs it.
        ValueError: For what is no total, no axes or no known language.

    >>> import kzpeace as kz
    >>> from matplotlib.figure import Figure
    >>> axes = plot_totals(kz.total_served(), ax=Figure().subplots())
    >>> [text.get_text() for text in axes.texts[1:]]
    ['MINURSO, UNOCI, and UNIFIL', '520', '565']
    """
    word = Wording(locale)
    given = totals_by_mission() if totals is None else totals
    rows: list[tuple[Row, Total | None]] = []
    if isinstance(given, Mapping):
        pairs = as_tuple_of(MissionTotals, cast("Mapping[str, MissionTotals]", given).values(), "totals")
        answers = (*(pair.served for pair in pairs), *(pair.serving for pair in pairs))
        note = word.say("Mission by mission; the same people may have served in several, so these do not add up")
        rows.append((Row(note, marked=False), None))
    else:
        answers = as_tuple_of(Total, given, "totals")
    for question in dict.fromkeys((total.status, total.reported_by) for total in answers):
        rows.append((Row(asked(*question, word), marked=False, weight="bold"), None))
        rows += [
            (Row(word.missions(total.missions)), total)
            for total in answers
            if (total.status, total.reported_by) == question
        ]
    if not answers:
        rows = [(Row(word.say("not reported"), marked=False), None)]
    axes = axes_of(ax)
    sheet = Sheet(axes, is_ours=ax is None)
    reported = [total for total in answers if total.high is not None or total.low]
    most = max((total.high or total.low for total in reported), default=0)
    if reported:
        sheet.count_people(most, word)
    else:
        sheet.axes.set_xticks([])
    heights = sheet.write([row for row, _ in rows])
    if reported:
        sheet.make_room(most, word, for_arrow=any(total.high is None for total in reported))
    for (_, total), height in zip(rows, heights, strict=True):
        if total is not None:
            sheet.total(total, height, word)
    return axes


def period_of(event: Event) -> Period:
    """The period that an event is drawn with: that of those who have served or serve, or its date by itself."""
    return event.subject.period if isinstance(event.subject, Deployment) else Period(event.when, event.when)


def told(event: Event, word: Wording) -> str:
    """What an event's row says: also until when people served, and how many people a proposal is about."""
    subject = event.subject
    if event.kind is EventKind.SERVED and isinstance(subject, Deployment):
        return word.record_in_a_line(subject)
    if isinstance(subject, Proposal):
        people = word.count(phrases.PROPOSED[subject.personnel, subject.headcount.precision], subject.headcount)
        return f"{word.event(event)}\n{word.say('Proposed to send: {people}', people=people)}"
    return word.event(event)


def asked(status: Status, reported_by: PartialDate | None, word: Wording) -> str:
    """The question that a total answers, and as of when."""
    question = (
        word.say("How many different people have served?")
        if status is Status.SERVED
        else word.say("How many people are serving?")
    )
    if reported_by is None:
        return f"{question}\n{word.say('As of a date that is not known')}"
    return f"{question}\n{word.say('As of {date}', date=word.date_within('to', reported_by))}"


def day_number(date: PartialDate, *, after: bool = False) -> float:
    """The number that matplotlib has for the first day of a date, or for the day after its last."""
    from matplotlib import dates  # noqa: PLC0415 - only for pictures

    number: Callable[[object], float] = cast("Any", dates).date2num  # it has no types
    return number(date.latest) + 1 if after else number(date.earliest)


def ticked(years: range, most: int) -> list[int]:
    """The years at whose beginnings there are ticks: all of them, or every second, fifth, tenth and so on."""
    beginnings = range(years[0], min(years[-1] + 1, LAST_YEAR) + 1)
    choices = ([year for year in beginnings if year % step == 0] for step in STEPS)
    return next(chosen for chosen in choices if len(chosen) <= most)


def axes_of(ax: Axes | None) -> Axes:
    """The axes that were given, or those of a new figure.

    Raises:
        ImportError: Without matplotlib.
        ValueError: For what is no axes.
    """
    with needs("plot"):
        from matplotlib.axes import Axes  # noqa: PLC0415 - only for pictures
    if ax is None:
        import matplotlib.pyplot as plt  # noqa: PLC0415 - its state is not to be touched where there are axes

        return plt.subplots(layout="constrained")[1]
    if not isinstance(ax, Axes):
        message = f"ax: expected axes of matplotlib or None, got {short_repr(ax)}"
        raise ValueError(message)
    return ax


class Row(NamedTuple):
    """The words of a row, whether there is a mark beneath them, and how heavy they are."""

    words: str
    marked: bool = True
    weight: str = "normal"


class Sheet:
    """Axes with rows on them: words, each with its mark beneath. Lengths are in points."""

    def __init__(self, axes: Axes, *, is_ours: bool) -> None:
        """Take axes; those that are ours may have their figure made taller or less tall."""
        from matplotlib import rcParams  # noqa: PLC0415 - only for pictures

        # Any: matplotlib's own types leave open what its keywords are.
        self.axes: Any = axes
        self.style: Any = rcParams
        self.is_ours = is_ours
        self.type_size: float = self.style["font.size"]
        self.line = self.size_of("lp\nlp")[1] - self.size_of("lp")[1]
        self.mark: float = self.style["lines.markersize"]
        self.axes.set_yticks([])
        self.settle()

    @property
    def width(self) -> float:
        """How wide the axes are."""
        return float(self.axes.bbox.width * INCH / self.axes.figure.dpi)

    @property
    def height(self) -> float:
        """How tall the axes are."""
        return float(self.axes.bbox.height * INCH / self.axes.figure.dpi)

    def settle(self) -> None:
        """Let the figure lay itself out, where it does: only then the size of the axes is known."""
        figure = self.axes.figure.figure
        engine = figure.get_layout_engine()
        if engine is not None:
            engine.execute(figure)

    def size_of(self, text: str, **style: Any) -> tuple[float, float]:
        """How wide and how tall a text is."""
        from matplotlib.text import Text  # noqa: PLC0415 - only for pictures

        written = Text(text=text, parse_math=False, **style)
        written.set_figure(self.axes.figure)
        box, inch = written.get_window_extent(), self.axes.figure.dpi
        return box.width * INCH / inch, box.height * INCH / inch

    def fitting_ticks(self, label: str) -> int:
        """How many labels like this fit beneath the axes, with room between them."""
        wide, _ = self.size_of(label, fontsize=self.style["xtick.labelsize"])
        return max(2, int(self.width / (wide * 1.6)))

    def write(self, rows: Sequence[Row]) -> list[float]:
        """Write the words of rows from top to bottom, and find the height at which the mark of each belongs."""
        self.settle()
        texts = self.fitted(rows, TALLEST if self.is_ours else self.height)
        ends = list(accumulate(ABOVE + len(lines) + row.marked for row, lines in zip(rows, texts, strict=True)))
        lines_in_all = ends[-1] + BELOW
        if self.is_ours:
            wide, tall = self.axes.figure.get_size_inches()
            self.axes.figure.set_size_inches(wide, tall + (lines_in_all * self.line - self.height) / INCH)
            self.settle()
        self.axes.set_ylim(self.height, 0)
        unit = min(self.height / lines_in_all, self.line * LOOSEST)
        for row, lines, end in zip(rows, texts, ends, strict=True):
            beneath = 0.5 if row.marked else 0.0
            above, how = beneath * self.line, {"va": "bottom", "fontweight": row.weight}
            self.say_at_edge("\n".join(lines), (end - beneath) * unit, above=above, **how)
        return [(end - 0.5) * unit for end in ends]

    def fitted(self, rows: Sequence[Row], height: float) -> list[list[str]]:
        """The lines of each row, after making the type as small as it takes for them to fit."""
        room = (self.width - 2 * MARGIN) * SAFELY

        @cache
        def width(words: str, weight: str) -> float:
            return self.size_of(words, fontweight=weight)[0]

        widest = max(width(word, row.weight) for row in rows for word in row.words.split())
        smaller = max(SMALLEST, min(1.0, room / widest))
        while True:
            texts = [wrapped(row.words, room / smaller, partial(width, weight=row.weight)) for row in rows]
            lines_in_all = sum(ABOVE + len(lines) + row.marked for row, lines in zip(rows, texts, strict=True)) + BELOW
            if smaller * self.line * lines_in_all <= height or smaller == SMALLEST:
                self.line *= smaller
                self.mark *= smaller
                self.type_size *= smaller
                return texts
            smaller = max(SMALLEST, smaller * SAFELY)

    def say(self, text: str, place: tuple[float, float], above: float = 0, aside: float = MARGIN, **how: Any) -> None:
        """Write beside a place, or above it."""
        self.axes.annotate(
            text,
            place,
            (aside, above),
            textcoords="offset points",
            fontsize=self.type_size,
            parse_math=False,  # a dollar sign in a name is one
            **how,
        )

    def say_at_edge(self, text: str, height: float, **how: Any) -> None:
        """Write at the left edge of the axes, wherever that is on the horizontal axis."""
        self.say(text, (0, height), xycoords=self.axes.get_yaxis_transform(), **how)

    def arrow(self, start: float, height: float, edge: int, colour: str) -> None:
        """Draw an arrow to the left edge of the axes, 0, or to the right, 1."""
        self.axes.annotate(
            "",
            (edge, height),
            (start, height),
            xycoords=self.axes.get_yaxis_transform(),
            textcoords="data",
            arrowprops={
                "arrowstyle": "-|>",
                "color": colour,
                "linewidth": self.style["lines.linewidth"],
                "shrinkA": 0,
                "shrinkB": 0,
            },
        )

    def guide(self, end: float, height: float) -> None:
        """Draw a faint line from the left edge, beneath the words, that leads the eye to the mark."""
        line, start = self.style, self.axes.get_xlim()[0]
        look = {"color": line["grid.color"], "linewidth": line["grid.linewidth"], "linestyle": ":", "zorder": 0}
        self.axes.plot([start, end], [height, height], marker="", **look)

    def points(self, places: Sequence[float], height: float, colour: str, marker: str, *, hollow: bool = False) -> None:
        """Draw points, and the line between them where there are several."""
        self.axes.plot(
            places,
            [height] * len(places),
            color=colour,
            linestyle="-",
            marker=marker,
            markersize=self.line * THICK if marker == CAP else self.mark,
            markerfacecolor="none" if hollow else colour,
            markeredgewidth=OUTLINE,
        )

    def date(self, date: PartialDate, height: float, colour: str, marker: str, *, hollow: bool = False) -> None:
        """Draw a day as a point, and a year or a month as the span that it is."""
        start, end = day_number(date), day_number(date, after=True)
        if date.day:
            self.points([start], height, colour, marker, hollow=hollow)
            return
        self.axes.barh(
            height,
            end - start,
            self.line * THICK,
            start,
            facecolor="none" if hollow else (colour, 0.5),
            edgecolor=colour,
            hatch="////" if hollow else None,
            linewidth=OUTLINE,
            zorder=2,
        )

    def event(self, event: Event, height: float) -> None:
        """Draw an event, and the period of those who served as far as it is certain."""
        name, marker = EVENT_MARKS[event.kind]
        colour, period = colour_of(name), period_of(event)
        self.guide(day_number(event.when), height)
        if period.start is None:
            self.arrow(day_number(period.first_known), height, 0, colour)
        elif period.end is None:
            self.arrow(day_number(period.start, after=True), height, 1, colour)
        elif period.end != period.start:
            start, end = day_number(period.start, after=True), day_number(period.end)
            self.points([start, max(start, end)], height, colour, "")
            self.date(period.end, height, colour, CAP)
        self.date(event.when, height, colour, marker, hollow=event.planned)

    def count_years(self, periods: Sequence[Period], word: Wording) -> None:
        """Make the horizontal axis one of dates, of all the years that periods reach into."""
        bounds = [bound for period in periods for bound in (period.start, period.end) if bound]
        years = range(min(bound.year for bound in bounds), max(bound.year for bound in bounds) + 1)
        start, end = day_number(PartialDate(years[0])), day_number(PartialDate(years[-1]), after=True)
        # Room at either end: for half a marker, or for an arrow.
        before = (end - start) / (8 if any(period.start is None for period in periods) else 50)
        after = (end - start) / (8 if any(period.end is None for period in periods) else 50)
        ticks = [PartialDate(year) for year in ticked(years, self.fitting_ticks(str(years[-1])))]
        self.axes.xaxis_date()
        self.axes.set_xlim(start - before, end + after)
        self.axes.set_xticks([day_number(date) for date in ticks], labels=[word.date(date) for date in ticks])

    def count_people(self, most: int, word: Wording) -> None:
        """Make the horizontal axis one of people, up to so many."""
        from matplotlib.ticker import MaxNLocator  # noqa: PLC0415 - only for pictures

        locator = MaxNLocator(self.fitting_ticks(word.number(most)), integer=True, steps=[1, 2, 5, 10])
        ticks = [int(tick) for tick in locator.tick_values(0, most or 1) if 0 <= tick <= most]
        self.axes.set_xticks(ticks, labels=[word.number(tick) for tick in ticks])
        self.axes.set_xlabel(word.say("Number of people"))

    def make_room(self, most: int, word: Wording, *, for_arrow: bool) -> None:
        """Set the limits of an axis of people, with room on either side for the numbers beside the marks."""
        beside = min(
            self.width / 4, self.size_of(word.number(most), fontsize=self.type_size)[0] + self.mark + 2 * MARGIN
        )
        after = beside + (self.width / 10 if for_arrow else 0)
        unit = (most or 1) / (self.width - beside - after)
        self.axes.set_xlim(-beside * unit, (most or 1) + after * unit)

    def total(self, total: Total, height: float, word: Wording) -> None:
        """Draw a total: an interval, a point, an arrow; or say that nothing is reported."""
        name, marker = TOTAL_MARKS[total.status]
        colour, low, high = colour_of(name), total.low, total.high
        if high is None and not low:
            self.say_at_edge(word.answer(total), height, va="center")
            return
        self.guide(low, height)
        bounds = [low] if high is None or high == low else [low, high]
        self.points(bounds, height, colour, marker if low == high else CAP)
        if low != high:
            self.number(word.number(low), low, height, side=-1)
        if high is None:
            self.arrow(low, height, 1, colour)
        else:
            self.number(word.number(high), high, height, side=1)

    def number(self, text: str, place: float, height: float, side: int) -> None:
        """Write a number beside a mark, to the left, -1, or to the right, 1."""
        # The ground of the axes behind it, so that no line runs through it.
        ground = {"facecolor": self.axes.get_facecolor(), "edgecolor": "none", "pad": 1}
        aside = side * (self.mark / 2 + MARGIN)
        self.say(text, (place, height), aside=aside, ha="left" if side > 0 else "right", va="center", bbox=ground)


def colour_of(name: str) -> str:
    """The colour that a name has in the style of this moment: some artists would look it up only when drawn."""
    from matplotlib.colors import to_hex  # noqa: PLC0415 - only for pictures

    return to_hex(name)


def wrapped(text: str, room: float, width: Callable[[str], float]) -> list[str]:
    """A text in lines that fit the room, broken at spaces alone: what a non-breaking space joins stays together."""
    space = width("n n") - width("nn")
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, *words = paragraph.split(" ")
        used = width(line)
        for word in words:
            wide = width(word)
            if used + space + wide > room:
                lines.append(line)
                line, used = word, wide
            else:
                line, used = f"{line} {word}", used + space + wide
        lines.append(line)
    return lines
