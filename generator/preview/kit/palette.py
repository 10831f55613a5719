"""The custom properties of stylesheets that are colours."""

import re
from collections.abc import Iterable

_GAP = r"(?:\s|/\*(?:[^*]|\*(?!/))*\*/)*"
_DECLARED = re.compile(
    rf"""/\*.*?(?:\*/|\Z)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?"""
    rf"""|(?<![\w-])(?P<name>--[A-Za-z0-9_-]+){_GAP}:(?P<value>[^;{{}}]*)""",
    re.DOTALL,
)
_COLOUR = re.compile(
    r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})"
    r"|(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|contrast-color)\(.*\)",
    re.IGNORECASE | re.DOTALL,
)
_FROM = re.compile(r"var\(\s*(--[A-Za-z0-9_-]+)\s*(?:,(.*))?\)", re.DOTALL)
# CSS Color 4, section 6.1, with `transparent` and `currentcolor`.
_NAMES = """
transparent currentcolor aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue
blueviolet brown burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan
darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange
darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise
darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia
gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory
khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow
lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray
lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue
mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred
midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid
palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple
rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue
slateblue slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat
white whitesmoke yellow yellowgreen
"""


def colours_of(sheets: Iterable[str]) -> tuple[str, ...]:
    """The names of all custom properties that hold a colour somewhere, in the order in which they appear."""
    values: dict[str, list[str]] = {}
    for sheet in sheets:
        for found in _DECLARED.finditer(sheet):
            if found["name"]:
                values.setdefault(found["name"], []).append(_plain(found["value"]))
    known: set[str] = set()
    while more := {name for name, held in values.items() if any(_is_colour(v, known) for v in held)} - known:
        known |= more
    return tuple(name for name in values if name in known)


def _is_colour(value: str, known: set[str]) -> bool:
    """Whether a value is a colour, or comes from a property that is known to be one."""
    if _COLOUR.fullmatch(value) or value.lower() in _NAMES.split():
        return True
    found = _FROM.fullmatch(value)
    return found is not None and (found[1] in known or _is_colour((found[2] or "").strip(), known))


def _plain(value: str) -> str:
    without = re.sub(r"/\*.*?\*/", " ", value, flags=re.DOTALL)
    return re.sub(r"\s*!important\s*$", "", without, flags=re.IGNORECASE).strip()
