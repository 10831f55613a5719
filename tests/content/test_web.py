import pytest

from generator.content.values import PARSERS
from generator.content.values.problem import Problem
from generator.model.site_config import Analytics, OtherHosts, Search
from tests.content.test_site_config import LEAST, config_of


def test_search_hosts_and_analytics_may_be_said() -> None:
    config = config_of(
        LEAST
        + "search:\n  synonyms: ['Developer,  software engineer', hr,people]\n"
        "apply_parameters: [source, utm_*]\n"
        "analytics: {script: 'https://stats.example.com/count.js', data: domain=careers.example.com}\n"
        "other_hosts: {media: https://media.example.com/}\n".replace("hr,people", "'hr,people'")
    )
    assert config.search == Search((("Developer", "software engineer"), ("hr", "people")))
    assert config.apply_parameters == ("source", "utm_*")
    assert config.analytics == Analytics(
        "https://stats.example.com/count.js", (("domain", "careers.example.com"),)
    )
    assert config.other_hosts == OtherHosts(media=("https://media.example.com",))


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("synonyms", "developer", "`developer` names no other word that means the same"),
        ("synonyms", "hr, hr,", "`hr, hr,` names no other word that means the same"),
        ("synonyms", "and, &", "`&` has no letter that somebody could search for"),
        ("url", "https://a.example;b/x", "`https://a.example;b/x` isn't a whole web address"),
        ("parameter", "?source=fair", "`?source=fair` isn't the name of a parameter"),
        ("parameter", "utm_*x", "`utm_*x` isn't the name of a parameter"),
        ("origin", "https://a.example/b", "`https://a.example/b` is more than a host with https"),
        ("origin", "http://a.example", "`http://a.example` is more than a host with https"),
        ("origin", "a.example", "`a.example` isn't a whole web address"),
        ("origin", "https://a.example;x", "`https://a.example;x` isn't a whole web address"),
        ("data-attribute", "careers.example.com", "`careers.example.com` isn't a name and its value"),
        ("data-attribute", "on click=x", "`on click=x` isn't a name and its value"),
    ],
)  # fmt: skip
def test_what_can_not_be_taken_is_said(kind: str, text: str, said: str) -> None:
    found = PARSERS[kind](text, "en")
    assert isinstance(found, Problem)
    assert found.message == said
    assert found.hint or found.instead


@pytest.mark.parametrize("text", ["a.example/b", "https://a.example/b", "http://a.example"])
def test_host_is_offered_without_what_stands_behind_it(text: str) -> None:
    found = PARSERS["origin"](text, "en")
    assert isinstance(found, Problem)
    assert found.instead == "https://a.example"


def test_data_attribute_may_be_written_with_its_prefix() -> None:
    assert PARSERS["data-attribute"]("data-domain = a.example", "en") == ("domain", "a.example")
