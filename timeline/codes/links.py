"""Codes L, links between records."""

from __future__ import annotations
