"""Turns what goes wrong with a server into one line that says how to mend it."""

import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions

from kg.errors import AccessDeniedError, StoreError, StoreUnavailableError, UnsafeQueryError
from kg.store.table import Row

EXPLAIN = "EXPLAIN "
"""What stands before a typed query when its plan is asked for; errors tell their place as if it did not."""

_PLACE = re.compile(r"\(line (\d+), column (\d+) \(offset: (\d+)\)\)")
_TIMED_OUT = "TransactionTimedOut"
_ENDED = (_TIMED_OUT, "LockClientStopped", "Transaction.Terminated")
_LOGIN = {
    "AuthenticationRateLimit": "has seen too many wrong passwords; wait a minute, then set KG_STORE_PASSWORD",
    "CredentialsExpired": "wants the first password changed; do that in Neo4j Browser, then set KG_STORE_PASSWORD",
}
_NO_DATABASE = "DatabaseNotFound"
_WRITES = "AccessMode"


_GONE = (
    exceptions.ServiceUnavailable,
    exceptions.SessionExpired,
    exceptions.IncompleteCommit,
    exceptions.ConnectionAcquisitionTimeoutError,
)


def cut_in_the_middle(uri: str, rows: Iterator[Row], *, limited: bool) -> Iterator[Row]:
    """The rows, and a word of how many came where the connection is lost before the last; else as `told_plainly`."""
    number = 0
    with told_plainly(uri, limited=limited):
        try:
            for row in rows:
                number += 1
                yield row
        except _GONE as error:
            raise StoreUnavailableError(
                f"the connection to {uri} was cut after {number} rows, the result is not whole; ask again"
            ) from error


@contextmanager
def told_plainly(uri: str, *, limited: bool = False) -> Iterator[None]:
    """Raises StoreError for whatever the driver raises; `uri` holds no password.

    `limited` is for what runs under a time limit that the user set.
    """
    try:
        yield
    except exceptions.AuthError as error:
        raise AccessDeniedError(
            f"{uri} refuses the user or password; set KG_STORE_USER and KG_STORE_PASSWORD to the right ones"
        ) from error
    except _GONE as error:
        raise _no_answer(uri, error) from error
    except exceptions.ConfigurationError as error:
        raise StoreError(f"cannot use the address {uri}: {_line(error)}") from error
    except exceptions.Neo4jError as error:
        raise _refusal(uri, error, limited=limited) from error
    except exceptions.DriverError as error:
        raise StoreError(f"{uri}: {_line(error)}") from error


def _no_answer(uri: str, error: Exception) -> StoreUnavailableError:
    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            problem, lenient = cause.verify_message, uri.replace("+s:", "+ssc:")
            return StoreUnavailableError(
                f"the certificate of {uri} does not prove who it is ({problem}); if you trust it, write {lenient}"
            )
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        plain = re.sub(r"\+s(sc)?:", ":", uri)
        return StoreUnavailableError(f"{uri} does not speak TLS; if that is right, write {plain}")
    if any("incomplete handshake" in str(cause) for cause in causes):
        encrypted = uri.replace("://", "+s://", 1)
        return StoreUnavailableError(f"{uri} hangs up; if it wants an encrypted connection, write {encrypted}")
    return StoreUnavailableError(f"no answer from {uri}; start the server, or check the address")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error and all that led to it, side by side too."""
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            for each in error.exceptions:
                yield from _causes(each)
        error = error.__cause__ or error.__context__


def _refusal(uri: str, error: exceptions.Neo4jError, *, limited: bool) -> StoreError:
    code = error.code or ""
    if _TIMED_OUT in code and limited:
        return StoreError("the query took longer than its time limit; narrow it, or allow more time")
    if any(each in code for each in _ENDED):
        return StoreUnavailableError(
            f"{uri} ended the transaction, at its own time limit (db.transaction.timeout) or by somebody's hand; "
            "try again when others are done, or raise the limit"
        )
    for problem, cure in _LOGIN.items():
        if code.endswith(problem):
            return AccessDeniedError(f"{uri} {cure}")
    if _NO_DATABASE in code:
        return StoreError(f"{uri} has no such database ({_line(error)}); set KG_STORE_DATABASE to one it has")
    if isinstance(error, exceptions.TransientError):
        return StoreUnavailableError(f"{uri} is busy or short of memory and did not come round: {_line(error)}")
    if _WRITES in code:
        return UnsafeQueryError("the query writes; add --write if it should")
    return StoreError(f"the store refused the query: {_line(error)}")


def _line(error: Exception) -> str:
    text = getattr(error, "message", None) or str(error)
    return " ".join(_as_typed(str(text)).split())


def _as_typed(text: str) -> str:
    if f'"{EXPLAIN}' not in text:
        return text
    return _PLACE.sub(_earlier, text).replace(f'"{EXPLAIN}', '"')


def _earlier(place: re.Match[str]) -> str:
    line, column, offset = (int(number) for number in place.groups())
    return f"(line {line}, column {column - len(EXPLAIN) if line == 1 else column} (offset: {offset - len(EXPLAIN)}))"
