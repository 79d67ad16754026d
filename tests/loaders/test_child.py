"""Work that hangs or eats memory is done in a process beside this one, and stopped there."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from kg.errors import SourceError
from loaders.child import Child


@pytest.fixture
def child() -> Iterator[Child]:
    one = Child()
    yield one
    one.close()


def test_it_gives_what_the_function_gives_and_lives_on(child: Child) -> None:
    first, second = (child.call(os.getpid) for _ in range(2))
    assert first == second != os.getpid()
    assert child.call(divmod, 7, 2) == (3, 1)


def test_what_takes_too_long_is_stopped_and_the_next_work_is_done(child: Child) -> None:
    with pytest.raises(SourceError, match="takes longer than 0 s"):
        child.call(time.sleep, 60, seconds=0.3)
    assert child.call(divmod, 7, 2) == (3, 1)


def test_what_needs_too_much_memory_is_stopped(child: Child) -> None:
    with pytest.raises(SourceError, match="memory"):
        child.call(bytes, 8 * 2**30)
    assert child.call(divmod, 7, 2) == (3, 1)


def test_a_process_that_dies_is_replaced(child: Child) -> None:
    with pytest.raises(SourceError, match="died"):
        child.call(os._exit, 3)
    assert child.call(divmod, 7, 2) == (3, 1)


def test_a_defect_is_an_error_of_the_source(child: Child) -> None:
    with pytest.raises(SourceError, match=r"the parser broke on it \(ZeroDivisionError\)"):
        child.call(divmod, 1, 0)


def test_what_a_parser_prints_does_not_get_between(child: Child) -> None:
    assert child.call(print, "loud") is None
    assert child.call(os.system, "echo louder") == 0
    assert child.call(divmod, 7, 2) == (3, 1)


def test_it_ends_with_the_process_that_asked() -> None:
    code = "import os; from loaders.child import apart; print(apart(os.getpid)); import os; os._exit(0)"
    number = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    for _ in range(100):
        try:
            os.kill(int(number), 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("it is still there")
