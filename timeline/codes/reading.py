"""Codes R, reading files: bytes, characters, YAML, and the files of a project's folder."""

from __future__ import annotations

from timeline.codes.code import Code
from timeline.diagnostics import Severity

# Bytes and characters

FILE_TOO_LARGE = Code(
    "R101",
    "file-too-large",
    Severity.ERROR,
    "A content file holds more than 64 KB (65,536 bytes).",
    "One file records one claim or one source, speaker, place, topic or narrative, which takes a few hundred bytes. "
    "A much larger file is a mistake or an attempt to stall the build, so it is not opened.\n\n"
    "Split it into one file per record, and keep long documents out of the repository: link to them as a source.",
)

NOT_UTF8 = Code(
    "R102",
    "not-utf8",
    Severity.ERROR,
    "The file is not UTF-8 text.",
    "All content is UTF-8, so that every script in the world looks the same on every machine. The place is that of the "
    "first byte that does not fit. Often the file was saved as Windows-1251, Latin-1 or UTF-16, or is not text at all.\n\n"
    'In your editor choose "Save with encoding" and "UTF-8", and look whether the letters are still right.',
)

BYTE_ORDER_MARK = Code(
    "R103",
    "byte-order-mark",
    Severity.ERROR,
    "The file starts with a byte order mark.",
    "Some editors on Windows put an invisible mark (U+FEFF) at the start of a file. Other programs then take it for "
    "a part of the first word.\n\n"
    'Save the file as "UTF-8" rather than "UTF-8 with BOM", or let `check --fix` take the mark away.',
)

REFUSED_CHARACTER = Code(
    "R104",
    "refused-character",
    Severity.ERROR,
    "The text holds a character that a reader cannot see or that changes how the text around it looks.",
    "Whoever reviews a contribution must see what it says. So control characters, overrides and isolates of the writing "
    "direction, unusual line ends, private use characters and code points without a meaning are refused, also when "
    'they are written as an escape such as "\\u202e". The joiners and direction marks that Persian, Hebrew and emoji '
    "need are fine, but not more than four in a row, and no more than eight marks on one letter: longer rows can carry "
    "a hidden text or cover the lines around them.\n\n"
    "Delete the character, or type the words again. It often came along when text was copied from a PDF or a chat.",
    wrong='claim: "The city \\u202eis quiet"',
    right='claim: "The city is quiet"',
)

INVISIBLE_CHARACTER = Code(
    "R105",
    "invisible-character",
    Severity.WARNING,
    "The text holds a character that takes no room on the screen.",
    "Zero-width spaces, soft hyphens and the like usually came along when text was copied from a web page. They "
    "keep a search from finding the word and make equal names differ. A joiner between two letters that are never joined "
    "is one of them.\n\n"
    "Delete the character unless the script of the text needs it.",
)

NOT_NFC = Code(
    "R106",
    "not-nfc",
    Severity.NOTE,
    "The text is not in the usual Unicode form (NFC) and is read as if it were.",
    "An accented letter can be stored as one character or as a letter and an accent behind it. They look the same "
    "and compare as different, so all text is brought to the first form, NFC, while it is read. What the reader "
    "sees does not change.\n\n"
    "Nothing has to be done. To be rid of the note, type the letters again on another keyboard, or let "
    "`check --fix` convert the file to NFC.",
)

EMPTY_FILE = Code(
    "R107",
    "empty-file",
    Severity.ERROR,
    "The file says nothing.",
    "It is empty, or holds only comments. Every content file is one record.\n\n"
    "Fill it in, or delete it if it was never published.",
    wrong="# to do",
    right="date: 2023-05-21\nplace: Bakhmut\nclaim: The city is held.\nsource: Evening bulletin",
)

# YAML that cannot be read

NOT_YAML = Code(
    "R110",
    "not-yaml",
    Severity.ERROR,
    "The file is not valid YAML from this place on.",
    "The rest of the file could not be read, so there may be more findings once this is mended. Look at the line and the "
    "one above it: a missing quotation mark, colon, bracket or space is the usual reason.",
    wrong="place: Bakhmut\n}",
    right="place: Bakhmut",
)

COLON_IN_VALUE = Code(
    "R111",
    "colon-in-value",
    Severity.ERROR,
    "A value holds a colon followed by a space, and has no quotation marks around it.",
    "In YAML a colon and a space end the name of a field, so only one may stand on a line, unless the value is in "
    "quotation marks.\n\n"
    "Put the whole value in double quotes. If it holds double quotes itself, use single quotes: 'He said: \"no\"'.",
    wrong="claim: He said: no",
    right='claim: "He said: no"',
)

TAB = Code(
    "R112",
    "tab",
    Severity.ERROR,
    "A tab stands where YAML allows only spaces.",
    "YAML shows by indentation what belongs to what, and a tab has no fixed width, so it may not be used for that, nor "
    "behind the colon of a field.\n\n"
    "Replace the tab by spaces, two for each level.",
)

MISSING_COLON = Code(
    "R113",
    "missing-colon",
    Severity.ERROR,
    "The name of a field is not followed by a colon and a space.",
    "Without the colon, or without the space behind it, YAML takes the whole line for text.\n\n"
    "Write the name, a colon, a space and the value.",
    wrong="date: 2023-05-21\nplace:Bakhmut\nclaim: The city is held.",
    right="date: 2023-05-21\nplace: Bakhmut\nclaim: The city is held.",
)

UNCLOSED_QUOTE = Code(
    "R114",
    "unclosed-quote",
    Severity.ERROR,
    "A quotation mark is opened and never closed.",
    "A value that starts with a quotation mark goes on to the next one of the same kind, over as many lines as it takes.\n\n"
    "Close it at the end of the value. Inside single quotes an apostrophe is written twice: 'it''s'.",
    wrong='claim: "The city is held.\nplace: Bakhmut',
    right='claim: "The city is held."\nplace: Bakhmut',
)

WRONG_INDENTATION = Code(
    "R115",
    "wrong-indentation",
    Severity.ERROR,
    "A line starts further left or right than the lines it belongs with.",
    "The fields of a record start in one column. What belongs to a field, such as the lines of a long text, starts two "
    "spaces further right.\n\n"
    "Move the line. Only spaces count, not tabs.",
    wrong="date: 2023-05-21\n  place: Bakhmut",
    right="date: 2023-05-21\nplace: Bakhmut",
)

SPECIAL_START = Code(
    "R116",
    "special-start",
    Severity.ERROR,
    "A value starts with a character that means something else in YAML.",
    "At the start of a value the characters @ ` % * & ! [ ] { } , | > have a meaning of their own, and so has a hyphen with "
    "a space behind it.\n\n"
    "If it is meant as text, put the whole value in quotation marks. A list goes on lines of its own, each starting with "
    "a hyphen and a space.",
    wrong="by: @reporter",
    right='by: "@reporter"',
)

TEXT_AFTER_QUOTE = Code(
    "R117",
    "text-after-quote",
    Severity.ERROR,
    "Text goes on after the closing quotation mark.",
    "A value that starts with a quotation mark ends at the next one of the same kind.\n\n"
    "Put quotation marks of the other kind around the whole value.",
    wrong='claim: "Bakhmut" is held.',
    right="claim: '\"Bakhmut\" is held.'",
)

UNCLOSED_BRACKET = Code(
    "R118",
    "unclosed-bracket",
    Severity.ERROR,
    "A list in square brackets or a mapping in braces is not closed, or a comma is missing in it.",
    "A value that starts with [ or { is a list or a mapping and must end with ] or }.\n\n"
    "Close it. If it is meant as text, put the whole value in quotation marks.",
    wrong="tags: [front, bulletin",
    right="tags: [front, bulletin]",
)

BAD_ESCAPE = Code(
    "R119",
    "bad-escape",
    Severity.ERROR,
    "A backslash in double quotes is followed by something that YAML does not know.",
    "In double quotes a backslash starts an escape, such as \\n for a new line.\n\n"
    "Use single quotes, where a backslash is a backslash, or write it twice.",
    wrong='note: "C:\\data"',
    right="note: 'C:\\data'",
)

# YAML that is refused

ANCHOR = Code(
    "R120",
    "anchor",
    Severity.ERROR,
    "A YAML anchor (&name) is not accepted.",
    "Anchors let a small file stand for an enormous one, and hide from a reviewer what a value is.\n\n"
    "Delete it. If the value is text that starts with &, put it in quotation marks.",
    wrong="place: &town Bakhmut",
    right="place: Bakhmut",
)

ALIAS = Code(
    "R121",
    "alias",
    Severity.ERROR,
    "A YAML alias (*name) is not accepted.",
    "An alias stands for a value somewhere else, so the line does not say what it means.\n\n"
    "Write the value out. If it is text that starts with *, put it in quotation marks.",
    wrong="place: *town",
    right="place: Bakhmut",
)

TAG = Code(
    "R122",
    "tag",
    Severity.ERROR,
    "A YAML tag (!name) is not accepted.",
    "Tags ask a program to make something other than text, and have been used to run code. Every value here is text, and "
    "the field decides what it means.\n\n"
    "Delete the tag. If the value is text that starts with !, put it in quotation marks.",
    wrong="claim: !important The city is held.",
    right="claim: The city is held.",
)

DIRECTIVE = Code(
    "R123",
    "directive",
    Severity.ERROR,
    "A line that starts with % is a YAML directive, which is not accepted.",
    "Directives change how the rest of the file is to be read. Every content file is read in the same way.\n\n"
    "Delete the line. If it belongs to a text, indent it like the other lines of that text.",
    wrong="%YAML 1.1\n---\nplace: Bakhmut",
    right="place: Bakhmut",
)

MERGE_KEY = Code(
    "R124",
    "merge-key",
    Severity.ERROR,
    "A YAML merge key (<<) is not accepted.",
    "It would copy the fields of another mapping into this one, where a reviewer does not see them.\n\nWrite the fields out.",
    wrong="date:\n  <<: {zone: Europe/Kyiv}\n  phrase: at noon",
    right="date:\n  zone: Europe/Kyiv\n  phrase: at noon",
)

SECOND_DOCUMENT = Code(
    "R125",
    "second-document",
    Severity.ERROR,
    "The file holds more than one YAML document.",
    "A line of three hyphens starts a new document. One file is one record, and the file's name is its id; what follows "
    "is not read.\n\n"
    "Move the rest into a file of its own.",
    wrong="place: Bakhmut\n---\nplace: Kyiv",
    right="place: Bakhmut",
)

ODD_KEY = Code(
    "R126",
    "odd-key",
    Severity.ERROR,
    "The name of a field is missing, or is a list, a mapping or a block of text.",
    "The name of a field is one word before a colon.\n\n"
    "Give the name. If the value starts with a colon, a question mark or a bracket, put it in quotation marks.",
    wrong="? [place]\n: Bakhmut",
    right="place: Bakhmut",
)

DUPLICATE_KEY = Code(
    "R127",
    "duplicate-key",
    Severity.ERROR,
    "A field stands twice in the same record.",
    "YAML programs keep one of the two and silently forget the other, so it would depend on the program what was said.\n\n"
    "Delete one. If there are two values, see the field's description for how to give a list.",
    wrong="place: Bakhmut\nplace: Kyiv",
    right="place: [Bakhmut, Kyiv]",
)

TOO_DEEP = Code(
    "R128",
    "too-deep",
    Severity.ERROR,
    "Lists and mappings are nested more than 8 levels deep.",
    "No field needs more than four levels. Deep nesting is a mistake, or an attempt to stall the build; the file is not read "
    "any further.\n\n"
    "If brackets are meant as text, put the value in quotation marks.",
    wrong="tags: [[[[[[[[[front]]]]]]]]]",
    right="tags: [front]",
)

TOO_MANY_VALUES = Code(
    "R129",
    "too-many-values",
    Severity.ERROR,
    "The file holds more than 2,000 values.",
    "One file records one claim or one registry entry, which takes some dozens of values. The file is not read any further."
    "\n\nSplit it into one file per record.",
)

TEXT_TOO_LONG = Code(
    "R130",
    "text-too-long",
    Severity.ERROR,
    "A text is longer than 8,000 characters.",
    "A claim is a statement and not a document; a source's words are quoted as far as the claim needs them.\n\n"
    "Shorten it, and link to the whole text as a source.",
)

# The files of a project

SYMBOLIC_LINK = Code(
    "R140",
    "symbolic-link",
    Severity.ERROR,
    "A symbolic link stands among the content.",
    "A link could lead to any file of the machine that builds the site, so none is followed.\n\n"
    "Put the file itself there.",
)

FILE_NAME = Code(
    "R141",
    "file-name",
    Severity.ERROR,
    "The name of a file is not made of lower-case letters a-z, digits and single hyphens.",
    "The name before .yml is the record's permanent id. It becomes a web address and is typed into other files, so it must "
    "look and compare the same everywhere. Names that some systems reserve (con, nul, aux ...) and names of more than "
    "100 characters are refused too.\n\n"
    "Rename the file. An id that was already published goes into `aliases`.",
    wrong="content/events/Troops Present.yml",
    right="content/events/troops-present.yml",
)

SAME_NAME = Code(
    "R142",
    "same-name",
    Severity.ERROR,
    "Two files have names that differ only in upper and lower case, in the form of a letter, or in the ending.",
    "On many machines only one of them would exist, and they would be the same id.\n\nRename one of them.",
    wrong="content/events/kyiv.yml, content/events/Kyiv.yml",
    right="content/events/kyiv.yml, content/events/kyiv-reply.yml",
)

MISPLACED_FILE = Code(
    "R143",
    "misplaced-file",
    Severity.ERROR,
    "A file stands where no content is read.",
    "Records stand in content/events, content/sources, content/speakers, content/places, content/topics and "
    "content/narratives, without further folders. A file elsewhere would be silently left out.\n\n"
    "Move it into the folder of its kind. A README.md may stand anywhere.",
    wrong="content/event/kyiv.yml",
    right="content/events/kyiv.yml",
)

WRONG_EXTENSION = Code(
    "R144",
    "wrong-extension",
    Severity.ERROR,
    "A record's file name does not end in .yml.",
    "One ending for all keeps ids unique and spares everybody the guess. The file would otherwise be silently left out.\n\n"
    "Rename the file so that it ends in .yml.",
    wrong="content/events/kyiv.yaml",
    right="content/events/kyiv.yml",
)

UNREADABLE_FILE = Code(
    "R145",
    "unreadable-file",
    Severity.ERROR,
    "A file or folder among the content cannot be read.",
    "It is not an ordinary file or folder, or its permissions do not let it be opened.\n\n"
    "Replace it by an ordinary file, and make it readable.",
)
