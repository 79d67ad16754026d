"""Positions as bars on a line of time: a picture, and a page that has the quotes below it."""

from kg.export.timeline.chart import Chart, chart
from kg.export.timeline.page import write_timeline_page
from kg.export.timeline.svg import write_timeline_svg

__all__ = ["Chart", "chart", "write_timeline_page", "write_timeline_svg"]
