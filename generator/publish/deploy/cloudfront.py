"""Tells CloudFront which of the addresses that it holds copies of have changed."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlsplit
from uuid import uuid4

from generator.diagnostics.diagnostic import OpeningsError
from generator.pages.caching import FOR_EVER, cache_control
from generator.publish.deploy.amazon.messages import Asked
from generator.publish.deploy.amazon.service import Opener, Wanted, open_service

# A thousand paths a month are free, and a pattern counts as one: a deploy a day with no more stays below.
_SINGLE_PATHS = 30
_INDEX = "index.html"
_RIGHTS = ("cloudfront:CreateInvalidation",)


def changed_paths(files: Iterable[str], address: str) -> tuple[str, ...]:
    """What CloudFront is told for changed files of the site at an address; one pattern where they are many.

    A page has two: what visitors ask for, and what the function that names the file makes of it. A file whose
    name changes with it has none: copies of it are never wrong, and pages that somebody keeps load them.
    """
    base = urlsplit(address).path.rstrip("/")
    changing = sorted(file for file in files if cache_control(file) != FOR_EVER)
    paths = tuple(f"{base}/{quote(name)}" for file in changing for name in _names(file))
    return paths if len(paths) <= _SINGLE_PATHS else (f"{base}/*",)


def _names(file: str) -> tuple[str, ...]:
    folder, slash, name = file.rpartition("/")
    return (f"{folder}{slash}", file) if name == _INDEX else (file,)


def invalidate(
    distribution: str,
    paths: Sequence[str],
    environment: Mapping[str, str],
    opener: Opener = open_service,
) -> None:
    """Has a distribution fetch the paths anew; an OpeningsError where it refuses."""
    asked = Asked("CloudFront", distribution, _RIGHTS, profile=environment.get("AWS_PROFILE", ""))
    wanted = Wanted("cloudfront", environment.get("AWS_ENDPOINT_URL_CLOUDFRONT", ""))
    # The same for each try. The next deploy has another, or CloudFront would take it for this one again.
    reference = uuid4().hex

    def request(client: Any) -> None:
        batch = {"Paths": {"Quantity": len(paths), "Items": list(paths)}, "CallerReference": reference}
        client.create_invalidation(DistributionId=distribution, InvalidationBatch=batch)

    try:
        service = opener(wanted, asked, environment)
        try:
            service.ask(asked, request)
        finally:
            service.close()
    except OpeningsError as error:
        raise _undone(error) from None


def _undone(error: OpeningsError) -> OpeningsError:
    """The files are there by now, and visitors may see some of them."""
    message = f"the files are sent, but CloudFront may still show old ones: {error.message}"
    return OpeningsError(message, f"{error.hint}; then deploy again")
