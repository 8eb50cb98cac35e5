"""Codes L, links between records."""

from __future__ import annotations

from timeline.codes.code import Code
from timeline.codes.fields import EVENT
from timeline.diagnostics import Severity

UNKNOWN_ID = Code(
    "L401",
    "unknown-id",
    Severity.ERROR,
    "A value names a record that does not exist.",
    "A value made only of a-z, 0-9 and hyphens is an id: the name of a file in the folder of its kind, without `.yml`. "
    "Usually it is misspelt, or the file was not added.\n\n"
    "A speaker, place or topic without a file may be written as free text; a capital letter or a space tells it from an "
    "id.",
    EVENT.replace("place: bakhmut", "place: bakmut"),
    EVENT,
)
WRONG_KIND = Code(
    "L402",
    "wrong-kind",
    Severity.ERROR,
    "A value names a record of another kind than its field takes.",
    "The id exists, but in another folder: a speaker where a place should stand, for example.",
    EVENT + "by: bakhmut\n",
    EVENT + "by: Zelensky\n",
)
AMBIGUOUS_NAME = Code(
    "L403",
    "ambiguous-name",
    Severity.ERROR,
    "A name fits several records.",
    "Two records share this name, so the name alone cannot tell which is meant. Write the id.",
    EVENT + "by: J. Smith\n",
    EVENT + "by: john-smith\n",
)
ID_TAKEN = Code(
    "L404",
    "id-taken",
    Severity.ERROR,
    "An old id is given to two records.",
    "Every id that was ever published must lead to one record for ever, so an alias cannot repeat another record's id "
    "or alias.",
    EVENT + "aliases: [another-event]\n",
    EVENT + "aliases: [old-id-of-this-event]\n",
)
SELF_RELATION = Code(
    "L405",
    "self-relation",
    Severity.ERROR,
    "A claim is related to itself.",
    "A relation links a claim to another claim that its words address. Write that claim's id, which is the name of its file "
    "without `.yml`; what changed in this very record goes into `history`.",
    EVENT + "relations:\n  - repeats: this-event\n",
    EVENT + "relations:\n  - repeats: another-event\n",
)
UNKNOWN_ANSWER = Code(
    "L406",
    "unknown-answer",
    Severity.ERROR,
    "An answer is not one of the topic's answers.",
    "The answers that can be given to a topic stand in the topic's file, so that claims can be compared. Add the answer "
    "there, or leave it out here.",
    EVENT + "about:\n  who-controlled-bakhmut: nobody\n",
    EVENT + "about:\n  who-controlled-bakhmut: russia-controls\n",
)
SEVERAL_LANES = Code(
    "L407",
    "several-lanes",
    Severity.ERROR,
    "The speakers of a claim stand in different lanes.",
    "A claim stands in one lane. Where several speakers make it together, say in `narrative` which lane it belongs to.",
    EVENT + "by: [zelensky, prigozhin]\n",
    EVENT + "by: [zelensky, prigozhin]\nnarrative: others\n",
)
PLACE_CYCLE = Code(
    "L408",
    "place-cycle",
    Severity.ERROR,
    "Places are parts of one another in a circle.",
    "`part_of` names the place that contains this one. Following it must come to an end.",
    "name: Bakhmut\npart_of: bakhmut\n",
    "name: Bakhmut\n",
)
RESERVED_ID = Code(
    "L409",
    "reserved-id",
    Severity.ERROR,
    "A record has a word for its id, or for an old one, that means something else where ids stand.",
    "`unstated`, `said`, `index` and `no-side-given` have a meaning of their own in files or addresses, so no record can be "
    "named so, nor have such an alias. Rename the file, or leave the alias out.",
    EVENT + "aliases: [index]\n",
    EVENT + "aliases: [old-id-of-this-event]\n",
)
NEARLY_AN_ID = Code(
    "L410",
    "nearly-an-id",
    Severity.WARNING,
    "Free text is written like the id of a record, but for capitals or spaces.",
    "Only text that is exactly an id or a name stands for a record; other text makes a record of its own. Where the two look "
    "alike, the same speaker or place usually was meant, and would otherwise stand on the site twice.",
    EVENT + "about: Who controlled Bakhmut\n",
    EVENT + "about: who-controlled-bakhmut\n",
)
LOOK_ALIKE = Code(
    "L411",
    "look-alike",
    Severity.ERROR,
    "A name or id looks like another one and is written with other characters.",
    "Many Cyrillic and Greek letters look like Latin ones, and some characters cannot be seen at all. A name written with "
    "them is a record of its own, and no reviewer could see that it is not the one it looks like.\n\n"
    "Type the name anew, or write the record's id. Where another spelling is honest, add it to the `names` of the record. "
    "No project can change the severity of this code.",
    EVENT + "by: Zel\u0435nsky\n",
    EVENT + "by: Zelensky\n",
)
