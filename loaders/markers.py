"""The wordings of page furniture (`furniture.yaml`), compiled once."""

import re
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

Mark = Literal["line", "box", "list", "closing", "closing_when_late", "head"]
"""What a line that is worded so means for the lines after it; `furniture.yaml` explains each."""


def is_marked(line: str, mark: Mark) -> bool:
    """Whether the line, without the signs of a heading, is worded as this furniture is."""
    return len(line) <= _LONGEST and _patterns()[mark].fullmatch(line.strip("#*_ \t\u200b")) is not None


_LONGEST = 240


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    wordings = yaml.safe_load(files("loaders").joinpath("furniture.yaml").read_text("utf-8"))
    return {mark: re.compile("|".join(f"(?:{w})" for w in each), re.IGNORECASE) for mark, each in wordings.items()}
