"""What rsync, ssh and daemons say where something is wrong, in words that lead on."""

import re

from msgspec import Struct

from generator.publish.deploy.rsync_address import Address


class Refusal(Struct, frozen=True):
    """What rsync's words mean; `may_pass` where another try can help.

    In the texts, `{0}` is what the pattern caught, `{there}` the host in backquotes, `{account}` that of ssh.
    """

    pattern: str
    message: str
    hint: str
    may_pass: bool = False


# Exit codes of rsync, and the last one of ssh, for connections that were cut or never came about.
_PASSING = {10, 12, 30, 35, 255}
_AGAIN = "what was there is whole; deploy again"

# The first that fits counts: causes come before what follows from them.
_REFUSALS = (
    Refusal(
        r"REMOTE HOST IDENTIFICATION HAS CHANGED",
        "{there} shows another key than it used to",
        "find out why; if that is right, forget the old one: ssh-keygen -R {host}",
    ),
    Refusal(
        r"Host key verification failed|No \S+ host key is known",
        "the key of {there} isn't known on this machine",
        "connect once by hand, ssh {account}, and compare the key; give CI that line of ~/.ssh/known_hosts",
    ),
    Refusal(
        r"Permission denied \([a-z,-]+\)",
        "{there} doesn't let us in with the keys at hand",
        "see what ssh says: ssh -o BatchMode=yes {account} true; in CI, load the key first",
    ),
    Refusal(
        r"rsync: (?:command )?not found|remote command not found",
        "there is no rsync on {there}",
        "install it there: apt-get install rsync",
    ),
    Refusal(
        r"rrsync error: (.+)",
        "rrsync on {there} refused: {0}",
        "see what ~/.ssh/authorized_keys there allows: the folder begins with / where rrsync ends",
    ),
    Refusal(
        r"is your shell clean",
        "the shell on {there} prints something before rsync can talk",
        "ssh {account} true must print nothing: look into .bashrc and the like there",
    ),
    Refusal(
        r"Could not resolve hostname|Name or service not known|nodename nor servname|name resolution",
        "no host is known by the name of {there}",
        "look for a slip in site.yaml, and whether this machine is online",
        may_pass=True,
    ),
    Refusal(
        r"Connection refused",
        "nobody answers on {there}",
        "is the server up, and the port right?",
        may_pass=True,
    ),
    Refusal(
        r"max connections|timed out|[Tt]imeout|No route to host|Network is unreachable",
        "{there} didn't answer in time",
        _AGAIN,
        may_pass=True,
    ),
    Refusal(
        r"Unknown module '(.+)'",
        "{there} has no module `{0}`",
        "look for a slip in site.yaml, or add it to rsyncd.conf there",
    ),
    Refusal(
        r"auth failed on module (\S+)",
        "{there} didn't take the name or password for the module `{0}`",
        "name the user in site.yaml, such as rsync://web@{host}/{0}, and set RSYNC_PASSWORD",
    ),
    Refusal(
        r"configured to refuse (\S+)",
        "{there} is set up to refuse `{0}`",
        "take it out of `refuse options` in rsyncd.conf there",
    ),
    Refusal(
        r"module is read only",
        "nothing can be written to that module of {there}",
        "set `read only = no` for it in rsyncd.conf there",
    ),
    Refusal(
        r"module is write only",
        "nothing can be read from that module of {there}, not even what a former deploy wrote down",
        "set `write only = no` for it in rsyncd.conf there",
    ),
    Refusal(
        r"chdir failed", "the module's folder isn't there on {there}", "make it, or correct rsyncd.conf there"
    ),
    Refusal(
        r"No space left on device|[Qq]uota exceeded", "the disk of {there} is full", f"make room; {_AGAIN}"
    ),
    Refusal(
        r"mkdir \"(.+)\" (?:\(in .+\) )?failed: No such file",
        "`{0}` can't be made on {there}: the folder that should hold it isn't there",
        "look for a slip in site.yaml, or make that folder",
    ),
    Refusal(
        r"could not make way for [a-z ]+: (.+)",
        "`{0}` is in the way on {there}: it isn't ours to overwrite",
        "move what is there, then deploy again",
    ),
    Refusal(
        r"\"([^\"]+)\"(?: \(in .+\))?(?: failed)?: (?:Not a directory|File exists|Too many levels)",
        "something that isn't ours is in the way of `{0}` on {there}",
        "move the file or link that is there, then deploy again",
    ),
    Refusal(
        r"(?:\"([^\"]+)\"|\(([^()]+)\)).* failed: (?:Permission denied|Operation not|Read-only)",
        "{there} doesn't let us touch `{0}`",
        "give the user that deploys the right to write there",
    ),
    Refusal(
        r"invalid file mode 00?\b",
        "the rsync on {there} can't delete single files: 3.4.3 has that fault",
        "update it there; all new files have been sent, and what is to go goes with the next deploy",
    ),
    Refusal(
        r"unknown option|unrecognized option",
        "the rsync on {there} is too old or another program",
        "install rsync 3.2 or newer there",
    ),
)


def refusal_of(said: str, code: int, address: Address) -> Refusal:
    """What is wrong by rsync's words and exit code, with everything filled in."""
    for refusal in _REFUSALS:
        if found := re.search(refusal.pattern, said):
            return _filled(refusal, address, next(filter(None, found.groups()), ""))
    if code < 0:
        return Refusal("", f"rsync was stopped by signal {-code}", _AGAIN)
    if code in _PASSING:
        return Refusal("", f"the connection to {address.there} broke", _AGAIN, may_pass=True)
    return Refusal("", f"rsync refused: {_first_line(said, code)}", _AGAIN)


def _filled(refusal: Refusal, address: Address, what: str) -> Refusal:
    def fill(text: str) -> str:
        named = text.replace("{account}", address.account).replace("{host}", address.host)
        return named.replace("{there}", address.there).replace("{0}", what)

    return Refusal(refusal.pattern, fill(refusal.message), fill(refusal.hint), refusal.may_pass)


def _first_line(said: str, code: int) -> str:
    lines = (line.strip() for line in said.splitlines())
    return next((line for line in lines if line), f"exit code {code}").removeprefix("rsync: ")
