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
        ("folder: a|bucket: abc", "SC003", 5, "the entry names two places, `folder` and `bucket`"),
        ("branch: a|region: eu", "SC004", 5, "`region` belongs to a `bucket`, and this is a `branch`"),
        ("folder: a|remote: b", "SC004", 5, "`remote` belongs to a `branch`, and this is a `folder`"),
        ("branch: --force", "SC006", 4, "`branch` begins with a hyphen"),
        ("rsync: -e", "SC006", 4, "`rsync` begins with a hyphen"),
        ("branch: a|remote: --upload-pack=x", "SC006", 5, "`remote` begins with a hyphen"),
        ("branch: my pages", "SC006", 4, "`my pages` can't be the name of a branch"),
        ("branch: a..b", "SC006", 4, "`a..b` can't be the name of a branch"),
        ("branch: HEAD", "SC006", 4, "`HEAD` can't be the name of a branch"),
        ("branch: a/.b", "SC006", 4, "`a/.b` can't be the name of a branch"),
        ("branch: a.lock", "SC006", 4, "`a.lock` can't be the name of a branch"),
        ("branch: a|remote: or igin", "SC006", 5, "`or igin` can't be the name of a remote"),
        ("branch: a|remote: https://x@h/y", "SC006", 5, "`https://h/y` can't be the name of a remote"),
        ("branch: a|remote: https://u:p@h/y", "SC006", 5, "`remote` holds a password"),
        ("rsync: rsync://u:p/w@h/y", "SC006", 4, "`rsync` holds a password"),
        ("rsync: RSYNC://u:pw@h/y", "SC006", 4, "`rsync` holds a password"),
        ("rsync: www.example.com", "SC006", 4, "`www.example.com` has no colon behind its host"),
        ("rsync: www@host/srv", "SC006", 4, "`www@host/srv` has no colon behind its host"),
        ("folder: content/static/x", "SC006", 4, "`content/static/x` is no folder for the site alone"),
        ("folder: /", "SC006", 4, "`/` is no folder for the site alone"),
        ("folder: a/../..", "SC006", 4, "`a/../..` is no folder for the site alone"),
        ("folder: .git/x", "SC006", 4, "`.git/x` is no folder for the site alone"),
        ("bucket: My Bucket", "SC006", 4, "`My Bucket` can't be the name of a bucket"),
        ("bucket: abc|region: x y", "SC006", 5, "`x y` can't be the name of a region"),
        ("bucket: abc|cloudfront: a/..", "SC006", 5, "`a/..` can't be the id of a distribution"),
        ("bucket: abc|prefix: ../b", "SC006", 5, "`../b` isn't a folder in the bucket"),
        ("bucket: abc|prefix: /b", "SC006", 5, "`/b` isn't a folder in the bucket"),
        ("branch: a|name: to the world", "SC005", 5, "`to the world` can't be typed as a name"),
        ("branch: a|name: ../x", "SC005", 5, "`../x` can't be typed as a name"),
    ],
)
def test_slip_is_told_at_its_line(fields: str, code: str, line: int, message: str) -> None:
    assert _problems("deploy:\n  " + fields.replace("|", "\n  ") + "\n") == [(code, line, message)]


@pytest.mark.parametrize(
    "field",
    [
        *("branch: gh-pages", "branch: site/HEAD", "branch: v1.2", "branch: héllo", "branch: a@b"),
        *("rsync: h:x", "rsync: ./x", "rsync: ../x", "rsync: /x", "rsync: ~/x", "rsync: rsync://h/x@y"),
        *("folder: public", "folder: ../www", "folder: ~/www", "folder: ../.www", "folder: contents"),
        *("bucket: My_old.Bucket", "bucket: arn:aws:s3:eu-north-1:1:accesspoint/x"),
    ],
)
def test_name_that_can_be_meant_is_taken(field: str) -> None:
    assert len(_places(f'deploy: {{"{field.replace(": ", chr(34) + ": " + chr(34))}"}}\n')) == 1


def test_password_is_in_no_message() -> None:
    found = _problems("deploy: {bucket: abc, endpoint: 'https://ada:s3/cret@host'}\n")
    assert [message for _, _, message in found] == ["`https://host` isn't a whole web address"]


def test_slip_behind_an_empty_entry_is_told_at_its_line() -> None:
    found = _problems("deploy:\n- {name: a, folder: a}\n-\n- {name: b, rsync: ./b, prefix: c}\n")
    assert found == [("SC004", 6, "`prefix` belongs to a `bucket`, and this is a `rsync`")]


def test_two_places_of_one_name_are_an_error() -> None:
    found = _problems("deploy:\n- {name: a, branch: a}\n- {name: A, branch: b}\n")
    assert found == [("SC005", 5, "two places are called `A`")]


def test_each_of_several_places_needs_a_name() -> None:
    found = _problems("deploy:\n- {branch: a}\n- {name: staging, branch: b}\n")
    assert found == [("SC005", 4, "one of several places has no name")]
