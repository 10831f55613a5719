"""How rsync names a folder: on a server by ssh, in a module of a daemon, or on this machine."""

import re
from collections.abc import Mapping
from enum import Enum
from pathlib import Path

from msgspec import Struct

from generator.diagnostics.credentials import has_password
from generator.diagnostics.diagnostic import OpeningsError
from generator.publish.deploy.own_folders import folder_named, refuse_own_folders

# rsync reads a colon as the end of a host's name only before the first slash.
_URL = re.compile(r"(?i:rsync)://(?P<login>[^/@]*@)?(?P<host>\[[^]]+\]|[^/:@]+)(?P<port>:\d+)?/(?P<path>.+)")
_DAEMON = re.compile(r"(?P<login>[^/:@]*@)?(?P<host>\[[^]]+\]|[^/:@]+)::(?P<path>.+)")
_SSH = re.compile(r"(?P<login>[^/:@]*@)?(?P<host>\[[^]]+\]|[^/:@]+):(?P<path>(?!:|//).+)")
_EXAMPLES = "such as `www@example.com:/var/www/careers` or `rsync://example.com/careers`"


class Way(Enum):
    """How rsync gets to a folder."""

    SSH = "ssh"
    DAEMON = "daemon"
    LOCAL = "local"


class Address(Struct, frozen=True):
    """A folder as rsync names it, with a slash at its end; `account` is the host with its user."""

    way: Way
    folder: str
    host: str = ""
    account: str = ""

    @property
    def there(self) -> str:
        """The host, for messages."""
        return f"`{self.host}`" if self.host else "this machine"


def read_address(said: str, site: Path, output: Path, environment: Mapping[str, str]) -> Address:
    """The folder that site.yaml names; OpeningsError where rsync or ssh could take it for something else."""
    _refuse_password(said)
    if said.startswith("-") or not said.isprintable():
        raise OpeningsError(f"`{said}` isn't a folder that rsync knows", f"name one, {_EXAMPLES}")
    for way, pattern in ((Way.DAEMON, _URL), (Way.DAEMON, _DAEMON), (Way.SSH, _SSH)):
        if found := pattern.fullmatch(said):
            return _on_host(way, said, found)
    if "://" in said or ":" in said.partition("/")[0]:
        raise OpeningsError(f"`{said}` isn't complete: rsync needs a host and a folder", f"{_EXAMPLES}")
    root = folder_named(said, site, environment)
    refuse_own_folders(root, site, output)
    return Address(Way.LOCAL, f"{root}/")


def _refuse_password(said: str) -> None:
    """A password in site.yaml is read by everybody who can read the repository, and by `ps`."""
    if has_password(said):
        raise OpeningsError(
            "the address for rsync in site.yaml holds a password",
            "take it out, change it, and give the new one in the environment: RSYNC_PASSWORD",
        )


def _on_host(way: Way, said: str, found: re.Match[str]) -> Address:
    host, login = found["host"], found["login"] or ""
    if host.startswith("-") or login.startswith("-"):
        raise OpeningsError(f"`{login}{host}` isn't a host: it would be read as an option", f"{_EXAMPLES}")
    return Address(way, f"{said.rstrip('/')}/", host, f"{login}{host}")
