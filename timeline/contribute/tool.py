"""The tool as files of a project, so that the project depends on one version of it and on no index having it.

What leaves: a wheel of this very package, a lock that names the wheel and everything that it needs by hash, and the JSON
Schemas by which editors help. The same version gives the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from timeline.fields import RECORDS
from timeline.schema import json_schema

PACKAGE = Path(__file__).parent.parent
LOCK = Path(__file__).parent / "starter" / "requirements.txt"
"""Everything that the tool needs, by hash; written by requirements/renew.py."""

_KEPT_OF_METADATA = ("METADATA", "entry_points.txt", "licenses/LICENSE")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP file can hold."""


def tool_files() -> dict[str, bytes]:
    """Give the tool's files by their path in a project.

    Raises:
        PackageNotFoundError: The package runs without having been installed, so nothing says what it needs.
    """
    installed = distribution("timeline")
    wheel = _wheel(installed)
    path = f"vendor/timeline-{installed.version}-py3-none-any.whl"
    digest = hashlib.sha256(wheel).hexdigest()
    lock = f"# Written by `timeline init`; `timeline init . --update` renews it.\n./{path} --hash=sha256:{digest}\n"
    return {
        path: wheel,
        "requirements.txt": lock.encode() + LOCK.read_bytes(),
        **{f"schema/{name}.json": _schema(name) for name in (*RECORDS, "settings")},
    }


def _schema(name: str) -> bytes:
    return (json.dumps(json_schema(name), ensure_ascii=False, indent=2) + "\n").encode()


def _wheel(installed: Distribution) -> bytes:
    """Pack the package as the specification of wheels has it (https://packaging.python.org/specifications)."""
    info = f"timeline-{installed.version}.dist-info"
    files = dict(_package_files())
    for name in _KEPT_OF_METADATA:
        text = installed.read_text(name)
        if text is None:
            raise PackageNotFoundError(f"timeline: {name}")
        files[f"{info}/{name}"] = text.encode()
    files[f"{info}/WHEEL"] = (
        b"Wheel-Version: 1.0\nGenerator: timeline init\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    )
    record = "".join(f"{path},sha256={_digest(content)},{len(content)}\n" for path, content in files.items())
    files[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n".encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            entry = zipfile.ZipInfo(path, _LONG_AGO)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _package_files() -> Iterator[tuple[str, bytes]]:
    """Give the package's own files; what Python makes beside them stays."""
    for path in sorted(PACKAGE.rglob("*")):
        relative = path.relative_to(PACKAGE.parent)
        if path.is_file() and "__pycache__" not in relative.parts and path.suffix != ".pyc":
            yield relative.as_posix(), path.read_bytes()


def _digest(content: bytes) -> str:
    """As the format of RECORD has it: base64 for addresses, without padding."""
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
