"""Names agree where people mean the same by them."""

import re

import pytest

from kg.evaluate.names import agree, agreement, normalised


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("the FTC", "Federal Trade Commission"),
        ("U.S.", "United States"),
        ("live facial recognition", "face recognition"),
        ("facial recognition technology", "Facial recognition systems"),
        ("Exampla Vision, Inc.", "Exampla Vision"),
        ("licence plate reader", "licence plate readers"),
        ("AI", "artificial-intelligence"),
        (None, ""),
    ],
)
def test_these_agree(name: str | None, other: str | None) -> None:
    assert agree(name, other)
    assert agree(other, name)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Amazon", "Microsoft"),
        ("police", None),
        ("drones", "facial recognition"),
        ("Exampla", "Exampla of the far west"),
    ],
)
def test_these_do_not(name: str | None, other: str | None) -> None:
    assert not agree(name, other)
    assert not agree(other, name)


def test_every_variant_can_be_reached() -> None:
    for variant, name in agreement().names.items():
        assert re.fullmatch(r"[a-z0-9]+( [a-z0-9]+)*", variant)
        assert normalised(variant) == name, f"{variant} is never looked up: it holds an ignored word"


def test_opposites_are_so_both_ways() -> None:
    assert agreement().are_opposite("sells", "restricts_sale")
    assert agreement().are_opposite("restricts_sale", "sells")
    assert not agreement().are_opposite("sells", "restricts_use")
