"""The store that tests of buckets share, and no way to any other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.publish.deploy.storage import Store, client_of


@pytest.fixture(autouse=True)
def _no_credentials(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """boto3 looks for credentials in the files of a user and at addresses of clouds, unless told."""
    for name in ("AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "aws-config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "aws-credentials"))


@pytest.fixture(scope="session")
def store() -> Iterator[Store]:
    """moto's server on loopback."""
    from moto.server import ThreadedMotoServer  # a second and more, for these tests alone

    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    client = client_of(endpoint)
    yield Store(endpoint, client)
    client.close()
    server.stop()
