"""What a failed request says, without anything that could hold a key or a signature."""

import re

from msgspec import Struct

# Our own: an answer that says nothing.
UNANSWERED = "Unanswered"

# A store that is busy says so by the first, and one that stumbled by any from 500 on; what it doesn't know at
# all (501), it won't know later. 403 and 404 stay what they are.
_BUSY, _STUMBLED, _UNKNOWN = 429, range(500, 600), 501
# The same for single files of a deletion, and for a file that came too slowly.
_PASSING_CODES = frozenset({"InternalError", "SlowDown", "ServiceUnavailable", "RequestTimeout", UNANSWERED})

_CODE = re.compile(r"[A-Za-z0-9.]{1,64}")
_REGION = re.compile(r"[a-z0-9-]{1,32}")


class Failure(Struct, frozen=True):
    """A failed request: the service's code or the name of boto3's error, the answer's status if there is one.

    `region` is where the bucket lies, if the service tells; `may_pass` is whether it helps to ask again.
    """

    code: str
    status: int = 0
    region: str = ""
    may_pass: bool = False


def failure_of(error: Exception) -> Failure:
    """The failure that an error of boto3 stands for."""
    from botocore.exceptions import ClientError

    return _answered(error.response) if isinstance(error, ClientError) else _unanswered(error)


def _answered(response: dict[str, dict[str, object]]) -> Failure:
    said, about = response.get("Error", {}), response.get("ResponseMetadata", {})
    headers = about.get("HTTPHeaders")
    told = headers.get("x-amz-bucket-region") if isinstance(headers, dict) else None
    code, status = _only(_CODE, said.get("Code")), about.get("HTTPStatusCode")
    number = status if isinstance(status, int) else 0
    return Failure(
        code=code,
        status=number,
        region=_only(_REGION, told or said.get("Region")),
        may_pass=_passes(number) or code in _PASSING_CODES,
    )


def _passes(status: int) -> bool:
    return status == _BUSY or (status in _STUMBLED and status != _UNKNOWN)


def _unanswered(error: Exception) -> Failure:
    from botocore import exceptions
    from botocore.parsers import ResponseParserError

    passing = (
        exceptions.ConnectionError,
        exceptions.HTTPClientError,
        exceptions.IncompleteReadError,
        ResponseParserError,
    )
    # A certificate stays as it is.
    may_pass = isinstance(error, passing) and not isinstance(error, exceptions.SSLError)
    return Failure(code=type(error).__name__, may_pass=may_pass)


def _only(pattern: re.Pattern[str], said: object) -> str:
    """A word of the service, where it can be nothing but that."""
    return said if isinstance(said, str) and pattern.fullmatch(said) else ""
