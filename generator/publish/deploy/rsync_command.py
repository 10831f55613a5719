"""The rsync command: tried again where that can help, and told in words where it can't."""

import os
import re
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from shutil import which
from tempfile import TemporaryFile

from msgspec import Struct

from generator.diagnostics.diagnostic import OpeningsError
from generator.publish.deploy.rsync_address import Address, Way
from generator.publish.deploy.rsync_refusals import Refusal, refusal_of

# Seconds of silence on a connection; for a daemon, until there is one.
_SILENCE = 120
_PATIENCE = 20
_SSH_OPTIONS = f" -o BatchMode=yes -o ConnectTimeout={_PATIENCE}"
_INSTALL = "install rsync 3.2 or newer: apt-get install rsync, or brew install rsync"
_VERSION = re.compile(r"rsync +version v?(\d+)\.(\d+)")
# Settings of a user that would change what we ask for.
_NOT_OURS = ("RSYNC_OLD_ARGS", "RSYNC_PARTIAL_DIR", "RSYNC_PROTECT_ARGS")

# Called with each line that rsync prints.
Heard = Callable[[str], None]


class Ended(Struct, frozen=True):
    """How rsync ended: its exit code, and what it complained of."""

    code: int
    said: str


class RsyncCommand(Struct, frozen=True):
    """rsync with one folder at the other end; `pauses` are the seconds before each further try."""

    address: Address
    environment: Mapping[str, str]
    pauses: Sequence[float]

    def refuse_unfit(self) -> None:
        """OpeningsError where rsync is missing, too old, or the other program of that name."""
        try:
            done = subprocess.run(
                (self._program(), "--version"), capture_output=True, env=self._environment(), check=False
            )
        except FileNotFoundError:
            raise OpeningsError("rsync isn't installed", _INSTALL) from None
        version = _VERSION.search(done.stdout.decode("utf-8", "replace"))
        if not version or (int(version[1]), int(version[2])) < (3, 2):
            raise OpeningsError("the rsync of this machine is too old or another program", _INSTALL)

    def run(
        self,
        *arguments: str,
        paths: Sequence[str] = (),
        heard: Heard = lambda line: None,
        expected: Callable[[Ended], bool] = lambda ended: False,
    ) -> None:
        """OpeningsError unless it ended well or as expected; `paths` are for `--files-from=-`."""
        for pause in (*self.pauses, None):
            ended = self._try(arguments, paths, heard)
            if not ended.code or expected(ended):
                return
            refusal = refusal_of(ended.said, ended.code, self.address)
            if pause is None or not refusal.may_pass:
                break
            time.sleep(pause)
        raise self._error(refusal)

    def _try(self, arguments: Sequence[str], paths: Sequence[str], heard: Heard) -> Ended:
        # Files and no pipes, so that neither side can wait for the other to read on.
        with TemporaryFile() as names, TemporaryFile() as complaints:
            # With the dot, no name can look like one of rsync's comments.
            names.write(b"".join(b"./" + os.fsencode(path) + b"\0" for path in paths))
            names.seek(0)
            command = (self._program(), *self._options(), *arguments)
            with subprocess.Popen(
                command, stdin=names, stdout=subprocess.PIPE, stderr=complaints, env=self._environment()
            ) as process:
                _listen(process, heard)
            complaints.seek(0)
            return Ended(process.returncode, complaints.read().decode("utf-8", "replace"))

    def _options(self) -> tuple[str, ...]:
        general = ("-8", f"--timeout={_SILENCE}")
        match self.address.way:
            case Way.SSH:
                return (*general, "--compress", f"--rsh={self._shell()}")
            case Way.DAEMON:
                # Without that option each side waits for the other's receipts, 40 ms a time.
                return (*general, "--compress", f"--contimeout={_PATIENCE}", "--sockopts=TCP_NODELAY")
        return general

    def _shell(self) -> str:
        """The command that user and rsync agree on, else ssh; it must not wait for somebody to type."""
        shell = self.environment.get("RSYNC_RSH", "").strip() or "ssh"
        return f"{shell}{_SSH_OPTIONS}" if Path(shell.split()[0]).name == "ssh" else shell

    def _program(self) -> str:
        return which("rsync", path=self.environment.get("PATH")) or "rsync"

    def _environment(self) -> dict[str, str]:
        """The environment for rsync, which asks for no password where there is none, even an empty one."""
        own = {name: value for name, value in self.environment.items() if name not in _NOT_OURS}
        return {"RSYNC_PASSWORD": "", **own, "LC_ALL": "C"}

    def _error(self, refusal: Refusal) -> OpeningsError:
        secret = self.environment.get("RSYNC_PASSWORD") or "\0"
        return OpeningsError(refusal.message.replace(secret, "…"), refusal.hint.replace(secret, "…"))


def _listen(process: "subprocess.Popen[bytes]", heard: Heard) -> None:
    """Passes on every line; where that is broken off, rsync tidies up and ends too."""
    assert process.stdout
    try:
        for line in process.stdout:
            heard(os.fsdecode(line.rstrip(b"\n")))
    except BaseException:
        process.terminate()
        raise
