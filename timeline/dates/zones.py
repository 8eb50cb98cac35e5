"""Time zones by IANA name, read from the pinned `tzdata` package and from nowhere else.

What enters: a zone name such as `Europe/Kyiv`, or an offset such as `+03:00`. What leaves: a `tzinfo`, or `None` for
a name that the package does not know. The operating system's own zone files are never consulted, because two machines
with different files would place the same phrase at different instants.
"""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from importlib.util import find_spec


def _folder() -> str:
    """Find the zone files of the `tzdata` package, which is data and needs no import."""
    found = find_spec("tzdata")
    locations = list(found.submodule_search_locations or ()) if found is not None else []
    if not locations:
        raise ModuleNotFoundError("the package tzdata is not installed")
    return os.path.join(locations[0], "zoneinfo")  # noqa: PTH118 -- pathlib takes a tenth of the import time


_ROOT = _folder()
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_+-]{0,30}(?:/[A-Za-z0-9_+-]{1,30}){0,2}")
_OFFSET = re.compile(r"([+-−])(\d{1,2})(?::?(\d\d))?")


@lru_cache(maxsize=256)
def zone_of(name: str) -> tzinfo | None:
    """Return the zone of an IANA name, `UTC`, `Z`, or an offset such as `+03:00`; `None` when there is no such zone."""
    if name in {"UTC", "Z", "z"}:
        return UTC
    offset = _OFFSET.fullmatch(name)
    if offset is not None:
        return offset_of(offset[1], int(offset[2]), int(offset[3] or 0))
    if _NAME.fullmatch(name) is None:
        return None
    from zoneinfo import ZoneInfo  # noqa: PLC0415 -- most phrases need no zone

    try:
        with open(os.path.join(_ROOT, *name.split("/")), "rb") as file:  # noqa: PTH118, PTH123
            return ZoneInfo.from_file(file, key=name)
    except (OSError, ValueError):
        return None


def zone_hint(name: str) -> str:
    """Return a hint for a name that is no zone, with the nearest of the names in the package where there is one."""
    from difflib import get_close_matches  # noqa: PLC0415 -- for a mistake only

    near = get_close_matches(name[:60].lower(), _names(), n=1, cutoff=0.75)
    if not near:
        last = name[:60].rpartition("/")[2].lower()  # "Portugal/Lisbon"
        cities = {known.rpartition("/")[2]: known for known in sorted(_names(), reverse=True)}
        near = (
            [cities[found] for found in get_close_matches(last, cities, n=1, cutoff=0.85)]
            if len(last) > 3
            else []
        )
    if near:
        return f"did you mean {_names()[near[0]]}?"
    return "use an IANA name such as Europe/Kyiv, or an offset such as +03:00"


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Every current name in the package's own table, by its lower-case form; old names such as Europe/Kiev are read too."""
    with open(os.path.join(_ROOT, "zone.tab"), encoding="utf-8") as file:  # noqa: PTH118, PTH123
        rows = [line.split("\t") for line in file if not line.startswith("#")]
    return {row[2].strip().lower(): row[2].strip() for row in rows}


def offset_of(sign: str, hours: int, minutes: int) -> tzinfo | None:
    """Return a fixed offset from UTC; `None` beyond the 14 hours that any place on earth uses."""
    if minutes > 59 or hours * 60 + minutes > 14 * 60:
        return None
    shift = timedelta(hours=hours, minutes=minutes)
    return timezone(shift if sign == "+" else -shift)


def localize(moment: datetime, zone: tzinfo) -> datetime:
    """Attach a zone to a local time; a time that the clocks skipped becomes the instant at which they jumped over it."""
    aware = moment.replace(tzinfo=zone)
    if is_gap(moment, zone):
        return aware.replace(fold=0).astimezone(UTC).astimezone(zone)
    return aware


def is_gap(moment: datetime, zone: tzinfo) -> bool:
    """Tell whether the clocks of the zone skipped this local time."""
    early, late = moment.replace(tzinfo=zone, fold=0), moment.replace(tzinfo=zone, fold=1)
    return _offset(early) < _offset(late)


def is_fold(moment: datetime, zone: tzinfo) -> bool:
    """Tell whether this local time occurred twice in the zone."""
    early, late = moment.replace(tzinfo=zone, fold=0), moment.replace(tzinfo=zone, fold=1)
    return _offset(early) > _offset(late)


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta(0)
