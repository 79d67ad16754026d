"""A process beside this one for work that could hang or eat memory: parsers in C ignore signals, so they are killed.

It lives as long as this process does and is replaced when it had to be killed. It runs `python -m loaders.child`;
requests and answers are pickles with their length before them, on its standard input and output.
"""

import atexit
import os
import pickle
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import IO, Any, TypeVar, cast

from kg.errors import KgError, SourceError

SECONDS = 60.0
"""For one piece of work."""

MEMORY = 1024 * 1024 * 1024
"""Bytes of address space that it may have."""

_T = TypeVar("_T")
_LENGTH = struct.Struct("!Q")


class Child:
    """One process, started when it is first needed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def call(self, function: Callable[..., _T], *arguments: object, seconds: float = SECONDS) -> _T:
        """What a function of some module gives for arguments that can be pickled, done in the other process.

        Raises the function's own KgError; SourceError where it takes too long, needs too much memory, or breaks.
        """
        request = pickle.dumps((function, arguments))
        with self._lock:
            answer = self._answer(request, seconds)
        if isinstance(answer, KgError):
            raise answer
        return cast(_T, answer)

    def close(self) -> None:
        """Ends the process, if there is one."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _answer(self, request: bytes, seconds: float) -> object:
        process = self._running()
        late = threading.Event()
        timer = threading.Timer(seconds, _kill, (process, late))
        timer.start()
        try:
            _send(cast(IO[bytes], process.stdin), request)
            return pickle.loads(_receive(cast(IO[bytes], process.stdout)))
        except (EOFError, OSError):
            self.close()
            if late.is_set():
                raise SourceError(f"takes longer than {seconds:.0f} s to read; save a smaller part of it") from None
            raise SourceError("the process that read it died, perhaps for lack of memory; save it in parts") from None
        finally:
            timer.cancel()

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._process.poll() is not None:
            path = os.pathsep.join(each for each in sys.path if each)
            self._process = subprocess.Popen(
                [sys.executable, "-m", "loaders.child"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": path},
            )
        return self._process


def _kill(process: "subprocess.Popen[bytes]", late: threading.Event) -> None:
    late.set()
    process.kill()


_child = Child()
atexit.register(_child.close)


def apart(function: Callable[..., _T], *arguments: object) -> _T:
    """What a function gives, done in the process beside this one; see `Child.call`."""
    return _child.call(function, *arguments)


def _send(stream: IO[bytes], message: bytes) -> None:
    stream.write(_LENGTH.pack(len(message)) + message)
    stream.flush()


def _receive(stream: IO[bytes]) -> bytes:
    """The next message. Raises EOFError where the other side is gone."""
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    return _exactly(stream, length)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


def _serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Work until nobody asks any more."""
    while True:
        try:
            message = _receive(requests)
        except EOFError:
            return
        _send(answers, pickle.dumps(_done(*pickle.loads(message))))


def _done(function: Callable[..., Any], arguments: tuple[Any, ...]) -> object:
    try:
        return function(*arguments)
    except KgError as error:
        return error
    except MemoryError:
        return SourceError("needs more than 1 GB of memory to read; save a smaller part of it")
    except Exception as error:  # noqa: BLE001 - a parser's defect is an error of the one source that it met
        return SourceError(f"the parser broke on it ({type(error).__name__}); please report it with the file")


def _main() -> None:
    """Ctrl-C is for the process that asks; what a parser prints must not get between the answers."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (ImportError, ValueError):
        pass
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    _main()
