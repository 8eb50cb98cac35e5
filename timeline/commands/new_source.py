"""A source that is described along with the claim that cites it, by options or in an issue.

What enters: a claim whose source is an address or a title, and what was said of it. What leaves: the claim, which cites the
source by its id, and the record of the source. Without it a phrase such as “on Monday” would have nothing to be read from.
"""

from __future__ import annotations

from collections.abc import Mapping

import click

from timeline.catalogue import folded
from timeline.commands.given import Given
from timeline.commands.talk import say
from timeline.contribute.composing import Record
from timeline.contribute.naming import id_from
from timeline.contribute.trial import OnFile
from timeline.contribute.writing import Data
from timeline.source.folder import CONTENT


def with_new_source(
    on_file: OnFile, folder: str, record: Record, given: Given
) -> tuple[Record, dict[str, Record]]:
    """Make the source that a claim's options describe.

    Returns:
        The claim, and the new record by its path; nothing new where the source is on file.

    Raises:
        click.UsageError: There is no source to describe.
    """
    title, published = given["source_title"], given["source_published"]
    if not title and not published:
        return record, {}
    cited = record.get("source")
    words = cited.get("id") if isinstance(cited, Mapping) else cited
    if folder != "events" or not isinstance(words, str):
        raise click.UsageError("--source-title and --source-published describe the --source of a claim")
    if _is_on_file(on_file, words):
        say(f"“{words}” is on file: its title and publication are not taken over")
        return record, {}
    is_address = words.startswith(("https://", "http://"))
    source: Record = {"title": str(title or words)}
    source |= {"url": words} if is_address else {}
    source |= {"published": str(published)} if published else {}
    name = words.partition("://")[2] if is_address and not title else str(source["title"])
    source_id = id_from(name, on_file.taken("sources"), kind="source")
    cites: Data = {**cited, "id": source_id} if isinstance(cited, Mapping) else source_id
    return {**record, "source": cites}, {f"{CONTENT}/sources/{source_id}.yml": source}


def _is_on_file(on_file: OnFile, words: str) -> bool:
    return any(
        not source.inline
        and (
            words == source.id
            or folded(words) in {folded(name) for name in (source.title, source.url) if name}
        )
        for source in on_file.timeline.sources.values()
    )
