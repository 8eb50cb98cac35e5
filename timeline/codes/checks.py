"""Codes C, checks across records."""

from __future__ import annotations
