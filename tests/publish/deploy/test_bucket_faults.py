"""Wherever a deploy to a bucket is stopped, visitors find a whole site, and the next deploy finishes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.diagnostics.diagnostic import OpeningsError
from generator.model.site_config import Deployment
from generator.publish.deploy.amazon.service import Opener
from tests.publish.deploy.fault_proxy import PASSING, Fault, Plan, Proxy, before
from tests.publish.deploy.storage import Store, send, to_bucket, trying
from tests.sample import write_files

_OLD = {
    "assets/one.css": b"a{}",
    "404.html": b"not here, assets/one.css",
    "index.html": b"jobs/one/index.html jobs/two/index.html assets/one.css",
    "jobs/one/index.html": b"one, assets/one.css",
    "jobs/two/index.html": b"two, assets/one.css",
    "jobs/index.json": b'["one", "two"]',
    "logo.svg": b"<svg/>",
}
_NEW = {
    "assets/two.css": b"b{}",
    "404.html": b"not here, assets/two.css",
    "index.html": b"jobs/one/index.html jobs/three/index.html assets/two.css",
    "jobs/one/index.html": b"one, assets/two.css",
    "jobs/three/index.html": b"three, assets/two.css",
    "jobs/index.json": b'["one", "three"]',
    "logo.svg": b"<svg/>",
}
_FOREIGN = {"notes.txt": b"mine", "careers/notes.txt": b"mine", "careersindex.html": b"mine"}
_KNOWN = (*_OLD.values(), *_NEW.values(), *_FOREIGN.values())
# The record read twice and written, six files, the deletions and the record, each after a look at it.
_REQUESTS = 13


@dataclass(frozen=True, slots=True)
class Stage:
    """A bucket of which the folder `careers` is deployed to, through a proxy."""

    store: Store
    proxy: Proxy
    bucket: str
    outputs: Mapping[bool, Path]
    openers: Mapping[int, Opener]

    def deploy(self, is_new: bool, tries: int = 3) -> None:
        """Sends the new or the old site."""
        place = Deployment(bucket=self.bucket, prefix="careers", endpoint=self.proxy.endpoint)
        output = self.outputs[is_new]
        send(to_bucket(place, output, opener=self.openers[tries]), output)

    def live(self) -> dict[str, bytes]:
        """What visitors find; what is another's is untouched."""
        objects = self.store.objects(self.bucket, _KNOWN)
        assert {key: objects.pop(key, None) for key in _FOREIGN} == _FOREIGN
        return {key.removeprefix("careers/"): data for key, data in objects.items()}


@pytest.fixture(scope="module")
def stage(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    folder = tmp_path_factory.mktemp("sites")
    outputs = {
        is_new: write_files(files, folder / str(is_new)) for is_new, files in ((False, _OLD), (True, _NEW))
    }
    store.put(store.make("faults"), _FOREIGN)
    with before(store.endpoint) as proxy:
        stage = Stage(store, proxy, "faults", outputs, {tries: trying(tries) for tries in (1, 3)})
        proxy.follow(Plan())
        stage.deploy(is_new=False)
        yield stage


def _assert_whole(live: Mapping[str, bytes]) -> None:
    pages = {path for path in live if path.endswith(".html")}
    assert pages >= {path for path in _OLD.keys() & _NEW.keys() if path.endswith(".html")}
    for page in pages:
        assert live[page] in (_OLD.get(page), _NEW.get(page))
        assert set(re.findall(r"(?:assets|jobs)/[\w./]+", live[page].decode())) <= live.keys()
    listed = live["jobs/index.json"].decode()
    assert {f"jobs/{name}/index.html" for name in re.findall(r"\w+", listed)} <= live.keys()


@pytest.mark.parametrize("fault", PASSING)
def test_request_that_fails_is_sent_again(stage: Stage, fault: Fault) -> None:
    for is_new in (True, False):
        plan = stage.proxy.follow(Plan(fault, once=True))
        stage.deploy(is_new)
        assert stage.live() == (_NEW if is_new else _OLD)
        # A PUT is answered by its status alone: nothing is missing from half an answer.
        again = [line for line in plan.asked if not (fault is Fault.CUT and line.startswith("PUT"))]
        assert {again.count(line) % 2 for line in again} == {0}


@pytest.mark.parametrize(
    ("fault", "numbers"),
    # A store that did what it was asked, and never said so: once for each kind of request.
    [(Fault.FORBIDDEN, range(1, _REQUESTS + 1)), (Fault.DROPPED_AFTER, (2, 5, 9, 10))],
)
def test_deploy_that_is_stopped_leaves_a_whole_site_and_the_next_finishes(
    stage: Stage, fault: Fault, numbers: Sequence[int]
) -> None:
    is_new = False
    for number in numbers:
        is_new = not is_new
        stage.proxy.follow(Plan(fault, since=number))
        with pytest.raises(OpeningsError):
            stage.deploy(is_new, tries=1)
        _assert_whole(stage.live())
        stage.proxy.follow(Plan())
        stage.deploy(is_new)
        assert stage.live() == (_NEW if is_new else _OLD), f"{fault.value} from request {number} on"
    stage.deploy(is_new=False)


def test_what_is_forbidden_is_asked_once(stage: Stage) -> None:
    plan = stage.proxy.follow(Plan(Fault.FORBIDDEN, since=2))
    with pytest.raises(OpeningsError):
        stage.deploy(is_new=True)
    assert len(plan.asked) == 2


def test_nothing_is_asked_twice_where_nothing_fails(stage: Stage) -> None:
    for is_new in (True, False):
        plan = stage.proxy.follow(Plan())
        stage.deploy(is_new)
        assert len(plan.asked) == _REQUESTS
