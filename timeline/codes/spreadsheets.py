"""Codes T, tables: what `timeline import` finds in a spreadsheet. Lines and columns are its rows and columns."""

from __future__ import annotations

from timeline.codes.code import Code
from timeline.diagnostics import Severity

NO_CLAIM = Code(
    id="T101",
    name="row-without-claim",
    severity=Severity.ERROR,
    summary="A row has no claim, and no title that could be one.",
    explanation=(
        "Every file records one claim: what somebody said, as a sentence. A row that only has a date and a place says nothing "
        "that could be laid beside another side's words.\n\n"
        "Fill the cell in, delete the row, or say with `--column` which column holds the claim."
    ),
)

NO_SOURCE = Code(
    id="T102",
    name="row-without-source",
    severity=Severity.ERROR,
    summary="A row names no source.",
    explanation=(
        "A claim without the document that it is from cannot be looked up, so it is not taken.\n\n"
        "Fill in a title, an address or the id of a source on file. Where the whole table is from one document, give it once: "
        "`--constant source=ID`."
    ),
)

NO_DATE = Code(
    id="T103",
    name="date-cell-not-a-date",
    severity=Severity.ERROR,
    summary="The cells of a date hold something that is none: a bare number, or parts without a year.",
    explanation=(
        "Spreadsheet programs keep dates as numbers and only show them as dates. Where the number itself reaches a file, nothing "
        "says that it is a day, and which day it is depends on the program. Show the column as a date and save the file anew; the "
        "message names the day that may be meant.\n\n"
        "Day and month without a year, or a time without a day, are no date either. An empty cell is no fault: the date is then "
        "`unstated`."
    ),
)

FAULTY_CELL = Code(
    id="T104",
    name="faulty-cell",
    severity=Severity.ERROR,
    summary="A cell shows a fault of the spreadsheet, or a formula that has no value.",
    explanation=(
        "`#REF!`, `#N/A` and their like stand where a formula failed; a formula without a value was never worked out by the program "
        "that wrote the file. What was meant cannot be known. Mend the formula, or put the value in its place."
    ),
)

TOO_MANY_CELLS = Code(
    id="T105",
    name="too-many-cells",
    severity=Severity.ERROR,
    summary="A row has more cells than the table has columns.",
    explanation=(
        "Usually a text that holds the sign between columns is not in quotation marks, so that it became two cells and all that "
        "follow are in the wrong columns. Put the text in quotation marks, or give the column a name."
    ),
)

TWO_PLACES = Code(
    id="T106",
    name="one-place-two-coordinates",
    severity=Severity.ERROR,
    summary="Two rows give different coordinates to places of the same name.",
    explanation=(
        "A place is one record, so it has one pair of coordinates. Where two places are meant, give them different names, such as "
        "`school (north)`; where it is one, decide for one pair and say in its `exactness` how exactly it is known."
    ),
)

ON_FILE = Code(
    id="T107",
    name="claim-on-file-already",
    severity=Severity.NOTE,
    summary="A file that says exactly what this row says is there already, so the row is left out.",
    explanation=(
        "This happens when a table is imported again after rows were added to it. Claims that only nearly say the same are taken, and "
        "the checks tell of them (C514)."
    ),
)

MERGED_CELL = Code(
    id="T108",
    name="merged-cell",
    severity=Severity.NOTE,
    summary="A merged cell is read as standing in every row that it covers.",
    explanation=(
        "That is how people read it. Where only the first of the rows was meant, part the cell in the spreadsheet and import it again."
    ),
)
