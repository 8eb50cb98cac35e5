"""What a branch changes, written down: Markdown for a pull request, JSON for programs."""

from __future__ import annotations

from timeline.contribute.summary.document import json_summary
from timeline.contribute.summary.markdown import LIMIT, markdown_summary

__all__ = ["LIMIT", "json_summary", "markdown_summary"]
