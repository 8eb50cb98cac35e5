"""Every command and every option is documented, and nothing else is."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from timeline.cli import COMMANDS, EXAMPLES, commands
from timeline.commands import explain

ROOT = Path(__file__).resolve().parents[2]
TYPED = re.compile(r"(?:python3 build\.py|\btimeline)(?: (?P<arguments>[^`\n#]*))?")


def printed() -> Iterator[str]:
    """Give what stands behind the program's name in every example of the help texts, the README and the docs."""
    for _, typed in (*EXAMPLES, *explain.EXAMPLES):
        yield typed
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        for part in (*re.findall(r"`([^`\n]+)`", text), *re.findall(r"^(?: {4})?(.+)$", text, re.MULTILINE)):
            if part.startswith(("python3 build.py", "timeline build", "timeline serve")) and (
                found := TYPED.match(part)
            ):
                yield (found["arguments"] or "").strip()
            elif part.startswith(("explain ", "emit ", "export ", "check ")) and "[" not in part:
                yield part.strip()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, list(arguments), prog_name="timeline")


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


def test_examples_are_found() -> None:
    found = set(printed())
    assert {"", "serve", "build", "explain D301", "serve --project ../my-timeline"} <= found
    assert 'explain "on Monday" --anchor 2024-03-06' in found, "in docs/adding-a-claim.md"
    assert len(found) > 15


@pytest.mark.parametrize("typed", sorted(set(printed())))
def test_every_printed_command_can_be_typed(typed: str) -> None:
    name, *arguments = shlex.split(typed) or ["build"]
    if name == "test":  # of build.py itself
        return
    if name.startswith("-"):
        name, arguments = "build", [name, *arguments]
    if name == "COMMAND":
        return
    command = commands.get_command(click.Context(commands), name)
    assert command is not None
    if name == "explain":
        result = CliRunner().invoke(commands, [name, *arguments])
        assert result.exit_code == 0, result.output
    else:
        command.make_context(name, arguments)


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_texts_hold_no_marks_of_the_library(name: str) -> None:
    said = run(*([name] if name else []), "--help").stdout
    assert "\\b" not in said
    assert "\b" not in said
    assert not re.search(r"Examples:.*timeline", said), "one example a line"


def test_examples_in_help_texts_name_the_program_as_it_was_started() -> None:
    said = CliRunner().invoke(commands, ["explain", "--help"], prog_name="python3 build.py").stdout
    assert '\n  python3 build.py explain "on the 21st" --anchor 2023-05-22\n' in said
