"""Metadata that stands above a text between two lines of `---`, as static sites and note programs write it."""

import re

import yaml

_BLOCK = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def split(text: str) -> tuple[dict[str, str], str]:
    """The metadata, and the text below; no metadata where there is none, or what stands there is no mapping of YAML."""
    block = _BLOCK.match(text)
    stated = _mapping(block.group(1)) if block else None
    return (stated, text[block.end() :]) if block and stated else ({}, text)


def _mapping(block: str) -> dict[str, str]:
    """The entries that are plain words; all are taken as they are written, dates and numbers too."""
    try:
        stated = yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        return {}
    entries = stated.items() if isinstance(stated, dict) else ()
    return {key: value for key, value in entries if isinstance(key, str) and isinstance(value, str)}
