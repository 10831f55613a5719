"""Small programs in place of those that would reach out: they write down how they were called."""

from pathlib import Path

_NOTE = '#!/bin/sh\nprintf \'%s\\n\' "$(basename "$0") $*" >> "$CALLS/calls"\n'

# What GitHub knows lies in files of $CALLS; what it is told is put there.
_GH = f"""{_NOTE}case "$1 $2" in
  'run download') [ -d "$CALLS/artifact" ] && cp -RP "$CALLS/artifact" report ;;
  'pr list') cat "$CALLS/open" ;;
  'pr create') [ ! -e "$CALLS/refused" ] ;;
  'api --silent') cp comment.md "$CALLS/posted" ;;
  'api --paginate') jq -r "$5" "$CALLS/$(basename "$3" | cut -d '?' -f 1)" ;;
  'api repos/'*) cat "$CALLS/sha" ;;
esac
"""
# The command at hand; the workflow's own machine would have installed it.
_OPENINGS = """#!/bin/sh
exec "$OPENINGS" "$@"
"""


def write_stand_ins(folder: Path) -> None:
    """The programs, in a folder that is to be the first of PATH."""
    folder.mkdir()
    for name, text in (("gh", _GH), ("pip", _NOTE), ("openings", _OPENINGS)):
        (folder / name).write_text(text, "utf-8")
        (folder / name).chmod(0o755)
