"""Codes P, publishing: pages, links inside the site, settings of the site."""

from __future__ import annotations

from timeline.codes.code import Code
from timeline.diagnostics import Severity

BROKEN_INTERNAL_LINK = Code(
    id="P101",
    name="broken-internal-link",
    severity=Severity.ERROR,
    summary="A generated page links to an address inside the site that does not exist.",
    explanation=(
        "Every link, image and jump mark that the generated pages contain is checked before anything is written. "
        "Contributors cannot cause this finding: the compiler made the link, so it is a mistake in the program. "
        "Please report it together with the record that the message names.\n\n"
        "A hand-written page in docs/ that replaces a generated one may also cause it, when other pages link to a "
        "part of the page that it replaced. Then add the missing heading to the hand-written page, or remove the page."
    ),
)

TWO_FILES_ONE_ADDRESS = Code(
    id="P102",
    name="two-files-one-address",
    severity=Severity.ERROR,
    summary="Two pages of the site would have the same address.",
    explanation=(
        "Each page needs an address of its own. Contributors cannot cause this finding: ids, aliases and words that no "
        "record may be named are checked before any page is made, so it is a mistake in the program. Please report it "
        "together with the record that the message names."
    ),
)

HANDWRITTEN_PAGE_WINS = Code(
    id="P201",
    name="handwritten-page-wins",
    severity=Severity.NOTE,
    summary="A hand-written file in docs/ stands in for a generated one.",
    explanation=(
        "A file in docs/ whose path is that of a generated file replaces it. This is how a project replaces, for "
        "example, the method page with one of its own. Nothing is wrong; the note is there so that nobody wonders where "
        "the generated page went.\n\n"
        "To get the generated page back, remove or rename the file in docs/."
    ),
)

UNKNOWN_CODE_IN_SEVERITIES = Code(
    id="P301",
    name="unknown-code-in-severities",
    severity=Severity.ERROR,
    summary="`severities` in timeline.yml names a code that does not exist.",
    explanation=(
        "`severities` changes how much a finding weighs in this project. Its keys are codes or their names, as "
        "`timeline explain` and the page of codes list them. A key that is neither would silently do nothing, so it "
        "is refused."
    ),
    wrong="severities:\n  no-such-code: off",
    right="severities:\n  long-excerpt: note",
)

SEVERITY_IS_FIXED = Code(
    id="P302",
    name="severity-is-fixed",
    severity=Severity.ERROR,
    summary="`severities` in timeline.yml tries to change a finding that keeps readers safe.",
    explanation=(
        "Codes that begin with R1 stand for bytes, characters and YAML features that could deceive a reader, harm a "
        "reader's browser or exhaust the machine that builds the site. No project can switch them off or make them "
        "weaker, since a pull request could do so too.\n\nRemove the line from timeline.yml and mend the file instead."
    ),
    wrong="severities:\n  R101: off",
    right="severities:\n  long-excerpt: note",
)

PLUGIN_LEFT_OUT = Code(
    id="P303",
    name="plugin-left-out",
    severity=Severity.WARNING,
    summary="mkdocs.yml does not name the plugin `timeline`.",
    explanation=(
        "The pages of the timeline come into the site by way of the plugin `timeline`. Without it, MkDocs would build a "
        "site of the files in docs/ alone, so `build` and `serve` refuse to start.\n\n"
        "Write `plugins: [timeline]` in mkdocs.yml. The search of the site comes with it; MkDocs’ own plugin `search` is "
        "switched off where it is listed too."
    ),
)

NO_GLYPH = Code(
    id="P401",
    name="no-glyph",
    severity=Severity.WARNING,
    summary="No font of the dossier can draw a character.",
    explanation=(
        "The dossier is set in fonts that travel with the program: Latin, Cyrillic, Greek, Arabic, Hebrew, Georgian, "
        "Armenian, many signs and emoji. A character of another script has no picture in them. The dossier prints its "
        "code point in brackets, such as [U+4E2D], so that nobody takes it for nothing; the site is not affected, since "
        "browsers bring fonts of their own.\n\n"
        "To have it printed, put a font that has the character into the folder fonts/ of the project, as a TTF or OTF "
        "file, with its licence. For Chinese, Japanese and Korean, Noto Sans CJK and Noto Serif CJK are free to use. "
        "Where the character was a slip of the keyboard, mend it in the file instead."
    ),
)

DOSSIER_NOT_PRINTED = Code(
    id="P402",
    name="dossier-not-printed",
    severity=Severity.ERROR,
    summary="The dossier could not be printed.",
    explanation=(
        "The typesetter gave up, or was ended by the system. Contributors cannot cause this by what they write; it is "
        "either a mistake in the program, a broken file in the folder fonts/ of the project, or a lack of memory, for "
        "which the message says that the typesetter was ended.\n\n"
        "The site can be built without the dossier: `build --no-pdf` once, or `pdf: false` in timeline.yml. Please report "
        "it with the message, and with the record that it names if it names one."
    ),
)
