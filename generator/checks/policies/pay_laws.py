"""Laws on pay in job postings, as data: where, from how many people on, since when, and who says so.

A lint's table and no legal advice. Each row was last compared with what it names on the day it says.
"""

from datetime import date

from msgspec import Struct

_SPECS, _TODAY = "2026-11-23", "2026-11-28"
_TRACKER = "https://www.teamed.global/eu-pay-transparency/transposition-tracker"


class PayLaw(Struct, frozen=True):
    """One place's rule on pay, which holds for employers of `employees` people or more.

    `region` is a state or province by its full name; without one the whole country is meant. `since` is a
    day, or only a year where nothing nearer was read. `in_posting` says whether the posting itself has to
    show a range, and not somebody before an interview; `is_sure` whether day and wording are beyond doubt.
    """

    name: str
    countries: tuple[str, ...]
    since: str
    source: str
    region: str = ""
    city: str = ""
    employees: int = 1
    asks_benefits: bool = False
    in_posting: bool = True
    checked: str = _SPECS
    is_sure: bool = True

    @property
    def begins(self) -> date:
        """The first day on which it holds."""
        return date.fromisoformat(f"{self.since}-01-01"[:10])

    @property
    def beginning(self) -> str:
        """The day or year as it may be told: `about July 2026` where the day is open to doubt."""
        if self.is_sure:
            return self.since
        return f"about {self.since if len(self.since) == len('2026') else f'{self.begins:%B %Y}'}"


def _state(
    name: str,
    since: str,
    source: str,
    employees: int = 1,
    benefits: bool = False,
    checked: str = _SPECS,
    is_sure: bool = True,
) -> PayLaw:
    return PayLaw(
        name,
        ("US",),
        since,
        source,
        region=name,
        employees=employees,
        asks_benefits=benefits,
        checked=checked,
        is_sure=is_sure,
    )


def _city(
    name: str, state: str, since: str, source: str, employees: int, benefits: bool = False, city: str = ""
) -> PayLaw:
    return PayLaw(
        name,
        ("US",),
        since,
        source,
        region=state,
        city=city or name,
        employees=employees,
        asks_benefits=benefits,
        checked=_TODAY,
    )


def _province(name: str, since: str, source: str, employees: int = 1, checked: str = _SPECS) -> PayLaw:
    return PayLaw(name, ("CA",), since, source, region=name, employees=employees, checked=checked)


def _member(
    name: str,
    code: str,
    since: str,
    source: str,
    in_posting: bool,
    checked: str = _TODAY,
    is_sure: bool = True,
) -> PayLaw:
    return PayLaw(name, (code,), since, source, in_posting=in_posting, checked=checked, is_sure=is_sure)


_OTHER_MEMBERS = (
    *("BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR"),
    *("HU", "IE", "LU", "NL", "PT", "RO", "SI", "ES", "SE", "EU"),
)

PAY_LAWS = (
    _state(
        "California",
        "2023-01-01",
        "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=LAB&sectionNum=432.3",
        15,
        checked=_TODAY,
    ),
    _state(
        "Colorado", "2021-01-01", "https://leg.colorado.gov/bills/sb23-105", 1, benefits=True, checked=_TODAY
    ),
    _state("Delaware", "2027-09-26", "https://delcode.delaware.gov/title19/", 26, benefits=True),
    _state(
        "District of Columbia",
        "2024-06-30",
        "https://code.dccouncil.gov/us/dc/council/code/titles/32/chapters/14A",
        checked=_TODAY,
    ),
    _state(
        "Hawaii",
        "2024-01-01",
        "https://www.capitol.hawaii.gov/session/measure_indiv.aspx?billtype=SB&billnumber=1057&year=2023",
        50,
    ),
    _state("Illinois", "2025-01-01", "https://labor.illinois.gov/pay", 15, benefits=True, checked=_TODAY),
    _state(
        "Maine",
        "2026-07-13",
        "https://complianceposter.com/2026/05/11/maine-2026-legislative-session-end/",
        10,
        checked=_TODAY,
        is_sure=False,
    ),
    _state(
        "Maryland",
        "2024-10-01",
        "https://mgaleg.maryland.gov/mgawebsite/Legislation/Details/hb0649?ys=2024RS",
        benefits=True,
        checked=_TODAY,
    ),
    _state(
        "Massachusetts",
        "2025-10-29",
        "https://malegislature.gov/Laws/SessionLaws/Acts/2024/Chapter141",
        25,
        checked=_TODAY,
    ),
    _state(
        "Minnesota",
        "2025-01-01",
        "https://www.revisor.mn.gov/statutes/cite/181.173",
        30,
        benefits=True,
        checked=_TODAY,
    ),
    _state(
        "New Jersey",
        "2025-06-01",
        "https://pub.njleg.state.nj.us/Bills/2024/PL24/91_.HTM",
        10,
        benefits=True,
        checked=_TODAY,
    ),
    _state(
        "New York", "2023-09-17", "https://www.nysenate.gov/legislation/laws/LAB/194-B", 4, checked=_TODAY
    ),
    _state(
        "Vermont", "2025-07-01", "https://legislature.vermont.gov/bill/status/2024/H.704", 5, checked=_TODAY
    ),
    _state("Virginia", "2026-07-01", "https://law.lis.virginia.gov/vacode/40.1-28.7:12/"),
    _state(
        "Washington",
        "2023-01-01",
        "https://app.leg.wa.gov/rcw/default.aspx?cite=49.58.110",
        15,
        benefits=True,
    ),
    _city(
        "Cleveland",
        "Ohio",
        "2025-10-27",
        "https://www.jdsupra.com/legalnews/what-employers-need-to-know-about-5883433",
        15,
    ),
    _city(
        "Columbus",
        "Ohio",
        "2027-01-01",
        "https://baileycav.com/insight/columbus-passes-pay-transparency-ordinance",
        15,
    ),
    _city(
        "Jersey City", "New Jersey", "2022", "https://library.municode.com/nj/jersey_city", 5, benefits=True
    ),
    _city(
        "New York City",
        "New York",
        "2022-11-01",
        "https://www.nyc.gov/site/cchr/media/pay-transparency.page",
        4,
        city="New York",
    ),
    _province(
        "British Columbia",
        "2023-11-01",
        "https://www.bclaws.gov.bc.ca/civix/document/id/complete/statreg/23018",
        checked=_TODAY,
    ),
    _province("Ontario", "2026-01-01", "https://www.ontario.ca/laws/regulation/240476", 25, checked=_TODAY),
    _province(
        "Prince Edward Island",
        "2022-06-01",
        "https://www.princeedwardisland.ca/en/legislation/employment-standards-act",
    ),
    _member(
        "Austria",
        "AT",
        "2011",
        "https://www.ris.bka.gv.at/GeltendeFassung.wxe?Abfrage=Bundesnormen&Gesetzesnummer=20003395",
        in_posting=True,
    ),
    _member("Italy", "IT", "2026", _TRACKER, in_posting=True, is_sure=False),
    _member(
        "Latvia", "LV", "2018", "https://likumi.lv/ta/id/26019-darba-likums", in_posting=True, checked=_SPECS
    ),
    _member("Lithuania", "LT", "2019", _TRACKER, in_posting=True),
    _member("Malta", "MT", "2025-08-27", _TRACKER, in_posting=False),
    _member("Poland", "PL", "2025-12-24", _TRACKER, in_posting=False),
    _member("Slovakia", "SK", "2026", _TRACKER, in_posting=False, is_sure=False),
    PayLaw(
        "the European Union",
        _OTHER_MEMBERS,
        "2026-06-07",
        "https://eur-lex.europa.eu/eli/dir/2023/970/oj",
        in_posting=False,
        is_sure=False,
    ),
)
