import pytest

from generator.pages.policy import content_security_policy, policy_header
from generator.preview.http.policies import allowing
from tests.builders import make_config


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
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'",
        ),
        (
            "default-src https://cdn.example; script-src 'SELF'; connect-src 'self'",
            "default-src https://cdn.example; script-src 'SELF'; connect-src 'self'; "
            "style-src https://cdn.example 'self'",
        ),
        (
            "Script-Src 'sha256-abc='; style-src 'none'; connect-src https://api.example",
            "script-src 'sha256-abc=' 'self'; style-src 'self'; connect-src https://api.example 'self'",
        ),
        (
            "script-src 'self'; script-src-elem 'none'; style-src-elem https://a.example",
            "script-src 'self'; script-src-elem 'self'; style-src-elem https://a.example 'self'",
        ),
        ("connect-src", "connect-src 'self'"),
        ("script-src 'self', connect-src 'none'", "script-src 'self',connect-src 'self'"),
    ],
)
def test_policy_gets_what_is_missing_and_no_more(policy: str, expected: str) -> None:
    assert allowing(policy) == expected
    assert allowing(expected) == expected


def test_own_policies_stay_as_they_are() -> None:
    config = make_config()
    for policy in (content_security_policy(config), policy_header(config)):
        assert allowing(policy) == policy
