from msgspec.structs import replace

from generator.model.site_config import Analytics, OtherHosts
from generator.pages.policy import content_security_policy, policy_header
from tests.builders import make_config


def _directives(policy: str) -> dict[str, str]:
    return dict(part.split(" ", 1) for part in policy.split("; "))


def test_only_the_sites_own_files_are_allowed() -> None:
    policy = _directives(content_security_policy(make_config()))
    assert policy.pop("default-src") == policy.pop("frame-src") == policy.pop("base-uri") == "'none'"
    assert set(policy.values()) == {"'self'"}
    assert {"script-src", "style-src", "img-src", "connect-src", "form-action"} <= policy.keys()


def test_named_hosts_are_added_where_they_belong() -> None:
    config = replace(
        make_config(),
        analytics=Analytics("https://stats.example.com/a.js", hosts=("https://in.example.com",)),
        other_hosts=OtherHosts(frames=("https://video.example.com",)),
    )
    policy = _directives(content_security_policy(config))
    assert policy["script-src"] == "'self' https://stats.example.com"
    assert policy["connect-src"] == "'self' https://stats.example.com https://in.example.com"
    assert policy["frame-src"] == "https://video.example.com"
    assert policy["img-src"] == policy["connect-src"]  # some counters report by asking for a picture
    assert policy["style-src"] == "'self'"


def test_hosts_say_also_who_may_show_the_site_in_a_frame() -> None:
    """A page can't: browsers pass over `frame-ancestors` in a meta element."""
    policy, header = content_security_policy(make_config()), policy_header(make_config())
    assert "frame-ancestors" not in policy
    assert header == f"{policy}; frame-ancestors 'none'"
