"""What the kit shows, in order: each state of a page, and what to look for there."""

from collections.abc import Iterator

from msgspec import Struct

from generator.model.slugs import slugify

# What isn't a page of a site, but made of one: its theme, and ours in place of the words.
SHEETS = ("colours", "buttons")

_LONG = "categories/correspondence-with-passing-ships-and-the-forwarding-of-what-the-sea-sends-back/"


class Specimen(Struct, frozen=True):
    """A page by its address below a scheme, its name, and what to look for; `size` says how much to show."""

    name: str
    look_for: str
    address: str
    size: str = "tall"

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return slugify(self.name)


class Section(Struct, frozen=True):
    """Specimens of one kind."""

    name: str
    specimens: tuple[Specimen, ...]

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return f"all-{slugify(self.name)}"


SECTIONS = (
    Section(
        "Foundations",
        (
            Specimen(
                "Colours",
                "Every custom property that is a colour, with its contrast as words on the paper and as a "
                "ground for the ink: 7 is AAA, 4.5 is AA, 3 is enough for large words.",
                "colours",
            ),
            Specimen(
                "Type", "Each level stands apart from the next, and none shouts.", "full/every-kind-of-words/"
            ),
            Specimen(
                "Buttons",
                "At rest, below a pointer, with the focus, pressed and switched off, each outside its "
                "surroundings: no two states look the same.",
                "buttons",
            ),
            Specimen(
                "Rows",
                "The longest title, places and pay beside the shortest; words from right to left; "
                "one that is closing soon keeps its place.",
                "full/categories/keepers/",
            ),
        ),
    ),
    Section(
        "Postings",
        (
            Specimen(
                "The longest posting",
                "Nothing is cut off, and nothing is wider than the page.",
                "full/jobs/keeper/",
            ),
            Specimen(
                "The shortest posting",
                "It looks meant, and not as if something were missing.",
                "full/jobs/cook/",
            ),
            Specimen(
                "Closing soon",
                "The last days are told in words, near the button.",
                "full/jobs/last-days/",
                "short",
            ),
            Specimen(
                "Filled", "It says so first, offers what is similar, and has no button.", "full/jobs/filled/"
            ),
            Specimen("Closed long ago", "The same, with the day.", "full/jobs/over/", "short"),
            Specimen("On hold", "It pauses, and nobody can apply.", "full/jobs/paused/", "short"),
            Specimen(
                "Upcoming",
                "Seen only with drafts: it says that it isn’t open yet.",
                "full/jobs/not-yet/",
                "short",
            ),
            Specimen(
                "Draft", "Seen only with drafts: nobody takes it for published.", "full/jobs/draft/", "short"
            ),
            Specimen(
                "Remembered",
                "The file is gone, and its address still says what was there.",
                "full/jobs/bell-ringer/",
                "short",
            ),
            Specimen("Without pay", "No empty line where the pay would be.", "full/jobs/no-pay/", "short"),
            Specimen(
                "From many countries", "Eighteen of them, and still a list.", "full/jobs/from-anywhere/"
            ),
            Specimen(
                "One way to apply for each place", "As many buttons as places.", "full/jobs/each-its-own-way/"
            ),
            Specimen(
                "From right to left",
                "Its words turn round; those of the frame don’t.",
                "full/jobs/night-keeper/",
            ),
            Specimen(
                "In two directions",
                "The figures stay where they belong.",
                "full/jobs/two-directions/",
                "short",
            ),
        ),
    ),
    Section(
        "Lists",
        (
            Specimen("Home, with much", "What is first seen: why here, then what.", "full/"),
            Specimen("All jobs", "Over a hundred rows: filters, groups and pages.", "full/jobs/"),
            Specimen(
                "The second page", "It says where it is, and leads both ways.", "full/jobs/page/2/", "short"
            ),
            Specimen("One row", "A list of one is no mistake.", "full/categories/kitchen/", "short"),
            Specimen("Categories", "A tree of three levels, with a very long name.", "full/categories/"),
            Specimen("A category with a long name", "Picture, summary, words and one job.", f"full/{_LONG}"),
            Specimen("Places", "Countries and cities; one letter beside fifty-eight.", "full/locations/"),
            Specimen(
                "An office", "Address, time zone, picture and jobs.", "full/locations/faroe-islands/torshavn/"
            ),
            Specimen(
                "A page that lists jobs", "People’s own words above a list.", "full/some-wanted/", "short"
            ),
        ),
    ),
    Section(
        "Nothing there",
        (
            Specimen(
                "Home, with nothing", "A site on its first day, with the shortest name.", "bare/", "short"
            ),
            Specimen("No jobs at all", "It says so, and where to go instead.", "bare/jobs/", "short"),
            Specimen(
                "No jobs in a place",
                "An office nobody is wanted for today.",
                "full/locations/norway/oslo/",
                "short",
            ),
            Specimen(
                "No jobs in a category", "The same for a kind of work.", "full/categories/fog/", "short"
            ),
            Specimen(
                "No jobs of a page’s choice", "A filter that nothing meets.", "full/nobody-wanted/", "short"
            ),
            Specimen(
                "Nothing found",
                "A search for what isn’t there (by script).",
                "full/jobs/?q=bagpipes",
                "short",
            ),
            Specimen("No categories", "A list of none.", "bare/categories/", "short"),
            Specimen("No places", "A list of none.", "bare/locations/", "short"),
            Specimen("No articles", "A list of none.", "bare/articles/", "short"),
            Specimen(
                "Nothing saved", "How to begin; with a job saved above, its row.", "full/saved/", "short"
            ),
            Specimen("Not found", "What a wrong address leads to.", "full/404.html", "short"),
        ),
    ),
    Section(
        "Words",
        (
            Specimen("Articles", "One with a picture, one without.", "full/articles/"),
            Specimen(
                "A long article",
                "Headline of three lines, picture, quotation.",
                "full/articles/the-night-the-lamp-went-out/",
            ),
            Specimen("A short article", "Four letters, three words.", "full/articles/soup/", "short"),
            Specimen("A page of one word", "It doesn’t fall apart.", "full/short/", "short"),
        ),
    ),
)


def all_specimens() -> Iterator[Specimen]:
    """The specimens of all sections."""
    return (specimen for section in SECTIONS for specimen in section.specimens)
