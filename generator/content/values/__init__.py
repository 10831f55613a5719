"""One parser for each plain kind: text becomes a value, or a problem that says what to write."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from generator.content.values.addresses import (
    parse_apply,
    parse_contact,
    parse_email,
    parse_link,
    parse_redirect_target,
    parse_site_url,
    parse_url,
    parse_url_path,
)
from generator.content.values.currencies import parse_currency
from generator.content.values.dates import parse_date
from generator.content.values.durations import (
    parse_days,
    parse_hours,
    parse_months,
    parse_term,
    parse_whole_number,
)
from generator.content.values.names import (
    parse_asset,
    parse_colour,
    parse_identifier,
    parse_language,
    parse_navigation,
    parse_stem,
    parse_text,
    parse_time_zone,
    parse_yes_no,
)
from generator.content.values.places import parse_area, parse_category, parse_coordinates, parse_place
from generator.content.values.salary import parse_amount, parse_salary
from generator.content.values.web import (
    parse_data_attribute,
    parse_origin,
    parse_parameter,
    parse_synonyms,
    parse_wording,
)

# Text and the file's language in; the value out, or a `Problem`.
Parser = Callable[[str, str], Any]

# Hundreds of postings name the same place, day or person; what they say is read once.
_remembered: Callable[[Parser], Parser] = lru_cache(maxsize=1000)

PARSERS: Mapping[str, Parser] = {
    "amount": parse_amount,
    "apply": parse_apply,
    "area": _remembered(parse_area),
    "asset": parse_asset,
    "category": _remembered(parse_category),
    "colour": parse_colour,
    "contact": _remembered(parse_contact),
    "coordinates": parse_coordinates,
    "currency": parse_currency,
    "data-attribute": parse_data_attribute,
    "date": _remembered(parse_date),
    "days": parse_days,
    "email": parse_email,
    "hours": parse_hours,
    "identifier": parse_identifier,
    "language": parse_language,
    "link": parse_link,
    "months": _remembered(parse_months),
    "navigation": parse_navigation,
    "origin": parse_origin,
    "parameter": parse_parameter,
    "place": _remembered(parse_place),
    "redirect-target": parse_redirect_target,
    "salary": _remembered(parse_salary),
    "site-url": parse_site_url,
    "stem": parse_stem,
    "synonyms": parse_synonyms,
    "term": parse_term,
    "text": parse_text,
    "time-zone": parse_time_zone,
    "url": parse_url,
    "url-path": parse_url_path,
    "whole-number": parse_whole_number,
    "wording": parse_wording,
    "yes-no": parse_yes_no,
}
