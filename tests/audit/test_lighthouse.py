from typing import Any

from tests.audit.lighthouse import score_rows


def _result(score: float, audit_score: float | None = 1, mode: str = "binary") -> dict[str, Any]:
    """A result with one audit that weighs and one that doesn't."""
    item = {"node": {"selector": "a.button"}}
    return {
        "categories": {
            "seo": {"score": score, "auditRefs": [{"id": "robots", "weight": 1}, {"id": "hint", "weight": 0}]}
        },
        "audits": {
            "robots": {
                "id": "robots",
                "score": audit_score,
                "scoreDisplayMode": mode,
                "displayValue": "1 link",
                "details": {"items": [item]},
            },
            "hint": {"id": "hint", "score": 0, "scoreDisplayMode": "binary"},
        },
    }


def test_median_decides_and_every_score_is_told() -> None:
    results = [_result(score) for score in (0.9, 1, 0.99, 1, 0.98)]
    (row,) = score_rows("home", results, {"seo": 99})
    assert (row.goal, row.measured, row.is_passed) == ("≥ 99", "99 (90 98 99 100 100)", True)


def test_miss_names_the_audits_that_weigh() -> None:
    (row,) = score_rows("home", [_result(0.92, 0)], {"seo": 100})
    assert not row.is_passed
    assert row.details == ("robots: 0 (1 link): a.button",)


def test_category_without_a_score_is_a_miss() -> None:
    result = _result(0, None, "error")
    result["categories"]["seo"]["score"] = None
    (row,) = score_rows("home", [result], {"seo": 100})
    assert (row.measured, row.is_passed) == ("0 (0)", False)


def test_audit_that_does_not_apply_is_no_fault() -> None:
    (row,) = score_rows("home", [_result(1, None, "notApplicable")], {"seo": 100})
    assert row.details == ()


def test_run_that_failed_counts_as_nothing_and_says_why() -> None:
    (row,) = score_rows("home", [_result(1), {"failed": "no first paint"}, _result(1)], {"seo": 100})
    assert (row.measured, row.is_passed) == ("100 (0 100 100)", True)
    assert row.details == ("a run failed: no first paint",)


def test_error_in_the_console_is_told_by_its_file() -> None:
    result = _result(0.96, 0)
    item = {
        "description": "Failed to load resource",
        "sourceLocation": {"url": "http://localhost/favicon.ico"},
    }
    result["audits"]["robots"]["details"]["items"] = [item]
    (row,) = score_rows("home", [result], {"seo": 100})
    assert row.details == ("robots: 0 (1 link): http://localhost/favicon.ico",)
