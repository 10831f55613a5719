"""Names of countries, states and provinces that Babel's data doesn't hold, and codes it holds too many of."""

from collections.abc import Mapping

# Usual forms beside CLDR's one name a language, as `territories.name_key` leaves them.
SHORT_FORMS: Mapping[str, str] = {
    "us": "US", "usa": "US", "u s": "US", "u s a": "US", "united states of america": "US",
    "uk": "GB", "u k": "GB", "great britain": "GB", "britain": "GB", "england": "GB", "scotland": "GB",
    "wales": "GB", "northern ireland": "GB", "united kingdom of great britain and northern ireland": "GB",
    "eu": "EU", "e u": "EU", "republic of ireland": "IE", "eire": "IE",
    "uae": "AE", "emirates": "AE", "ksa": "SA", "rsa": "ZA",
    "korea": "KR", "republic of korea": "KR", "russian federation": "RU",
    "peoples republic of china": "CN", "prc": "CN", "mainland china": "CN",
    "hong kong": "HK", "hongkong": "HK", "hong kong sar": "HK", "macao": "MO", "macau": "MO",
    "macao sar": "MO",
    "taiwan roc": "TW", "viet nam": "VN", "myanmar": "MM", "burma": "MM", "east timor": "TL", "lao pdr": "LA",
    "czech republic": "CZ", "slovak republic": "SK", "holland": "NL", "turkey": "TR", "macedonia": "MK",
    "bosnia": "BA", "bosnia herzegovina": "BA", "bih": "BA", "republic of moldova": "MD",
    "ivory coast": "CI", "cabo verde": "CV", "swaziland": "SZ", "western samoa": "WS",
    "dr congo": "CD", "drc": "CD", "democratic republic of congo": "CD",
    "democratic republic of the congo": "CD", "congo kinshasa": "CD",
    "republic of congo": "CG", "republic of the congo": "CG", "congo brazzaville": "CG",
    "palestine": "PS", "vatican": "VA", "holy see": "VA", "saint vincent": "VC", "saint kitts": "KN",
    "sao tome": "ST", "republic of georgia": "GE", "sakartvelo": "GE",
    # Own names, which people write whatever the site's language is.
    "deutschland": "DE", "osterreich": "AT", "schweiz": "CH", "suisse": "CH", "svizzera": "CH",
    "belgie": "BE", "belgique": "BE", "nederland": "NL", "danmark": "DK", "norge": "NO", "sverige": "SE",
    "suomi": "FI", "polska": "PL", "cesko": "CZ", "magyarorszag": "HU", "eesti": "EE",
    "latvija": "LV", "lietuva": "LT", "hrvatska": "HR", "slovenija": "SI", "slovensko": "SK", "srbija": "RS",
    "espana": "ES", "italia": "IT", "brasil": "BR", "nippon": "JP", "hellas": "GR",
}  # fmt: skip

# Short forms above that name a part and stand for the whole.
COUNTRY_PARTS = frozenset({"england", "scotland", "wales", "northern ireland"})

# CLDR's codes for parts of countries, which ISO 3166-1 doesn't assign.
PARTS: Mapping[str, str] = {
    "AC": "SH", "TA": "SH", "CP": "FR", "CQ": "GG", "DG": "IO", "EA": "ES", "IC": "ES",
}  # fmt: skip
NO_COUNTRIES = frozenset({"EZ", "QO", "UN", "XA", "XB", "ZZ"})

# The member states since February 2020.
EU_MEMBERS = (
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
    "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
)  # fmt: skip

# What people call a country where CLDR's English name is long.
DISPLAY_NAMES: Mapping[str, str] = {
    "CD": "DR Congo", "CG": "Republic of the Congo", "HK": "Hong Kong", "MM": "Myanmar", "MO": "Macao",
    "PS": "Palestine",
}  # fmt: skip

# Names of two countries, or of a country and a state: what to write instead.
TWO_MEANINGS: Mapping[str, tuple[str, str]] = {
    "georgia": ("Georgia, USA", "Republic of Georgia"),
    "congo": ("DR Congo", "Republic of the Congo"),
}

US_STATES: Mapping[str, str] = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas",
    "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts",
    "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana",
    "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico",
    "NY": "New York", "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma",
    "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota",
    "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington",
    "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
}  # fmt: skip

CANADIAN_PROVINCES: Mapping[str, str] = {
    "AB": "Alberta", "BC": "British Columbia", "MB": "Manitoba", "NB": "New Brunswick",
    "NL": "Newfoundland and Labrador", "NS": "Nova Scotia", "NT": "Northwest Territories", "NU": "Nunavut",
    "ON": "Ontario", "PE": "Prince Edward Island", "QC": "Quebec", "SK": "Saskatchewan", "YT": "Yukon",
}  # fmt: skip

# Other ways to write them, without the full stops: the Associated Press's abbreviations, and French names.
OTHER_US_STATES: Mapping[str, str] = {
    "ala": "AL", "ariz": "AZ", "ark": "AR", "calif": "CA", "colo": "CO", "conn": "CT", "del": "DE",
    "fla": "FL", "ill": "IL", "ind": "IN", "kan": "KS", "mass": "MA", "md": "MD", "mich": "MI", "minn": "MN",
    "miss": "MS", "mont": "MT", "neb": "NE", "nev": "NV", "n h": "NH", "n j": "NJ", "n m": "NM", "n y": "NY",
    "n c": "NC", "n d": "ND", "okla": "OK", "ore": "OR", "penn": "PA", "r i": "RI", "s c": "SC", "s d": "SD",
    "tenn": "TN", "tex": "TX", "wash": "WA", "w va": "WV", "wis": "WI", "wyo": "WY", "d c": "DC",
    "washington dc": "DC", "washington state": "WA", "new york state": "NY",
}  # fmt: skip
OTHER_CANADIAN_PROVINCES: Mapping[str, str] = {
    "alta": "AB", "b c": "BC", "man": "MB", "newfoundland": "NL", "n l": "NL", "n s": "NS", "ont": "ON",
    "pei": "PE", "p e i": "PE", "p e": "PE", "que": "QC", "sask": "SK", "colombie britannique": "BC",
    "ile du prince edouard": "PE", "nouveau brunswick": "NB", "nouvelle ecosse": "NS",
}  # fmt: skip

# Cities where many jobs are and no time zone is named after.
CITIES: Mapping[str, str] = {
    "bangalore": "IN", "bengaluru": "IN", "hyderabad": "IN", "mumbai": "IN", "barcelona": "ES",
    "birmingham": "GB", "edinburgh": "GB", "manchester": "GB", "cape town": "ZA", "cologne": "DE",
    "frankfurt": "DE", "hamburg": "DE", "munich": "DE", "stuttgart": "DE", "geneva": "CH", "gothenburg": "SE",
    "krakow": "PL", "lyon": "FR", "milan": "IT", "montreal": "CA", "porto": "PT",
    "munchen": "DE", "koln": "DE", "nurnberg": "DE", "dusseldorf": "DE", "wien": "AT", "genf": "CH",
    "geneve": "CH", "milano": "IT", "roma": "IT", "warszawa": "PL", "praha": "CZ",
    "kobenhavn": "DK", "goteborg": "SE", "tel aviv": "IL", "austin": "US", "boston": "US",
    "san francisco": "US", "seattle": "US",
}  # fmt: skip
