"""The samples of other tools' files, what is guessed of them, and what becomes of them."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.content.writing.yaml_text import front_matter
from generator.importers.folder.records import read_records as read_files
from generator.importers.folder.walking import folder_files
from generator.importers.imported import Delivery, Imported
from generator.importers.mapping.applying import deliver
from generator.importers.mapping.field_map import FieldMap
from generator.importers.mapping.guess import guess
from generator.importers.mapping.records import SourceRecord, SourceRecords
from generator.importers.mapping.writing import map_text
from generator.importers.reading import Reading
from generator.importers.table.records import read_records as read_rows

HERE = Path(__file__).parent
FOLDERS = {path.parent.name: path for path in sorted((HERE / "folder" / "fixtures").glob("*/files"))}
TABLES = {path.stem: path for path in sorted((HERE / "table" / "fixtures").glob("*.csv"))}


def source(
    *records: Mapping[str, str | tuple[str, ...]], body: str = "", columns: tuple[str, ...] = ()
) -> SourceRecords:
    """A source of rows with these fields; `columns` are those of a table."""
    return SourceRecords(
        tuple(
            SourceRecord("", f"row {number}", {name: _several(value) for name, value in fields.items()}, body)
            for number, fields in enumerate(records, 2)
        ),
        unit="row",
        units="rows",
        columns=columns,
    )


def _several(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def read_folder(files: Mapping[str, bytes], field_map: FieldMap | None = None) -> Delivery:
    """The postings of a folder's files by a map, or by the one that would be guessed."""
    return _delivered(read_files(files), field_map)


def read_table(data: bytes, field_map: FieldMap | None = None) -> Delivery:
    """The postings of a table's rows by a map, or by the one that would be guessed."""
    return _delivered(read_rows(data), field_map)


def _delivered(records: SourceRecords, field_map: FieldMap | None) -> Delivery:
    return deliver(records, field_map or guess(records, "en").field_map, Reading())


def posting_file(posting: Imported) -> bytes:
    """The posting as a file of a site."""
    return (front_matter(list(posting.fields.items())) + posting.body).encode()


def golden_texts() -> Iterator[tuple[Path, str]]:
    """The files that say what is guessed of each sample, and which postings it gives."""
    for name, folder in FOLDERS.items():
        yield from _texts(HERE / "folder" / "fixtures" / name, read_files(folder_files(folder)))
    for name, table in TABLES.items():
        yield from _texts(HERE / "table" / "fixtures" / name, read_rows(table.read_bytes()))


def _texts(folder: Path, records: SourceRecords) -> Iterator[tuple[Path, str]]:
    guessed = guess(records, "en")
    yield folder.with_name(f"{folder.name}.map.yaml"), map_text(guessed, records)
    told = _told(deliver(records, guessed.field_map, Reading()))
    yield folder.with_name(f"{folder.name}.postings.txt"), told


def _told(delivery: Delivery) -> str:
    postings = "".join(
        f"=== {posting.id}\n{posting_file(posting).decode()}" + "".join(f"NOTE {n}\n" for n in posting.notes)
        for posting in delivery.postings
    )
    return postings + "".join(
        f"{kind} {text}\n"
        for kind, texts in (("PROBLEM", delivery.problems), ("NOTE", delivery.notes))
        for text in texts
    )


def write_golden_texts() -> None:
    """Writes them anew; read the difference before committing it."""
    for path, text in golden_texts():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    write_golden_texts()
