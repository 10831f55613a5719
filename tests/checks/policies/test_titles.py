"""Titles that job boards would rather have otherwise, and titles that only look so."""

from typing import Any

import pytest
from msgspec.structs import replace

from generator.diagnostics.diagnostic import Diagnostic
from generator.model.documents import Spans
from tests.builders import make_office, make_posting
from tests.checks.policies.judging import judged

PLACES = ("Berlin, Germany", "New York, NY, USA", "São Paulo, Brazil")


def _of_title(title: str, **fields: Any) -> list[Diagnostic]:
    posting = make_posting("x", title=title, **{"location": PLACES, **fields})
    return [problem for problem in judged(posting, name="Saltmarsh") if "title" in problem.code.name]


@pytest.mark.parametrize(
    "title",
    [
        "Data engineer",
        "SAP ABAP Developer",
        "SAP FICO Consultant",
        "iOS Engineer (m/w/d)",
        "Softwareentwickler*in (m/w/d)",
        "Pflegefachkraft (gn*)",
        "Entwickler (all genders)",
        "C++ Engineer",
        "C# / .NET Developer",
        "HR/Payroll",
        "HR / Payroll Level 3 / HR",
        "QA",
        "CTO",
        "IT",
        "ICU Nurse (RN)",
        "VP, R&D",
        "NASA JPL Liaison",
        "Staff Software Engineer, Backend",
        "2nd Line Support 24/7",
        "Summer Intern 2027",
        "Graduate Programme 2027",
        "FY2027 Planning Lead",
        "Yahoo! Specialist",
        "Presenter, Jeopardy! Quiz",
        "SAP FICO",
        "HVAC / SCADA",
        "CRNA (m/w/d)",
        "IPC-6012 Inspector",
        "IATF16949 Auditor",
        "UL60950 Test Engineer",
        "NEN3140 Electrician",
        "Remote operations engineer",
        "Remote and Rural Nurse",
        "Remote I/O Engineer",
        "1 Euro Shop Manager",
        "Euro 6 Engine Mechanic",
        "Euro 2028 Coordinator",
        "ISO27001 Auditor",
        "ISO 27001 Auditor",
        "Dynamics 365 Consultant",
        "M365 Administrator",
        "AS400 Programmer",
        "IT Specialist GS15",
        "Level 2 Technician",
        "Remote Sensing Scientist",
        "Remote Support Technician",
        "Head of Remote",
        "Network Engineer – Remote Access",
        "Berliner Weisse Brewer",
        "Indiana Jones Expert",
        "York Ham Buyer",
        "German-speaking Support Agent",
        "Brazilian Music Editor",
        "Saltmarshes Ecologist",
        "Yield Manager €-Markets",
        "10k Run Coach",
        "Manager, 4 Day Week",
        "Web3000 Developer",
        "Postdoc Position 2027",
        "PhD Student – Machine Learning",
        "Chef de cuisine",
        "Ljudtekniker för lyssningsrum och scen",
        "数据工程师",
    ],
)
def test_real_title_passes(title: str) -> None:
    assert _of_title(title) == []


@pytest.mark.parametrize(
    ("title", "name", "told"),
    [
        ("Data engineer, Berlin", "title-with-place", "Berlin"),
        ("Data engineer in BERLIN", "title-with-place", "Berlin"),
        ("Berlin-based data engineer", "title-with-place", "Berlin"),
        ("Data engineer – Sao Paulo", "title-with-place", "São Paulo"),
        ("New York Data Engineer", "title-with-place", "New York"),
        ("Country Manager Germany", "title-with-place", "Germany"),
        ("Country Manager (Deutschland)", "title-with-place", "Deutschland"),
        ("Sales Lead, USA", "title-with-place", "USA"),
        ("Data engineer (remote)", "title-with-place", "remote"),
        ("Remote – Data engineer", "title-with-place", "Remote"),
        ("Remote Cook", "title-with-place", "Remote"),
        ("100% Remote Cook", "title-with-place", "100% Remote"),
        ("Fully remote support agent", "title-with-place", "Fully remote"),
        ("Data engineer, 100% remote", "title-with-place", "100% remote"),
        ("Entwickler | Homeoffice", "title-with-place", "Homeoffice"),
        ("Data engineer, $120,000", "title-with-salary", "$120,000"),
        ("Data engineer 60k-80k", "title-with-salary", "60k-80k"),
        ("Fahrer, 65.000 €", "title-with-salary", "65.000 €"),
        ("Barista £12.50 per hour", "title-with-salary", "£12.50"),
        ("Barista 15/hour", "title-with-salary", "15/hour"),
        ("Minijob 538 Euro", "title-with-salary", "538 Euro"),
        ("538-Euro-Kraft", "title-with-salary", "538-Euro"),
        ("Pflegekraft EUR 3500", "title-with-salary", "EUR 3500"),
        ("Data engineer at Saltmarsh", "title-with-company", "Saltmarsh"),
        ("SALTMARSH: Data engineer", "title-with-company", "Saltmarsh"),
        ("Join us as a cook!", "shouting-title", "!"),
        ("** Cook **", "shouting-title", "**"),
        ("Cook 🚀", "shouting-title", "🚀"),
        ("★ Cook", "shouting-title", "★"),
        ("SENIOR BACKEND ENGINEER", "shouting-title", "SENIOR BACKEND ENGINEER"),
        ("SENIOR NURSE", "shouting-title", "SENIOR NURSE"),
        ("CHEF DE PARTIE", "shouting-title", "CHEF PARTIE"),
        ("UX/UI DESIGNER", "shouting-title", "DESIGNER"),
        ("CUISINIER", "shouting-title", "CUISINIER"),
        ("SAP ABAP ENTWICKLER", "shouting-title", "ABAP ENTWICKLER"),
        ("Yahoo! Specialist!", "shouting-title", "!"),
        ("Join us! Cook", "shouting-title", "!"),
        ("Join Now! Cook", "shouting-title", "!"),
        ("Wow!! Cook", "shouting-title", "!"),
        ("URGENT: Cook", "shouting-title", "URGENT"),
        ("HIRING cooks", "shouting-title", "HIRING"),
        ("Data engineer R-4821", "title-with-code", "R-4821"),
        ("Data engineer (JR102938)", "title-with-code", "JR102938"),
        ("Data engineer #4821", "title-with-code", "#4821"),
        ("Data engineer, Ref. 482", "title-with-code", "Ref. 482"),
        ("Koch Kennziffer 2231/7", "title-with-code", "Kennziffer 2231"),
        ("Data engineer 2026-11-20", "title-with-code", "2026-11-20"),
        ("Koch ab 1.12.2026", "title-with-code", "1.12.2026"),
        ("Apprentice, September 2027", "title-with-code", "September 2027"),
    ],
)
def test_title_with_more_than_the_job_is_told(title: str, name: str, told: str) -> None:
    (problem,) = _of_title(title)
    assert problem.code.name == name
    assert f"`{told}`" in problem.message


def test_own_number_of_the_posting_is_a_code_whatever_it_looks_like() -> None:
    assert _of_title("Cook X12") == []
    (problem,) = _of_title("Cook X12", requisition="X12")
    assert problem.code.name == "title-with-code"
    spans = Spans("content/postings/x.md", "\nid 3 1 5\n")
    posting = replace(make_posting("x", title="Cook X13", id="x13"), spans=spans)
    assert "title-with-code" in [problem.code.name for problem in judged(posting)]


def test_id_that_is_only_the_files_name_is_no_code() -> None:
    assert _of_title("Cook X13", id="x13") == []


def test_name_of_an_office_page_counts_as_a_place() -> None:
    office = make_office("quay", "The Quay", "Oslo, Norway")
    found = judged(make_posting("x", title="Cook, The Quay", location=("The Quay",)), office)
    assert "title-with-place" in [problem.code.name for problem in found]


def test_place_of_another_posting_is_no_place_of_this_one() -> None:
    assert _of_title("Data engineer, Paris") == []


def test_companys_other_names_count_too() -> None:
    posting = make_posting("x", title="Cook at Quay Foods", company="Quay Foods")
    assert "title-with-company" in [problem.code.name for problem in judged(posting)]
