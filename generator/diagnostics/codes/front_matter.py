"""FM: what is wrong with a file's text, YAML and field names."""

from generator.diagnostics.diagnostic import Code, Severity

YAML_UNREADABLE = Code(
    "FM001",
    "unreadable-line",
    Severity.ERROR,
    """The fields at the top of the file follow the rules of YAML: a name, a colon, a space, a value.
This line, or the one above it, breaks those rules in a way that can't be told more exactly.

    skills: [Python, , SQL]       fails
    skills: [Python, SQL]         works

Look for quotes and brackets that are opened and not closed, for a missing colon and for
indentation that differs from the lines around. Text in double quotes is always safe.""",
)
UNKNOWN_FIELD = Code(
    "FM002",
    "unknown-field",
    Severity.ERROR,
    """The file has a field that doesn't exist, so nothing would show what it says.
Mostly it is a slip of the keyboard.

    catagory: Finance        fails
    category: Finance        works

Capitals, spaces, hyphens and underscores don't matter: `remote from` and `remoteFrom` are both
`remote_from`. A field of your own, for a theme, begins with `x_`, such as `x_badge: new`.""",
)
NOT_UTF_8 = Code(
    "FM003",
    "not-utf-8",
    Severity.ERROR,
    """Letters can be stored in several ways; this file doesn't use the one all files here use, UTF-8.
Letters such as ü or é would turn into nonsense.

Open the file in your editor, choose File > Save As (or click the name of the encoding at the
bottom of the window), choose UTF-8, and save it under the same name. Files edited on the web
page of a git service are UTF-8 already.""",
)
FRONT_MATTER_MISSING = Code(
    "FM004",
    "front-matter-missing",
    Severity.ERROR,
    """A file begins with its fields, between two lines of three hyphens. The text follows below.

    ---
    title: Backend engineer
    posted: 2026-03-02
    ---
    You will …

Without the first `---` the fields would be shown as text.""",
)
FRONT_MATTER_NOT_CLOSED = Code(
    "FM005",
    "front-matter-not-closed",
    Severity.ERROR,
    """The fields at the top of the file end with a line of three hyphens. That line is missing, or it
comes only after some of the text, so that the text is read as fields.

    ---
    title: Backend engineer
    ---                          this line is missing
    ## What you will do""",
)
FENCE_MISSPELT = Code(
    "FM006",
    "front-matter-mark-misspelt",
    Severity.ERROR,
    """The line before and the line after the fields are exactly three hyphens, and nothing else.
Some editors turn hyphens into a long dash.

    --       fails
    ----     fails
    —        fails
    ---      works""",
)
COLON = Code(
    "FM007",
    "colon-needs-quotes",
    Severity.ERROR,
    """A colon with a space behind it separates a field's name from its value, so a value that has one
itself must stand in quotes.

    title: Backend: the second        fails
    title: "Backend: the second"      works""",
)
TAB = Code(
    "FM008",
    "tab",
    Severity.ERROR,
    """Lines are indented with spaces. A tab looks the same on the screen, but YAML doesn't take it.

Delete what stands before the first letter of the line and type spaces instead: two for each step.

    salary:
      min: 50000      two spaces before `min`""",
)
SMART_QUOTES = Code(
    "FM009",
    "smart-quotes",
    Severity.ERROR,
    """Word processors turn straight quotes into typographic ones. Around a value they are no quotes but
a part of the text, and would be shown.

    title: “Backend engineer”      fails
    title: "Backend engineer"      works
    title: Backend engineer        works: quotes are needed only for colons and the like

Inside a value, typographic quotes are welcome: `title: Editor, “Field Notes”`.""",
)
SPACE_AFTER_COLON = Code(
    "FM010",
    "space-after-colon",
    Severity.ERROR,
    """Without a space behind the colon, name and value are read as one word.

    employment:permanent       fails
    employment: permanent      works""",
)
NEEDS_QUOTES = Code(
    "FM011",
    "value-needs-quotes",
    Severity.ERROR,
    """A few characters have a meaning of their own at the beginning of a value: @ ` % & * ! [ ] { } , ?
and a hyphen with a space behind it. Such a value must stand in quotes.

    title: @Home engineer                  fails
    title: "@Home engineer"                works
    title: [Remote] Backend engineer       fails
    title: "[Remote] Backend engineer"     works""",
)
QUOTE_NOT_CLOSED = Code(
    "FM012",
    "quote-not-closed",
    Severity.ERROR,
    """A value begins with a quote and has none at its end, so the lines below are read as part of it.

    title: "Backend engineer         fails
    title: "Backend engineer"        works""",
)
TEXT_AFTER_QUOTE = Code(
    "FM013",
    "quotes-inside-value",
    Severity.ERROR,
    """A value that begins with a quote ends at the next one. Quotes that belong to the text, apostrophes
and backslashes need the other kind of quotes around the whole value.

    title: "Field Notes" editor          fails
    title: '"Field Notes" editor'        works
    summary: 'We're hiring'              fails
    summary: "We're hiring"              works""",
)
MARGIN_TEXT = Code(
    "FM014",
    "text-without-field",
    Severity.ERROR,
    """Between the two lines `---`, text belongs to a field. Text of several lines is written below the
field's name, with `>` behind the colon, and each line indented by two spaces.

    summary: You will build
    our payment service.              fails

    summary: >
      You will build
      our payment service.            works

Long text belongs below the closing `---`, where it needs no indentation.""",
)
LIST_INDENTATION = Code(
    "FM015",
    "list-indentation",
    Severity.ERROR,
    """The items of a list begin in the same column.

    skills:
      - Python
    - SQL           fails

    skills:
      - Python
      - SQL         works""",
)
BLOCK_TEXT = Code(
    "FM016",
    "text-beside-block-mark",
    Severity.ERROR,
    """Behind `|` or `>` the line ends. The text follows on the lines below, indented by two spaces.

    summary: | We build things.       fails

    summary: |
      We build things.                works

    summary: We build things.         works as well""",
)
INDENTATION = Code(
    "FM017",
    "indentation",
    Severity.ERROR,
    """Fields that belong together begin in the same column.

    salary:
      min: 50000
       max: 60000       fails

    salary:
      min: 50000
      max: 60000        works""",
)
STRAY_LIST = Code(
    "FM018",
    "list-without-field",
    Severity.ERROR,
    """A list stands below a field that has a value already. Mostly the line with the list's own name is
missing, or it begins with `#` and so is a comment.

    team: Payments
      - Python          fails

    team: Payments
    skills:
      - Python          works""",
)
BRACKET_NOT_CLOSED = Code(
    "FM019",
    "bracket-not-closed",
    Severity.ERROR,
    """A list or a map in brackets isn't closed.

    skills: [Python, SQL        fails
    skills: [Python, SQL]       works""",
)
DUPLICATE_FIELD = Code(
    "FM020",
    "duplicate-field",
    Severity.ERROR,
    """The same field stands in the file twice, perhaps in two spellings. It isn't clear which one counts.

    posted: 2026-03-02
    Posted: 2026-04-01      fails: delete one of the two""",
)
MISSING_FIELD = Code(
    "FM021",
    "missing-field",
    Severity.ERROR,
    """A field that every such file needs is missing or empty. A posting needs `title`, `category`,
`posted`, and a `location` unless `remote` is `yes`.

    title:                        fails
    title: Backend engineer       works""",
)
WRONG_SHAPE = Code(
    "FM022",
    "wrong-shape",
    Severity.ERROR,
    """A field has a list or a group of fields where it needs one text, or the other way round.

    posted: [2026-03-02, 2026-04-01]       fails: one date is wanted
    posted: 2026-03-02                     works

In a list, an item with a colon is read as a group of fields unless it stands in quotes.

    skills: [Design: the basics]           fails
    skills: ["Design: the basics"]         works""",
)
YAML_ANCHOR = Code(
    "FM023",
    "yaml-anchor",
    Severity.ERROR,
    """YAML lets one value point at another (`&name`, `*name`, `<<`). That isn't supported here: each file
says in plain words what it means.

    location: &office Berlin, Germany      fails
    location: Berlin, Germany              works
    title: "*New* Backend engineer"        works: in quotes it is just text""",
)
YAML_TAG = Code(
    "FM024",
    "yaml-tag",
    Severity.ERROR,
    """YAML lets a value say of which type it is (`!!str 42`) and a file begin with directives (`%YAML`).
Neither is needed here: each field knows what it expects.

    requisition: !!str 4821      fails
    requisition: 4821            works
    title: "!Important"          works: in quotes it is just text""",
)
SEVERAL_DOCUMENTS = Code(
    "FM025",
    "several-documents",
    Severity.ERROR,
    """A line of three hyphens begins a second document. A file has one set of fields: delete the line, and
what belongs together stands together.""",
)
TOO_LARGE = Code(
    "FM026",
    "yaml-too-large",
    Severity.ERROR,
    """Front matter holds more than 200,000 characters or 10,000 values, a YAML file such as site.yaml
more than 1,000,000 characters or 50,000 values, or lists within lists are more than 20 deep. No person
writes that by hand, and reading it could take very long.

In front matter, move long text below the closing `---`.""",
)
READ_AS_COMMENT = Code(
    "FM027",
    "read-as-comment",
    Severity.ERROR,
    """Text behind a `#` is a comment and not read, so this field is empty.

    accent: #1f6f54        fails
    accent: "#1f6f54"      works""",
)
CONTROL_CHARACTER = Code(
    "FM028",
    "invisible-character",
    Severity.ERROR,
    """An invisible character that isn't a letter, space or line end came into the file, mostly by pasting
from another program. Delete it: remove the letters around that place and type them anew.""",
)
ACTING_CHARACTER = Code(
    "FM029",
    "acting-character",
    Severity.ERROR,
    """A text holds a control character, or one that turns the direction of the line. Nobody sees it, but
it can make a terminal act or text read otherwise than it stands. Line ends and tabs are fine.

    title: "Backend\\u202E engineer"      fails
    title: "Backend engineer"            works""",
)
CUT_BY_COMMENT = Code(
    "FM030",
    "cut-by-comment",
    Severity.WARNING,
    """A blank and a `#` begin a comment, and what follows isn't read. Here a letter or digit stands right
behind the `#`, so it looks like a part of the text.

    title: Engineer #2 in C#        shows only Engineer
    title: "Engineer #2 in C#"      works

If it is a comment, put a blank behind the `#`.""",
)
COMMA_IN_ONE_VALUE = Code(
    "FM031",
    "comma-in-one-value",
    Severity.WARNING,
    """Several values are a list: in square brackets, or with a hyphen for each. Without them, commas are
a part of one value.

    skills: Python, SQL          is one skill
    skills: [Python, SQL]        are two

If it is one value, put it into quotes.""",
)
IMAGE_WITHOUT_WORDS = Code(
    "FM032",
    "image-without-words",
    Severity.WARNING,
    """`image` is there and `image_alt` isn't, so the picture says nothing to people who can't see it. Say in
a sentence what it shows; nothing between quotes means that it is mere decoration.

    image: images/workshop.jpg                                        needs words
    image_alt: Two people true a wheel at a workbench                 works
    image_alt: ""                                                     works: decoration""",
)
