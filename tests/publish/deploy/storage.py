"""A store on this machine, and deploys to it."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from hashlib import md5, sha256
from pathlib import Path
from typing import Any

from boto3.session import Session

from generator.model.site_config import Deployment
from generator.publish.deploy.amazon.messages import Asked
from generator.publish.deploy.amazon.service import Opener, Service, Wanted, open_service
from generator.publish.deploy.bucket import Bucket
from generator.publish.deploy.built import Built
from generator.publish.deploy.deploying import Wishes, deploy
from generator.publish.deploy.record import RECORD
from generator.publish.deploy.transfer import Transfer

SITE = "https://careers.example.com"
KEYS = {
    "AWS_ACCESS_KEY_ID": "AKIAPLANTEDPLANTED01",
    "AWS_SECRET_ACCESS_KEY": "planted-secret/0123456789+abcdefghij",
    "AWS_SESSION_TOKEN": "planted-token-0123456789",
}


@dataclass(frozen=True, slots=True)
class Store:
    """Where a store answers, and a client to look into it with."""

    endpoint: str
    client: Any

    def make(self, bucket: str) -> str:
        """The name of a bucket that is there now."""
        self.client.create_bucket(Bucket=bucket)
        return bucket

    def put(self, bucket: str, files: Mapping[str, bytes]) -> None:
        """Puts objects there by another's doing."""
        for key, data in files.items():
            self.client.put_object(Bucket=bucket, Key=key, Body=data)

    def headers(self, bucket: str, key: str) -> tuple[str, str]:
        """The type of an object, and how long it may be kept."""
        answer = self.client.head_object(Bucket=bucket, Key=key)
        return answer["ContentType"], answer["CacheControl"]

    def objects(self, bucket: str, known: Iterable[bytes]) -> dict[str, bytes]:
        """All objects but the record, by their keys; each is one of those known, or something is wrong."""
        by_digest = {f'"{md5(data, usedforsecurity=False).hexdigest()}"': data for data in known}
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=bucket)
        found = (each for page in pages for each in page.get("Contents", ()))
        return {each["Key"]: by_digest[each["ETag"]] for each in found if not each["Key"].endswith(RECORD)}


def client_of(endpoint: str, service: str = "s3") -> Any:
    """A client that asks a store as anybody else would."""
    session = Session(*KEYS.values(), region_name="us-east-1")
    return session.client(service, endpoint_url=endpoint)


@cache
def trying(tries: int) -> Opener:
    """What opens services that ask so many times, without a pause; each once, since that takes most time."""
    opened: dict[str, Service] = {}

    def open_once(wanted: Wanted, asked: Asked, environment: Mapping[str, str]) -> Service:
        which = f"{wanted} {sorted(environment.items())}"
        if which not in opened:
            opened[which] = open_service(wanted, asked, environment, pauses=(0.0,) * (tries - 1))
        return opened[which]

    return open_once


TRYING = trying(3)


def to_bucket(
    place: Deployment,
    output: Path,
    environment: Mapping[str, str] = KEYS,
    opener: Opener = TRYING,
) -> Bucket:
    """The target, which doesn't wait before further tries."""
    return Bucket(place, output.parent, output, environment, opener)


def send(
    target: Bucket,
    output: Path,
    site: str = SITE,
    adopts: bool = True,
    tell: Callable[[str], None] = lambda line: None,
) -> Transfer:
    """What a deploy of the output folder did; `tell` hears of each file."""
    wishes = Wishes(adopts=adopts, deletes_many=True)
    with closing(target):
        built = Built(site, output, digests(output))
        return deploy(built, target, "the bucket", wishes, tell).transfer


def digests(output: Path) -> dict[str, str]:
    """What a build says of its files."""
    files = (path for path in output.rglob("*") if path.is_file())
    return {path.relative_to(output).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}
