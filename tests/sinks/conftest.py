"""A small project, built once for all tests of the sinks."""

from pathlib import Path

import pytest

from tests.once import once_for_all
from tests.small_project import mkdocs, write_project


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the small project once for all processes; tests that change it write their own."""

    def write(folder: Path) -> None:
        write_project(folder)

    return once_for_all(tmp_path_factory, "a project", write)


@pytest.fixture(scope="session")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the small project with plain `mkdocs build --strict`."""

    def build(target: Path) -> None:
        done = mkdocs(project, "build", "--strict", "--site-dir", str(target))
        assert done.returncode == 0, done.stderr

    return once_for_all(tmp_path_factory, "site-of-a-project", build)
