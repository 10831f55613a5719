"""Which failures pass by themselves, and what is kept of one."""

import pytest
from botocore import exceptions
from botocore.parsers import ResponseParserError

from generator.publish.deploy.amazon.failures import Failure, failure_of

_URL = {"endpoint_url": "https://s3.example.com"}


def _answered(status: int, code: str, **more: object) -> exceptions.ClientError:
    about = {"HTTPStatusCode": status, "HTTPHeaders": more.pop("headers", {})}
    return exceptions.ClientError({"Error": {"Code": code, **more}, "ResponseMetadata": about}, "PutObject")


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504, 522, 599])
def test_store_that_stumbles_may_be_asked_again(status: int) -> None:
    assert failure_of(_answered(status, "Odd")) == Failure("Odd", status, may_pass=True)


@pytest.mark.parametrize("status", [301, 400, 401, 403, 404, 409, 412, 501])
def test_store_that_refuses_is_not_asked_again(status: int) -> None:
    assert failure_of(_answered(status, "Odd")) == Failure("Odd", status)


def test_file_that_came_too_slowly_is_sent_again() -> None:
    assert failure_of(_answered(400, "RequestTimeout")).may_pass


@pytest.mark.parametrize(
    ("error", "may_pass"),
    [
        (exceptions.EndpointConnectionError(**_URL), True),
        (exceptions.ConnectTimeoutError(**_URL), True),
        (exceptions.ReadTimeoutError(**_URL), True),
        (exceptions.ConnectionClosedError(**_URL), True),
        (exceptions.IncompleteReadError(actual_bytes=1, expected_bytes=2), True),
        (ResponseParserError(), True),
        (exceptions.SSLError(error="self-signed", **_URL), False),
        (exceptions.NoCredentialsError(), False),
        (exceptions.ParamValidationError(report="Bucket"), False),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_breaks_on_the_way_may_be_asked_again(error: Exception, may_pass: bool) -> None:
    assert failure_of(error) == Failure(type(error).__name__, may_pass=may_pass)


@pytest.mark.parametrize(
    ("more", "region"),
    [
        ({"Region": "eu-north-1"}, "eu-north-1"),
        ({"headers": {"x-amz-bucket-region": "eu-north-1"}}, "eu-north-1"),
        ({"Region": "eu-north-1\nkey"}, ""),
        ({}, ""),
    ],
)
def test_region_is_kept_where_it_is_nothing_else(more: dict[str, object], region: str) -> None:
    assert failure_of(_answered(301, "PermanentRedirect", **more)).region == region


def test_code_is_kept_where_it_is_nothing_else() -> None:
    assert failure_of(_answered(400, "AKIA <secret>")).code == ""
