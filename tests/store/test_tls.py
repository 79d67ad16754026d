"""Encrypted connections: a server with a certificate of its own making, as `openssl` writes one."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.ontology import Ontology
from kg.store import open_store
from tests.conftest import needed
from tests.maven import UnavailableError
from tests.neo4j_server import OwnServer, own_server

pytestmark = pytest.mark.neo4j

_SETTINGS = {
    "server.bolt.tls_level": "REQUIRED",
    "dbms.ssl.policy.bolt.enabled": "true",
    "dbms.ssl.policy.bolt.base_directory": "certificates",
    "dbms.ssl.policy.bolt.client_auth": "NONE",
}


@pytest.fixture(scope="module")
def encrypted() -> Iterator[OwnServer]:
    """A server that speaks TLS only."""
    with needed(), own_server(_SETTINGS) as own:
        if shutil.which("openssl") is None:
            raise UnavailableError("openssl is not installed, which makes the certificate")
        _certify(own.home / "certificates")
        own.start()
        yield own


def _certify(folder: Path) -> None:
    folder.mkdir()
    key, certificate = str(folder / "private.key"), str(folder / "public.crt")
    subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key]
    subprocess.run([*command, "-out", certificate, *subject], check=True, capture_output=True)


@pytest.mark.parametrize("scheme", ["bolt+ssc", "neo4j+ssc"])
def test_a_certificate_that_nobody_vouches_for_is_taken_where_the_address_says_so(
    encrypted: OwnServer, ontology: Ontology, scheme: str
) -> None:
    uri = encrypted.server.uri.replace("bolt", scheme)
    with open_store(uri, ontology, create=True, credentials=encrypted.server.credentials) as store:
        assert store.query("RETURN 1 AS one").rows == ((1,),)


@pytest.mark.parametrize(
    ("scheme", "cure"),
    [
        ("bolt+s", "write bolt+ssc://"),
        ("neo4j+s", "write neo4j+ssc://"),
        ("bolt", "write bolt+s://"),
        ("neo4j", "write neo4j+s://"),
    ],
)
def test_otherwise_one_line_says_what_to_write(
    encrypted: OwnServer, ontology: Ontology, scheme: str, cure: str
) -> None:
    uri = encrypted.server.uri.replace("bolt", scheme)
    with pytest.raises(StoreError) as caught:
        open_store(uri, ontology, create=False, credentials=encrypted.server.credentials)
    assert cure in str(caught.value)
    assert "\n" not in str(caught.value)
