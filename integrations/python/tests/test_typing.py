"""Stubs agree with what is there, the tests agree with the stubs, and each name has its help."""

import doctest
import inspect
import os
import pydoc
import subprocess
import sys
from pathlib import Path
from typing import Any

import whosaid
from conftest import ROOT


def checked(*arguments: str) -> None:
    command = [sys.executable, "-m", *arguments]
    environment = os.environ | {"MYPYPATH": str(ROOT / "integrations")}
    done = subprocess.run(command, cwd=Path(__file__).parent, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_stubs_agree_with_what_is_there() -> None:
    checked("mypy.stubtest", "whosaid")


def test_the_tests_are_typed() -> None:
    checked("mypy", "--strict", ".")


def test_every_public_name_has_help() -> None:
    def bare(owner: Any, names: list[str]) -> list[str]:
        return [name for name in names if not inspect.getdoc(getattr(owner, name))]

    classes = [value for name in whosaid.__all__ if inspect.isclass(value := getattr(whosaid, name))]
    assert len(classes) >= 11
    for owner in classes:
        assert bare(owner, [name for name in dir(owner) if not name.startswith("_")]) == []
    assert bare(whosaid, ["attribute", "attribute_many", "Attributor", "Document"]) == []
    assert "The quotes, in the order of their first content." in pydoc.render_doc(whosaid.Document)


def test_examples_hold() -> None:
    assert doctest.testmod(whosaid).attempted >= 4
    assert doctest.testmod(whosaid).failed == 0
    failed, attempted = doctest.testfile(str(Path(__file__).parents[1] / "README.md"), module_relative=False)
    assert failed == 0 and attempted > 0
