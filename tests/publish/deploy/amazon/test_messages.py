"""A refusal is told in words of ours, with a way out and without anything secret."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.diagnostics.diagnostic import OpeningsError
from generator.model.site_config import Deployment
from generator.publish.deploy.amazon.service import Opener
from tests.publish.deploy.fault_proxy import Plan, Proxy, before
from tests.publish.deploy.storage import KEYS, Store, to_bucket, trying

# What stores repeat in their answers: a key, a token, and what was signed.
_ECHO = "".join(f"<{name}>{value}</{name}>" for name, value in zip("ABC", KEYS.values(), strict=True))


@pytest.fixture(scope="module")
def proxy(store: Store) -> Iterator[Proxy]:
    with before(store.endpoint) as proxy:
        yield proxy


@pytest.fixture(scope="module")
def opener() -> Opener:
    return trying(2)


def _chain(error: BaseException | None) -> Iterator[str]:
    """All that an error and those behind it hold."""
    while error:
        yield from (str(error), repr(error), repr(vars(error)))
        error = error.__cause__ or error.__context__


def _refused(place: Deployment, tmp_path: Path, opener: Opener, **environment: str) -> OpeningsError:
    with pytest.raises(OpeningsError) as caught:
        to_bucket(place, tmp_path, environment or KEYS, opener).look()
    told = "\n".join((caught.value.hint, *_chain(caught.value)))
    assert [value for value in (*KEYS.values(), "Signature") if value in told] == []
    return caught.value


@pytest.mark.parametrize(
    ("status", "code", "message", "hint"),
    [
        (404, "NoSuchBucket", "there is no bucket `jobs`", "mend `bucket` below `deploy` in site.yaml"),
        (
            403,
            "AccessDenied",
            "refuses `s3:GetObject` for `jobs/careers/",
            "`s3:GetObject` and `s3:ListBucket`",
        ),
        (403, "SomethingElse", "refuses `s3:GetObject`", "docs/deploying-s3.md"),
        (403, "InvalidAccessKeyId", "doesn't know the access key", "`AWS_ACCESS_KEY_ID`"),
        (
            403,
            "SignatureDoesNotMatch",
            "the secret doesn't belong to the access key",
            "`AWS_SECRET_ACCESS_KEY`",
        ),
        (400, "ExpiredToken", "the credentials have expired", "sign in again"),
        (400, "InvalidToken", "doesn't take the session token", "`AWS_SESSION_TOKEN`"),
        (403, "RequestTimeTooSkewed", "the clock of this machine is wrong", "set it"),
        (400, "InvalidRegionName", "has no region of that name", "mend `region`"),
        (400, "EntityTooOdd", "answers `s3:GetObject` for `jobs/careers/", "docs/deploying-s3.md"),
        (503, "SlowDown", "answers 503 again and again", "the next deploy goes on"),
    ],
)
def test_refusal_says_what_to_do(
    proxy: Proxy, tmp_path: Path, opener: Opener, status: int, code: str, message: str, hint: str
) -> None:
    body = f"<Error><Code>{code}</Code><Message>{_ECHO}</Message>{_ECHO}</Error>"
    plan = proxy.follow(Plan(since=1, answer=(status, body.encode())))
    place = Deployment(bucket="jobs", prefix="careers", endpoint=proxy.endpoint)
    error = _refused(place, tmp_path, opener)
    assert message in error.message
    assert hint in error.hint
    assert len(plan.asked) == (2 if status == 503 else 1)


def test_bucket_in_another_region_is_told_with_its_region(
    proxy: Proxy, tmp_path: Path, opener: Opener
) -> None:
    body = b"<Error><Code>AuthorizationHeaderMalformed</Code><Region>eu-north-1</Region></Error>"
    proxy.follow(Plan(since=1, answer=(400, body)))
    error = _refused(Deployment(bucket="jobs", endpoint=proxy.endpoint), tmp_path, opener)
    assert error.message == "the bucket `jobs` lies in another region, `eu-north-1`"
    assert error.hint == "write `region: eu-north-1` below `deploy` in site.yaml"


def test_store_that_leads_to_another_region_is_asked_there(
    store: Store, proxy: Proxy, tmp_path: Path
) -> None:
    body = b"<Error><Code>AuthorizationHeaderMalformed</Code><Region>eu-north-1</Region></Error>"
    plan = proxy.follow(Plan(once=True, answer=(400, body)))
    place = Deployment(bucket=store.make("north"), endpoint=proxy.endpoint)
    assert to_bucket(place, tmp_path, opener=trying(1)).look().others == ()
    assert [headers["authorization"].split("/")[2] for headers in plan.headers[:2]] == [
        "us-east-1",
        "eu-north-1",
    ]


@pytest.mark.parametrize(
    ("place", "environment", "message"),
    [
        (Deployment(bucket="jobs"), {"AWS_PROFILE": "web"}, "there is no profile `web`"),
        (Deployment(bucket="jobs"), {"HOME": "/"}, "there are no credentials for S3"),
        (Deployment(bucket="My Jobs!"), KEYS, "`My Jobs!` can't be the name of a bucket"),
        (Deployment(bucket="jobs", region="no region!"), KEYS, "S3 has no region of that name"),
        (
            Deployment(bucket="jobs", endpoint="https://my_store.example"),
            KEYS,
            "isn't an address that a store",
        ),
    ],
)
def test_setting_that_cannot_work_is_told_before_anything_is_asked(
    place: Deployment, environment: dict[str, str], message: str, tmp_path: Path
) -> None:
    assert message in _refused(place, tmp_path, trying(1), **environment).message


def test_half_of_the_credentials_is_not_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    half = {"AWS_ACCESS_KEY_ID": KEYS["AWS_ACCESS_KEY_ID"]}
    monkeypatch.setenv(*next(iter(half.items())))
    error = _refused(Deployment(bucket="jobs"), tmp_path, trying(1), **half)
    assert error.message == "one half of the credentials is missing"


def test_credentials_of_a_profile_are_used(store: Store, proxy: Proxy, tmp_path: Path) -> None:
    (tmp_path / "aws-credentials").write_text(
        "[web]\naws_access_key_id=AKIAOFPROFILE\naws_secret_access_key=x\n"
    )
    plan = proxy.follow(Plan())
    place = Deployment(bucket=store.make("profile"), endpoint=proxy.endpoint)
    to_bucket(place, tmp_path, {"AWS_PROFILE": "web"}).look()
    assert "Credential=AKIAOFPROFILE/" in plan.headers[0]["authorization"]


def test_line_end_behind_a_key_is_no_part_of_it(store: Store, proxy: Proxy, tmp_path: Path) -> None:
    plan = proxy.follow(Plan())
    place = Deployment(bucket=store.make("newline"), endpoint=proxy.endpoint)
    to_bucket(place, tmp_path, {name: f"{value}\n" for name, value in KEYS.items()}).look()
    assert plan.headers[0]["x-amz-security-token"] == KEYS["AWS_SESSION_TOKEN"]


def test_store_that_is_not_there_is_told(tmp_path: Path) -> None:
    error = _refused(Deployment(bucket="jobs", endpoint="http://127.0.0.1:1"), tmp_path, trying(2))
    assert error.message == "`http://127.0.0.1:1` can't be reached, or doesn't answer"


def test_store_without_a_certificate_is_not_trusted(proxy: Proxy, tmp_path: Path) -> None:
    endpoint = proxy.endpoint.replace("http:", "https:")
    error = _refused(Deployment(bucket="jobs", endpoint=endpoint), tmp_path, trying(1))
    assert error.message == f"there is no secure connection to `{endpoint}`"
