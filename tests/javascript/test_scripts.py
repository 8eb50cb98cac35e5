"""The scripts of the pages: their types hold, and together they stay small.

The type checker is TypeScript's, pinned in package.json beside this file. It is installed by npm where there is one, and
nothing but this test uses it.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from timeline.resources import ASSETS, asset_files

HERE = Path(__file__).parent
CHECKER = HERE / "node_modules" / "typescript" / "bin" / "tsc"
MOST = 30 * 1024
"""Bytes of all scripts together, each compressed as a server would."""


@pytest.fixture
def checker() -> list[str]:
    """Return the command that checks types; without Node, or a registry to install the checker from, skip."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None:
        pytest.skip(
            "the types of the scripts were not checked: no Node here; on Debian: apt-get install nodejs npm"
        )
    if not _is_installed():
        if npm is None:
            pytest.skip(
                "the types of the scripts were not checked: no npm here; on Debian: apt-get install npm"
            )
        installed = subprocess.run(
            [npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"],
            cwd=HERE,
            env={**os.environ, "npm_config_fetch_retries": "1"},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        if installed.returncode or not _is_installed():
            pytest.skip(
                f"the types of the scripts were not checked: npm ci failed: {installed.stderr[-300:]}"
            )
    return [node, str(CHECKER)]


def _is_installed() -> bool:
    """Tell whether the very version that is pinned is there."""
    if not CHECKER.is_file():
        return False
    pinned = (HERE / "package.json").read_text("utf-8").partition('"typescript": ')[2].split('"')[1]
    return f'"version": "{pinned}"' in (CHECKER.parent.parent / "package.json").read_text("utf-8")


def scripts() -> Mapping[str, bytes]:
    return {path: content for path, content in asset_files().items() if path.endswith(".js")}


@pytest.mark.slow
def test_a_checker_accepts_the_types_of_all_scripts(checker: list[str]) -> None:
    done = subprocess.run(
        [*checker, "--project", str(HERE), "--listFiles"],
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    assert done.returncode == 0, done.stdout
    seen = {Path(line).name for line in done.stdout.splitlines() if "/assets/js/" in line}
    assert seen == {Path(path).name for path in scripts()}


def test_every_script_asks_to_be_checked() -> None:
    sources = list((ASSETS / "js").glob("*.js"))
    assert len(sources) == len(scripts())
    assert [path for path in sources if not path.read_text("utf-8").startswith("// @ts-check\n")] == []


def test_all_scripts_together_are_small() -> None:
    sizes = {path: len(gzip.compress(content)) for path, content in scripts().items()}
    assert sum(sizes.values()) <= MOST, sizes


def test_comments_stay_at_home_and_all_else_is_served() -> None:
    for path, content in scripts().items():
        text = content.decode()
        source = (ASSETS / "js" / Path(path).name).read_text("utf-8")
        assert not any(
            line.lstrip().startswith("//") or (line.lstrip().startswith("/**") and "*/ " not in line)
            for line in text.splitlines()
        ), path
        kept = [line for line in text.splitlines() if line.strip()]
        remaining = iter(line for line in source.splitlines() if line.strip())
        assert all(line in remaining for line in kept), f"{path}: lines in their order, none of them changed"
        left_out = set(source.splitlines()) - set(text.splitlines())
        assert all(line.lstrip().startswith(("/**", "*", "//")) for line in left_out if line.strip()), path


def test_no_script_stores_anything() -> None:
    for path, content in scripts().items():
        for word in (b"localStorage", b"sessionStorage", b"indexedDB", b"document.cookie", b"eval("):
            assert word not in content, (path, word)
