"""Guests' rates as a picture."""

from __future__ import annotations

import logging
import math
import os
import tempfile
import warnings
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, cast

from support.samples import CPU, READ, RECEIVED, SENT, WRITTEN, known

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Rates = Mapping[str, Mapping[str, Sequence[float]]]
#: The lines of a panel: a quantity, and how its line looks.
Dashes = Mapping[str, Literal["-", "--"]]

#: Each panel's title, what its numbers are, and its quantities.
PANELS: tuple[tuple[str, str, Dashes], ...] = (
    ("CPU", "% of one CPU", {CPU: "-"}),
    ("Disk", "bytes/s", {READ: "-", WRITTEN: "--"}),
    ("Network", "bytes/s", {RECEIVED: "-", SENT: "--"}),
)

#: What is written; everything else is grey.
INK, GREY = "#333333", "#888888"
#: Colours that those can tell apart too who don't see all of them (Okabe and Ito's).
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000")
#: The dots of the guests that get each colour first, second, ...
MARKERS = "os^Dv*P"

#: How many guests stand beside each other in the legend.
COLUMNS = 3


class Canvas:
    """A matplotlib that shows no window and leaves nothing in the user's home.

    A `with` of it comes before the first use of matplotlib, and asks for it at once.
    """

    def __enter__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        if "MPLCONFIGDIR" not in os.environ:
            self._folder = tempfile.TemporaryDirectory(prefix="matplotlib-")
            os.environ["MPLCONFIGDIR"] = self._folder.name
        # It would say that it looks for fonts, as it finds none that it has noted.
        logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
        try:
            import matplotlib as mpl

            mpl.use("Agg")
        except BaseException:
            self.__exit__()
            raise

    def __exit__(self, *_error: object) -> None:
        if self._folder is not None:
            del os.environ["MPLCONFIGDIR"]
            self._folder.cleanup()


def lacking(rates: Rates) -> dict[str, list[str]]:
    """The guests that each panel has nothing of."""
    return {
        title: [
            name
            for name, series in rates.items()
            if not any(known(series[quantity]) for quantity in dashes)
        ]
        for title, _unit, dashes in PANELS
    }


def draw(file: BinaryIO, title: str, times: Sequence[float], rates: Rates) -> None:
    """Write a PNG: a panel for each kind of rate, a line for each guest.

    `times` are the seconds, since the first sample, at which each rate's interval ended.
    """
    from matplotlib.figure import Figure

    # The more guests the legend has, the higher. Not pyplot's: nothing has to be closed.
    size = (9, 7.7 + 0.25 * math.ceil(len(rates) / COLUMNS))
    figure = Figure(figsize=size, dpi=100, layout="constrained", facecolor="white")
    figure.suptitle(title, color=INK, parse_math=False)
    panels = figure.subplots(len(PANELS), 1, sharex=True)
    for axes, (name, unit, dashes) in zip(panels, PANELS, strict=True):
        _panel(axes, times, rates, dashes)
        axes.set_title(name, loc="left", color=INK, fontsize="medium")
        axes.set_ylabel(unit, color=INK)
        _look(axes, scaled=unit == "bytes/s")
    # From the first sample on, though there is no rate yet.
    panels[-1].set_xlim(0, (times[-1] * 1.02) or 1)
    panels[-1].set_xlabel("seconds", color=INK)
    _legend(figure, list(rates))
    with warnings.catch_warnings():
        # A name may be in letters that the font doesn't have; it shows boxes for them.
        warnings.filterwarnings("ignore", message="Glyph")
        figure.savefig(file, format="png")


def _style(number: int) -> dict[str, Any]:
    """How a guest's lines differ from the others'."""
    again, colour = divmod(number, len(COLOURS))
    return {
        "color": COLOURS[colour],
        "marker": MARKERS[again % len(MARKERS)],
        "markersize": 4,
    }


def _panel(axes: Axes, times: Sequence[float], rates: Rates, dashes: Dashes) -> None:
    """The lines of one panel, with a legend for what the dashes mean."""
    from matplotlib.lines import Line2D

    drawn = False
    for number, series in enumerate(rates.values()):
        for quantity, dash in dashes.items():
            if known(series[quantity]):
                drawn = True
                # Dots show a rate with gaps on both sides, too.
                axes.plot(times, series[quantity], linestyle=dash, **_style(number))
    if not drawn:
        text = axes.text(0.5, 0.5, "no data", color=GREY, transform=axes.transAxes)
        text.set(ha="center", va="center")
    elif len(dashes) > 1:
        lines = [
            Line2D([], [], color=GREY, linestyle=dash, label=quantity)
            for quantity, dash in dashes.items()
        ]
        # Above the panel, where no line can be.
        axes.legend(handles=lines, ncols=2, loc="lower right", bbox_to_anchor=(1, 1), frameon=False)


def _look(axes: Axes, *, scaled: bool) -> None:
    """Light, from 0 on; large numbers with k, M, G."""
    from matplotlib.ticker import EngFormatter

    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(color="#e5e5e5")
    axes.set_axisbelow(True)
    axes.tick_params(colors=INK)
    if scaled:
        axes.yaxis.set_major_formatter(EngFormatter(sep=" "))
    if not axes.lines:
        axes.set_yticks([])
        return
    top = max(value for values in _drawn(axes) for value in values if not math.isnan(value))
    # A line along an edge would hide in it.
    axes.set_ylim(-top / 25 or -0.04, top * 1.1 or 1)


def _drawn(axes: Axes) -> Iterator[Sequence[float]]:
    return (cast("Sequence[float]", line.get_ydata()) for line in axes.lines)


def _legend(figure: Figure, names: Sequence[str]) -> None:
    """The guests by their colours."""
    from matplotlib.lines import Line2D

    lines = [Line2D([], [], **_style(number)) for number in range(len(names))]
    # A name that begins with _ would be left out, so the names come later.
    legend = figure.legend(
        lines, ["-"] * len(lines), loc="outside lower center", ncols=COLUMNS, frameon=False
    )
    for text, name in zip(legend.get_texts(), names, strict=True):
        text.set(text=name, parse_math=False, color=INK)
