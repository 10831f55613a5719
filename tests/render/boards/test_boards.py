"""Both feeds as a program reads them: by XML and nothing else."""

from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from generator.pages.board_views import IndeedJob, IndeedView, LinkedInJob, LinkedInPay, LinkedInView
from generator.pages.views import BodyView
from generator.render.boards.indeed import indeed
from generator.render.boards.linkedin import linkedin

BODIES = {"a.md": ("<h2>Work</h2>\n<p>Tea &amp; talk ]]&gt; here</p>",)}
MOMENT = "2026-03-09T00:00:00+01:00"
INDEED = IndeedJob(
    title="Staff engineer",
    url="https://careers.example.com/jobs/staff-engineer/?source=Indeed",
    reference="r-1:DE/berlin",
    requisition="r-1",
    company="Example Labs",
    city="Berlin",
    state="",
    country="DE",
    postal_code="10115",
    street="1 Main St",
    salary="€50 - €60 per hour",
    employment=("fulltime", "parttime"),
    categories=("Software", "Design"),
    education=("Bachelor degree",),
    experience="3+ years",
    remote="Hybrid remote",
    posted="2026-03-02",
    closes="2026-04-15",
    body=BodyView("a.md"),
    snippets=(),
)
LINKEDIN = LinkedInJob(
    id="r-1",
    title="Staff engineer",
    company="Example Labs",
    apply_url="https://apply.example.com/1",
    location="Berlin, Germany",
    city="Berlin",
    state="",
    country="DE",
    postal_code="10115",
    workplace="Hybrid",
    level="MID_SENIOR_LEVEL",
    employment="FULL_TIME",
    skills=("Go", "R&D"),
    pay=LinkedInPay("50", "60.50", "EUR", "HOURLY"),
    posted="2026-03-02",
    closes="2026-04-15",
    body=BodyView("a.md"),
    snippets=(),
)


def _indeed(*jobs: IndeedJob, **fields: Any) -> bytes:
    defaults: dict[str, Any] = {"publisher": "", "publisher_url": "", "updated": MOMENT}
    view = IndeedView(employer="Example Ltd", email="jobs@example.com", jobs=jobs, **{**defaults, **fields})
    return indeed(view, BODIES.__getitem__)


def _linkedin(*jobs: LinkedInJob) -> bytes:
    view = LinkedInView("Example Ltd", "https://example.com", MOMENT, 1234567, "jobs@example.com", jobs)
    return linkedin(view, BODIES.__getitem__)


def _texts(node: Element | None) -> dict[str, str]:
    assert node is not None
    return {child.tag: (child.text or "") for child in node}


def test_indeed_reads_every_fact_of_a_job() -> None:
    root = ElementTree.fromstring(_indeed(INDEED))
    assert root.tag == "source"
    assert _texts(root.find("job")) == {
        "title": "Staff engineer",
        "date": "2026-03-02",
        "referencenumber": "r-1:DE/berlin",
        "requisitionid": "r-1",
        "url": "https://careers.example.com/jobs/staff-engineer/?source=Indeed",
        "company": "Example Labs",
        "sourcename": "Example Ltd",
        "city": "Berlin",
        "state": "",
        "country": "DE",
        "postalcode": "10115",
        "streetaddress": "1 Main St",
        "email": "jobs@example.com",
        "description": "<h2>Work</h2>\n<p>Tea & talk ]]> here</p>",
        "salary": "€50 - €60 per hour",
        "education": "Bachelor degree",
        "jobtype": "fulltime, parttime",
        "category": "Software, Design",
        "experience": "3+ years",
        "expirationdate": "2026-04-15",
        "remotetype": "Hybrid remote",
    }


def test_indeed_reads_who_sends_the_feed() -> None:
    texts = _texts(ElementTree.fromstring(_indeed(publisher="Systems", publisher_url="https://s.example")))
    assert texts == {
        "publisher": "Systems",
        "publisherurl": "https://s.example",
        "lastBuildDate": MOMENT,
    }
    assert _texts(ElementTree.fromstring(_indeed(updated=""))) == {}


def test_every_value_for_indeed_stands_in_cdata() -> None:
    job = ElementTree.fromstring(_indeed(INDEED)).find("job")
    assert job is not None
    written = _indeed(INDEED).decode()
    assert written.count("<![CDATA[") == len(job) + 1 + 1  # lastBuildDate, and the words hold `]]>`
    assert "&" not in written.replace("Tea & talk", "")


def test_linkedin_reads_every_fact_of_a_job() -> None:
    root = ElementTree.fromstring(_linkedin(LINKEDIN))
    job = root.find("job")
    texts = _texts(job)
    assert job is not None
    assert [skill.text for skill in job.iter("skill")] == ["Go", "R&D"]
    assert {name: text for name, text in texts.items() if name not in ("skills", "salaries")} == {
        "partnerJobId": "r-1",
        "company": "Example Labs",
        "companyId": "1234567",
        "title": "Staff engineer",
        "description": "<p><strong>Work</strong></p>\n<p>Tea &amp; talk ]]&gt; here</p>",
        "applyUrl": "https://apply.example.com/1",
        "posterEmail": "jobs@example.com",
        "location": "Berlin, Germany",
        "city": "Berlin",
        "country": "DE",
        "postalCode": "10115",
        "workplaceTypes": "Hybrid",
        "experienceLevel": "MID_SENIOR_LEVEL",
        "jobtype": "FULL_TIME",
        "listDate": "03/02/2026",
        "expirationDate": "04/15/2026",
    }


def test_linkedin_reads_the_pay() -> None:
    salary = ElementTree.fromstring(_linkedin(LINKEDIN)).find("job/salaries/salary")
    assert salary is not None
    assert [salary.findtext(path) for path in ("lowEnd/amount", "highEnd/amount")] == ["50", "60.50"]
    assert [node.text for node in salary.iter("currencyCode")] == ["EUR", "EUR"]
    assert (salary.findtext("period"), salary.findtext("type")) == ("HOURLY", "BASE_SALARY")


def test_linkedin_reads_whose_feed_it_is_and_how_many_jobs_to_expect() -> None:
    texts = _texts(ElementTree.fromstring(_linkedin(LINKEDIN, LINKEDIN)))
    assert texts["expectedJobCount"] == "2"
    assert (texts["publisher"], texts["publisherURL"]) == ("Example Ltd", "https://example.com")
    assert texts["lastBuildDate"] == MOMENT
