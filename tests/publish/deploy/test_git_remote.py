"""A remote that is asked over HTTP: again where that helps."""

from pathlib import Path

import pytest

from generator.build.source.git import GitError
from generator.publish.deploy.git_remote import RemoteBranch
from tests.cli.git import run_git
from tests.publish.deploy.repositories import ENVIRONMENT, said
from tests.web.servers import Server, answer, serving


def _branch(checkout: Path, host: Server) -> RemoteBranch:
    run_git(checkout, "remote", "set-url", "origin", host.url("/careers.git"))
    return RemoteBranch(checkout, ENVIRONMENT, "origin", "gh-pages", pauses=(0, 0))


@pytest.mark.parametrize(
    ("status", "times"),
    [("429 Slower", 3), ("503 Busy", 3), ("522 Nobody there", 3), ("403 No", 1), ("404 Nothing", 1)],
)
def test_host_is_asked_again_where_that_can_help(checkout: Path, status: str, times: int) -> None:
    with serving(lambda method, target: answer(status=status)) as host:
        with pytest.raises(GitError, match="`origin` can't be reached"):
            _branch(checkout, host).head()
        assert len(host.heads) == times


def test_push_is_made_again_where_the_host_is_busy(checkout: Path) -> None:
    with serving(lambda method, target: answer(status="503 Busy")) as host:
        with pytest.raises(GitError, match=r"`origin` refused the push to `gh-pages`: .*503"):
            _branch(checkout, host).push(said(checkout, "rev-parse", "HEAD").strip())
        assert len(host.heads) == 3


def test_answer_of_a_host_that_was_busy_counts(checkout: Path) -> None:
    commit = said(checkout, "rev-parse", "HEAD").strip()
    busy = [answer(status="502 Stumbled"), answer(status="429 Slower")]

    def script(method: str, target: str) -> bytes:
        return busy.pop() if busy else answer(f"{commit}\trefs/heads/gh-pages\n".encode())

    with serving(script) as host:
        assert _branch(checkout, host).head() == commit
