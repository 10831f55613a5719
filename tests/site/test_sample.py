"""The sample site as a visitor and as its company would judge it."""

import re
from collections import Counter
from pathlib import Path

import pytest

from generator.checks.html_facts import read_html
from generator.checks.output import output_problems
from generator.diagnostics.diagnostic import Diagnostic
from generator.library.site import Site, State
from generator.pages.urls import file_of
from tests.builders import POSTING, write_site
from tests.sample import AS_OF, ROOT, Built, build_in_memory, site_on


@pytest.fixture(scope="session")
def site() -> Site:
    return site_on(ROOT, AS_OF)


def _text(built: Built, url: str) -> str:
    return built.files[file_of(url)].decode()


def test_sample_has_no_problem(sample: Built) -> None:
    assert sample.report.diagnostics == ()


def test_built_pages_hold_every_rule(sample: Built) -> None:
    assert list(output_problems(sample.files, "https://careers.larkhollow.example")) == []


def test_built_pages_hold_every_rule_below_a_folder() -> None:
    url = "https://example.github.io/careers"
    built = build_in_memory(ROOT, AS_OF, base_url=url)
    found: list[Diagnostic] = list(output_problems(built.files, url))
    assert found == []
    assert 'href="/careers/' in _text(built, "/")
    assert not re.search(r'(href|src)="/(?!careers/)', _text(built, "/"))


def test_sample_is_varied_enough_to_try_everything_on(site: Site) -> None:
    tops = {category.slugs[0] for category in site.categories}
    assert len(site.jobs) >= 40
    assert len(tops) >= 6
    assert all(any(c.slugs[0] == top and len(c.slugs) > 1 for c in site.categories) for top in tops)
    cities = [place for place in site.places if place.city]
    assert len(cities) >= 12
    assert len({place.country for place in cities}) >= 8
    assert {job.standing.state for job in site.jobs} == set(State)
    assert len({job.salary.currency for job in site.jobs if job.salary}) >= 5
    assert any(job.salary is None for job in site.open_jobs)
    assert {job.posting.remote for job in site.open_jobs} == {"yes", "hybrid", "no"}
    assert any(len(job.places) > 1 for job in site.open_jobs)
    assert {"part-time", "internship"} <= {kind for job in site.jobs for kind in job.posting.employment}
    assert any(job.standing.is_closing_soon for job in site.jobs)
    assert len(site.articles) == 5
    assert {page.identity.stem for page in site.pages} >= {"students", "privacy"}


def test_sample_stays_lively_for_a_year() -> None:
    """Most postings have no closing day: a year later the site still has most of its jobs."""
    later = build_in_memory(ROOT, AS_OF.replace(year=AS_OF.year + 1))
    assert later.report.summary
    assert later.report.summary.open_jobs >= 30


def test_closed_posting_keeps_a_page_that_says_so_without_apply(sample: Built, site: Site) -> None:
    closed = [job for job in site.jobs if job.standing.state is State.CLOSED]
    assert closed
    for job in closed:
        page = _text(sample, f"/jobs/{job.slug}/")
        assert "closed" in page or "filled" in page
        assert job.apply not in page
        assert 'content="noindex"' in page


def test_closed_posting_stands_in_no_list(sample: Built, site: Site) -> None:
    hidden = [job for job in site.jobs if not job.is_open]
    for path, data in sample.files.items():
        if path == "jobs/index.html" or (path.endswith((".html", ".xml")) and not path.startswith("jobs/")):
            for job in hidden:
                assert f"/jobs/{job.slug}/".encode() not in data, f"{path} lists {job.slug}"


def test_every_open_job_is_reached_from_the_list_of_all(sample: Built, site: Site) -> None:
    listed = re.findall(r'href="/jobs/([^"/]+)/"', _text(sample, "/jobs/"))
    assert {job.slug for job in site.open_jobs} <= set(listed)


def test_posting_page_has_all_its_parts(sample: Built, site: Site) -> None:
    page = _text(sample, "/jobs/senior-backend-engineer-playback/")
    job = next(job for job in site.jobs if job.slug == "senior-backend-engineer-playback")
    assert page.count(job.apply) >= 2, "apply stands at the top and at the bottom"
    assert 'href="mailto:?' in page, "share works without script"
    assert "https://careers.larkhollow.example/jobs/senior-backend-engineer-playback/" in page
    assert 'href="/categories/engineering-it/software-engineering/"' in page
    assert "<table" in page
    assert 'href="mailto:adjustments@larkhollow.example"' in page
    assert 'href="/articles/' in page


def test_removed_posting_says_that_it_is_closed_and_offers_others(sample: Built, site: Site) -> None:
    (job,) = site.past.remembered
    page = _text(sample, f"/jobs/{job.slug}/")
    assert "This job closed on 31 August 2026" in page
    assert 'class="similar-title"' in page
    assert 'content="noindex"' in page
    naming = {path for path, data in sample.files.items() if f"/{job.slug}/".encode() in data}
    assert naming == {f"jobs/{job.slug}/index.html"}


def test_former_addresses_lead_on(sample: Built) -> None:
    former = read_html(sample.files["jobs/sre-remote/index.html"])
    assert former.leads_to == "/jobs/site-reliability-engineer/"
    assert b"sre-remote" not in sample.files["sitemap.xml"]


def test_footer_comes_from_site_yaml(sample: Built) -> None:
    page = _text(sample, "/")
    footer = page[page.index("<footer") :]
    for words in ("© 2026 Larkhollow AB", "Work here", "Mastodon", "Privacy"):
        assert words in footer


def test_students_page_lists_what_its_filter_chooses(sample: Built, site: Site) -> None:
    page = _text(sample, "/students/")
    chosen = {"internship", "apprenticeship", "working student"}
    for job in site.open_jobs:
        is_listed = f'href="/jobs/{job.slug}/"' in page
        assert is_listed == bool(chosen & set(job.posting.employment))


def test_every_page_can_live_under_a_strict_content_security_policy(sample: Built) -> None:
    for path, data in sample.files.items():
        if path.endswith(".html"):
            text = data.decode()
            assert " style=" not in text, path
            assert "<script>" not in text, path
            assert not re.search(r"\son\w+=", re.sub(r">[^<]*<", "><", text)), path


def test_styles_use_logical_properties() -> None:
    physical = r"(?<![\w-])(margin|padding|border|inset)?-?(left|right)\s*:|text-align\s*:\s*(left|right)"
    for path in (ROOT / "themes").rglob("*.css*"):
        found = re.findall(physical, path.read_text("utf-8"))
        assert not found, f"{path.name}: {found}"


def test_titles_and_descriptions_are_of_a_length_that_search_engines_show(sample: Built) -> None:
    lengths = Counter[str]()
    for path, data in sample.files.items():
        if path.endswith(".html") and not read_html(data).leads_to:
            found = re.search(r'<meta name="description" content="([^"]*)"', data.decode())
            assert found, path
            lengths["long" if len(found[1]) > 320 else "short" if len(found[1]) < 20 else "fine"] += 1
    assert set(lengths) == {"fine"}


def test_site_without_an_open_job_promises_none(tmp_path: Path) -> None:
    """Pages of lists say that there is nothing, and lead to no search of nothing."""
    posting = POSTING.replace("apply:", "status: filled\napply:")
    built = build_in_memory(write_site(tmp_path, {"postings/a.md": posting}), AS_OF)
    assert "has no open jobs today" in _text(built, "/locations/")
    assert "we’re hiring" not in _text(built, "/locations/")
    assert 'type="search"' not in _text(built, "/404.html") + _text(built, "/")
