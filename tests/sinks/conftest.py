"""A small project, built once for all tests of the sinks."""

from pathlib import Path

import pytest

from tests.small_project import mkdocs, write_project


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the small project once; tests that change it write their own."""
    return write_project(tmp_path_factory.mktemp("a project"))


@pytest.fixture(scope="session")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the small project with plain `mkdocs build --strict`."""
    target = tmp_path_factory.mktemp("built") / "site"
    done = mkdocs(project, "build", "--strict", "--site-dir", str(target))
    assert done.returncode == 0, done.stderr
    return target
