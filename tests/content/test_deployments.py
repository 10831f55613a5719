"""`deploy:` of site.yaml."""

import pytest

from generator.content.site_config import parse_config
from generator.model.site_config import Deployment
from tests.builders import SITE
from tests.content.builders import shown


def _places(text: str) -> tuple[Deployment, ...]:
    parsed = parse_config("content/site.yaml", f"{SITE}{text}".encode())
    assert shown(parsed.diagnostics) == []
    assert parsed.document
    return parsed.document.deploy


def _problems(text: str) -> list[tuple[str, int, str]]:
    found = parse_config("content/site.yaml", f"{SITE}{text}".encode()).diagnostics
    return [(d.code.code, d.at.line if d.at else 0, d.message) for d in found]


def test_one_place_needs_no_list_and_no_name() -> None:
    assert _places("deploy: {branch: gh-pages}\n") == (Deployment(branch="gh-pages"),)


def test_each_kind_of_place_takes_its_own_fields() -> None:
    text = """deploy:
  - {name: production, branch: pages, remote: upstream}
  -
  - {name: server, rsync: "www@example.com:/var/www", url: https://careers.example.com}
  - {name: here, folder: ../served}
  - {name: s3.eu, bucket: careers, prefix: jobs/2026/, region: eu, cloudfront: E2}
  - {name: other, bucket: careers, endpoint: https://s3.example.com}
"""
    assert [place.name for place in _places(text)] == ["production", "server", "here", "s3.eu", "other"]


@pytest.mark.parametrize(
    ("fields", "code", "line", "message"),
    [
        ("name: x", "SC003", 4, "the entry doesn't say where to"),
        ("folder: a|bucket: b", "SC003", 5, "the entry names two places, `folder` and `bucket`"),
        ("branch: a|region: eu", "SC004", 5, "`region` belongs to a `bucket`, and this is a `branch`"),
        ("folder: a|remote: b", "SC004", 5, "`remote` belongs to a `branch`, and this is a `folder`"),
        ("branch: --force", "SC006", 4, "`branch` begins with a hyphen"),
        ("rsync: -e", "SC006", 4, "`rsync` begins with a hyphen"),
        ("branch: a|remote: --upload-pack=x", "SC006", 5, "`remote` begins with a hyphen"),
        ("branch: my pages", "SC006", 4, "`my pages` can't be the name of a branch"),
        ("branch: a..b", "SC006", 4, "`a..b` can't be the name of a branch"),
        ("bucket: a|prefix: ../b", "SC006", 5, "`../b` isn't a folder in the bucket"),
        ("bucket: a|prefix: /b", "SC006", 5, "`/b` isn't a folder in the bucket"),
        ("branch: a|name: to the world", "SC005", 5, "`to the world` can't be typed as a name"),
        ("branch: a|name: ../x", "SC005", 5, "`../x` can't be typed as a name"),
    ],
)
def test_slip_is_told_at_its_line(fields: str, code: str, line: int, message: str) -> None:
    assert _problems("deploy:\n  " + fields.replace("|", "\n  ") + "\n") == [(code, line, message)]


def test_slip_behind_an_empty_entry_is_told_at_its_line() -> None:
    found = _problems("deploy:\n- {name: a, folder: a}\n-\n- {name: b, rsync: b, prefix: c}\n")
    assert found == [("SC004", 6, "`prefix` belongs to a `bucket`, and this is a `rsync`")]


def test_two_places_of_one_name_are_an_error() -> None:
    found = _problems("deploy:\n- {name: a, branch: a}\n- {name: A, branch: b}\n")
    assert found == [("SC005", 5, "two places are called `A`")]


def test_each_of_several_places_needs_a_name() -> None:
    found = _problems("deploy:\n- {branch: a}\n- {name: staging, branch: b}\n")
    assert found == [("SC005", 4, "one of several places has no name")]
