"""Addresses: web, e-mail, links and people."""

import re
from urllib.parse import unquote, urlsplit

from msgspec.structs import replace

from generator.content.values.problem import Problem
from generator.diagnostics.codes import values as codes
from generator.diagnostics.credentials import without_credentials
from generator.model.addresses import ascii_host
from generator.model.values import Contact

# What most addresses are; nothing in it needs to be looked at twice.
_ORDINARY = re.compile(r"https://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[a-zA-Z0-9._~/-]*)?")
_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*):")
_BARE_HOST = re.compile(
    r"^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$", re.IGNORECASE
)
_MAIL = re.compile(r"^[^\s@<>\"'(),;:\\\[\]`|]{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{1,62}$")
_WRAPPED = re.compile(r"^(?:<(?P<angle>[^<>\s]+)>|\[[^\]]*\]\((?P<link>[^()\s]+)\))$")
_UNFIT = re.compile(r"[\s<>\"`{}|\\^\x00-\x1f\x7f-\x9f]")
# What no address may hold, not even as `%00`: it would be part of the name of a file.
_UNWRITABLE = re.compile(r"[\\\x00-\x1f\x7f-\x9f]")
_LONGEST_STEP = 200  # file systems take names of 255 bytes
# Letters of any script, and the brackets and colons of an IPv6 address are gone already.
_HOST = re.compile(r"[\w.:-]+")
_NAMED_MAIL = re.compile(r"^(?P<name>[^<>]*)<\s*(?:mailto:)?(?P<mail>[^<>]*)>$")


def parse_url(text: str, _language: str) -> str | Problem:
    """A web address with its scheme; plain http counts, with a warning."""
    if _ORDINARY.fullmatch(text):
        return text
    wrapped = _WRAPPED.match(text)
    if wrapped is not None:
        return Problem(
            codes.ADDRESS_UNUSABLE, f"`{text}` is more than an address", instead=wrapped[1] or wrapped[2]
        )
    scheme = _SCHEME.match(text)
    if scheme is None or _BARE_HOST.match(text):
        return _without_scheme(text)
    if scheme[1].lower() not in ("http", "https"):
        message = f"`{scheme[1]}:` addresses can't be used here"
        return Problem(codes.ADDRESS_UNUSABLE, message, "write an address that begins with `https://`")
    return _checked(scheme[1].lower() + text[scheme.end(1) :])


def parse_site_url(text: str, language: str) -> str | Problem:
    """The address of a whole site: its host in small letters, no part of its path empty or dots.

    An empty part would begin links with two slashes, which lead to another host.
    """
    found = parse_url(text, language)
    url = found.value if isinstance(found, Problem) else found
    if url is None:
        return found
    parts = urlsplit(url)
    if ascii_host(parts.hostname or "") is None:
        hint = "write it as your registrar does, such as `https://careers.example.com`"
        return Problem(codes.ADDRESS_UNUSABLE, f"no host can be called `{parts.hostname}`", hint)
    steps = parts.path.removesuffix("/").split("/")[1:]
    if any(unquote(step) in (".", "..") for step in steps):
        hint = "write the address without `.` and `..` between slashes"
        return Problem(codes.ADDRESS_UNUSABLE, f"`{text}` has dots in its path", hint)
    url = url.replace(parts.netloc, parts.netloc.lower(), 1)
    if "" in steps or parts.path.endswith("//"):
        path = "".join(f"/{step}" for step in steps if step)
        instead = f"https://{parts.netloc.lower()}{path}"
        return Problem(codes.ADDRESS_UNUSABLE, f"`{text}` has two slashes in its path", instead=instead)
    return replace(found, value=url) if isinstance(found, Problem) else url


def _without_scheme(text: str) -> Problem:
    message = f"`{text}` isn't a whole web address"
    if _BARE_HOST.match(text) and not _UNFIT.search(text):
        return Problem(codes.ADDRESS_WITHOUT_SCHEME, message, instead=f"https://{text}")
    return Problem(
        codes.ADDRESS_UNUSABLE, message, "write the whole address, such as `https://example.com/jobs`"
    )


def _checked(url: str) -> str | Problem:
    unfit = _UNFIT.search(url)
    if unfit is not None:
        shown = "a space" if unfit[0].isspace() else f"`{unfit[0]}`"
        message = f"the address has {shown} in it"
        return Problem(codes.ADDRESS_UNUSABLE, message, "copy it anew from the browser's address bar")
    try:
        parts = urlsplit(url)
        is_whole = bool(_HOST.fullmatch(parts.hostname or "")) and url.startswith(f"{parts.scheme}://")
        _ = parts.port
    except ValueError:
        is_whole = False
    if not is_whole:
        hint = "write it like `https://example.com/jobs`"
        return Problem(
            codes.ADDRESS_UNUSABLE, f"`{without_credentials(url)}` isn't a whole web address", hint
        )
    if parts.username is not None:
        message = "the address has a name or password in it, which every visitor would see"
        return Problem(
            codes.ADDRESS_UNUSABLE, message, "delete what stands between `//` and `@`, and the `@`"
        )
    return url if parts.scheme == "https" else _insecure(url)


def _insecure(url: str) -> Problem:
    message = f"`{url}` isn't encrypted: browsers warn of `http://`"
    return Problem(codes.ADDRESS_INSECURE, message, instead=f"https{url[4:]}", value=url)


def parse_mail(text: str) -> str | Problem:
    """A bare e-mail address; `mailto:` in front is dropped."""
    bare = text[7:] if text.lower().startswith("mailto:") else text
    if _MAIL.match(bare):
        return bare
    address = bare.partition("?")[0]
    if "?" in bare and _MAIL.match(address):
        return Problem(codes.MAIL_UNUSABLE, "a subject can't be given with the address", instead=address)
    message = f"`{text}` isn't an e-mail address"
    return Problem(codes.MAIL_UNUSABLE, message, "write it like `jobs@example.com`")


def parse_email(text: str, _language: str) -> str | Problem:
    """A bare e-mail address."""
    return parse_mail(text)


def _is_mail(text: str) -> bool:
    return text.lower().startswith("mailto:") or ("@" in text and "/" not in text and ":" not in text)


def parse_apply(text: str, language: str) -> str | Problem:
    """Where to apply: a web address, or a bare e-mail address."""
    return parse_mail(text) if _is_mail(text) else parse_url(text, language)


def parse_link(text: str, language: str) -> str | Problem:
    """A path of the site, a web address, or `mailto:` and an e-mail address."""
    if _is_mail(text):
        mail = parse_mail(text)
        return mail if isinstance(mail, Problem) else f"mailto:{mail}"
    return parse_redirect_target(text, language)


def parse_redirect_target(text: str, language: str) -> str | Problem:
    """A path of the site, perhaps with a query or fragment, or a web address."""
    if text.startswith("/") and not text.startswith("//"):
        return _site_path(text)
    if text.startswith("//"):
        return Problem(
            codes.ADDRESS_WITHOUT_SCHEME, f"`{text}` isn't a whole web address", instead=f"https:{text}"
        )
    if re.fullmatch(r"[\w-]+(?:/[\w-]+)*/?", text):
        return Problem(
            codes.PATH_UNUSABLE, f"`{text}` doesn't begin with `/`", instead=f"/{text.strip('/')}/"
        )
    return parse_url(text, language)


def _site_path(text: str) -> str | Problem:
    path = unquote(re.split(r"[?#]", text)[0])
    if _UNFIT.search(text) or _UNWRITABLE.search(path) or not {".", ".."}.isdisjoint(path.split("/")):
        message = f"`{text}` isn't a path of this site"
        return Problem(
            codes.PATH_UNUSABLE, message, "write it like `/jobs/`, without spaces, `..` and backslashes"
        )
    return text


def parse_url_path(text: str, _language: str) -> str | Problem:
    """A path of the site without query and fragment."""
    fault = _path_fault(text)
    if not fault:
        return _site_path(text)
    path = re.sub(r"^https?://[^/?#]*", "", text, flags=re.IGNORECASE)
    path = re.sub("/+", "/", "/" + re.split(r"[?#]", path.replace("\\", "/"))[0])
    is_fit = not (_path_fault(path) or isinstance(_site_path(path), Problem) or _SCHEME.match(path[1:]))
    hint = "" if is_fit else "write it like `/jobs/old-name/`"
    return Problem(codes.PATH_UNUSABLE, f"`{text}` {fault}", hint, instead=path if is_fit else "")


def _path_fault(text: str) -> str:
    """What makes the text more or less than a path; empty where nothing does."""
    if re.match(r"^https?://", text, re.IGNORECASE):
        return "is more than a path"
    if "?" in text or "#" in text:
        return "has more than a path"
    if "\\" in text:
        return "has backslashes"
    if not text.startswith("/"):
        return "doesn't begin with `/`"
    if max(len(step.encode()) for step in unquote(text).split("/")) > _LONGEST_STEP:
        return f"has more than {_LONGEST_STEP} characters between two slashes"
    if text.startswith("//"):
        return "begins with two slashes"
    return "has two slashes side by side" if "//" in unquote(text) else ""


def parse_contact(text: str, _language: str) -> Contact | Problem:
    """A name with an e-mail address in angle brackets, or the address alone."""
    named = _NAMED_MAIL.match(text)
    mail = parse_mail(named["mail"].strip() if named else text)
    if not isinstance(mail, Problem):
        return Contact(named["name"].strip(" \"'") if named else "", mail)
    found = re.search(r"[^\s@<>(),;]+@[^\s@<>(),;]+", text)
    name = text[: found.start()].strip(" ,;(<-–—") if found else ""
    if found and name and _MAIL.match(found[0]):
        message = f"`{text}` isn't in the form `Name <mail>`"
        return Problem(codes.CONTACT_UNREADABLE, message, instead=f"{name} <{found[0]}>")
    if found or named:
        return mail
    hint = "write it like `Ada Berg <ada@example.com>`; for a phone or page use `{name: …, phone: …, url: …}`"
    return Problem(codes.CONTACT_UNREADABLE, f"`{text}` has no e-mail address", hint)
