import pytest

from generator.pages.policy import content_security_policy, policy_header
from generator.preview.http.policies import ours_at
from tests.builders import make_config

_OURS = ours_at("localhost:8000", "1f")


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("", ""),
        ("img-src 'self'", "img-src 'self'"),
        ("default-src 'self'; img-src *", "default-src 'self'; img-src *"),
        ("default-src *", "default-src *"),
        ("script-src http:", "script-src http:"),
        (
            "default-src 'none'",
            "default-src 'none'; script-src FOLDER; style-src FOLDER; connect-src FOLDER",
        ),
        (
            "default-src https://cdn.example; script-src 'SELF'; connect-src 'self'",
            "default-src https://cdn.example; script-src 'SELF'; connect-src 'self'; "
            "style-src https://cdn.example FOLDER",
        ),
        (
            "Script-Src 'sha256-abc='; style-src 'none'; connect-src https://api.example",
            "script-src 'sha256-abc=' FOLDER; style-src FOLDER; connect-src https://api.example FOLDER",
        ),
        (
            "script-src 'self'; script-src-elem 'none'; style-src-elem https://a.example",
            "script-src 'self'; script-src-elem FOLDER; style-src-elem https://a.example FOLDER",
        ),
        ("connect-src", "connect-src FOLDER"),
        ("script-src 'self', connect-src 'none'", "script-src 'self',connect-src FOLDER"),
        (
            "default-src 'none'; style-src 'self'; img-src 'self'",
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src FOLDER; connect-src FOLDER",
        ),
        (
            "script-src 'strict-dynamic' 'nonce-abc' 'self'",
            "script-src 'strict-dynamic' 'nonce-abc' 'self' 'nonce-1f'",
        ),
        (
            "default-src 'Strict-Dynamic'; style-src *; connect-src *",
            "default-src 'Strict-Dynamic'; style-src *; connect-src *; "
            "script-src 'Strict-Dynamic' 'nonce-1f'",
        ),
    ],
)
def test_policy_gets_what_is_missing_and_no_more(policy: str, expected: str) -> None:
    expected = expected.replace("FOLDER", _OURS.folder)
    assert _OURS.allowed(policy) == expected
    assert _OURS.allowed(expected) == expected


def test_folder_is_that_of_the_host_that_was_asked() -> None:
    assert _OURS.folder == "http://localhost:8000/__openings/"
    assert ours_at("ADA-laptop.local", "1f").folder == "http://ada-laptop.local/__openings/"


def test_host_that_no_policy_can_name_is_let_through_whole() -> None:
    assert ours_at("[::1]:8000", "1f").allowed("script-src 'none'") == "script-src 'self'"


def test_own_policies_stay_as_they_are() -> None:
    config = make_config()
    for policy in (content_security_policy(config), policy_header(config)):
        assert _OURS.allowed(policy) == policy
