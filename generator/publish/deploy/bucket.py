"""A bucket of S3-compatible storage: each file an object, replaced whole."""

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from functools import partial
from hashlib import md5
from io import BytesIO
from itertools import compress
from pathlib import Path
from typing import Any, BinaryIO

from generator.model.content_types import content_type
from generator.model.site_config import Deployment
from generator.pages.caching import cache_control
from generator.publish.deploy.amazon.failures import UNANSWERED
from generator.publish.deploy.amazon.messages import Asked
from generator.publish.deploy.amazon.service import AT_ONCE, Opener, Wanted, open_service
from generator.publish.deploy.cloudfront import changed_paths, invalidate
from generator.publish.deploy.guard import refuse_taken
from generator.publish.deploy.record import RECORD, Record, read_record, record_text
from generator.publish.deploy.target import Found, Told

# As many as one request may delete, and as few as it takes to say that a bucket isn't empty.
_AT_A_TIME = 1000
_A_FEW = 5
# Up to so many names are asked for one by one before a whole bucket is listed.
_ONE_BY_ONE = 32
# Digests that newer releases of boto3 add, and many stores refuse.
_FEWER_DIGESTS = {
    "request_checksum_calculation": "when_required",
    "response_checksum_validation": "when_required",
}
# Elsewhere a bucket seldom has a host name of its own.
_BY_PATH = {"s3": {"addressing_style": "path"}}


class Bucket:
    """A target in a bucket; with `cloudfront`, what changed is fetched anew there once all is done."""

    def __init__(
        self,
        place: Deployment,
        site: Path,
        output: Path,
        environment: Mapping[str, str],
        opener: Opener = open_service,
    ) -> None:
        self._place = place
        self._output = output
        self._environment = environment
        self._opener = opener
        self._prefix = f"{place.prefix.strip('/')}/".lstrip("/")
        self._ours: frozenset[str] = frozenset()
        self._changed: list[str] = []
        settings = _FEWER_DIGESTS | (_BY_PATH if place.endpoint else {})
        wanted = Wanted("s3", place.endpoint, place.region, settings)
        self._service = opener(wanted, self._asked(""), environment)
        self._service.listen("before-call.s3.DeleteObjects", _add_digest)

    def look(self) -> Found:
        """Our record, else the first few names below the prefix."""
        record = self._read_record()
        self._ours = frozenset(record.files) if record else frozenset()
        return Found(record) if record else Found(others=self._others())

    def _read_record(self) -> Record | None:
        asked = self._asked(RECORD, "s3:GetObject", "s3:ListBucket")
        data = self._service.ask(asked, self._get_record)
        return read_record(data) if data is not None else None

    def _get_record(self, client: Any) -> bytes | None:
        try:
            answer = client.get_object(Bucket=self._place.bucket, Key=self._key(RECORD))
        except client.exceptions.NoSuchKey:
            return None
        with closing(answer["Body"]) as body:
            data: bytes = body.read()
            return data

    def _others(self) -> tuple[str, ...]:
        # The prefix itself is an object where somebody made it as a folder.
        return tuple(filter(None, self._list(self._prefix, _A_FEW)))

    def _list(self, beginning: str, most: int, after: str = "") -> list[str]:
        """The names, below our prefix, of the first objects whose keys begin so and come after another."""

        def request(client: Any) -> Any:
            return client.list_objects_v2(
                Bucket=self._place.bucket, Prefix=beginning, MaxKeys=most, StartAfter=after
            )

        answer = self._service.ask(self._asked("", "s3:ListBucket"), request)
        return [found["Key"].removeprefix(self._prefix) for found in answer.get("Contents", ())]

    def prepare(self, sends: Sequence[str], adopts: bool) -> None:
        """Asks whether anything lies where a new file is to be."""
        new = sorted(set(sends) - self._ours)
        if new and not adopts:
            refuse_taken(self._taken(new), f"bucket `{self._place.bucket}`")

    def _taken(self, paths: Sequence[str]) -> list[str]:
        """Those of the paths at which an object lies; if they are many, all objects are listed."""
        if len(paths) > _ONE_BY_ONE:
            return sorted(set(paths).intersection(self._all_names()))
        with _several_at_once() as pool:
            return list(compress(paths, pool.map(self._is_there, paths)))

    def _is_there(self, path: str) -> bool:
        # The first of all names that begin so.
        return path in self._list(self._key(path), 1)

    def _all_names(self) -> Iterator[str]:
        after = ""
        while names := self._list(self._prefix, _AT_A_TIME, after):
            yield from names
            after = self._key(names[-1])

    def holds(self, record: Record | None) -> bool:
        """Whether the record there is this one still."""
        return self._read_record() == record

    def claim(self, record: Record) -> None:
        """Writes the record in which what is to be sent has no digest yet."""
        self._put_record(record)

    def send(self, stages: Sequence[Sequence[str]], told: Told) -> None:
        """Puts files there, several of a stage at a time."""
        with _several_at_once() as pool:
            for stage in stages:
                for path in pool.map(self._put_file, stage):
                    told(path)
                self._changed.extend(stage)

    def remove(self, paths: Sequence[str], told: Told) -> None:
        """Deletes objects; those that are gone already count as deleted."""
        for start in range(0, len(paths), _AT_A_TIME):
            batch = paths[start : start + _AT_A_TIME]
            asked = self._asked(batch[0], "s3:DeleteObject")
            self._service.ask(asked, partial(self._delete, batch))
            for path in batch:
                told(path)
        self._changed.extend(paths)

    def _delete(self, paths: Sequence[str], client: Any) -> None:
        objects = [{"Key": self._key(path)} for path in paths]
        _raise_refused(client.delete_objects(Bucket=self._place.bucket, Delete={"Objects": objects}))

    def finish(self, record: Record) -> None:
        """Has CloudFront fetch what changed, and writes the record of what lies there.

        In this order: what CloudFront wasn't told of is sent and told again by the next deploy.
        """
        paths = changed_paths(self._changed, self._place.url or record.site)
        if self._place.cloudfront and paths:
            invalidate(self._place.cloudfront, paths, self._environment, self._opener)
        self._put_record(record)

    def close(self) -> None:
        """Closes the connections."""
        self._service.close()

    def _put_file(self, path: str) -> str:
        self._put(path, lambda: (self._output / path).open("rb"))
        return path

    def _put_record(self, record: Record) -> None:
        self._put(RECORD, lambda: BytesIO(record_text(record)))

    def _put(self, path: str, opened: Callable[[], BinaryIO]) -> None:
        def request(client: Any) -> None:
            with opened() as body:
                client.put_object(
                    Bucket=self._place.bucket,
                    Key=self._key(path),
                    Body=body,
                    ContentType=content_type(path),
                    CacheControl=cache_control(path),
                )

        self._service.ask(self._asked(path, "s3:PutObject"), request)

    def _key(self, path: str) -> str:
        return f"{self._prefix}{path}"

    def _asked(self, path: str, *rights: str) -> Asked:
        place = self._place
        return Asked(
            service=f"`{place.endpoint}`" if place.endpoint else "S3",
            on=f"{place.bucket}/{self._key(path)}",
            rights=rights,
            bucket=place.bucket,
            profile=self._environment.get("AWS_PROFILE", ""),
        )


@contextmanager
def _several_at_once() -> Iterator[ThreadPoolExecutor]:
    """What makes several requests at once; none is begun any more after one that failed."""
    pool = ThreadPoolExecutor(AT_ONCE)
    try:
        yield pool
    except KeyboardInterrupt:
        # Who stops it is told so at once, and not when the last answers are there.
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    except BaseException:
        pool.shutdown(cancel_futures=True)
        raise
    pool.shutdown()


def _add_digest(params: dict[str, Any], **_: object) -> None:
    """Adds the digest that many stores ask for with a list of deletions, and boto3 no longer makes."""
    digest = md5(params["body"], usedforsecurity=False).digest()
    params["headers"]["Content-MD5"] = b64encode(digest).decode("ascii")


def _raise_refused(answer: Mapping[str, Any]) -> None:
    """Raises what the answer to a list of deletions says of its first file that isn't gone."""
    from botocore.exceptions import ClientError

    refused = [error for error in answer.get("Errors", ()) if error.get("Code") != "NoSuchKey"]
    if not (refused or answer.get("Deleted") or answer.get("Errors")):
        # The answer was cut before it named a file.
        refused = [{"Code": UNANSWERED}]
    if refused:
        raise ClientError({"Error": refused[0]}, "DeleteObjects")
