import pytest

from generator.content.settings import ParseSettings, settings_of
from generator.content.site_config import parse_config
from generator.diagnostics.diagnostic import Span
from generator.model.site_config import Company, LinkGroup, Policies, SiteConfig, Theme
from generator.model.values import Contact, Link
from tests.content.builders import shown

LEAST = "name: Example\nurl: https://careers.example.com\n"


def config_of(text: str) -> SiteConfig:
    found = parse_config("content/site.yaml", text.encode())
    assert shown(found.diagnostics) == []
    assert found.document is not None
    return found.document


def problems_of(text: str) -> list[str]:
    return shown(parse_config("content/site.yaml", text.encode()).diagnostics)


def test_two_lines_are_enough() -> None:
    config = config_of(LEAST)
    assert (config.name, config.url, config.language, config.languages) == (
        "Example", "https://careers.example.com", "en", ("en",),
    )  # fmt: skip
    assert (config.theme, config.lifecycle.closing_soon, config.base_path) == (Theme(), 7, "")
    assert (config.policies, config.company.employees) == (Policies(), None)
    assert config.spans.at("url") == Span("content/site.yaml", 2, 6, 33)


def test_everything_may_be_said() -> None:
    config = config_of(
        "---\nname: Example\nurl: https://example.github.io/careers/\nlanguage: de\nlanguages: [en, pt_br]\n"
        "company: {website: https://example.com, same_as: https://social.example.com}\n"
        'theme: {name: mine, accent: "#ABC", settings: {corners: round, list: [a, b]}}\n'
        "open_application: jobs@example.com\nadjustments: Desk <desk@example.com>\n"
        "navigation: [categories, {title: Blog, to: https://blog.example.com}]\n"
        "footer:\n  groups:\n    - title: Work\n      links: [{title: Jobs, href: /jobs/}]\n"
        "lifecycle: {closing_soon: 10 days, stale_after: 1 days}\n"
        "policies: {off: [PO001, shouting title], require: Deadline, words: [a | b |, c]}\n"
    )
    assert (config.url, config.base_path) == ("https://example.github.io/careers", "/careers")
    assert config.languages == ("de", "en", "pt-BR")
    assert config.company == Company("", "https://example.com", ("https://social.example.com",))
    assert config.theme == Theme("mine", "#aabbcc", {"corners": "round", "list": ("a", "b")})
    assert config.open_application == "mailto:jobs@example.com"
    assert config.adjustments == Contact("Desk", "desk@example.com")
    assert config.navigation == ("categories", Link("Blog", "https://blog.example.com"))
    assert config.footer.groups == (LinkGroup("Work", (Link("Jobs", "/jobs/"),)),)
    assert (config.lifecycle.closing_soon, config.lifecycle.stale_after) == (10, 1)
    assert config.policies == Policies(
        ("title-with-place", "shouting-title"), ("closes",), (("a", "b"), ("c",))
    )


def test_settings_put_the_main_language_first() -> None:
    assert settings_of(config_of(LEAST + "language: de\nlanguages: [en, de]\n")) == ParseSettings(
        "de", ("de", "en")
    )
    assert settings_of(None) == ParseSettings("en", ("en",))


def test_theme_may_be_just_a_name() -> None:
    assert config_of(LEAST + "theme: mine\n").theme == Theme(name="mine")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("url: https://x.example\n", "1:1 FM021 `name` is missing | write a line such as `name: Example`"),
        (
            "name: X\nurl: careers.example.com\n",
            "2:6 FV018 `careers.example.com` isn't a whole web address | "
            "write `url: https://careers.example.com`",
        ),
        (
            "name: X\nurl: https://å..example\n",
            "2:6 FV019 no host can be called `å..example` | "
            "write it as your registrar does, such as `https://careers.example.com`",
        ),
        (
            "name: X\nurl: https://x.example/a/?lang=en#top\n",
            "2:6 SC001 the site's address has something behind its path | write `url: https://x.example/a`",
        ),
        (LEAST + "navigaton: []\n", "3:1 FM002 unknown field `navigaton` | did you mean `navigation`?"),
        (
            LEAST + "lifecycle: {foo: 1}\n",
            "3:13 FM002 unknown field `foo` | the fields here are `closing_soon`, `review_after`, "
                "`keep_closed_for`, `stale_after`",
        ),
        (
            LEAST + "theme:\n  accent: #1f6f54\n",
            "4:11 FM027 `#1f6f54` is read as a comment, so `accent` is empty | "
            'write `accent: "#1f6f54"`',
        ),
        (
            LEAST + "footer:\n  groups: Work\n",
            "4:11 FM022 `groups` takes fields of its own, not text | "
            "write `title`, `links` below it, indented by two spaces",
        ),
        (
            LEAST + "footer:\n  legal: [{title: Privacy}]\n",
            "4:11 FM021 `to` is missing | write a line such as `to: /how-we-hire/`",
        ),
        (
            LEAST + "time_zone: Stockholm\n",
            "3:12 FV037 unknown time zone `Stockholm` | write `time_zone: Europe/Stockholm`",
        ),
        (
            LEAST + "language: aaa\n",
            "3:11 FV036 `aaa` is no language tag that we know | "
            "write its letters, such as `en`, `de` or `pt-BR`",
        ),
        (
            LEAST + "languages: [en, sv_xx]\n",
            "3:17 FV036 `sv_xx` is no language tag that we know | write `sv`",
        ),
        (LEAST + "---\nfoo: bar\n", "3:1 FM025 a second YAML document begins | "
         "delete this `---` and what follows it, or join the two parts"),
    ],
    ids=[
        "no name", "no scheme", "no host", "query", "typo", "unknown part", "colour as comment",
        "text for links",
        "link without target", "time zone", "no such language", "no such region", "two documents",
    ],
)  # fmt: skip
def test_site_yaml_has_the_same_messages(text: str, problem: str) -> None:
    assert problems_of(text) == [problem]


@pytest.mark.parametrize(
    ("text", "name", "url"),
    [
        (LEAST + "time_zone: Mars/Olympus\n", "Example", "https://careers.example.com"),
        ("time_zone: UTC\n", "", "https://careers.example.com"),
        ("name: X\nurl: https://x.example/a/?lang=en#top\n", "X", "https://x.example/a"),
    ],
    ids=["time zone", "neither name nor url", "query"],
)
def test_with_errors_the_rest_is_still_known(text: str, name: str, url: str) -> None:
    found = parse_config("content/site.yaml", text.encode())
    assert found.diagnostics
    assert found.document is not None
    assert (found.document.name, found.document.url, found.document.time_zone) == (name, url, "UTC")


def test_unreadable_settings_are_none() -> None:
    assert parse_config("content/site.yaml", b"- a\n- b\n").document is None


def test_site_may_have_thousands_of_redirects() -> None:
    lines = [f"  - {{from: /old/careers/job-with-a-long-name-{n}/, to: /jobs/job-{n}/}}" for n in range(5000)]
    text = "\n".join(("name: Acme", "url: https://example.com", "redirects:", *lines, ""))
    parsed = parse_config("content/site.yaml", text.encode())
    assert parsed.diagnostics == ()
    assert parsed.document
    assert len(parsed.document.redirects) == 5000
