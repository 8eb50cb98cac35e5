"""Codes P, publishing: pages, links inside the site, settings of the site."""

from __future__ import annotations
