"""The sink that hands the compiled pages to MkDocs: the only importer of `mkdocs`.

What enters: a project, and MkDocs' own configuration. What leaves: a site. `plugin` is what MkDocs loads by the name
`timeline`; `run` starts MkDocs for our own commands.
"""

from __future__ import annotations

from timeline.mkdocs_plugin.plugin import TimelinePlugin

__all__ = ["TimelinePlugin"]
