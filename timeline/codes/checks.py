"""Codes C, checks across records."""

from __future__ import annotations

from timeline.codes.code import Code
from timeline.codes.fields import EVENT
from timeline.diagnostics import Severity

NO_ADDRESS = Code(
    "C501",
    "no-address",
    Severity.WARNING,
    "A source has no address and does not say why.",
    "Readers should be able to go to the document themselves. Where there is no address, `no_url` tells them why: a "
    "leaflet, a private letter, a text that reached us without one.",
    "title: Report of 22 May\n",
    "title: Report of 22 May\nno_url: Printed leaflet.\n",
)
LONG_EXCERPT = Code(
    "C502",
    "long-excerpt",
    Severity.WARNING,
    "An excerpt is longer than 60 words.",
    "An excerpt shows the words that carry the claim and its date. More than that is a copy of somebody's work, which "
    "copyright does not allow.",
    EVENT.replace(
        "source: bakhmut-article", "source:\n  id: bakhmut-article\n  excerpt: >-\n    " + "word " * 61
    ),
    EVENT.replace(
        "source: bakhmut-article", "source:\n  id: bakhmut-article\n  excerpt: He said so on the 21st."
    ),
)
HALF_A_POSITION = Code(
    "C503",
    "half-a-position",
    Severity.ERROR,
    "A place has a latitude without a longitude, or a position without its exactness.",
    "A position is drawn as exactly as it is known and never finer, so all three belong together.",
    "name: Bakhmut\nlatitude: 48.595\n",
    "name: Bakhmut\nlatitude: 48.595\nlongitude: 38.000\nexactness: locality\n",
)
TOO_MANY_LANES = Code(
    "C504",
    "too-many-lanes",
    Severity.WARNING,
    "There are more than seven narratives.",
    "More than seven lanes can neither be told apart by colour and shape nor be read side by side. Bring those together "
    "that tell the same story.",
)
SAID_BEFORE_DATE = Code(
    "C505",
    "said-before-date",
    Severity.WARNING,
    "A claim was said before the thing it claims, and is not a forecast.",
    "Usually one of the two dates is mistaken, or was read from the wrong anchor. A claim about what is still to come has "
    "`kind: forecast`.",
    EVENT.replace("date: on the 21st", "date: 22 May 2023\nsaid: 21 May 2023"),
    EVENT.replace("date: on the 21st", "date: 22 May 2023\nsaid: 21 May 2023\nkind: forecast"),
)
SAID_AFTER_PUBLICATION = Code(
    "C506",
    "said-after-publication",
    Severity.WARNING,
    "A claim was said after its source was published.",
    "A document cannot report what was said later. One of the two dates is mistaken, or the source was changed after its "
    "publication: then give it `updated`.",
    EVENT + "said: 1 July 2023\n",
    EVENT + "said: on the 22nd\n",
)
CONTRADICTS_HIMSELF = Code(
    "C507",
    "contradicts-himself",
    Severity.WARNING,
    "One speaker gives two different answers to one topic for the same time.",
    "Speakers do change their words; then the later claim `retracts` or `clarifies` the earlier one, if its words say so. "
    "Often, though, one of the answers was coded by mistake, or the dates are not the same.",
    EVENT + "by: zelensky\nabout:\n  who-controlled-bakhmut: russia-controls\n",
    EVENT
    + "by: zelensky\nabout:\n  who-controlled-bakhmut: russia-controls\nrelations:\n  - retracts: zelensky-troops-present\n",
)
DATE_AFTER_PUBLICATION = Code(
    "C508",
    "date-after-publication",
    Severity.WARNING,
    "A claim is about something later than the publication of its source, and is not a forecast.",
    "A document cannot report what happens later; it can only foretell it. Either one of the two dates is mistaken, or "
    "the claim has `kind: forecast`. A source that was changed after its publication gets `updated`.",
    EVENT.replace("date: on the 21st", "date: 1 July 2023"),
    EVENT.replace("date: on the 21st", "date: 1 July 2023\nkind: forecast"),
)
CAPTURED_BEFORE_PUBLICATION = Code(
    "C509",
    "captured-before-publication",
    Severity.WARNING,
    "A copy of a source is dated before the source was published.",
    "One of the two dates is mistaken, or the copy is one of an earlier version: then `published` belongs to that one.",
    "title: Report of 22 May\nno_url: Printed leaflet.\npublished: 22 May 2023\ncaptured: 20 May 2023\n",
    "title: Report of 22 May\nno_url: Printed leaflet.\npublished: 22 May 2023\ncaptured: 24 May 2023\n",
)
WORDS_OF_A_REMOVED_CLAIM = Code(
    "C510",
    "words-of-a-removed-claim",
    Severity.WARNING,
    "The file of a removed claim still holds its words.",
    "No page and no data file shows anything of a removed claim but that it was removed. The file itself is public, though, "
    "wherever the repository is, so delete everything but `status` and `aliases`. What was committed before stays in the "
    "history of the repository until that is rewritten.",
    EVENT + 'status:\n  kind: removed\n  reason: safety\n  date: "2023-06-01"\n',
    'status:\n  kind: removed\n  reason: safety\n  date: "2023-06-01"\n',
)
PUBLISHER_BETWEEN = Code(
    "C511",
    "publisher-between",
    Severity.WARNING,
    "`via` names the publisher of the source that we hold.",
    "`via` is the chain through which a claim reached the source: a news agency that the article quotes, for example. Who "
    "published the article itself stands in the source's own record.",
    "date: on the 21st\nplace: bakhmut\nclaim: The city has not been occupied.\nvia: Example News\n"
    "source:\n  title: Report\n  url: https://example.org/report\n  publisher: Example News\n  published: 22 May 2023\n",
    "date: on the 21st\nplace: bakhmut\nclaim: The city has not been occupied.\n"
    "source:\n  title: Report\n  url: https://example.org/report\n  publisher: Example News\n  published: 22 May 2023\n",
)
RELATION_CIRCLE = Code(
    "C512",
    "relation-circle",
    Severity.WARNING,
    "Claims clarify, retract or repeat one another in a circle.",
    "Who clarifies, takes back or repeats a claim speaks after it, so only the later one of two can do it, and no chain of "
    "such relations leads back to its beginning. Leave out the relation of the claim that was made first. Claims may well "
    "dispute each other or agree with each other: `disputes` and `agrees_with` are not looked at.",
    "# this-event.yml; told-again.yml has `repeats: this-event`\n"
    + EVENT
    + "relations:\n  - repeats: told-again\n",
    "# this-event.yml; told-again.yml has `repeats: this-event`\n" + EVENT,
)
RELATION_WITHOUT_WORDS = Code(
    "C513",
    "relation-without-words",
    Severity.WARNING,
    "A claim disputes or clarifies another, and no words on file show that it does.",
    "A dispute is made by words that address the other claim; that two claims cannot both be true is the reader's to see. "
    "Give the words in `quote`, or as the `excerpt` of a source. If there are none, leave the relation out: claims with "
    "different answers to one topic are shown side by side, and “differs from” is computed.",
    EVENT + "relations:\n  - disputes: zelensky-troops-present\n",
    EVENT.replace(
        "source: bakhmut-article",
        "source:\n  id: bakhmut-article\n  excerpt: Contrary to what Zelensky said, nobody is left there.",
    )
    + "relations:\n  - disputes: zelensky-troops-present\n",
)
NEAR_DUPLICATE = Code(
    "C514",
    "near-duplicate",
    Severity.WARNING,
    "Two claims by the same speaker, from the same source and of the same time, say nearly the same.",
    "Usually two people entered one statement. It would be shown and counted twice, and corrected once. Keep one file, and "
    "add the id of the other to its `aliases`. If it was said twice, the later claim `repeats` the earlier one.\n\n"
    "Claims of which 85 in 100 words are common are taken for nearly the same, unless each names a person, a place or a "
    "number that the other does not, or only one of them denies something; or unless a relation, their places, their "
    "answers or their figures tell them apart. Withdrawn claims are left out.",
    "# zelensky-troops-present.yml has these words too\n"
    + EVENT.replace("The city has not been occupied.", "Ukrainian troops are still present in the city.")
    + "by: zelensky\n",
    "# zelensky-troops-present.yml has these words too\n"
    + EVENT.replace("The city has not been occupied.", "Ukrainian troops are still present in the city.")
    + "by: zelensky\nrelations:\n  - repeats: zelensky-troops-present\n",
)
SWAPPED_COORDINATES = Code(
    "C515",
    "swapped-coordinates",
    Severity.WARNING,
    "A place is near the others only if its latitude and longitude are exchanged.",
    "Maps and data give the two in either order. `latitude` is degrees north, from -90 to 90; `longitude` is degrees east. "
    "The place is compared with the one that contains it (`part_of`) if that has a position, else with all other places: "
    "exchanged, it would lie within some four degrees of at least two others, and of twice as many as lie within six "
    "degrees of where it is, itself counted. If it is right as it stands, `part_of` a place with a position near it says so.",
    "name: Bakhmut\nlatitude: 38.0\nlongitude: 48.6\nexactness: locality\npart_of: eastern-region\n",
    "name: Bakhmut\nlatitude: 48.6\nlongitude: 38.0\nexactness: locality\npart_of: eastern-region\n",
)
FAR_FROM_CONTAINER = Code(
    "C516",
    "far-from-container",
    Severity.WARNING,
    "A place lies far from the place that it is part of.",
    "Usually a sign or a digit is wrong, or `part_of` means another place of the same name. How far is too far depends on "
    "how exact the position of the containing place is: 5 km if `exact`, 30 if `vicinity`, 75 if `locality`, 1,000 if "
    "`region`. These bounds are wide, since only the distance between two points is known: they find slips of the pen, and "
    "say nothing about where a town or a country ends or whose it is. A place so large that its parts lie further from its "
    "middle is better off without a position.",
    "name: Bakhmut\nlatitude: 48.6\nlongitude: -38.0\nexactness: locality\npart_of: eastern-region\n",
    "name: Bakhmut\nlatitude: 48.6\nlongitude: 38.0\nexactness: locality\npart_of: eastern-region\n",
)
FINER_THAN_KNOWN = Code(
    "C517",
    "finer-than-known",
    Severity.WARNING,
    "Coordinates have more decimals than their stated exactness can bear.",
    "Five decimals of a degree are one metre: a door. A `vicinity` or a `locality` bears three (100 metres), a `region` two "
    "(one kilometre). The site rounds what it shows, but the file is public as well wherever the repository is, so decimals "
    "that are not to be known must not stand there. If more is known and may be told, the exactness is another.",
    "name: Bakhmut\nlatitude: 48.59512\nlongitude: 38.00037\nexactness: locality\n",
    "name: Bakhmut\nlatitude: 48.595\nlongitude: 38.000\nexactness: locality\n",
)
UNLIKE_UNITS = Code(
    "C518",
    "unlike-units",
    Severity.WARNING,
    "Claims give the same measure on one topic in different units.",
    "Figures of one measure are set side by side, and nobody can compare kilometres with miles at a glance, or a program "
    "“drone” with “drones”. Write both in one unit if that changes no number that was said. If the claims count different "
    "things, give the measures different names. A figure without a unit counts what its measure names.",
    "# another claim about this topic gives the advance in km\n"
    + EVENT
    + "about: who-controlled-bakhmut\nfigures:\n  advance:\n    value: 2\n    unit: miles\n",
    "# another claim about this topic gives the advance in km\n"
    + EVENT
    + "about: who-controlled-bakhmut\nfigures:\n  advance:\n    value: 3.2\n    unit: km\n",
)
SINGLE_ANSWER = Code(
    "C519",
    "single-answer",
    Severity.WARNING,
    "A topic lists a single answer.",
    "A question to which only one answer may be given takes a side: every claim either gives it or says nothing. List the "
    "answers that the other speakers give as well. If the topic is an occurrence and no question, it has no `answers`.",
    "title: Was the bridge blown up?\nanswers:\n  blown-up: It was blown up\n",
    "title: What happened to the bridge?\nanswers:\n  blown-up: It was blown up\n  collapsed: It collapsed\n",
)
ANSWER_NEVER_GIVEN = Code(
    "C520",
    "answer-never-given",
    Severity.NOTE,
    "A topic lists an answer that no claim gives, while claims give others.",
    "Perhaps the claims that give it are not coded yet, or it was given under another id. It may well stand on the list for "
    "the sake of fairness, to show that nobody on file says so. Topics that no claim answers at all are not noted.",
    "# the topic also lists `russia-controls`, which no other claim gives\n"
    + EVENT
    + "about:\n  who-controlled-bakhmut: ukrainian-troops-present\n",
    "# the topic also lists `russia-controls`, which no other claim gives\n"
    + EVENT
    + "about:\n  who-controlled-bakhmut: russia-controls\n",
)
NEVER_USED = Code(
    "C521",
    "never-used",
    Severity.NOTE,
    "No claim and no other record uses a record.",
    "A speaker is used by `by`, `via` and the publisher of a source; a place by `place`, `said_at` and `part_of`; a topic by "
    "`about`; a source by `source`; a narrative by its speakers and claims. A record that none of them names has a page "
    "with nothing on it. Often a claim spells the name in another way, so that it became a record of its own.\n\n"
    "Look at this after a claim was removed for somebody's safety: what nothing else mentions is not published any more, but "
    "its file still shows it to whoever looks into the repository. Delete it as well.",
)
NO_ARCHIVE_COPY = Code(
    "C522",
    "no-archive-copy",
    Severity.NOTE,
    "A source on the web has no copy that outlasts its page.",
    "Pages change and vanish, those on contested events sooner than others, and then nobody can check a claim any more. "
    "Save the page in a web archive and give its address in `archive_url`; or keep a file and give `file` and `sha256`. "
    "This is a note and no warning, since it can be made good at any time before the page is gone. A bare address in an "
    "event file is left alone. `severities: {no-archive-copy: warning}` in `timeline.yml` asks for more.",
    "title: Report of 22 May\nurl: https://example.org/report\n",
    "title: Report of 22 May\nurl: https://example.org/report\n"
    "archive_url: https://archive.example.org/2023/report\n",
)
DATED_BY_A_REMOVED_CLAIM = Code(
    "C523",
    "dated-by-a-removed-claim",
    Severity.WARNING,
    "A date is read from a claim that was removed, or limited by it.",
    "“Two days later” tells the day of the removed claim to everybody who can subtract. So the date is shown in the words of "
    "its source and as not known, and the limit is left out. Read it from something else, such as another claim or a date, "
    "unless that would give the day away as well. A phrase that needs no anchor keeps its date.",
    "# what-was-seen.yml was removed\n"
    + EVENT.replace("date: on the 21st", "date:\n  phrase: two days later\n  anchor: what-was-seen"),
    "# what-was-seen.yml was removed\n" + EVENT.replace("date: on the 21st", "date: unstated"),
)
