"""One row of CSV (RFC 4180), ended by a line feed.

Python's writer puts a cell in quotes where it holds a sign of the line's end, so the end has to be told as both signs.
"""

import csv
import io
from collections.abc import Iterable

_END = "\r\n"


def csv_line(cells: Iterable[object]) -> str:
    """The row; cells with a comma, a quote or any kind of line break are quoted."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator=_END).writerow(cells)
    return buffer.getvalue().removesuffix(_END) + "\n"
