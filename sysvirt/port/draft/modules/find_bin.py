"""FindBin: where the script is."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Module

FIND_BIN = Module(
    "FindBin",
    variables={
        "$Bin": "os.path.dirname(os.path.abspath(sys.argv[0]))",
        "$RealBin": "os.path.dirname(os.path.realpath(sys.argv[0]))",
        "$RealScript": "os.path.basename(os.path.realpath(sys.argv[0]))",
        "$Script": "os.path.basename(sys.argv[0])",
    },
)
