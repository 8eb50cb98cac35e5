#!/usr/bin/env python3
"""The front door: makes the environment that the project needs, then hands over to it.

Enters: the arguments of any `timeline` command; none at all means `build`; `test` runs every check of this repository.
Leaves: `.venv`, made from the locked requirements, and in place of this process the command itself.
Refuses: a Python older than 3.11, and a machine where the environment cannot be made, with what to do about it.

Only the standard library is used, and only syntax that Python 3.6 can read, so that an old Python gets as far as
saying that a newer one is needed.

How it knows that the environment is whole: each step of the set-up leaves a stamp in `.venv` when it is done, made from
all that the step depends on. A stamp that does not fit means that the step has to be done again; one that says
"unfinished", that it was interrupted. Where all fit, nothing is started and nothing written before the hand-over.
"""

import contextlib
import errno
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Iterator

OLDEST_PYTHON = (3, 11)
NEWER_PYTHONS = ("python3.14", "python3.13", "python3.12", "python3.11")
ROOT = Path(__file__).resolve().parent
EXIT_CANNOT_START = 2
EXIT_INTERRUPTED = 130
UNFINISHED = "unfinished"
LOCK_FORGOTTEN_AFTER = 30 * 60
"""Seconds. A set-up takes a minute or two; a lock this old belongs to a machine that was switched off."""

LEADING_ASTRAY = (
    "PYTHONHOME",
    "PYTHONPATH",
    "__PYVENV_LAUNCHER__",
    "VIRTUAL_ENV",
    "PIP_CONSTRAINT",
    "PIP_NO_DEPS",
    "PIP_PREFIX",
    "PIP_PYTHON",
    "PIP_REQUIREMENT",
    "PIP_REQUIRE_HASHES",
    "PIP_REQUIRE_VIRTUALENV",
    "PIP_ROOT",
    "PIP_TARGET",
    "PIP_USER",
)
"""Variables that lead Python or pip out of our environment. Index, proxy and certificates stay the user's."""

PIP_TROUBLES = (
    ("no space left on device", "The disk is full. Please make room, delete the folder .venv and try again."),
    ("do not match the hashes", "A package differs from the one that was locked, so it was not installed."),
    (
        "certificate_verify_failed",
        "The index's certificate is not trusted here. Please check PIP_CERT and the proxy.",
    ),
    ("proxyerror", "The proxy does not let pip through. Please check HTTPS_PROXY and PIP_PROXY."),
    ("permission denied", "A file may not be written. Please check who owns the folder .venv."),
    (
        "read-only file system",
        "The project is on a read-only file system. Please copy it to where it can be written.",
    ),
    (
        "no matching distribution",
        "The package index cannot be reached, or lacks a package.\nPlease check the network, the proxy and PIP_INDEX_URL.",
    ),
)
"""Words of pip's output, in small letters, and what they mean for a person; the first that occurs is told."""


class SetupError(Exception):
    """Something around the project stands in the way; the message says what, and what to do."""


def main(arguments: "list[str]") -> "int":
    """Bring the environment up to date, then become the command.

    Returns 2 when the environment cannot be made and 130 when that was interrupted. Otherwise it does not return, or,
    on systems where a process cannot become another one, returns the command's own exit code.
    """
    try:
        refuse_old_python(sys.version_info[:3], sys.executable)
        wanted = wanted_stamps(ROOT, with_tests=arguments[:1] == ["test"])
        if steps_to_do(ROOT, wanted):
            set_up(ROOT, wanted)
        return hand_over(ROOT, arguments)
    except SetupError as error:
        say(f"build.py: {error}")
    except OSError as error:
        say(f"build.py: {explain_os_error(error)}")
    except KeyboardInterrupt:
        say("\nbuild.py: interrupted. The next run mends what was left half-done.")
        return EXIT_INTERRUPTED
    return EXIT_CANNOT_START


def refuse_old_python(version: "tuple[int, ...]", executable: "str") -> None:
    """Raise SetupError where Python `version` is older than we need, naming a newer one if there is one."""
    if version >= OLDEST_PYTHON:
        return
    newer = next((name for name in NEWER_PYTHONS if starts(name)), None)
    advice = (
        f"Please try: {newer} build.py" if newer else "Please install one and try, say: python3.12 build.py"
    )
    shown = ".".join(str(part) for part in version)
    raise SetupError(f"Python 3.11 or newer is needed; this is Python {shown} ({executable}).\n{advice}")


def starts(python: "str") -> "bool":
    """Return whether the command `python` is there and does start; a version manager's stand-in may do neither."""
    quiet = subprocess.DEVNULL
    return bool(shutil.which(python)) and subprocess.call([python, "-V"], stdout=quiet, stderr=quiet) == 0


# --- what has to be done ----------------------------------------------------------------------------------------------


def wanted_stamps(root: "Path", *, with_tests: "bool") -> "dict[str, str]":
    """Return the steps of the set-up, in order, each with the stamp that it carries when it is up to date."""
    version = "{}.{}".format(*sys.version_info[:2])
    runtime = (root / "requirements" / "runtime.txt").read_bytes()
    # The root is part of it because an environment holds absolute paths: a moved checkout needs a new one.
    packages = fingerprint(os.path.realpath(base_python()), version, str(root), runtime)
    project = [(root / name).read_bytes() for name in ("pyproject.toml", "timeline/__init__.py")]
    wanted = {"packages": packages, "project": fingerprint(packages, *project)}
    if with_tests:
        wanted["test"] = fingerprint(packages, (root / "requirements" / "test.txt").read_bytes())
    return wanted


def fingerprint(*parts: "str | bytes") -> "str":
    """Return a SHA-256 over `parts`, each with its length, so that no two lists of parts look the same."""
    digest = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else os.fsencode(part)
        digest.update(b"%d:" % len(data) + data)
    return digest.hexdigest()


def steps_to_do(root: "Path", wanted: "dict[str, str]") -> "list[str]":
    """Return the steps that are not up to date.

    They are all of them where the environment is missing, broken or made for something else, and where a step was
    interrupted: pip takes a half-installed package for an installed one, so that only a new start is sure.
    """
    found = {step: read_stamp(root, step) for step in wanted}
    stands = venv_python(root).exists() and found["packages"] == wanted["packages"]
    if not stands or UNFINISHED in found.values():
        return list(wanted)
    return [step for step in wanted if found[step] != wanted[step]]


def read_stamp(root: "Path", step: "str") -> "str":
    """Return the stamp of `step`, or an empty string where there is none."""
    try:
        return stamp_path(root, step).read_text(encoding="ascii")
    except (OSError, ValueError):
        return ""


def stamp_path(root: "Path", step: "str") -> "Path":
    """Return where the stamp of `step` lies: in the environment, so that both go together."""
    return root / ".venv" / f"{step}.stamp"


def venv_python(root: "Path") -> "Path":
    """Return the path of the environment's own Python, whether or not it is there."""
    return root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def base_python() -> "str":
    """Return the Python that runs this, and if that belongs to a virtual environment, the one beneath it."""
    return getattr(sys, "_base_executable", None) or sys.executable


# --- doing it ---------------------------------------------------------------------------------------------------------


def set_up(root: "Path", wanted: "dict[str, str]") -> None:
    """Do all steps that are not up to date, while no other run does."""
    with only_one_run(root / ".venv.lock"):
        for step in steps_to_do(root, wanted):  # asked again: the run that we waited for may have done them
            if step == "packages":
                make_venv(root)
            stamp = stamp_path(root, step)
            stamp.write_text(UNFINISHED, encoding="ascii")
            try:
                STEPS[step](root)
            except SetupError:
                stamp.unlink()  # pip gave up by itself: it does so before it changes anything
                raise
            stamp.write_text(wanted[step], encoding="ascii")


def make_venv(root: "Path") -> None:
    """Make an empty environment in `.venv`, in place of whatever is there."""
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        raise SetupError(
            f"this Python ({sys.executable}) lacks the module {missing[0]}, which makes virtual environments.\n"
            "On Debian and Ubuntu, please try: apt install python3-venv"
        )
    # The stamp goes first, so that a half-cleared environment never passes for a whole one.
    with contextlib.suppress(FileNotFoundError):
        stamp_path(root, "packages").unlink()
    command = [base_python(), "-I", "-m", "venv", "--clear", str(root / ".venv")]
    run(command, "Making the environment in .venv", root)


def install_packages(root: "Path") -> None:
    """Install what the program needs."""
    install_locked("runtime.txt", "", root)


def install_test_packages(root: "Path") -> None:
    """Install what the checks need on top of it."""
    install_locked("test.txt", " for the checks", root)


def install_locked(name: "str", purpose: "str", root: "Path") -> None:
    """Install what the lock `name` names, and nothing that differs from it by a byte."""
    lock = root / "requirements" / name
    total = sum("==" in line for line in lock.read_text(encoding="utf-8").splitlines())
    pip_install(["--require-hashes", "-r", str(lock)], f"Installing {total} packages{purpose}", root)


def install_project(root: "Path") -> None:
    """Install the project itself: its entry points are found, its files are used where they lie.

    They are compiled, as pip compiles whatever else it installs: where Python is told to write no bytecode, every command would
    otherwise compile them anew, which takes longer than most commands do.
    """
    pip_install(["--no-deps", "--no-build-isolation", "-e", str(root)], "Installing the project", root)
    compile_all = [str(venv_python(root)), "-I", "-m", "compileall", "-q", str(root / "timeline")]
    run(compile_all, "Compiling the project", root)


STEPS = {"packages": install_packages, "project": install_project, "test": install_test_packages}


def pip_install(arguments: "list[str]", title: "str", root: "Path") -> None:
    """Run the environment's own `pip install` under the user's index settings."""
    pip = [str(venv_python(root)), "-I", "-u", "-m", "pip", "install"]
    options = ["--no-input", "--no-user", "--disable-pip-version-check", "--progress-bar=off"]
    run([*pip, *options, *arguments], title, root)


def run(command: "list[str]", title: "str", root: "Path") -> None:
    """Run one command of the set-up under a line of progress; raise SetupError with its last words if it fails."""
    progress = Progress(title)
    output = []
    with subprocess.Popen(
        command,
        cwd=str(root),
        env=own_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        try:
            for raw in process.stdout or ():
                output.append(raw.decode("utf-8", "replace").rstrip())
                progress.hear(output[-1])
        except KeyboardInterrupt:
            process.terminate()  # it may not have been told, and would go on without us
            raise
    progress.end("failed" if process.returncode else "done")
    if process.returncode:
        raise SetupError(explain_failure(title, output))


def own_environment() -> "dict[str, str]":
    """Return this process' environment variables without those that lead astray."""
    return {name: value for name, value in os.environ.items() if name not in LEADING_ASTRAY}


@contextlib.contextmanager
def only_one_run(lock: "Path") -> "Iterator[None]":
    """Hold the file `lock`; wait as long as another run holds it that is still alive."""
    told = False
    while not take(lock):
        if is_forgotten(lock):
            with contextlib.suppress(FileNotFoundError):
                lock.unlink()
        elif not told:
            say("Another run is setting up the environment; waiting for it to finish.")
            told = True
        # Also after the removal, so that two runs that saw the same forgotten lock do not remove a new one.
        time.sleep(0.2)
    try:
        yield
    finally:
        with contextlib.suppress(FileNotFoundError):
            lock.unlink()


def take(lock: "Path") -> "bool":
    """Create `lock` with our process id in it, and return whether that worked: only one run can."""
    try:
        with lock.open("x", encoding="ascii") as file:
            file.write(str(os.getpid()))
    except FileExistsError:
        return False
    return True


def is_forgotten(lock: "Path") -> "bool":
    """Return whether the run that took `lock` ended without giving it back."""
    try:
        if time.time() - lock.stat().st_mtime > LOCK_FORGOTTEN_AFTER:
            return True
        holder = int(lock.read_text(encoding="ascii"))
        if os.name != "nt":  # there, asking for a process would end it
            os.kill(holder, 0)
    except ProcessLookupError:
        return True
    except (OSError, ValueError):
        return False  # just given back, not yet written, or another user's
    return False


# --- handing over -----------------------------------------------------------------------------------------------------


def hand_over(root: "Path", arguments: "list[str]") -> "int":
    """Become the command, in the folder where the user stands."""
    # -P: a file in that folder that is called like a module is not taken for it. utf8: whatever the locale says.
    command = [str(venv_python(root)), "-P", "-X", "utf8"]
    environment = own_environment()
    if arguments[:1] == ["test"]:
        command += [str(root / "tests" / "run_checks.py"), *arguments[1:]]
    else:
        command += ["-m", "timeline.cli", *(arguments or ["build"])]
        if not Path("timeline.yml").exists():
            environment.setdefault("TIMELINE_PROJECT", str(root))  # the command line's default for --project
    if os.name != "nt":  # there, execve would return to the shell before the command has ended
        os.execve(command[0], command, environment)
    return subprocess.call(command, env=environment)


# --- speaking ---------------------------------------------------------------------------------------------------------


class Progress:
    """One line on standard error for one step: its title, the packages found so far, the seconds.

    On a terminal the line is kept up to date; elsewhere it is begun with the step and ended with it.
    """

    def __init__(self, title: "str") -> None:
        self.title = title
        self.packages = 0
        self.started = time.monotonic()
        self.live = sys.stderr.isatty()
        self.warned = False
        write(f"{title} ...")

    def hear(self, line: "str") -> None:
        """Take note of one line of pip's output."""
        self.packages += line.startswith(("Collecting ", "Requirement already satisfied: "))
        if is_retry(line) and not self.warned:
            self.warned = True
            write(" the package index does not answer, trying again ..." + ("\n" if self.live else ""))
        if self.live:
            write(f"\r{self.title} ... {self.packages or ''} ({self.seconds()} s)")

    def end(self, result: "str") -> None:
        """Close the line with `result`."""
        write(f"\r{self.title} ..." if self.live else "")
        write(f" {result} ({self.seconds()} s)\n")

    def seconds(self) -> "int":
        """Return how long the step has been going on."""
        return round(time.monotonic() - self.started)


def is_retry(line: "str") -> "bool":
    """Return whether in this line pip says that the index did not answer."""
    return line.startswith("WARNING: Retrying (")


def explain_failure(title: "str", output: "list[str]") -> "str":
    """Say why a step failed, with the last lines of what the command itself printed."""
    text = "\n".join(output).lower()
    advice = next(
        (advice for words, advice in PIP_TROUBLES if words in text), "The reason is in the lines above."
    )
    telling = [f"  | {line}" for line in output if line.strip() and not is_retry(line)]
    return "\n".join([f"this step failed: {title}.", *telling[-6:], advice])


def explain_os_error(error: "OSError") -> "str":
    """Say in words what the system refused."""
    if error.errno == errno.ENOSPC:
        return "the disk is full. Please make room, delete the folder .venv and try again."
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return f"{error.filename} may not be written. Please copy the project to a folder of your own, or mend its rights."
    if error.errno == errno.ENOENT:
        return f"{error.filename} is missing. Is the checkout complete? Please try: git status"
    return f"the system says: {error}"


def write(text: "str") -> None:
    """Write to standard error at once."""
    sys.stderr.write(text)
    sys.stderr.flush()


def say(text: "str") -> None:
    """Write a line to standard error."""
    write(text + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
