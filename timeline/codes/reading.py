"""Codes R, reading files: bytes, characters and YAML."""

from __future__ import annotations
