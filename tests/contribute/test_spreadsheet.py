"""Tables as people have them: what becomes of each row, and that nothing is dropped, guessed or invented."""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook, load_workbook

from timeline.commands.import_file import command
from timeline.compiler import compile_project
from timeline.contribute.spreadsheet.columns import KNOWN, MEANINGS, MappingError, columns_of
from timeline.contribute.spreadsheet.csv_file import read_csv
from timeline.contribute.spreadsheet.table import UnreadableTableError, letters, spelling
from timeline.contribute.spreadsheet.xlsx_file import as_shown, read_xlsx
from timeline.source.folder import read_folder

HEADER = ["Date", "Location", "What happened", "Source"]
ROW = ["on 21 May 2023", "Bakhmut", "The bridge fell.", "The Gazette"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "content/events").mkdir(parents=True)
    (folder / "timeline.yml").write_text("title: T\n", "utf-8")
    return folder


def run(project: Path, file: Path, *arguments: str) -> Result:
    return CliRunner().invoke(command, [str(file), "--project", str(project), *arguments])


def csv_file(project: Path, *rows: Sequence[str], separator: str = ",", encoding: str = "utf-8") -> Path:
    path = project.parent / "table.csv"
    quoted = [separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    path.write_bytes("\r\n".join(quoted).encode(encoding))
    return path


def xlsx_file(
    project: Path, *rows: Sequence[object], formats: Mapping[str, str] | None = None, merge: str = ""
) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for cell, shown in (formats or {}).items():
        sheet[cell].number_format = shown
    if merge:
        sheet.merge_cells(merge)
    path = project.parent / "table.xlsx"
    book.save(path)
    return path


def events(project: Path) -> dict[str, str]:
    return {path.stem: path.read_text("utf-8") for path in sorted((project / "content/events").iterdir())}


def one_event(project: Path) -> str:
    (text,) = events(project).values()
    return text


def test_a_row_becomes_a_claim_in_its_own_words(project: Path) -> None:
    result = run(project, csv_file(project, HEADER, ROW))
    assert result.exit_code == 0, result.output
    assert "Wrote 1 claim and 0 other records" in result.output
    assert one_event(project) == (
        "date: on 21 May 2023\nplace: Bakhmut\nclaim: The bridge fell.\nsource: The Gazette\n"
    )
    assert not [
        each
        for each in compile_project(read_folder(project)[0], site=False).diagnostics
        if each.severity == "error"
    ]


def test_a_dry_run_shows_all_and_writes_nothing(project: Path) -> None:
    result = run(project, csv_file(project, [*HEADER, "Officer"], [*ROW, "J. D."]), "--dry-run")
    assert result.exit_code == 0
    assert events(project) == {}
    assert "1 claim and 0 other records would be written" in result.output
    assert "What happened  claim   guessed" in result.output
    assert 'no field fits; `--column "Officer=ignore"` leaves it out' in result.output
    assert '  note: "Officer: J. D."\n' in result.output


def test_what_no_field_fits_stays_in_the_note_unless_it_is_left_out_by_name(project: Path) -> None:
    file = csv_file(project, [*HEADER, "Officer", "Note"], [*ROW, "J. D.", "Seen twice."])
    run(project, file)
    assert "note: |-\n  Officer: J. D.\n  Seen twice.\n" in one_event(project)
    for path in (project / "content/events").iterdir():
        path.unlink()
    run(project, file, "--column", "Officer=ignore")
    assert "J. D." not in one_event(project)


@pytest.mark.parametrize(
    "phrase", ["(Believed to be) 2020-05-30", "November ?, 2018", "sometime in spring, maybe"]
)
def test_a_phrase_that_no_rule_reads_is_a_finding_with_its_row_and_stays_as_it_is(
    project: Path, phrase: str
) -> None:
    file = csv_file(project, HEADER, ROW, [phrase, *ROW[1:2], "It burned.", *ROW[3:]])
    result = run(project, file)
    assert result.exit_code == 1
    assert events(project) == {}, "all or nothing"
    assert (
        f"error[D301]: row 3, `date`: no rule reads “{phrase}” as a date\n --> table.csv:3:1" in result.output
    )
    assert "Nothing was written, since rows have errors" in result.output
    rest = run(project, file, "--only-valid")
    assert rest.exit_code == 1
    assert list(events(project)) == ["the-bridge-fell"]
    assert "1 row with errors left out" in rest.output


def test_an_editors_reading_can_stand_in_columns_of_its_own(project: Path) -> None:
    header = [*HEADER, "Reading", "Basis"]
    row = ["(Believed to be) 2020-05-30", *ROW[1:], "2020-05-30~", "The table marks it as believed."]
    result = run(project, csv_file(project, header, row))
    assert result.exit_code == 0, result.output
    assert (
        "phrase: (Believed to be) 2020-05-30\n  reading: 2020-05-30~\n  basis: The table marks"
        in one_event(project)
    )


def test_a_numeric_date_is_read_as_the_user_says_and_says_why(project: Path) -> None:
    file = csv_file(
        project, HEADER, ["03/04/2023", *ROW[1:]], ["13/04/2023", "Bakhmut", "It burned.", "The Gazette"]
    )
    assert "`--numeric-dates`" in run(project, file, "--dry-run").output
    result = run(project, file, "--numeric-dates", "day-first")
    assert result.exit_code == 0, result.output
    assert (
        'date:\n  phrase: 03/04/2023\n  reading: "2023-04-03"\n'
        "  basis: The spreadsheet writes the day before the month.\n"
    ) in events(project)["the-bridge-fell"]
    assert "date: 13/04/2023\n" in events(project)["it-burned"], "one that reads one way stays as it is"


def test_every_bad_row_is_told_in_one_run(project: Path) -> None:
    rows = [
        ["2023-05-21", "Bakhmut", "", "The Gazette"],
        ["2023-05-21", "Bakhmut", "A.", ""],
        ["44986", "Bakhmut", "B.", "The Gazette"],
        ["2023-05-21", "Bakhmut", "#REF!", "The Gazette"],
        ["2023-05-21", "Bakhmut", "C.", "The Gazette", "", "more"],
        ["2023-02-30", "Bakhmut", "D.", "The Gazette"],
        ["Thursday 21 June 2023", "Bakhmut", "E.", "The Gazette"],
    ]
    found = json.loads(run(project, csv_file(project, HEADER, *rows), "--format", "json").stdout)["findings"]
    errors = [(each["line"], each["code"]) for each in found if each["severity"] == "error"]
    assert errors == [
        (2, "T101"),
        (3, "T102"),
        (4, "T103"),
        (5, "T104"),
        (6, "T105"),
        (7, "D304"),
        (8, "D305"),
    ]
    assert "2023-03-01" in next(each["message"] for each in found if each["code"] == "T103")


def test_an_empty_date_or_place_is_unstated_and_no_more(project: Path) -> None:
    run(project, csv_file(project, HEADER, ["", "", "It burned.", "The Gazette"]))
    assert one_event(project) == "date: unstated\nplace: unstated\nclaim: It burned.\nsource: The Gazette\n"


def test_what_holds_for_all_rows_is_said_once(project: Path) -> None:
    file = csv_file(project, HEADER[:3], ROW[:3])
    assert run(project, file).exit_code == 1
    result = run(project, file, "--constant", "source=The Gazette", "--constant", "tags=imported")
    assert result.exit_code == 0, result.output
    assert "source: The Gazette\ntags: imported\n" in one_event(project)


def test_records_are_made_once_and_known_again(project: Path) -> None:
    header = [*HEADER, "URL", "Published", "Lat", "Lon", "Exactness", "Speaker", "Side"]
    about = [
        "The Gazette",
        "https://example.org/g",
        "2023-05-22",
        "48.595",
        "38.0",
        "locality",
        "The mayor",
        "Town",
    ]
    rows = [["on the 21st", "Bakhmut", claim, *about] for claim in ("The bridge fell.", "It burned.")]
    file = csv_file(project, header, *rows)
    result = run(project, file)
    assert result.exit_code == 0, result.output
    assert "Wrote 2 claims and 4 other records" in result.output
    assert (
        "place: bakhmut\nclaim: It burned.\nby: the-mayor\nsource: the-gazette\n"
        in events(project)["it-burned"]
    )
    assert (project / "content/sources/the-gazette.yml").read_text("utf-8") == (
        'title: The Gazette\nurl: https://example.org/g\npublished: "2023-05-22"\n'
    )
    built = compile_project(read_folder(project)[0])
    assert built.timeline.events["it-burned"].date.resolution.edtf == "2023-05-21", (
        "read from the publication"
    )
    again = run(project, file)
    assert again.exit_code == 0
    assert "Nothing was written" in again.output
    more = csv_file(project, header, *rows, ["on the 22nd", "Bakhmut", "It stands.", *about])
    assert "Wrote 1 claim and 0 other records" in run(project, more).output


def test_one_place_at_two_positions_is_a_finding(project: Path) -> None:
    header = [*HEADER, "Lat", "Lon", "Exactness"]
    file = csv_file(
        project,
        header,
        [*ROW, "48.5", "38.0", "vicinity"],
        ["2023", "Bakhmut", "It burned.", "X", "48.6", "38.0", "vicinity"],
    )
    assert "row 3: “Bakhmut” is at 48.6, 38.0 here, and at 48.5, 38.0 in row 2" in run(project, file).output
    run(project, file, "--only-valid")
    assert list(events(project)) == ["the-bridge-fell"]


def test_a_speaker_on_another_side_keeps_it_with_the_claim(project: Path) -> None:
    header = [*HEADER, "Speaker", "Side"]
    file = csv_file(
        project,
        header,
        [*ROW, "Town Crier", "Town"],
        ["2023", "Bakhmut", "It burned.", "X", "Town Crier", "Port"],
    )
    assert run(project, file).exit_code == 0
    assert "narrative" not in events(project)["the-bridge-fell"]
    assert "narrative: port\n" in events(project)["it-burned"]


def test_the_published_template_of_a_timeline_program_is_understood(project: Path) -> None:
    header = "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Group"
    lines = [
        header,
        "2013,9,2,,2013,9,4,,,First,It <b>began</b>.,https://example.org/x,AP,Town",
        "2014,March,,,,,,,Spring 2014,Second,,https://example.org/y,,Port",
        "2015,5,6,14:30,,,,15:45,,Third,It ended.,https://example.org/x,,",
    ]
    path = project.parent / "template.csv"
    path.write_text("\n".join(lines), "utf-8")
    result = run(project, path)
    assert result.exit_code == 0, result.output
    found = events(project)
    assert "title: First\ndate: 2013-09-02/2013-09-04\n" in found["first"]
    assert "claim: It <b>began</b>." in found["first"], "words stay as they are"
    assert "date: March 2014\n" in found["second"]
    assert 'note: "Display Date: Spring 2014"' in found["second"]
    assert "date: 2015-05-06T14:30/2015-05-06T15:45\n" in found["third"] or "date:" in found["third"]


# -- CSV files ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_files_of_all_programs_are_read(project: Path, encoding: str, separator: str) -> None:
    row = ["on 21 May 2023", "Бахмут; Kyiv", 'He said "no, never",\nand left | then.', "Газета"]
    result = run(project, csv_file(project, HEADER, row, separator=separator, encoding=encoding))
    assert result.exit_code == 0, result.output
    text = one_event(project)
    assert "place:\n  - Бахмут\n  - Kyiv\n" in text
    assert 'He said "no, never",\n  and left | then.' in text


def test_an_encoding_is_asked_for_and_never_guessed(project: Path) -> None:
    file = csv_file(
        project, HEADER, ["21 травня 2023", "Бахмут", "Міст упав у річку вночі.", "Газета"], encoding="cp1251"
    )
    result = run(project, file, "--constant", "source_language=uk")
    assert result.exit_code == 2
    assert "is not UTF-8" in result.output
    assert "--encoding cp1251" in result.output
    assert "Міст упав" in result.output, "shown as it would read"
    assert run(project, file, "--encoding", "cp1251").exit_code in {0, 1}
    assert "there is no encoding `cp9999`" in run(project, file, "--encoding", "cp9999").output


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the table is empty"),
        (b"\n\n  \n", "the table is empty"),
        (b'Date,Claim\n2023,"open\n', "line 2:"),
        (b"Date,Date\n1,2\n", "two columns are called “Date”"),
        (b"Date,Claim\n1,a\x00b\n", "no text"),
        (b"Date,Claim\n2023," + b"x" * 9000, "8,000 are allowed"),
        (b"PK\x03\x04 no archive", "damaged or locked"),
    ],
)
def test_a_file_that_is_no_table_says_why(project: Path, data: bytes, said: str) -> None:
    path = project.parent / "odd.csv"
    path.write_bytes(data)
    result = run(project, path)
    assert result.exit_code == 2
    assert said in result.output
    assert "Traceback" not in result.output


def test_line_numbers_count_lines_and_not_rows() -> None:
    rows, _ = read_csv(b'A,B\n"two\nlines",x\nlast,y\n')
    assert [number for number, _ in rows] == [1, 2, 4]


# -- XLSX files --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "shown", "text"),
    [
        (datetime(2023, 5, 1), "mmm yyyy", "2023-05"),
        (datetime(2023, 1, 1), "yyyy", "2023"),
        (datetime(2023, 5, 21), "dd/mm/yyyy", "2023-05-21"),
        (datetime(2023, 5, 21, 5, 26), "yyyy-mm-dd hh:mm", "2023-05-21T05:26"),
        (datetime(2023, 5, 21, 5, 26), "dd.mm.yyyy", "2023-05-21"),
        (datetime(2023, 5, 21, 5, 26, 7), "General", "2023-05-21T05:26:07"),
        (date(2023, 5, 21), 'd" of "mmmm yyyy', "2023-05-21"),
        (time(5, 26), "h:mm AM/PM", "05:26"),
        (timedelta(hours=26, minutes=5), "[h]:mm", "26:05"),
    ],
)
def test_a_date_is_no_finer_than_its_cell_shows_it(
    value: datetime | date | time | timedelta, shown: str, text: str
) -> None:
    assert as_shown(value, shown) == text


def test_a_sheet_is_read_as_people_see_it(project: Path) -> None:
    file = xlsx_file(
        project,
        ["Incidents (draft)"],
        HEADER,
        [datetime(2023, 5, 1), "Bakhmut", "It began.", "The Gazette"],
        [datetime(2023, 5, 21), None, "It went on.", "The Gazette"],
        [44986, "Kyiv", "It ended.", "The Gazette"],
        formats={"A3": "mmm yyyy", "A4": "yyyy-mm-dd"},
        merge="B3:B4",
    )
    result = run(project, file, "--only-valid")
    assert "T103" in result.output
    found = events(project)
    assert "date: 2023-05\n" in found["it-began"]
    assert 'date: "2023-05-21"\nplace: Bakhmut\n' in found["it-went-on"], (
        "the merged cell stands in both rows"
    )
    data = json.loads(run(project, file, "--format", "json", "--dry-run").stdout)
    assert [each["line"] for each in data["findings"] if each["code"] == "T108"] == [4]


def test_formulas_count_by_their_value_and_without_one_not_at_all(project: Path) -> None:
    file = xlsx_file(project, HEADER, ["2023", "Bakhmut", "=A1", "The Gazette"])
    assert "T104" in run(project, file).output
    assert "a formula without a value" in run(project, file).output


def test_another_sheet_is_chosen_by_name(project: Path) -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    first.append(["nothing", "here"])
    second = book.create_sheet("Claims")
    for row in (HEADER, ROW):
        second.append(row)
    path = project.parent / "two.xlsx"
    book.save(path)
    assert "read sheet “Sheet” of 2" in run(project, path, "--dry-run").output
    assert run(project, path, "--sheet", "Claims").exit_code == 0
    assert "it has: Sheet, Claims" in run(project, path, "--sheet", "Clams").output


def test_an_archive_that_would_unpack_to_far_more_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 250_000_000)
    with pytest.raises(UnreadableTableError, match="more than 200 MB"):
        read_xlsx(packed.getvalue())


def test_declared_entities_are_refused() -> None:
    book = io.BytesIO()
    Workbook().save(book)
    packed = io.BytesIO()
    with zipfile.ZipFile(book) as good, zipfile.ZipFile(packed, "w") as bad:
        for name in good.namelist():
            data = good.read(name)
            if name == "xl/workbook.xml":
                data = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>' + data.partition(b"?>")[2]
            bad.writestr(name, data)
    with pytest.raises(UnreadableTableError, match="entities"):
        read_xlsx(packed.getvalue())
    load_workbook(book)  # the one that it was made from is sound


def test_old_formats_are_named(project: Path) -> None:
    path = project.parent / "old.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0")
    assert "save it as .xlsx or .csv first" in run(project, path).output


# -- columns -----------------------------------------------------------------------------------------------------------


def test_every_known_name_means_one_thing_that_exists() -> None:
    assert set(KNOWN.values()) <= set(MEANINGS)
    assert all(spelling(name) == name for name in KNOWN)


@pytest.mark.parametrize(
    ("name", "meaning"),
    [("EVENT_DATE", "date"), ("Date (UTC)", "date"), ("Дата", "date"), ("lat.", "latitude")],
)
def test_names_are_known_however_they_are_spelt(name: str, meaning: str) -> None:
    assert columns_of([name], {}).meanings == (meaning,)


def test_a_second_column_of_one_meaning_goes_into_the_note() -> None:
    columns = columns_of(["Date", "Event date", "Tags", "Category"], {})
    assert columns.meanings == ("date", "note", "tags", "tags")
    assert columns.unknown == {1}
    assert columns_of(["Date", "Event date"], {"Event date": "date"}).meanings == ("note", "date")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"Dat": "date"}, "there is no column “Dat”; did you mean “Date”?"),
        ({"Date": "dat"}, "`dat` is nothing that a column can mean; did you mean “date”?"),
        ({"Date": "claim", "Claim": "claim"}, "both “Date” and “Claim” would be the claim"),
    ],
)
def test_a_wish_that_does_not_hold_says_why(given: Mapping[str, str], said: str) -> None:
    with pytest.raises(MappingError) as fault:
        columns_of(["Date", "Claim"], given)
    assert said in str(fault.value)


def test_columns_have_letters_as_in_a_spreadsheet() -> None:
    assert [letters(number) for number in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]


def test_a_mapping_can_be_kept_and_used_again(project: Path) -> None:
    file = csv_file(project, ["D", "C", "Who: exactly?"], ["2023", "It fell.", "The mayor"])
    kept = project.parent / "mapping.yml"
    options = [
        "--column",
        "D=date",
        "--column",
        "C=claim",
        "--column",
        "Who: exactly?=by",
        "--constant",
        "source=X",
    ]
    assert run(project, file, *options, "--save-mapping", str(kept), "--dry-run").exit_code == 0
    assert kept.read_text("utf-8").startswith("columns:\n  D: date\n  C: claim\n")
    result = run(project, file, "--mapping", str(kept))
    assert result.exit_code == 0, result.output
    assert "by: The mayor\nsource: X\n" in one_event(project)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("columns: [a]\n", "`columns` is a mapping"),
        ("rows: 3\n", "and nothing else"),
        ("a: *b\n", "line 1"),
        ("", "the file says nothing"),
    ],
)
def test_a_mapping_that_is_none_says_why(project: Path, text: str, said: str) -> None:
    path = project.parent / "mapping.yml"
    path.write_text(text, "utf-8")
    result = run(project, csv_file(project, HEADER, ROW), "--mapping", str(path))
    assert result.exit_code == 2
    assert said in result.output


def test_what_a_cell_says_stays_inert(project: Path) -> None:
    row = [
        '=cmd|"/c calc"!A1',
        "<script>alert(1)</script>",
        "- x: &a [b]\n  c: !!python/object",
        "{{ 7*7 }}: # x",
    ]
    result = run(project, csv_file(project, HEADER, row), "--dry-run", "--constant", "date=2023")
    assert "Traceback" not in result.output
    valid = csv_file(project, HEADER, ["2023", *row[1:]])
    assert run(project, valid).exit_code == 0
    (event,) = compile_project(read_folder(project)[0]).timeline.events.values()
    assert event.claim == row[2]


def test_a_character_that_nobody_could_see_is_refused_at_its_row(project: Path) -> None:
    result = run(project, csv_file(project, HEADER, ROW, ["2023", "Kyiv", "It \u202efell.", "X"]))
    assert result.exit_code == 1
    assert "row 3" in result.output
    assert "\u202e" not in result.output


FULL = [*HEADER, "URL", "Published", "Lat", "Lon", "Exactness", "Speaker", "Side", "Year", "Time", "ID"]


def test_what_no_field_took_stays_in_the_note(project: Path) -> None:
    """Two columns speak of the same, and one of them wins; the other is not lost."""
    (project / "content/places").mkdir()
    (project / "content/places/bakhmut.yml").write_text("name: Bakhmut\n", "utf-8")
    (project / "content/speakers").mkdir()
    (project / "content/speakers/mayor.yml").write_text("name: Mayor\n", "utf-8")
    url = "https://example.org/a"
    file = csv_file(
        project,
        FULL,
        [*ROW, url, "2023-05-22", "48.5", "38.0", "vicinity", "mayor", "North", "2022", "at dawn", "one"],
        ["Tuesday 2 May 2023", "X", "A second thing.", "Another name", url, "2023-05-23", "", "48.1", "", "", "", "2023", "5 pm", "one"],
    )  # fmt: skip
    run(project, file)
    found = {path.name: path.read_text("utf-8") for path in (project / "content/events").iterdir()}
    assert len(found) == 2
    assert "Lat: 48.5" in found["one.yml"]
    assert "Exactness: vicinity" in found["one.yml"]
    assert "Year: 2022" in found["one.yml"]
    assert "narrative: north" in found["one.yml"]
    other = next(text for name, text in found.items() if name != "one.yml")
    for words in (
        "date: 5 pm, Tuesday 2 May 2023",
        "Source: Another name",
        "Published: 2023-05-23",
        "Lon: 48.1",
        "ID: one",
    ):
        assert words in other
    assert "Year" not in other  # the date says it


def test_a_table_imported_again_adds_nothing(project: Path) -> None:
    file = csv_file(
        project,
        FULL,
        [
            *ROW,
            "https://example.org/a",
            "2023-05-22",
            "48,5",
            "38,0",
            "vicinity",
            "Mayor",
            "North",
            "2023",
            "",
            "one",
        ],
        separator=";",
    )
    assert run(project, file).exit_code == 0
    before = events(project)
    assert "Lat" not in one_event(project)
    assert "latitude: 48.5\n" in (project / "content/places/bakhmut.yml").read_text("utf-8")
    assert run(project, file).exit_code == 0
    assert events(project) == before


def test_the_header_is_the_row_that_names_most_columns_and_what_stands_above_is_told(project: Path) -> None:
    rows = [
        ["A log of incidents"],
        ["When", "", "What", "Reference", ""],
        ["Date", "Time", "Description", "Source", "Location"],
        ["2023-05-21", "05:26", "The bridge fell.", "The Gazette", "Bakhmut"],
    ]
    result = run(project, csv_file(project, *rows))
    assert result.exit_code == 0, result.output
    assert "1 row under row 3" in result.output
    assert "row 1 stands above the header and is left out: A log of incidents" in result.output
    assert "row 2 stands above the header and is left out: When | What | Reference" in result.output
    assert 'date: "2023-05-21T05:26"' in one_event(project)


def test_the_header_can_be_named_by_its_row(project: Path) -> None:
    file = csv_file(project, ["Words"], ["A", "B"], ["The bridge fell.", "The Gazette"])
    chosen = ("--header-row", "2", "--column", "A=claim", "--column", "B=source")
    assert run(project, file, *chosen).exit_code == 0
    assert "claim: The bridge fell." in one_event(project)
    assert "row 9 is empty or does not exist" in run(project, file, "--header-row", "9").output


def test_a_table_without_a_column_for_claims_says_which_could_be(project: Path) -> None:
    file = csv_file(project, ["Date", "Location", "Notes", "Source"], ROW)
    assert '--column "Notes=claim"' in run(project, file).output
    assert run(project, file, "--column", "Notes=claim").exit_code == 0


def test_figures_are_taken_where_they_are_plain_numbers(project: Path) -> None:
    header = [*HEADER, "fatalities", "injured", "missing"]
    file = csv_file(project, header, [*ROW, "10", "15–20", "about 3"])
    wished = [part for name in header[4:] for part in ("--column", f"{name}=figure")]
    assert run(project, file, *wished).exit_code == 0
    claim = read_folder(project)[0]
    (event,) = compile_project(claim).timeline.events.values()
    assert [(figure.measure, figure.value, figure.minimum, figure.maximum) for figure in event.figures] == [
        ("fatalities", 10, None, None),
        ("injured", None, 15, 20),
    ]
    assert "missing: about 3" in one_event(project)


@pytest.mark.parametrize("name", ["Actor", "Who", "Timestamp"])
def test_a_name_that_could_mean_two_things_is_not_guessed(name: str) -> None:
    assert columns_of([name], {}).unknown == {0}


def test_hidden_rows_and_columns_are_named() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADER)
    sheet.append(ROW)
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    kept = io.BytesIO()
    book.save(kept)
    assert "hidden, and read like the rest: row 2, column B" in read_xlsx(kept.getvalue())[1]


def test_the_likely_encodings_begin_with_the_usual_one_and_show_where_they_differ() -> None:
    line = "Nummer;Datum;Uhrzeit;Ort;Breitengrad;Anmerkungen;Beschreibung in Worten;Längengrad\r\n"
    with pytest.raises(UnreadableTableError) as caught:
        read_csv(line.encode("cp1252"))
    assert caught.value.hint.splitlines()[1].startswith("  --encoding cp1252 ")
    assert "Längengrad" in caught.value.hint
