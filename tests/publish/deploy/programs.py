"""The real programs of a server, on free ports of this machine alone."""

import os
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

_GENEROUS = 60.0
_LOOPBACK = "127.0.0.1"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((_LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(command: tuple[str, ...], port: int, said: Path) -> Iterator[None]:
    """The program while it listens on its port; it ends with the block."""
    with said.open("wb") as file, subprocess.Popen(command, stdout=file, stderr=file) as process:
        try:
            _wait(process, port, said)
            yield
        finally:
            process.terminate()


def _wait(process: "subprocess.Popen[bytes]", port: int, said: Path) -> None:
    end = monotonic() + _GENEROUS
    while monotonic() < end:
        assert process.poll() is None, said.read_text("utf-8")
        try:
            socket.create_connection((_LOOPBACK, port), timeout=1).close()
            return
        except OSError:
            sleep(0.02)
    raise AssertionError(f"nobody listens on {port}: {said.read_text('utf-8')}")


@contextmanager
def rsync_daemon(program: str, folder: Path, modules: Mapping[str, str]) -> Iterator[str]:
    """The address of a daemon whose modules have these settings, one to a line."""
    config = folder / "rsyncd.conf"
    # As root, a daemon would give its work to `nobody`.
    general = "use chroot = no\nreverse lookup = no\nsocket options = TCP_NODELAY\n"
    general += f"uid = {os.getuid()}\ngid = {os.getgid()}\n"
    parts = [f"[{name}]\n{settings}\n" for name, settings in modules.items()]
    config.write_text(general + "".join(parts), "utf-8")
    port = free_port()
    where = (f"--config={config}", f"--port={port}", f"--address={_LOOPBACK}", f"--log-file={folder}/log")
    with running((program, "--daemon", "--no-detach", *where), port, folder / "said"):
        yield f"rsync://{_LOOPBACK}:{port}"
