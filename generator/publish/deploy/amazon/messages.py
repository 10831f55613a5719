"""Why a service refused, as people can act on it."""

from msgspec import Struct

from generator.diagnostics.diagnostic import OpeningsError
from generator.publish.deploy.amazon.failures import Failure


class Asked(Struct, frozen=True):
    """What was asked: of whom, for what, and the rights it takes by their names in a policy.

    The first of these names the request itself; there are none where nothing is asked yet.
    """

    service: str
    on: str
    rights: tuple[str, ...] = ()
    bucket: str = ""
    profile: str = ""


_KEYS = "`AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`"
_MEND = "below `deploy` in site.yaml"
_GONE_ON = "the next deploy goes on where this one stopped"
_RENEW = "sign in again, or put fresh ones in their place"

# By the service's code, or by the name of boto3's error where nothing was answered.
_WORDS = {
    "NoSuchBucket": ("there is no bucket `{bucket}`", f"make it, or mend `bucket` {_MEND}"),
    "AccessDenied": (
        "{service} refuses `{right}` for `{on}`",
        "allow whoever deploys {rights}: docs/deploying-s3.md has the whole policy",
    ),
    "InvalidAccessKeyId": ("{service} doesn't know the access key", f"check {_KEYS}"),
    "SignatureDoesNotMatch": (
        "the secret doesn't belong to the access key",
        f"copy {_KEYS} again, whole and without spaces",
    ),
    "ExpiredToken": ("the credentials have expired", _RENEW),
    "InvalidToken": ("{service} doesn't take the session token", f"check `AWS_SESSION_TOKEN`, or {_RENEW}"),
    "RequestTimeTooSkewed": ("the clock of this machine is wrong", "set it"),
    "NoSuchDistribution": ("there is no distribution `{on}`", f"mend `cloudfront` {_MEND}"),
    "TooManyInvalidationsInProgress": ("CloudFront is busy with former invalidations", "wait some minutes"),
    "WrongRegion": ("the bucket `{bucket}` lies in another region", f"write its `region` {_MEND}"),
    "InvalidRegion": ("{service} has no region of that name", f"mend `region` {_MEND}"),
    "NoCredentialsError": (
        "there are no credentials for {service}",
        f"set {_KEYS}, or name a profile with `AWS_PROFILE`",
    ),
    "PartialCredentialsError": ("one half of the credentials is missing", f"set both {_KEYS}"),
    "ProfileNotFound": (
        "there is no profile `{profile}`",
        "mend `AWS_PROFILE`, or sign in with that profile",
    ),
    "CredentialRetrievalError": ("the credentials can't be fetched", _RENEW),
    "ConfigParseError": ("the configuration of AWS can't be read", "mend the file `~/.aws/config`"),
    "ParamValidationError": ("`{bucket}` can't be the name of a bucket", f"mend `bucket` {_MEND}"),
    "InvalidEndpoint": ("`endpoint` isn't an address that a store can have", f"mend it {_MEND}"),
    "SSLError": ("there is no secure connection to {service}", f"check `endpoint` {_MEND}"),
}
_SAME = {
    "AllAccessDisabled": "AccessDenied",
    "AccountProblem": "AccessDenied",
    "AuthorizationHeaderMalformed": "WrongRegion",
    "PermanentRedirect": "WrongRegion",
    "IllegalLocationConstraintException": "WrongRegion",
    "InvalidRegionName": "InvalidRegion",
    "InvalidRegionError": "InvalidRegion",
    "InvalidClientTokenId": "InvalidAccessKeyId",
    "UnrecognizedClientException": "InvalidAccessKeyId",
    "ExpiredTokenException": "ExpiredToken",
    "RequestExpired": "ExpiredToken",
    "TokenRefreshRequired": "ExpiredToken",
    "TokenRetrievalError": "ExpiredToken",
    "UnauthorizedSSOTokenError": "ExpiredToken",
    "SSOTokenLoadError": "ExpiredToken",
}
_BY_STATUS = {401: "AccessDenied", 403: "AccessDenied"}


def refusal(failure: Failure, asked: Asked) -> OpeningsError:
    """What stops a deploy. The service's own sentences stay out: they can hold names, keys and signatures."""
    code = _SAME.get(failure.code, failure.code)
    code = code if code in _WORDS else _BY_STATUS.get(failure.status, code)
    if code in _WORDS:
        return _known(code, failure.region, asked)
    if failure.may_pass:
        return _tried(failure, asked)
    said = " ".join(filter(None, (failure.code, f"({failure.status})" if failure.status else "")))
    hint = "see what it says of that, and docs/deploying-s3.md"
    return OpeningsError(f"{asked.service} answers `{asked.rights[0]}` for `{asked.on}` with {said}", hint)


def _known(code: str, region: str, asked: Asked) -> OpeningsError:
    message, hint = _WORDS[code]
    if code == "WrongRegion" and region:
        message, hint = f"{message}, `{{region}}`", f"write `region: {{region}}` {_MEND}"
    rights = " and ".join(f"`{right}`" for right in asked.rights)
    words = {
        "service": asked.service,
        "on": asked.on,
        "right": asked.rights[0] if asked.rights else "",
        "rights": rights,
        "bucket": asked.bucket,
        "profile": asked.profile,
        "region": region,
    }
    return OpeningsError(message.format_map(words), hint.format_map(words))


def _tried(failure: Failure, asked: Asked) -> OpeningsError:
    """What is left to say after several tries."""
    if failure.status:
        message = f"{asked.service} answers {failure.status} again and again"
        return OpeningsError(message, f"try again in a while: {_GONE_ON}")
    message = f"{asked.service} can't be reached, or doesn't answer"
    return OpeningsError(message, f"check the network and `endpoint` {_MEND}; {_GONE_ON}")
