"""Asks the web addresses of a timeline whether they still answer. The only part of the program that uses a network.

What enters: the content files. What leaves: one answer for each address, findings, and a report as data. What it refuses:
to connect to anything but public addresses, after every redirect; to wait or to read without limit; to ask where a host's
robots.txt says no; to ask one host twice at a time. It is never part of a check or a build.
"""

from __future__ import annotations

from timeline.addresses.answers import Answer, Outcome
from timeline.addresses.collect import Address, addresses_in
from timeline.addresses.findings import as_report, findings_of
from timeline.addresses.network import Network
from timeline.addresses.rounds import Manners, ask_all

__all__ = [
    "Address",
    "Answer",
    "Manners",
    "Network",
    "Outcome",
    "addresses_in",
    "as_report",
    "ask_all",
    "findings_of",
]
