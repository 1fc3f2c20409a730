"""``python -m sysvirt.port``, and ``sysvirt-port``."""

from __future__ import annotations

import sys
from collections.abc import Sequence

#: What the extra ``port`` installs.
NEEDED = ("tree_sitter", "tree_sitter_perl", "rich", "ruff")

try:
    from sysvirt.port.cli import main as run
except ImportError as error:
    missing = (error.name or "").partition(".")[0]
    if missing not in NEEDED:
        raise

    def run(arguments: Sequence[str]) -> int:
        """Say what is missing, whatever was asked for."""
        del arguments
        sys.stderr.write(
            f"sysvirt.port needs {missing.replace('_', '-')}, which is missing here:"
            " pip install 'sysvirt[port]'\n"
        )
        return 2
except KeyboardInterrupt:
    sys.exit(130)


def main() -> int:
    """Run the program; what it ends with."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
