"""The page that leads to another one."""

from generator.checks.html_facts import read_html
from generator.pages.data_views import RedirectView
from generator.render.redirect import redirect

_VIEW = RedirectView(
    language="en",
    title="Cook & baker",
    title_language="",
    url="/careers/jobs/cook/?a=1&b=2",
    canonical="https://example.github.io/careers/jobs/cook/",
    policy="default-src 'none'",
)


def test_it_leads_on_by_itself_and_by_a_link() -> None:
    facts = read_html(redirect(_VIEW))
    assert facts.leads_to == "/careers/jobs/cook/?a=1&b=2"
    assert facts.links.count("/careers/jobs/cook/?a=1&b=2") == 2
    assert (facts.canonical, facts.title, facts.language) == (_VIEW.canonical, "Cook & baker", "en")
    assert (facts.headings, facts.has_main, facts.is_indexed) == (1, True, True)
    assert facts.inline == []


def test_it_says_nothing_but_where_it_leads() -> None:
    assert redirect(_VIEW).count(b"Cook &amp; baker") == 2
    assert b"Content-Security-Policy" in redirect(_VIEW)


def test_title_in_another_language_says_so() -> None:
    swedish = RedirectView("en", "Kock", "sv", "/jobs/kock/", "https://careers.example.com/jobs/kock/", "")
    text = redirect(swedish).decode()
    assert '<html lang="en">' in text
    assert '<a href="/jobs/kock/" lang="sv">Kock</a>' in text


def test_nothing_in_it_acts() -> None:
    script = '"><script>x</script>'
    address = f"https://careers.example.com/{script}/"
    hostile = RedirectView("en", script, "", f"/{script}/", address, script)
    assert b"<script>" not in redirect(hostile)
