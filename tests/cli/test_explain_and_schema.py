import json

import pytest
from jsonschema import Draft7Validator

from generator.cli.json_schemas import SCHEMA_NAMES
from generator.diagnostics.codes import ALL
from tests.cli.conftest import Run


def test_without_a_code_all_are_listed(run: Run) -> None:
    lines = run("explain").out.splitlines()
    assert [line.split()[0] for line in lines] == list(ALL)


@pytest.mark.parametrize("text", ["FM002", "fm002", "[FM002]", "unknown-field"])
def test_code_or_name_is_explained(run: Run, text: str) -> None:
    done = run("explain", text)
    assert done.code == 0
    assert done.out.startswith("FM002 unknown-field (error)\n\n")
    assert ALL["FM002"].explanation in done.out


def test_several_are_explained(run: Run) -> None:
    done = run("explain", "FM002", "FM003")
    assert "FM002 " in done.out
    assert "FM003 " in done.out


def test_near_name_is_suggested(run: Run) -> None:
    done = run("explain", "unknwon-field")
    assert done.code == 2
    assert "did you mean `unknown-field`?" in done.err


@pytest.mark.parametrize("kind", SCHEMA_NAMES)
def test_schema_is_json_schema(run: Run, kind: str) -> None:
    done = run("schema", kind)
    assert done.code == 0
    Draft7Validator.check_schema(json.loads(done.out))


def test_unknown_kind_is_wrong_usage(run: Run) -> None:
    assert run("schema", "postings").code == 2
