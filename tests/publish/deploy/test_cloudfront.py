"""What CloudFront is told after a deploy."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics.diagnostic import OpeningsError
from generator.model.site_config import Deployment
from generator.publish.deploy.cloudfront import changed_paths, invalidate
from tests.publish.deploy.fault_proxy import Fault, Plan, Proxy, before
from tests.publish.deploy.storage import KEYS, Store, client_of, send, to_bucket, trying
from tests.sample import write_files

_SITE = "https://careers.example.com"


@pytest.fixture(scope="module")
def cloudfront(store: Store) -> Iterator[Any]:
    client = client_of(store.endpoint, "cloudfront")
    yield client
    client.close()


@pytest.fixture(scope="module")
def proxy(store: Store) -> Iterator[Proxy]:
    with before(store.endpoint) as proxy:
        yield proxy


@pytest.fixture
def distribution(cloudfront: Any, tmp_path: Path) -> str:
    origin = {
        "Id": "bucket",
        "DomainName": "careers.s3.amazonaws.com",
        "S3OriginConfig": {"OriginAccessIdentity": ""},
    }
    behaviour = {"TargetOriginId": "bucket", "ViewerProtocolPolicy": "redirect-to-https"}
    made = cloudfront.create_distribution(
        DistributionConfig={
            "CallerReference": str(tmp_path),
            "Comment": "",
            "Enabled": True,
            "Origins": {"Quantity": 1, "Items": [origin]},
            "DefaultCacheBehavior": behaviour,
        }
    )
    identity: str = made["Distribution"]["Id"]
    return identity


def _told(cloudfront: Any, distribution: str) -> list[list[str]]:
    """The paths of each invalidation."""
    found = cloudfront.list_invalidations(DistributionId=distribution)["InvalidationList"].get("Items", [])
    batches = (cloudfront.get_invalidation(DistributionId=distribution, Id=each["Id"]) for each in found)
    return [batch["Invalidation"]["InvalidationBatch"]["Paths"]["Items"] for batch in batches]


@pytest.mark.parametrize(
    ("files", "address", "paths"),
    [
        (("index.html",), _SITE, ("/", "/index.html")),
        (("jobs/x/index.html", "404.html"), _SITE, ("/404.html", "/jobs/x/", "/jobs/x/index.html")),
        (("index.html",), f"{_SITE}/careers", ("/careers/", "/careers/index.html")),
        (("assets/site.0123456789.css", "assets/own.css"), _SITE, ("/assets/own.css",)),
        (("assets/site.0123456789.css",), _SITE, ()),
        (("feed.xml", "ça & là*.txt"), _SITE, ("/feed.xml", "/%C3%A7a%20%26%20l%C3%A0%2A.txt")),
        ([f"{number}/index.html" for number in range(15)], _SITE, None),
        ([f"{number}/index.html" for number in range(16)], f"{_SITE}/careers", ("/careers/*",)),
    ],
)
def test_paths_are_those_that_visitors_ask_for(
    files: Any, address: str, paths: tuple[str, ...] | None
) -> None:
    changed = changed_paths(files, address)
    assert len(changed) == 30 if paths is None else changed == paths


def test_distribution_is_told_what_a_deploy_changed(
    store: Store, cloudfront: Any, distribution: str, tmp_path: Path
) -> None:
    output = write_files({"index.html": b"one", "logo.svg": b"", "old/index.html": b""}, tmp_path / "output")
    place = Deployment(bucket=store.make("front"), endpoint=store.endpoint, cloudfront=distribution)
    environment = KEYS | {"AWS_ENDPOINT_URL_CLOUDFRONT": store.endpoint}
    send(to_bucket(place, output, environment), output)
    (output / "index.html").write_bytes(b"two")
    (output / "old/index.html").unlink()
    send(to_bucket(place, output, environment), output)
    first = ["/", "/index.html", "/logo.svg", "/old/", "/old/index.html"]
    second = ["/", "/index.html", "/old/", "/old/index.html"]
    assert sorted(map(sorted, _told(cloudfront, distribution))) == sorted((first, second))
    send(to_bucket(place, output, environment), output)
    assert len(_told(cloudfront, distribution)) == 2


def test_place_with_another_address_has_other_paths(
    store: Store, cloudfront: Any, distribution: str, tmp_path: Path
) -> None:
    output = write_files({"logo.svg": b""}, tmp_path / "output")
    address = "https://staging.example.com/careers"
    place = Deployment(
        bucket=store.make("other"), endpoint=store.endpoint, cloudfront=distribution, url=address
    )
    send(to_bucket(place, output, KEYS | {"AWS_ENDPOINT_URL_CLOUDFRONT": store.endpoint}), output)
    assert _told(cloudfront, distribution) == [["/careers/logo.svg"]]


def test_request_that_is_sent_again_is_known_as_the_same(proxy: Proxy, distribution: str) -> None:
    environment = KEYS | {"AWS_ENDPOINT_URL_CLOUDFRONT": proxy.endpoint}
    plan = proxy.follow(Plan(Fault.DROPPED_AFTER, once=True))
    invalidate(distribution, ("/",), environment, trying(2))
    again = proxy.follow(Plan())
    invalidate(distribution, ("/",), environment, trying(2))
    first, second, other = (*plan.bodies, *again.bodies)
    assert first == second != other


@pytest.mark.parametrize(
    ("code", "status", "message"),
    [
        ("AccessDenied", 403, "CloudFront refuses `cloudfront:CreateInvalidation` for `E2QWRUHAPOMQZL`"),
        ("NoSuchDistribution", 404, "there is no distribution `E2QWRUHAPOMQZL`"),
        ("TooManyInvalidationsInProgress", 400, "CloudFront is busy with former invalidations"),
    ],
)
def test_refusal_of_a_distribution_is_told_with_the_way_out(
    proxy: Proxy, code: str, status: int, message: str
) -> None:
    body = f"<ErrorResponse><Error><Code>{code}</Code><Message>m</Message></Error></ErrorResponse>"
    proxy.follow(Plan(since=1, answer=(status, body.encode())))
    environment = KEYS | {"AWS_ENDPOINT_URL_CLOUDFRONT": proxy.endpoint}
    with pytest.raises(OpeningsError) as caught:
        invalidate("E2QWRUHAPOMQZL", ("/", "/*"), environment, trying(1))
    assert caught.value.message == f"the files are sent, but CloudFront may still show old ones: {message}"
    assert caught.value.hint.endswith("; then deploy again")


def test_distribution_that_was_not_told_is_told_by_the_next_deploy(
    store: Store, proxy: Proxy, distribution: str, tmp_path: Path
) -> None:
    output = write_files({"index.html": b""}, tmp_path / "output")
    place = Deployment(bucket=store.make("recorded"), endpoint=store.endpoint, cloudfront=distribution)
    proxy.follow(Plan(Fault.FORBIDDEN, since=1))
    environment = KEYS | {"AWS_ENDPOINT_URL_CLOUDFRONT": proxy.endpoint}
    with pytest.raises(OpeningsError):
        send(to_bucket(place, output, environment), output)
    told = proxy.follow(Plan())
    send(to_bucket(place, output, environment), output)
    assert b"/index.html" in told.bodies[-1]
