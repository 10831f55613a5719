"""Names and passwords in addresses: no message shows them, and no file of a site may hold a password."""

import re

# What stands before the host, where a slash ends it as it should; else a password with a slash in it, while a
# port is no password. Without a scheme it is one only as rsync has it, with a colon behind the host: there
# are addresses of mail, too.
_LOGIN = re.compile(
    r"(?<=://)[^/\s]+@|(?<=://)[^/\s:@`\[]*:(?!\d+/)[^\s`]*@"
    r"|(?<![^\s`'\"(])(?!mailto:)[^\s/:@`'\"(\[]+:[^\s/:@`]+@(?=[^\s/:@`]+:)"
)
_PASSWORD = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*://[^/\s:@\[]*:(?!\d+/).*|[^/:@\s\[]*:[^/:@\s]*)@")


def without_credentials(text: str) -> str:
    """The text, addresses in it without names and passwords."""
    return _LOGIN.sub("", text)


def masked(text: str) -> str:
    """The text, as long as it was, with dots in place of names and passwords."""
    return _LOGIN.sub(lambda found: "•" * (len(found[0]) - 1) + "@", text)


def has_password(address: str) -> bool:
    """Whether an address holds a password."""
    return bool(_PASSWORD.match(address))
