"""A timeline as a picture, SVG 1.1: no program is needed to draw it.

A bar is hollow while a position is announced, full while it is in force, and has a stop where it ended; one that was
not reported to be over goes on to the edge and fades. Colour and pattern tell the stance.
"""

from collections.abc import Iterator
from typing import IO, Any

from lxml import etree

from kg.export.appearance import LINES, line
from kg.export.characters import clean
from kg.export.document import Picture
from kg.export.timeline.chart import Chart
from kg.network.timeline import Bar

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_WIDTH, _LEFT, _RIGHT, _TOP, _ROW, _THICK = 1200, 420, 30, 60, 22, 12
_SIGNS = 62
_NAMES = {"restricts": "restricts", "opposes": "opposes", "supports": "supports", "uses": "uses", "neutral": "other"}


def write_timeline_svg(chart: Chart, file: IO[bytes]) -> None:
    """Writes the picture."""
    file.write(etree.tostring(timeline_svg(chart), encoding="UTF-8", xml_declaration=True))


def timeline_picture(chart: Chart, links: bool = False) -> Picture:
    """The picture for a document."""
    return Picture(etree.tostring(timeline_svg(chart, links), encoding="UTF-8"), chart.title, "timeline")


def timeline_svg(chart: Chart, links: bool = False) -> "etree._Element":
    """The picture as an element; with `links` every bar leads to the element that has its position's id."""
    height = _TOP + (chart.rows + len(chart.groups)) * _ROW + 80
    names: dict[Any, str] = {None: _SVG, "xlink": _XLINK}
    box = {"viewBox": f"0 0 {_WIDTH} {height}", "width": str(_WIDTH), "height": str(height), "role": "img"}
    root = etree.Element(f"{{{_SVG}}}svg", {**box, "font-family": "Helvetica, Arial, sans-serif"}, nsmap=names)
    _add(root, "title").text = clean(chart.title)
    _add(root, "rect", width="100%", height="100%", fill="#ffffff")
    _text(root, 12, 28, chart.title, size=18, weight="bold")
    bottom = _TOP + (chart.rows + len(chart.groups)) * _ROW
    _years(root, chart, bottom)
    y = _TOP
    for name, bars in chart.groups.items():
        _text(root, 12, y + 15, _short(name), size=13, weight="bold")
        y += _ROW
        for bar in bars:
            _row(root, chart, bar, name, y, links)
            y += _ROW
    _legend(root, bottom + 40)
    _text(root, 12, bottom + 66, f"{chart.source}. Drawn with techpolicy-kg", size=11)
    return root


def _years(root: "etree._Element", chart: Chart, bottom: int) -> None:
    years = range(chart.start.year, chart.end.year + 2)
    every = max(1, len(years) // 16)
    for year in years:
        x = _x(chart, f"{year}-01-01") if year <= chart.end.year else float(_WIDTH - _RIGHT)
        _add(root, "line", x1=_n(x), x2=_n(x), y1=str(_TOP - 8), y2=str(bottom), stroke="#d0d0d0")
        if (year - chart.start.year) % every == 0 and year <= chart.end.year:
            _text(root, x + 3, _TOP - 12, str(year), size=11)


def _row(root: "etree._Element", chart: Chart, bar: Bar, heading: str, y: int, links: bool) -> None:
    holder = _add(root, "a", href=f"#{bar.position}") if links else root
    if links:
        holder.set(f"{{{_XLINK}}}href", f"#{bar.position}")
    group = _add(holder, "g")
    _add(group, "title").text = clean(f"{bar.label}: {_told(bar)}")
    _text(group, 24, y + 14, _short(bar.label.removeprefix(f"{heading} ")), size=11)
    for shape in _shapes(chart, bar, y + (_ROW - _THICK) // 2):
        group.append(shape)


def _told(bar: Bar) -> str:
    said = {"announced": bar.announced, "in force since": bar.since, "ended": bar.ended}
    return ", ".join(f"{name} {day}" for name, day in said.items() if day)


def _shapes(chart: Chart, bar: Bar, y: int) -> Iterator["etree._Element"]:
    colour, edge = line(bar.stance).colour, float(_WIDTH - _RIGHT)
    end = _x(chart, bar.ended) if bar.ended else edge
    if bar.announced:
        until = _x(chart, bar.since) if bar.since else end
        yield _bar_of(_x(chart, bar.announced), until, y, fill="#ffffff", stroke=colour, stroke_dasharray="4 2")
    if bar.since:
        yield _bar_of(_x(chart, bar.since), end, y, fill=colour, stroke=colour)
    if bar.ended:
        stop = {"x": _n(end - 1.5), "y": _n(y - 2), "width": "3", "height": str(_THICK + 4), "fill": "#1a1a1a"}
        yield etree.Element(f"{{{_SVG}}}rect", stop)
    else:
        points = f"{_n(edge)},{y} {_n(edge + 8)},{_n(y + _THICK / 2)} {_n(edge)},{y + _THICK}"
        yield etree.Element(f"{{{_SVG}}}polygon", {"points": points, "fill": colour})


def _bar_of(start: float, end: float, y: int, **look: str) -> "etree._Element":
    place = {"x": _n(start), "y": str(y), "width": _n(max(end - start, 2)), "height": str(_THICK)}
    return etree.Element(f"{{{_SVG}}}rect", {**place, **{name.replace("_", "-"): text for name, text in look.items()}})


def _legend(root: "etree._Element", y: int) -> None:
    x = 12.0
    for stance, name in _NAMES.items():
        _add(root, "rect", x=_n(x), y=str(y - 10), width="14", height=str(_THICK), fill=LINES[stance].colour)
        _text(root, x + 19, y, name, size=11)
        x += 40 + 7 * len(name)
    signs = "hollow: announced   full: in force   stop: ended   arrow: not reported to be over"
    _text(root, x + 10, y, signs, size=11)


def _x(chart: Chart, day: str) -> float:
    return _LEFT + chart.place(day) * (_WIDTH - _LEFT - _RIGHT)


def _text(root: "etree._Element", x: float, y: float, said: str, size: int, weight: str = "normal") -> None:
    look = {"x": _n(x), "y": _n(y), "font-size": str(size), "font-weight": weight, "fill": "#1a1a1a"}
    made = etree.SubElement(root, f"{{{_SVG}}}text", look)
    made.text = clean(" ".join(said.split()))


def _short(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= _SIGNS else f"{joined[: _SIGNS - 1]}…"


def _add(root: "etree._Element", tag: str, **attributes: str) -> "etree._Element":
    return etree.SubElement(root, f"{{{_SVG}}}{tag}", attributes)


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
