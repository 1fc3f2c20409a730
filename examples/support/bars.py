"""Bars by host as SVG that stands in a page and takes the page's colours, light or dark."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: The page's colours, and what stands for them as long as matplotlib draws.
COLOURS = {
    "ink": "#010101",
    "muted": "#020202",
    "grid": "#030303",
    "track": "#040404",
    "bar": "#050505",
    "second": "#060606",
    "over": "#070707",
}
#: A unit is about a pixel of a phone. How wide a plot is, how high a bar with its text is, and the
#: axis below.
WIDTH, ROW, AXIS = 360, 40, 42
TEXT = 13
#: Room for the name of a host beside its figures.
NAME = 22


class Bar(NamedTuple):
    """A host: how much of what it has is used, in the unit of the plot, and that as text."""

    host: str
    used: float
    has: float
    text: str

    @property
    def fullness(self) -> float:
        return self.used / self.has if self.has else 0.0


def svg(bars: Sequence[Bar], unit: str, name: str, colour: str, over: str) -> str:
    """The plot, in a colour and one for what is more than there is.

    `name` tells its parts from those of other plots in the page.
    """
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    height = ROW * len(bars) + AXIS
    # Text stays text, and what it refers to is called the same each time.
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": name, "font.size": TEXT}):
        # One unit is a point, of which there are 72 in an inch.
        figure = Figure(figsize=(WIDTH / 72, height / 72))
        figure.patch.set_visible(False)
        # Room at both sides for half of a number on the axis.
        axes = figure.add_axes((0.03, AXIS / height, 0.94, 1 - AXIS / height))
        _draw(axes, bars, unit, colour, over)
        file = io.StringIO()
        with warnings.catch_warnings():
            # It lacks letters of some languages; the browser has them.
            warnings.filterwarnings("ignore", message="Glyph")
            figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    return _inline(file.getvalue(), name)


def _draw(axes: Axes, bars: Sequence[Bar], unit: str, colour: str, over: str) -> None:
    axes.patch.set_visible(False)
    axes.spines[:].set_visible(False)
    axes.set_yticks([])
    axes.set_ylim(len(bars), 0)
    axes.set_xlim(0, max((max(bar.used, bar.has) for bar in bars), default=0) or 1)
    axes.locator_params(axis="x", nbins=5, steps=[1, 2, 4, 5, 10])
    axes.xaxis.set_major_formatter("{x:g}")
    axes.tick_params(colors=COLOURS["muted"], length=0, labelsize=TEXT - 1)
    axes.grid(axis="x", color=COLOURS["grid"])
    axes.set_axisbelow(True)
    axes.set_xlabel(unit, color=COLOURS["muted"], fontsize=TEXT - 1)
    for number, bar in enumerate(bars):
        below = number + 0.68
        axes.barh(below, bar.has, height=0.3, color=COLOURS["track"])
        more = bar.used > bar.has
        axes.barh(below, bar.used, height=0.3, color=COLOURS[over if more else colour])
        if more:
            # The other bar is hidden behind it: where that ends.
            axes.vlines(bar.has, below - 0.2, below + 0.2, color=COLOURS["ink"], linewidth=2)
        _text(axes, 0, number + 0.42, _short(bar.host), "ink", "left")
        _text(axes, 1, number + 0.42, bar.text, "muted", "right")


def _text(axes: Axes, x: float, y: float, text: str, colour: str, side: str) -> None:
    drawn = axes.text(x, y, text, color=COLOURS[colour], transform=axes.get_yaxis_transform())
    drawn.set(ha=side, va="baseline", parse_math=False)


def _short(name: str) -> str:
    return name if len(name) <= NAME else f"{name[: NAME - 1]}…"


def _inline(text: str, name: str) -> str:
    """The element alone: in the page's colours, its names its own, and as wide as there is room."""
    text = text[text.index("<svg") :]
    text = re.sub(r"<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    text = re.sub(r'(?<= id=")', f"{name}-", text)
    text = re.sub(r'(?<=href="#)|(?<=url\(#)', f"{name}-", text)
    for each, stand_in in COLOURS.items():
        text = text.replace(stand_in, f"var(--{each})")
    # The size is the page's matter; what it is, the text beside it says.
    return re.sub(r'<svg [^>]*?(viewBox="[^"]*")[^>]*>', r'<svg \1 aria-hidden="true">', text)
