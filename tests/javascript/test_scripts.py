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
from timeline.scripts import Token, served, tokens

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
        source = (ASSETS / "js" / Path(path).name).read_text("utf-8")
        assert "".join(token.text for token in tokens(source)) == source
        assert program(content.decode()) == program(source), path
        assert "comment" not in {token.kind for token in tokens(content.decode())}, path


@pytest.mark.slow
def test_the_checkers_own_reader_sees_the_same_programs(checker: list[str], tmp_path: Path) -> None:
    for path, content in scripts().items():
        (tmp_path / Path(path).name).write_bytes(content)
    node, tsc = checker
    library = Path(tsc).parent.parent / "lib" / "typescript.js"
    done = subprocess.run(
        [node, "-e", SAME_TREES, str(library), str(ASSETS / "js"), str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [*sorted(Path(path).name for path in scripts())]


SAME_TREES = """
const [library, ours, theirs] = process.argv.slice(1);
const ts = require(library), fs = require("fs"), path = require("path"), assert = require("assert");
const tree = file => {
    const found = [];
    const read = node => { found.push(node.kind, node.text ?? "", node.rawText ?? ""); ts.forEachChild(node, read); };
    const source = ts.createSourceFile("one.js", fs.readFileSync(file, "utf-8"), ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
    assert.equal(source.parseDiagnostics.length, 0, file);
    ts.forEachChild(source, read);
    return found;
};
for (const name of fs.readdirSync(ours).filter(one => one.endsWith(".js")).sort()) {
    assert.deepEqual(tree(path.join(theirs, name)), tree(path.join(ours, name)), name);
    console.log(name);
}
"""


def program(script: str) -> list[Token]:
    """Take what a script does from it, without what only people read."""
    return [token for token in tokens(script) if token.kind not in {"space", "line", "comment"}]


WRITTEN = {
    'one("//", "/* no comment */", \'it\\\'s // none\');': 'one("//","/* no comment */",\'it\\\'s // none\');\n',
    "const text = `a\n  // stays\n  /** stays */\n`;": "const text=`a\n  // stays\n  /** stays */\n`;\n",
    "say(`${one /* goes */ + `//${two}`} // stays`) // goes": "say(`${one+`//${two}`} // stays`)\n",
    "x.replace(/['\"`/*]|\\//gu, y) / 2 // goes": "x.replace(/['\"`/*]|\\//gu,y)/ 2\n",
    "if (x) /[/]`/.test(y); a = (b) / c / d;": "if(x)/[/]`/.test(y);a=(b)/ c / d;\n",
    "return /* goes */ /re/.of / 2 / two.of / 3": "return /re/.of / 2 / two.of / 3\n",
    "one /* ends\n a line */ ++two": "one\n++two\n",
    "one // goes\n\n\n    // goes\n    ++two\n": "one\n++two\n",
    "a = b\n  /** @type {T} */ (c)": "a=b\n(c)\n",
    "a + +b - -c": "a+ +b- -c\n",
}
"""Scripts, and how they are served."""

LEFT_ALONE = (
    "}  /re/ // which it is, nobody can tell",
    "`no end // ",
    "/* no end",
    "f(x // )",
    "'no end\n  // '",
    "x = 1)  // ",
)
"""Scripts that are served as they are, since these rules do not read them for certain."""


@pytest.mark.parametrize("script", WRITTEN)
def test_what_only_looks_like_a_comment_stays(script: str) -> None:
    assert served(script) == WRITTEN[script]
    assert program(served(script)) == program(script)


@pytest.mark.parametrize("script", LEFT_ALONE)
def test_a_script_that_cannot_be_read_for_certain_is_served_as_it_is(script: str) -> None:
    assert served(script) == script


def test_no_script_stores_anything() -> None:
    for path, content in scripts().items():
        for word in (b"localStorage", b"sessionStorage", b"indexedDB", b"document.cookie", b"eval("):
            assert word not in content, (path, word)
