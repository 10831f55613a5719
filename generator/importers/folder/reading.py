"""A folder of another site generator's files as postings."""

from collections.abc import Mapping

from generator.importers.folder.records import read_records
from generator.importers.imported import Delivery
from generator.importers.mapping.applying import deliver
from generator.importers.mapping.field_map import FieldMap
from generator.importers.mapping.guess import guess_map


def read_folder(files: Mapping[str, bytes], mapping: FieldMap | None, language: str = "en") -> Delivery:
    """The postings of a folder's files, by the map, or by the one that would be guessed.

    `language` is the site's; figures are read by its customs.
    """
    records = read_records(files)
    return deliver(records, mapping or guess_map(records, language), language)
