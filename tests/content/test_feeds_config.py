"""`feeds:` of site.yaml."""

import pytest

from generator.content.site_config import parse_config
from generator.model.site_config import Feeds, IndeedFeed, LinkedInFeed
from tests.builders import SITE


def _feeds(text: str) -> tuple[Feeds | None, list[str]]:
    parsed = parse_config("content/site.yaml", f"{SITE}{text}".encode())
    return parsed.document.feeds if parsed.document else None, [d.message for d in parsed.diagnostics]


def test_no_feed_for_a_job_board_is_asked_for_by_default() -> None:
    assert _feeds("") == (Feeds(), [])


def test_feeds_for_job_boards_are_read() -> None:
    text = """feeds:
  indeed: {email: jobs@example.com, publisher: Systems, publisher URL: https://systems.example.com}
  linkedin: {company_id: 123456789, email: "mailto:people@example.com"}
"""
    indeed = IndeedFeed("jobs@example.com", "Systems", "https://systems.example.com")
    assert _feeds(text) == (Feeds(indeed, LinkedInFeed(123456789, "people@example.com")), [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("feeds: {indeed: {}}", "`email` is missing"),
        ("feeds: {indeed: {email: jobs}}", "`jobs` isn't an e-mail address"),
        ("feeds: {linkedin: {email: a@example.com}}", "`company_id` is missing"),
        ("feeds: {linkedin: {company_id: us, email: a@example.com}}", "`us` isn't a whole number from 1"),
        ("feeds: {indead: {email: a@example.com}}", "unknown field `indead`"),
    ],
)
def test_slip_is_told(text: str, message: str) -> None:
    _, messages = _feeds(text)
    assert len(messages) == 1
    assert message in messages[0]
