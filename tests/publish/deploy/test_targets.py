"""Targets by the fields of site.yaml."""

from pathlib import Path

import pytest

from generator.diagnostics.diagnostic import OpeningsError
from generator.model.site_config import Deployment
from generator.publish.deploy.targets import described, open_target
from tests.publish.deploy.repositories import ENVIRONMENT

_SECRET = "s3cret"


@pytest.mark.parametrize(
    "place",
    [
        Deployment(branch="pages", remote=f"https://ada:{_SECRET}@host/x"),
        Deployment(branch="pages", remote=f"https://{_SECRET}@host/x"),
        Deployment(rsync=f"rsync://web:{_SECRET}@host/x"),
        Deployment(rsync=f"RSYNC://web:a/{_SECRET}@host/x"),
        Deployment(rsync=f"web:{_SECRET}@host::x"),
        Deployment(bucket="careers", endpoint=f"https://ada:{_SECRET}@a_host.invalid"),
    ],
    ids=["git", "git token", "rsync", "rsync, odd", "rsync, short", "store"],
)
def test_no_message_has_a_password(checkout: Path, place: Deployment) -> None:
    environment = {**ENVIRONMENT, "AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": _SECRET}
    with pytest.raises(OpeningsError) as refused:
        open_target(place, checkout, checkout / "output", environment).look()
    assert _SECRET not in f"{described(place)} {refused.value.message} {refused.value.hint}"
