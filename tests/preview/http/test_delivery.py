import pytest

from generator.preview.http.delivery import delivered
from generator.preview.http.messages import Response
from generator.preview.site.files import file
from tests.preview.http.stand_ins import PAGE, asking

_VIDEO = file("team.mp4", bytes(range(100)))
_TAG = f'"{_VIDEO.digest}"'


def _of_video(method: str = "GET", **headers: str) -> Response:
    return delivered(_VIDEO, 200, (), asking("/team.mp4", method, **headers))


def test_file_comes_with_its_type_and_tag() -> None:
    assert _of_video() == Response(
        200,
        (
            ("Content-Type", "video/mp4"),
            ("Cache-Control", "no-cache"),
            ("ETag", _TAG),
            ("Accept-Ranges", "bytes"),
        ),
        _VIDEO.data,
    )


@pytest.mark.parametrize("known", [_TAG, f"W/{_TAG}", f'"a", W/"b,c", {_TAG}', "*", f'"a",{_TAG}'])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_known_file_is_not_sent_again(known: str, method: str) -> None:
    answer = _of_video(method, if_none_match=known, range="bytes=0-1")
    assert (answer.status, answer.body) == (304, b"")
    assert dict(answer.headers) == {"Cache-Control": "no-cache", "ETag": _TAG, "Accept-Ranges": "bytes"}


@pytest.mark.parametrize("known", ["", '"a"', _VIDEO.digest, f'"{_VIDEO.digest}', "**", '"*"'])
def test_other_file_is_sent(known: str) -> None:
    assert _of_video(if_none_match=known).status == 200


def test_tag_is_of_what_is_sent() -> None:
    page = file("index.html", PAGE, is_page=True)
    answer = delivered(page, 200, (), asking("/"))
    assert page.digest not in dict(answer.headers)["ETag"]
    other = file("index.html", PAGE + b" ", is_page=True)
    assert dict(delivered(other, 200, (), asking("/")).headers)["ETag"] != dict(answer.headers)["ETag"]


def test_page_whose_script_needs_a_nonce_is_known_again() -> None:
    page = file("index.html", PAGE, is_page=True)
    strict = (("Content-Security-Policy", "script-src 'strict-dynamic'"),)
    answer = delivered(page, 200, strict, asking("/"))
    assert f'nonce="{page.digest}"'.encode() in answer.body
    tag = dict(answer.headers)["ETag"]
    assert delivered(page, 200, strict, asking("/", if_none_match=tag)).status == 304
    assert delivered(page, 200, (), asking("/", if_none_match=tag)).status == 200


@pytest.mark.parametrize(
    ("wanted", "part", "where"),
    [
        ("bytes=0-9", slice(0, 10), "bytes 0-9/100"),
        ("bytes=90-", slice(90, 100), "bytes 90-99/100"),
        ("bytes=0-", slice(0, 100), "bytes 0-99/100"),
        ("bytes=-10", slice(90, 100), "bytes 90-99/100"),
        ("bytes=-1000", slice(0, 100), "bytes 0-99/100"),
        ("bytes=99-99", slice(99, 100), "bytes 99-99/100"),
        ("bytes=50-1000", slice(50, 100), "bytes 50-99/100"),
    ],
)
def test_part_is_sent(wanted: str, part: slice, where: str) -> None:
    answer = _of_video(range=wanted)
    assert (answer.status, answer.body) == (206, _VIDEO.data[part])
    assert dict(answer.headers)["Content-Range"] == where


@pytest.mark.parametrize("wanted", ["bytes=100-", "bytes=100-200", "bytes=-0"])
def test_part_that_is_not_there_cannot_be_sent(wanted: str) -> None:
    answer = _of_video(range=wanted)
    assert (answer.status, answer.body) == (416, b"")
    assert dict(answer.headers)["Content-Range"] == "bytes */100"


@pytest.mark.parametrize(
    "wanted",
    [
        "bytes=9-0",
        "bytes=-",
        "bytes=0-1,3-4",
        "bytes=a-b",
        "lines=0-1",
        "bytes 0-1",
        "bytes=0-1-2",
        "bytes=１-２",
    ],
)
def test_whole_is_sent_where_no_one_part_is_wanted(wanted: str) -> None:
    assert _of_video(range=wanted).status == 200


def test_part_of_another_state_is_not_sent() -> None:
    assert _of_video(range="bytes=0-1", if_range='"other"').status == 200
    assert _of_video(range="bytes=0-1", if_range=f"W/{_TAG}").status == 200
    assert _of_video(range="bytes=0-1", if_range="Sat, 28 Nov 2026 04:00:00 GMT").status == 200
    assert _of_video(range="bytes=0-1", if_range=_TAG).status == 206


def test_head_is_about_the_whole() -> None:
    assert _of_video("HEAD", range="bytes=0-1") == _of_video()


def test_empty_file_has_no_parts() -> None:
    empty = file("a.txt", b"")
    assert delivered(empty, 200, (), asking("/a.txt")).body == b""
    assert delivered(empty, 200, (), asking("/a.txt", range="bytes=0-")).status == 416


@pytest.mark.parametrize(
    ("rule", "sent"),
    [
        ("public, max-age=0, must-revalidate", "public, max-age=0, must-revalidate"),
        ("no-store", "no-store"),
        ("public, max-age=3600", "no-cache"),
        ("immutable", "no-cache"),
        ("max-age=0, stale-while-revalidate=60", "no-cache"),
        ("s-maxage=0, max-age=05", "no-cache"),
    ],
)
def test_nothing_that_keeps_its_name_is_kept_without_asking(rule: str, sent: str) -> None:
    rules = (("Cache-Control", rule),)
    for path in ("index.html", "team.mp4", "assets/logo.svg", "images/site.1a2b3c4d5e.css"):
        found = file(path, PAGE, is_page=path.endswith(".html"))
        assert dict(delivered(found, 200, rules, asking("/")).headers)["Cache-Control"] == sent


@pytest.mark.parametrize("path", ["assets/site.1a2b3c4d5e.css", "assets/a/type.0123456789.woff2"])
def test_file_of_the_theme_is_kept_as_long_as_its_rule_says(path: str) -> None:
    rules = (("Cache-Control", "max-age=31536000, immutable"),)
    assert rules[0] in delivered(file(path, b""), 200, rules, asking("/")).headers


def test_policy_of_a_rule_lets_the_script_work_in_pages_alone() -> None:
    rules = (("content-security-policy", "script-src 'none'"),)
    page = file("index.html", PAGE, is_page=True)
    assert ("content-security-policy", "script-src http://localhost:8000/__openings/") in delivered(
        page, 200, rules, asking("/")
    ).headers
    assert rules[0] in delivered(_VIDEO, 200, rules, asking("/")).headers
