"""build.py: what it refuses, when it sets up, and that it does nothing else once all is there."""

import ast
import errno
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import build

NEEDED = (
    "build.py",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "requirements/runtime.txt",
    "requirements/test.txt",
    "timeline/__init__.py",
)
NO_INDEX = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_CACHE_DIR": "1", "PIP_RETRIES": "0", "PIP_TIMEOUT": "2"}


class HandedOverError(Exception):
    """Takes the place of the process that build.py would become."""


@pytest.fixture
def checkout(tmp_path: Path, repository: Path) -> Path:
    """Return a copy of what the front door needs, in a folder with spaces in its name."""
    root = tmp_path / "a folder with spaces"
    for name in NEEDED:
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (repository / name).exists():
            shutil.copy(repository / name, target)
    return root


@pytest.fixture
def finished(checkout: Path) -> Path:
    """Return a checkout whose environment looks finished, with tests and all."""
    python = build.venv_python(checkout)
    python.parent.mkdir(parents=True)
    python.touch()
    for step, stamp in build.wanted_stamps(checkout, with_tests=True).items():
        build.stamp_path(checkout, step).write_text(stamp)
    return checkout


def steps(root: Path, *, with_tests: bool = False) -> list[str]:
    return build.steps_to_do(root, build.wanted_stamps(root, with_tests=with_tests))


# --- what it refuses --------------------------------------------------------------------------------------------------


def test_an_old_python_is_told_which_one_is_needed_and_which_one_is_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(build, "starts", lambda name: name == "python3.12")
    with pytest.raises(build.SetupError) as refused:
        build.refuse_old_python((3, 8, 18), "/usr/bin/python3")
    assert str(refused.value).splitlines() == [
        "Python 3.11 or newer is needed; this is Python 3.8.18 (/usr/bin/python3).",
        "Please try: python3.12 build.py",
    ]


def test_an_old_python_without_a_newer_one_beside_it_is_told_to_install_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(build, "starts", lambda _: False)
    with pytest.raises(build.SetupError, match="Please install one"):
        build.refuse_old_python((3, 10, 0), "python")


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 2), (4, 0, 0)])
def test_newer_pythons_are_welcome(version: tuple[int, ...]) -> None:
    build.refuse_old_python(version, "python")


def test_the_file_can_be_read_by_old_pythons(repository: Path) -> None:
    """Newer syntax would be a traceback in place of the message; so would an annotation that is looked up."""
    tree = ast.parse((repository / "build.py").read_text(), feature_version=(3, 7))
    nodes = list(ast.walk(tree))
    annotations = [node.annotation for node in nodes if isinstance(node, ast.arg | ast.AnnAssign)]
    annotations += [node.returns for node in nodes if isinstance(node, ast.FunctionDef)]
    looked_up = [node for node in annotations if node is not None and not isinstance(node, ast.Constant)]
    assert [ast.unparse(node) for node in looked_up] == []
    assert [node for node in nodes if isinstance(node, ast.ImportFrom) and node.module == "__future__"] == []


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_how_to_get_it(
    missing: str, checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    find_spec = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == missing else find_spec(name)
    )
    monkeypatch.setattr(build, "ROOT", checkout)
    assert build.main([]) == 2
    said = capsys.readouterr().err
    assert f"lacks the module {missing}" in said
    assert "apt install python3-venv" in said


def test_an_index_that_cannot_be_reached_is_named_as_the_cause(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    for name, value in {**NO_INDEX, "PIP_INDEX_URL": "http://127.0.0.1:9/"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(build, "ROOT", checkout)
    monkeypatch.setattr(build, "make_venv", use_this_environment)
    assert build.main(["check"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "this step failed: Installing" in said.err
    assert "  | ERROR: No matching distribution found" in said.err
    assert said.err.endswith("Please check the network, the proxy and PIP_INDEX_URL.\n")
    assert not build.stamp_path(checkout, "packages").exists()


def use_this_environment(root: Path) -> None:
    """Make an environment as fast as can be: pip comes from the one that the tests run in, nothing else does."""
    python = build.venv_python(root)
    python.parent.mkdir(parents=True)
    command = [sys.executable, "-m", "venv", "--without-pip", "--clear", str(root / ".venv")]
    subprocess.run(command, check=True)
    import pip  # noqa: PLC0415 - only here

    packages = next((root / ".venv").glob("lib*/python*/site-packages"))
    (packages / "pip").symlink_to(Path(str(pip.__file__)).parent)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "no space", "x"), "the disk is full"),
        (OSError(errno.EROFS, "read-only", "/r/.venv.lock"), "/r/.venv.lock may not be written"),
        (PermissionError(errno.EACCES, "denied", "/r/.venv.lock"), "/r/.venv.lock may not be written"),
        (FileNotFoundError(errno.ENOENT, "none", "runtime.txt"), "runtime.txt is missing"),
        (OSError(errno.EIO, "broken"), "the system says"),
    ],
)
def test_what_the_system_refuses_is_said_in_words(error: OSError, words: str) -> None:
    assert words in build.explain_os_error(error)


def test_a_missing_lock_file_does_not_end_in_a_traceback(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (checkout / "requirements" / "runtime.txt").unlink()
    monkeypatch.setattr(build, "ROOT", checkout)
    assert build.main([]) == 2
    assert "Is the checkout complete?" in capsys.readouterr().err


# --- when it sets up --------------------------------------------------------------------------------------------------


def test_a_fresh_checkout_needs_every_step(checkout: Path) -> None:
    assert steps(checkout) == ["packages", "project"]
    assert steps(checkout, with_tests=True) == ["packages", "project", "test"]


def test_a_finished_environment_needs_none(finished: Path) -> None:
    assert steps(finished, with_tests=True) == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ("requirements/runtime.txt", ["packages", "project", "test"]),
        ("requirements/test.txt", ["test"]),
        ("pyproject.toml", ["project"]),
        ("timeline/__init__.py", ["project"]),
        ("build.py", []),
    ],
)
def test_a_changed_file_asks_for_the_steps_that_depend_on_it(
    changed: str, expected: list[str], finished: Path
) -> None:
    with (finished / changed).open("a") as file:
        file.write("\n# changed\n")
    assert steps(finished, with_tests=True) == expected


def test_the_locks_of_the_checks_do_not_touch_an_ordinary_run(finished: Path) -> None:
    (finished / "requirements" / "test.txt").write_text("changed")
    assert steps(finished) == []


def test_a_moved_checkout_needs_a_new_environment(finished: Path) -> None:
    moved = finished.rename(finished.with_name("moved"))
    assert steps(moved) == ["packages", "project"]


def test_another_python_needs_a_new_environment(finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "base_python", lambda: "/opt/another/python3")
    assert steps(finished) == ["packages", "project"]


def test_an_environment_whose_python_is_gone_is_made_again(finished: Path) -> None:
    python = build.venv_python(finished)
    python.unlink()
    python.symlink_to("/nowhere/python3")
    assert steps(finished) == ["packages", "project"]


@pytest.mark.parametrize("step", ["packages", "project"])
def test_an_interrupted_step_is_noticed_and_begun_anew(
    step: str, finished: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build.stamp_path(finished, step).unlink()

    def interrupted(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(build.STEPS, step, interrupted)
    monkeypatch.setattr(build, "make_venv", lambda _: None)
    with pytest.raises(KeyboardInterrupt):
        build.set_up(finished, build.wanted_stamps(finished, with_tests=False))
    assert steps(finished) == ["packages", "project"]
    assert not (finished / ".venv.lock").exists()


def test_a_failed_step_keeps_the_steps_before_it(finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build.stamp_path(finished, "test").unlink()

    def failing(_: Path) -> None:
        raise build.SetupError("the index cannot be reached")

    monkeypatch.setitem(build.STEPS, "test", failing)
    with pytest.raises(build.SetupError):
        build.set_up(finished, build.wanted_stamps(finished, with_tests=True))
    assert steps(finished) == []
    assert steps(finished, with_tests=True) == ["test"]


def test_steps_leave_their_stamps_in_order(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    def doing(step: str) -> Callable[[Path], None]:
        return lambda _: done.append(step)

    def make_venv(root: Path) -> None:
        done.append("venv")
        python = build.venv_python(root)
        python.parent.mkdir(parents=True)
        python.touch()

    monkeypatch.setattr(build, "STEPS", {step: doing(step) for step in build.STEPS})
    monkeypatch.setattr(build, "make_venv", make_venv)
    build.set_up(checkout, build.wanted_stamps(checkout, with_tests=True))
    assert done == ["venv", "packages", "project", "test"]
    assert steps(checkout, with_tests=True) == []


# --- two runs side by side --------------------------------------------------------------------------------------------


def test_a_lock_is_taken_once_and_given_back(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with build.only_one_run(lock):
        assert lock.read_text() == str(os.getpid())
        assert not build.take(lock)
        assert not build.is_forgotten(lock)
    assert not lock.exists()


def test_the_lock_of_a_run_that_died_is_forgotten(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as dead:
        pass
    lock = tmp_path / "lock"
    lock.write_text(str(dead.pid))
    with build.only_one_run(lock):
        assert lock.read_text() == str(os.getpid())


def test_a_lock_from_before_a_restart_is_forgotten(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    lock.write_text(str(os.getpid()))
    long_ago = time.time() - build.LOCK_FORGOTTEN_AFTER - 1
    os.utime(lock, (long_ago, long_ago))
    assert build.is_forgotten(lock)


def test_a_lock_that_is_not_yet_written_is_respected(tmp_path: Path) -> None:
    (tmp_path / "lock").touch()
    assert not build.is_forgotten(tmp_path / "lock")


# --- handing over -----------------------------------------------------------------------------------------------------


@pytest.fixture
def handed_over(
    finished: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[list[str], dict[str, str]]]:
    """Return a function that runs build.py in the finished checkout, and gives the command and variables it becomes."""

    def execve(_: str, command: list[str], environment: dict[str, str]) -> None:
        raise HandedOverError(command, environment)

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("a run in a finished environment starts nothing and writes nothing")

    monkeypatch.setattr(os, "execve", execve)
    monkeypatch.setattr(subprocess, "Popen", refuse)
    monkeypatch.setattr(Path, "write_text", refuse)
    monkeypatch.setattr(build, "ROOT", finished)
    monkeypatch.delenv("TIMELINE_PROJECT", raising=False)

    def run(*arguments: str) -> tuple[list[str], dict[str, str]]:
        with pytest.raises(HandedOverError) as handed:
            build.main(list(arguments))
        command, environment = handed.value.args
        assert command[:4] == [str(build.venv_python(finished)), "-P", "-X", "utf8"]
        return command[4:], environment

    return run


HandedOver = Callable[..., tuple[list[str], dict[str, str]]]


def test_no_arguments_mean_build(handed_over: HandedOver) -> None:
    assert handed_over()[0] == ["-m", "timeline.cli", "build"]


def test_arguments_are_passed_on_as_they_are(handed_over: HandedOver) -> None:
    arguments = ["explain", "the 21st", "--anchor", "2023-05"]
    assert handed_over(*arguments)[0][2:] == arguments
    assert handed_over("--version")[0][2:] == ["--version"]


def test_test_hands_over_to_the_checks(handed_over: HandedOver, finished: Path) -> None:
    expected = [str(finished / "tests" / "run_checks.py"), "--quick", "--", "-k", "word"]
    assert handed_over("test", "--quick", "--", "-k", "word")[0] == expected


def test_from_another_folder_it_is_this_repository_that_is_built(
    handed_over: HandedOver, finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert handed_over()[1]["TIMELINE_PROJECT"] == str(finished)
    (tmp_path / "timeline.yml").touch()
    assert "TIMELINE_PROJECT" not in handed_over()[1], "a project of one's own is where one stands"


def test_variables_that_lead_astray_stay_behind(
    handed_over: HandedOver, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in build.LEADING_ASTRAY:
        monkeypatch.setenv(name, "elsewhere")
    monkeypatch.setenv("PIP_INDEX_URL", "https://index.example/simple")
    environment = handed_over()[1]
    assert not set(build.LEADING_ASTRAY) & set(environment)
    assert environment["PIP_INDEX_URL"] == "https://index.example/simple"


# --- the real thing ---------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_fresh_checkout_sets_itself_up_and_the_second_run_adds_little(
    checkout: Path, tmp_path: Path
) -> None:
    """Only the packages that the project's own installation needs, so that it takes seconds and not a minute."""
    (checkout / "README.md").touch()
    (checkout / "timeline" / "cli.py").write_text("import os, sys\nprint(os.getcwd(), sys.argv[1:])\n")
    keep_only(checkout / "requirements" / "runtime.txt", "flit-core")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "PIP_USER": "1", "PIP_REQUIRE_VIRTUALENV": "1"}
    command = [sys.executable, str(checkout / "build.py"), "check", "--strict"]

    def run() -> tuple[subprocess.CompletedProcess[str], float]:
        before = os.times()
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
        )
        after = os.times()
        took = after.children_user - before.children_user + after.children_system - before.children_system
        return done, took

    first, _ = run()
    assert first.stdout == f"{tmp_path} ['check', '--strict']\n"
    assert [line.split(" ...")[0] for line in first.stderr.splitlines()] == [
        "Making the environment in .venv",
        "Installing 1 packages",
        "Installing the project",
        "Compiling the project",
    ]
    again = [run() for _ in range(3)]
    assert {(done.stdout, done.stderr) for done, _ in again} == {(first.stdout, "")}
    assert min(seconds for _, seconds in again) < 0.5, "of processor time, since other tests run beside it"


def keep_only(lock: Path, package: str) -> None:
    """Cut a lock down to one package and its hashes."""
    blocks = re.split(r"^(?=\S)", lock.read_text(), flags=re.MULTILINE)
    lock.write_text("".join(block for block in blocks if block.startswith(package + "==")))
