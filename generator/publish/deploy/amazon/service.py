"""A service of Amazon's, or one that speaks like it: signed requests, sent again where that helps."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.util import find_spec
from time import sleep
from typing import Any, TypeVar

from msgspec import Struct, field

from generator.diagnostics.diagnostic import OpeningsError
from generator.publish.deploy.amazon.failures import Failure, failure_of
from generator.publish.deploy.amazon.messages import Asked, refusal

Answer = TypeVar("Answer")

# Seconds before each further try; together a store has a quarter of a minute to come back.
PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0)
AT_ONCE = 8

_CONNECT_SECONDS, _READ_SECONDS = 10, 60
# Amazon leads from there to where a bucket lies, and stores without regions take it.
_ANY_REGION = "us-east-1"
_KEYS = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN")


class Wanted(Struct, frozen=True):
    """Which service, where (empty for Amazon's own address and region), and further settings of boto3."""

    name: str
    endpoint: str = ""
    region: str = ""
    settings: Mapping[str, object] = field(default_factory=dict)


class Service:
    """A service whose client of boto3 is open.

    boto3's own retries are off: they don't see an answer that is cut while it is read.
    """

    def __init__(self, client: Any, pauses: Sequence[float]) -> None:
        self._client = client
        self._pauses = pauses

    def ask(self, asked: Asked, request: Callable[[Any], Answer]) -> Answer:
        """What is answered to a request made with the client; an OpeningsError where it is refused."""
        outcome = _tried(request, self._client)
        for pause in self._pauses:
            if not (isinstance(outcome, Failure) and outcome.may_pass):
                break
            sleep(pause)
            outcome = _tried(request, self._client)
        if isinstance(outcome, Failure):
            # Raised here and not where the error was caught: an error of boto3 can hold what was signed.
            raise refusal(outcome, asked)
        return outcome

    def listen(self, event: str, handler: Callable[..., None]) -> None:
        """Has a function change requests before they are signed."""
        self._client.meta.events.register(event, handler)

    def close(self) -> None:
        """Closes the connections."""
        self._client.close()


# What opens a service; a test has one that doesn't wait.
Opener = Callable[[Wanted, Asked, Mapping[str, str]], Service]


def open_service(
    wanted: Wanted, asked: Asked, environment: Mapping[str, str], pauses: Sequence[float] = PAUSES
) -> Service:
    """The service, not asked anything yet; an OpeningsError without boto3, or where its settings are wrong.

    The credentials are those of the environment, else what boto3 finds: a profile's or a role's.
    """
    if not find_spec("boto3"):
        raise OpeningsError("sending to a bucket needs boto3", 'pip install "openings[s3]"')
    client = _opened(wanted, environment)
    if isinstance(client, Failure):
        raise refusal(client, asked)
    return Service(client, pauses)


def _opened(wanted: Wanted, environment: Mapping[str, str]) -> Any:
    try:
        return _tried(_client, wanted, environment)
    except ValueError:
        # boto3 takes fewer hosts than browsers do, such as none with an underscore.
        return Failure("InvalidEndpoint")


def _tried(request: Callable[..., Answer], *arguments: object) -> Answer | Failure:
    from botocore.exceptions import BotoCoreError, ClientError
    from botocore.parsers import ResponseParserError

    try:
        return request(*arguments)
    except (BotoCoreError, ClientError, ResponseParserError) as error:
        return failure_of(error)


def _client(wanted: Wanted, environment: Mapping[str, str]) -> Any:
    from boto3.session import Session
    from botocore.config import Config

    session = Session(*_keys(environment), profile_name=environment.get("AWS_PROFILE") or None)
    config = Config(
        connect_timeout=_CONNECT_SECONDS,
        read_timeout=_READ_SECONDS,
        max_pool_connections=AT_ONCE,
        retries={"total_max_attempts": 1},
        **wanted.settings,
    )
    named = wanted.region or environment.get("AWS_REGION") or environment.get("AWS_DEFAULT_REGION")
    region = named or session.region_name or _ANY_REGION
    return session.client(wanted.name, region, endpoint_url=wanted.endpoint or None, config=config)


def _keys(environment: Mapping[str, str]) -> Iterable[str | None]:
    """Key, secret and token; none of them where one half is missing, which boto3 then says."""
    # A secret of a workflow often has a line's end that nobody sees.
    key, secret, token = (environment.get(name, "").strip() for name in _KEYS)
    return (key, secret, token or None) if key and secret else ()
