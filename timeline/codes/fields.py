"""Codes F, the fields of a record."""

from __future__ import annotations
