"""The reading of every gold set stays above its floors (`floors.yaml`), and floors only rise."""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.evaluate import Gold, figures, flat
from kg.extract import Extractor

CHECKOUT = Path(__file__).parents[2]
FLOORS = Path("tests/evaluate/floors.yaml")


@dataclass(frozen=True)
class GoldSet:
    """An entry of `floors.yaml`; paths are relative to the checkout, `gold` may be a pattern."""

    gold: str
    floors: dict[str, float]
    texts: str | None = None
    ids: str | None = None

    @property
    def command(self) -> str:
        """What shows the mistakes of the set."""
        options = {"--texts": self.texts, "--ids": self.ids}
        given = (f"{option} {path}" for option, path in options.items() if path)
        return " ".join(("kg evaluate", self.gold, *given, "--errors"))

    def open(self) -> Gold:
        """The set; skips the test where its folder is not there."""
        pattern = CHECKOUT / self.gold
        if not pattern.parent.is_dir():
            pytest.skip(f"there is no folder {Path(self.gold).parent}")
        ids = frozenset((CHECKOUT / self.ids).read_text(encoding="utf-8").split()) if self.ids else None
        texts = CHECKOUT / self.texts if self.texts else None
        return Gold.open(sorted(pattern.parent.glob(pattern.name)), texts, ids)


def sets_in(text: str) -> dict[str, GoldSet]:
    held: dict[str, dict[str, Any]] = yaml.safe_load(text)
    return {name: GoldSet(**entry) for name, entry in held.items()}


SETS = sets_in((CHECKOUT / FLOORS).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", SETS)
def test_the_reading_stays_above_its_floors(name: str, extractor: Extractor) -> None:
    measured = SETS[name]
    gold = measured.open()
    reached = flat(figures(gold.evaluation(gold.read_by(extractor))).record())
    below = {
        figure: f"{reached.get(figure)}, floor {floor}"
        for figure, floor in measured.floors.items()
        if reached.get(figure, 0.0) < floor
    }
    assert not below, f"{below}; see the mistakes with: {measured.command}"


@pytest.mark.parametrize("commit", ["HEAD", "HEAD~1"])
def test_floors_only_rise(commit: str) -> None:
    command = ["git", "show", f"{commit}:{FLOORS.as_posix()}"]
    committed = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, encoding="utf-8", check=False)
    if committed.returncode:
        pytest.skip(f"git does not know the floors of {commit}")
    for name, before in sets_in(committed.stdout).items():
        lowered = {figure for figure, floor in before.floors.items() if SETS[name].floors.get(figure, 0.0) < floor}
        assert not lowered, f"{name}: floors may only rise"
