"""The command ``whosaid``, and ``python -m whosaid``: the same program as the crate's."""

import sys

from ._whosaid import program


def main() -> int:
    """Runs the program with the arguments of the command line."""
    return program(["whosaid", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
