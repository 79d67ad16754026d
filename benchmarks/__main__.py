"""`make bench`: whole-process timings beside a bare baseline of the same run, and the reading rate beside spaCy's own.

Figures are medians of several runs; what is worth keeping goes into RESULTS.md with date and machine.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import reading

QUESTION = "Which vendors restrict sales of facial recognition to police?"
RUNS = 7


def seconds(command: Sequence[str], runs: int = RUNS) -> float:
    """The median wall time of a command that must succeed, after one run to warm the disk's cache."""
    taken = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken[1:])


def main() -> None:
    """Run all benchmarks and print a line each."""
    kg = [sys.executable, "-m", "kg"]
    baseline = seconds([sys.executable, "-c", "import click"])
    helped = seconds([*kg, "--help"])
    print(f"kg --help            {helped:6.3f} s   {helped / baseline:4.1f} × a bare `import click` ({baseline:.3f} s)")
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "store")
        articles = str(Path(__file__).parents[1] / "kg" / "demo" / "articles")
        subprocess.run([*kg, "load", articles, "--store", store], check=True, capture_output=True)
        opened = seconds([*kg, "status", "--store", store], runs=3)
        asked = seconds([*kg, "ask", QUESTION, "--store", store], runs=3)
    ratio = f"{asked / opened:4.1f} × `kg status`, which opens the store only ({opened:.3f} s)"
    print(f"kg ask, cold         {asked:6.3f} s   {ratio}")
    print(reading.report())


if __name__ == "__main__":
    main()
