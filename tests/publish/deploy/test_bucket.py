"""What a deploy leaves in a bucket, and what it asks for."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.diagnostics.diagnostic import OpeningsError
from generator.model.site_config import Deployment
from generator.pages.caching import ASKED_AGAIN, FOR_EVER
from generator.publish.deploy.record import RECORD
from tests.publish.deploy.fault_proxy import Plan, Proxy, before
from tests.publish.deploy.storage import Store, send, to_bucket
from tests.sample import Built, write_files

_FILES = {
    "index.html": b"<link href=assets/site.0123456789.css>",
    "assets/site.0123456789.css": b"a{}",
    "jobs/index.json": b"[]",
    "static/ça & là+.txt": b"",
}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return write_files(_FILES, tmp_path / "output")


@pytest.fixture(scope="module")
def proxy(store: Store) -> Iterator[Proxy]:
    with before(store.endpoint) as proxy:
        yield proxy


def test_built_site_comes_whole_with_its_types_and_headers(
    store: Store, sample: Built, tmp_path: Path
) -> None:
    # All that isn't a page, and the pages that aren't one of many.
    files = {path: data for path, data in sample.files.items() if path.count("/") < 2}
    assert len(files) > 30
    place = Deployment(bucket=store.make("sample"), endpoint=store.endpoint)
    send(to_bucket(place, tmp_path), write_files(files, tmp_path))
    assert store.objects("sample", files.values()) == files
    headers = {
        path.rpartition(".")[2]: store.headers("sample", path)
        for path in ("index.html", "jobs/index.json", *(path for path in files if path.startswith("assets/")))
    }
    assert headers["html"] == ("text/html; charset=utf-8", ASKED_AGAIN)
    assert headers["json"] == ("application/json; charset=utf-8", ASKED_AGAIN)
    assert headers["css"] == ("text/css; charset=utf-8", FOR_EVER)
    assert headers["js"] == ("text/javascript; charset=utf-8", FOR_EVER)


def test_second_deploy_sends_what_changed(store: Store, output: Path) -> None:
    place = Deployment(bucket=store.make("twice"), prefix="/careers/", endpoint=store.endpoint)
    send(to_bucket(place, output), output)
    (output / "index.html").write_bytes(b"new")
    (output / "static/ça & là+.txt").unlink()
    transfer = send(to_bucket(place, output), output)
    assert (transfer.sends, transfer.deletions) == (("index.html",), ("static/ça & là+.txt",))
    kept = {path: data for path, data in _FILES.items() if not path.startswith("static/")}
    wanted = {f"careers/{path}": data for path, data in (kept | {"index.html": b"new"}).items()}
    assert store.objects("twice", wanted.values()) == wanted


def test_stage_begins_when_the_one_before_is_done(proxy: Proxy, store: Store, output: Path) -> None:
    pages = {f"{number}/index.html": b"" for number in range(20)}
    write_files({f"pictures/{number}.png": b"" for number in range(20)} | pages, output)
    place = Deployment(bucket=store.make("stages"), endpoint=proxy.endpoint)
    plan = proxy.follow(Plan())
    send(to_bucket(place, output), output)
    sent = [line.rpartition(".")[2] for line in plan.asked if line.startswith("PUT")][1:-1]
    assert sorted(sent[:21]) == ["css", *["png"] * 20]
    assert sent[21:42] == ["html"] * 21
    assert sorted(sent[42:]) == ["json", "txt"]


def test_each_file_is_told_once(store: Store, output: Path) -> None:
    place = Deployment(bucket=store.make("told"), endpoint=store.endpoint)
    target, told = to_bucket(place, output), list[str]()
    target.send([tuple(_FILES)], told.append)
    target.remove(("gone.html", "index.html"), told.append)
    target.close()
    assert told == [*_FILES, "gone.html", "index.html"]


def test_bucket_without_our_record_names_a_few_of_its_files(store: Store, output: Path) -> None:
    foreign = {f"careers/{name}.html": b"theirs" for name in "abcdefgh"}
    store.put(store.make("theirs"), {"careers/": b"", "index.html": b"theirs"} | foreign)
    for prefix, others in (("careers", ("a.html", "b.html", "c.html", "d.html")), ("jobs", ())):
        place = Deployment(bucket="theirs", prefix=prefix, endpoint=store.endpoint)
        found = to_bucket(place, output).look()
        assert (found.record, found.others) == (None, others)


@pytest.mark.parametrize("number", [1, 40], ids=["asked by name", "all listed"])
def test_object_of_somebody_else_is_replaced_only_where_it_is_adopted(
    store: Store, output: Path, number: int
) -> None:
    bucket = store.make(f"foreign-{number}")
    place = Deployment(bucket=bucket, prefix="careers", endpoint=store.endpoint)
    send(to_bucket(place, output), output)
    theirs = {f"careers/new/{n}.html": b"theirs" for n in range(number)}
    store.put(bucket, theirs | {"careers/new/0.html.gz": b"theirs"})
    write_files({f"new/{n}.html": b"ours" for n in range(number)}, output)
    with pytest.raises(OpeningsError, match=rf"`new/0\.html`.* in bucket `{bucket}` would be overwritten"):
        send(to_bucket(place, output), output, adopts=False)
    known = (*_FILES.values(), b"theirs", b"ours")
    assert store.objects(bucket, known).items() >= theirs.items()
    send(to_bucket(place, output), output)
    assert store.objects(bucket, known)["careers/new/0.html"] == b"ours"
    (output / "new/0.html").rename(output / "new/0.html.txt")
    send(to_bucket(place, output), output, adopts=False)


def test_deploy_that_another_overtakes_says_so_and_the_next_puts_it_right(
    store: Store, output: Path, tmp_path: Path
) -> None:
    place = Deployment(bucket=store.make("overtaken"), endpoint=store.endpoint)
    send(to_bucket(place, output), output)
    theirs = write_files({**_FILES, "index.html": b"theirs", "assets/z.css": b"z"}, tmp_path / "theirs")
    ours = {**_FILES, "index.html": b"ours"}
    write_files(ours, output)

    def meanwhile(line: str) -> None:
        send(to_bucket(place, theirs), theirs)

    with pytest.raises(OpeningsError, match="another deploy reached the bucket meanwhile"):
        send(to_bucket(place, output), output, tell=meanwhile)
    send(to_bucket(place, output), output)
    assert store.objects("overtaken", (*ours.values(), b"theirs", b"z")) == ours


def test_record_that_is_not_understood_is_no_record(store: Store, output: Path) -> None:
    store.put(store.make("newer"), {RECORD: b'{"site": "", "files": {}, "format": 99}'})
    found = to_bucket(Deployment(bucket="newer", endpoint=store.endpoint), output).look()
    assert (found.record, found.others) == (None, (RECORD,))


def test_many_files_are_deleted_a_thousand_at_a_time(proxy: Proxy, store: Store, output: Path) -> None:
    target = to_bucket(Deployment(bucket=store.make("many"), endpoint=proxy.endpoint), output)
    plan = proxy.follow(Plan())
    target.remove([f"{number}/index.html" for number in range(2001)], lambda path: None)
    assert plan.asked == ["POST /many?delete"] * 3


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("<Error><Key>b.html</Key><Code>AccessDenied</Code></Error>", "refuses `s3:DeleteObject`"),
        ("<Error><Key>b.html</Key><Code>InternalError</Code></Error>", "doesn't answer"),
        ("", "doesn't answer"),
    ],
)
def test_file_that_is_not_deleted_is_an_error(
    proxy: Proxy, store: Store, output: Path, said: str, message: str
) -> None:
    target = to_bucket(Deployment(bucket=store.make("kept"), endpoint=proxy.endpoint), output)
    deleted = "<Deleted><Key>a.html</Key></Deleted>" if said else ""
    body = f"<DeleteResult>{deleted}{said}</DeleteResult>"
    proxy.follow(Plan(since=1, answer=(200, body.encode())))
    with pytest.raises(OpeningsError, match=message):
        target.remove(("a.html", "b.html"), lambda path: None)


def test_file_that_is_gone_already_counts_as_deleted(proxy: Proxy, store: Store, output: Path) -> None:
    target = to_bucket(Deployment(bucket=store.make("gone"), endpoint=proxy.endpoint), output)
    body = b"<DeleteResult><Error><Key>a.html</Key><Code>NoSuchKey</Code></Error></DeleteResult>"
    plan = proxy.follow(Plan(since=1, answer=(200, body)))
    target.remove(("a.html",), lambda path: None)
    assert len(plan.asked) == 1


def test_requests_hold_what_stores_ask_for_and_nothing_they_refuse(
    proxy: Proxy, store: Store, output: Path
) -> None:
    plan = proxy.follow(Plan())
    place = Deployment(bucket=store.make("headers"), endpoint=proxy.endpoint)
    target = to_bucket(place, output)
    target.send([("index.html",)], lambda path: None)
    target.remove(("index.html",), lambda path: None)
    put, delete = plan.headers
    assert not any(
        name.startswith("x-amz-checksum") or name in ("x-amz-acl", "x-amz-trailer") for name in put
    )
    assert "content-encoding" not in put
    assert delete["content-md5"]


def test_upload_stops_at_the_first_file_that_is_refused(proxy: Proxy, store: Store, output: Path) -> None:
    names = [f"{number}.png" for number in range(200)]
    write_files(dict.fromkeys(names, b""), output)
    target = to_bucket(Deployment(bucket=store.make("stopped"), endpoint=proxy.endpoint), output)
    plan = proxy.follow(Plan(since=1, answer=(403, b"<Error><Code>AccessDenied</Code></Error>")))
    with pytest.raises(OpeningsError, match="refuses `s3:PutObject` for `stopped/0"):
        target.send([names], lambda path: None)
    assert len(plan.asked) < 200


def test_without_boto3_it_says_how_to_get_it(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "boto3", None)
    with pytest.raises(OpeningsError, match="needs boto3") as caught:
        to_bucket(Deployment(bucket="any"), output)
    assert caught.value.hint == 'pip install "openings[s3]"'
