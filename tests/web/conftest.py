"""An authority that the tests' servers have their certificates of, and a client that trusts it."""

import ssl
from pathlib import Path

import pytest
import trustme

from generator.web.exchange import Ways


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="session")
def ways(authority: trustme.CA) -> Ways:
    """The web as a machine sees it that trusts the authority."""
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return Ways(context=context)


@pytest.fixture(scope="session")
def certificates(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The authority's certificate as a file."""
    path = tmp_path_factory.mktemp("trusted") / "authority.pem"
    authority.cert_pem.write_to_path(path)
    return path
