"""The command is the crate's program."""

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

ARTICLE = str(ROOT / "examples" / "article.txt")


def run(*command: str) -> tuple[int, bytes]:
    done = subprocess.run(command, capture_output=True)
    return done.returncode, done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["quotes", ARTICLE],
        ["quotes", "--format", "jsonl", "--offsets", "chars", ARTICLE],
        ["quotes", "--format", "html", ARTICLE],
        ["speakers", ARTICLE],
        ["explain", ARTICLE],
        ["sentences", ARTICLE],
        ["locate", "ferry", ARTICLE],
        ["locate", "no such words anywhere in it", ARTICLE],
        ["completions", "bash"],
        ["man"],
        ["quotes", "no-such-file"],
        ["no-such-command"],
    ],
)
def test_it_answers_as_the_program_does(program: str, arguments: list[str]) -> None:
    expected = run(program, *arguments)
    assert run(sys.executable, "-m", "whosaid", *arguments) == expected
    installed = Path(sys.executable).with_name("whosaid")
    assert run(str(installed), *arguments) == expected
