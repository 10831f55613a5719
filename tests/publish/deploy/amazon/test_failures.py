"""Which answers of a store it helps to ask for again."""

import pytest
from botocore.exceptions import ClientError

from generator.publish.deploy.amazon.failures import failure_of


@pytest.mark.parametrize(
    ("status", "expected"),
    [(429, True), (500, True), (503, True), (522, True), (599, True)]
    + [(status, False) for status in (400, 403, 404, 409, 412, 501)],
)
def test_busy_and_stumbling_stores_are_asked_again(status: int, expected: bool) -> None:
    error = ClientError({"ResponseMetadata": {"HTTPStatusCode": status}}, "PutObject")
    assert failure_of(error).may_pass is expected
