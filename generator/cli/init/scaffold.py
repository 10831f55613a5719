"""A new site's files: a smaller choice from the sample, and what a repository needs besides."""

from collections.abc import Mapping
from datetime import date

from generator.cli.init.adapting import adapted
from generator.cli.init.editor_files import editor_files
from generator.cli.init.posting_template import posting_template
from generator.model.files import LOCK_FILE, SITE_FILE

_README = """# Our careers site

Each file in `content/postings/` is a job. `content/site.yaml` holds the site's name and settings; the
company in it is invented, so begin there.

    openings new posting     add a job; it asks for what it needs
    openings check           say what is wrong, line by line
    openings build           write the site to output/
    openings list            all jobs and where they stand
    openings close NAME      mark a job as filled
    openings lock            record the published addresses, so that none of them is lost

`python3 -m pip install -r requirements.txt` installs the release of Openings that this site is built with.
`posting-template.md` shows every field a posting can have; `openings schema site` prints those of
`content/site.yaml`.

## While you type

The files in `schemas/` say which fields there are. VS Code with the YAML extension (`redhat.vscode-yaml`;
it offers to install it) completes and checks `content/site.yaml` with them. The fields on top of a
Markdown file are no YAML file to it, so there it does neither. An editor whose YAML support reads front
matter can use the schema that the first line of `posting-template.md` names; in any other,
`openings check` tells what is wrong.
"""
_HOSTS = """
hosts: [{host}]   # which host's limits are checked, and whose files are written
"""
_IGNORED = "/output/\n/.openings/\n/.venv/\n"
# Two people's new lines in it are both to stay.
_ATTRIBUTES = f"{LOCK_FILE} merge=union\n"


def scaffold(sample: Mapping[str, bytes], today: date, host: str = "") -> dict[str, bytes]:
    """All files of a new site by path; `sample` holds the chosen files by theirs.

    `host` is what site.yaml calls the host, empty for any.
    """
    files = {path: adapted(path, data, sample, today) for path, data in sample.items()}
    if host:
        files[SITE_FILE] += _HOSTS.format(host=host).encode()
    files |= editor_files()
    files["posting-template.md"] = posting_template(today).encode()
    files["README.md"] = _README.encode()
    files[".gitignore"] = _IGNORED.encode()
    files[".gitattributes"] = _ATTRIBUTES.encode()
    return dict(sorted(files.items()))
