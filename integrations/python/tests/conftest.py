"""The program and the texts that the tests share."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "integrations"))

from texts import texts  # noqa: E402


@pytest.fixture(scope="session")
def program() -> str:
    """The crate's program: that of WHOSAID_PROGRAM, else cargo builds it."""
    built = os.environ.get("WHOSAID_PROGRAM")
    if built:
        return built
    command = ["cargo", "build", "--release", "--features", "cli", "--message-format", "json"]
    messages = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    found = [json.loads(message).get("executable") for message in messages]
    return str(next(path for path in found if path))


@pytest.fixture(scope="session")
def strange() -> list[str]:
    """Texts of every script and mark."""
    return list(texts())


@pytest.fixture(scope="session")
def answers(program: str) -> Callable[..., list[dict[str, Any]]]:
    """What the program answers to texts."""

    def ask(given: list[str], *arguments: str) -> list[dict[str, Any]]:
        lines = "".join(json.dumps({"id": str(number), "text": text}) + "\n" for number, text in enumerate(given))
        command = [program, "quotes", "--input", "jsonl", "--format", "jsonl", *arguments]
        done = subprocess.run(command, input=lines.encode(), check=True, capture_output=True)
        return [json.loads(line) for line in done.stdout.splitlines()]

    return ask
