"""Every command and every option is documented, and nothing else is."""

import re
from pathlib import Path

import click
import pytest

from timeline.cli import COMMANDS, commands


@pytest.fixture(scope="module")
def sections(repository: Path) -> dict[str, str]:
    text = (repository / "docs" / "commands.md").read_text(encoding="utf-8")
    _, *rest = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return dict(zip(rest[::2], rest[1::2], strict=True))


def test_every_command_has_a_section_and_no_other_has(sections: dict[str, str]) -> None:
    assert list(sections) == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_documented(sections: dict[str, str], name: str) -> None:
    command = commands.get_command(click.Context(commands), name)
    assert command is not None
    options = {each for option in command.params if isinstance(option, click.Option) for each in option.opts}
    documented = {
        each for each in options if re.search(rf"(?<![\w-]){re.escape(each)}(?![\w-])", sections[name])
    }
    assert options - documented <= {"--project", "-v", "--verbose"}
    mentioned = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", sections[name]))
    assert mentioned <= options, "documented and not there"
