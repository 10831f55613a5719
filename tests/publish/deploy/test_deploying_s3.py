"""What docs/deploying-s3.md tells people to set up does what it says."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics.diagnostic import OpeningsError
from generator.model.site_config import Deployment
from generator.publish.deploy.amazon.messages import Asked
from generator.publish.deploy.amazon.service import Opener, Service, Wanted
from tests.docs.pages import blocks, read
from tests.publish.deploy.storage import KEYS, TRYING, Store, send, to_bucket
from tests.sample import write_files

_BLOCKS = {
    block.file: block.text for block in blocks(read("deploying-s3.md")) if block.language in ("js", "json")
}
# The right that an operation takes, where it is named otherwise.
_RIGHTS = {"DeleteObjects": "DeleteObject", "ListObjectsV2": "ListBucket"}


def _watching(rights: set[str]) -> Opener:
    """What opens services, and notes the right that each request takes."""

    def opened(wanted: Wanted, asked: Asked, environment: Mapping[str, str]) -> Service:
        def note(model: Any, **_: object) -> None:
            rights.add(f"{wanted.name}:{_RIGHTS.get(model.name, model.name)}")

        service = TRYING(wanted, asked, environment)
        service.listen("before-call", note)
        return service

    return opened


def test_policy_allows_what_a_deploy_asks_for_and_no_more(store: Store, tmp_path: Path) -> None:
    output, rights = write_files({"index.html": b"", "old/index.html": b""}, tmp_path / "output"), set[str]()
    environment = KEYS | {"AWS_ENDPOINT_URL_CLOUDFRONT": store.endpoint}
    place = Deployment(bucket=store.make("policy"), endpoint=store.endpoint, cloudfront="E2QWRUHAPOMQZL")
    for _ in range(2):
        with pytest.raises(OpeningsError, match="no distribution"):
            send(to_bucket(place, output, environment, _watching(rights)), output)
        (output / "old/index.html").unlink(missing_ok=True)
    statements = json.loads(_BLOCKS["policy.json"])["Statement"]
    allowed = [statement["Action"] for statement in statements]
    assert {right for each in allowed for right in ([each] if isinstance(each, str) else each)} == rights


@pytest.fixture(scope="module")
def answers(node: str) -> dict[str, Any]:
    """What the function makes of addresses."""
    asked = (
        "/",
        "/jobs/",
        "/jobs/x",
        "/jobs/x?source=a&b=%20",
        "/jobs/x?",
        "/a.b/c",
        "/logo.svg?v=1",
        "//e.org/x",
    )
    script = f"""{_BLOCKS["index.js"]}
    const answer = (address) => {{
      const [uri, query] = address.split("?");
      return handler({{ request: {{ uri, method: "GET", rawQueryString: () => query }} }});
    }};
    const asked = [...{json.dumps(asked)}, "/\\\\\\\\e.org/x"];
    console.log(JSON.stringify(Object.fromEntries(asked.map((address) => [address, answer(address)]))));
    """
    done = subprocess.run([node, "-e", script], capture_output=True, check=True, text=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize(
    ("address", "file"),
    [("/", "/index.html"), ("/jobs/", "/jobs/index.html"), ("/logo.svg?v=1", "/logo.svg")],
)
def test_function_names_the_file_of_a_folder(answers: dict[str, Any], address: str, file: str) -> None:
    assert answers[address]["uri"] == file


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("/jobs/x", "/jobs/x/"),
        ("/jobs/x?source=a&b=%20", "/jobs/x/?source=a&b=%20"),
        ("/jobs/x?", "/jobs/x/"),
        ("/a.b/c", "/a.b/c/"),
        ("//e.org/x", "/e.org/x/"),
        ("/\\\\e.org/x", "/e.org/x/"),
    ],
)
def test_function_leads_to_the_address_with_a_slash(
    answers: dict[str, Any], address: str, target: str
) -> None:
    answer = answers[address]
    assert (answer["statusCode"], answer["headers"]["location"]["value"]) == (301, target)
