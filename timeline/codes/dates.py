"""Codes D, dates and their resolution."""

from __future__ import annotations
