"""The one thing that our own checks look for in `mkdocs.yml`: whether it names our plugin.

What enters: the project's folder. What leaves: a finding where MkDocs would build a site without the timeline. What it
refuses: to judge anything else there. A file that is missing, no plain YAML, or made from another one is MkDocs' to read.
"""

from __future__ import annotations

from pathlib import Path

from timeline.codes import publishing
from timeline.diagnostics import Diagnostic, Span
from timeline.source import LARGEST, read_document
from timeline.source.nodes import Mapping, Node, Scalar, Sequence

CONFIGURATION = "mkdocs.yml"
PLUGIN = "timeline"


def check_configuration(project: Path) -> tuple[Diagnostic, ...]:
    """Say where `mkdocs.yml` leaves out our plugin. A pipe of that name is not waited for."""
    path = project / CONFIGURATION
    try:
        if not path.is_file():
            return ()
        with path.open("rb") as file:
            return check_configuration_text(file.read(LARGEST + 1))
    except OSError:
        return ()


def check_configuration_text(data: bytes) -> tuple[Diagnostic, ...]:
    """Say the same of the bytes of `mkdocs.yml`, wherever they were read from."""
    document, _ = read_document(CONFIGURATION, data)
    if not isinstance(document.root, Mapping):
        return ()
    entries = {entry.key.text: entry for entry in document.root.entries}
    plugins = entries.get("plugins")
    if "INHERIT" in entries or (plugins and PLUGIN in _names(plugins.value)):
        return ()
    span = plugins.key.span if plugins else Span(CONFIGURATION)
    hint = "add `- timeline` to its list" if plugins else "add a line `plugins: [timeline]`"
    return (
        publishing.PLUGIN_LEFT_OUT.at(
            span, "mkdocs.yml does not name the plugin `timeline`, so no site can be built", hint=hint
        ),
    )


def _names(plugins: Node) -> set[str]:
    """Give the names of plugins, with or without settings."""
    items = plugins.items if isinstance(plugins, Sequence) else (plugins,)
    names = {item.text for item in items if isinstance(item, Scalar)}
    return names | {entry.key.text for item in items if isinstance(item, Mapping) for entry in item.entries}
