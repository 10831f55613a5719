"""A table as postings, a row each."""

from generator.importers.imported import Delivery
from generator.importers.mapping.applying import deliver
from generator.importers.mapping.field_map import FieldMap
from generator.importers.mapping.guess import guess_map
from generator.importers.table.records import read_records


def read_table(data: bytes, mapping: FieldMap | None, language: str = "en") -> Delivery:
    """The postings of a table's rows, by the map, or by the one that would be guessed.

    `language` is the site's; figures are read by its customs.
    """
    records = read_records(data)
    return deliver(records, mapping or guess_map(records, language), language)
