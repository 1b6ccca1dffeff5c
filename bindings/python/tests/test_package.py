"""The package as a user meets it: the README, the types, the examples."""

import re
import subprocess
import sys
from pathlib import Path


PYTHON = Path(__file__).parents[1]
EXAMPLES = PYTHON.parents[1] / "examples"
GUIDE = PYTHON.parents[1] / "docs" / "python.md"


def program_of(path):
    """Returns the code of a page."""
    blocks = re.findall(r"^```python\n(.*?)^```",
                        path.read_text(encoding="utf-8"),
                        re.DOTALL | re.MULTILINE)
    return "".join(blocks)


def printed_by(path):
    return subprocess.run([sys.executable, "-c", program_of(path)], check=True,
                          capture_output=True, text=True).stdout


def test_readme_runs():
    output = printed_by(PYTHON / "README.md")
    assert output.startswith("PERSON 0 13 Angela Merkel\n")
    assert "'headquarters'" in output and " entities, the surest " in output


def test_guide_runs():
    output = printed_by(GUIDE)
    assert output.startswith("PERSON Angela Merkel ")
    assert "'GPE': 1" in output and "[['Warsaw', 'Poland'], [" in output
    assert "NOT_FOUND: missing.onym" in output


def mypy(folder, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "mypy", "--cache-dir", folder / "cache",
         "--config-file", PYTHON / "pyproject.toml", *arguments],
        cwd=folder, capture_output=True, text=True).stdout


def test_the_package_is_typed(tmp_path):
    assert "no issues" in mypy(tmp_path, "-p", "onym")


def test_types_reach_the_user(tmp_path):
    (tmp_path / "program.py").write_text(
        program_of(GUIDE) + "reveal_type(document.entities[0].type)\n"
        "reveal_type(document.tokens[1:])\nonym.load(5)\n", encoding="utf-8")
    output = mypy(tmp_path, "program.py")
    text, tokens, error = output.splitlines()[:3]
    assert text.replace("builtins.", "").endswith('type is "str"'), output
    assert "Token" in tokens and "ist[" in tokens, output
    assert '"Tagger" has incompatible type "int"' in error, output
    assert "Found 1 error" in output


def test_endurance():
    """A short form of the program: enough for a leak of documents to show."""
    result = subprocess.run(
        [sys.executable, PYTHON / "bench" / "endure.py",
         EXAMPLES / "article.txt", "4000"], capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
