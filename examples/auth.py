"""Connect with a user name and a password, and say what is there: a port of auth.pl.

    python examples/auth.py qemu+tcp://host/system --user fred
    SYSVIRT_PASSWORD=secret python examples/auth.py qemu+tcp://host/system --user fred

Other users of a machine can see the options of a program, so the password had better come from
the environment. Without any it is the original's.
"""

from __future__ import annotations

import argparse
import os

from support import command
from sysvirt import Virt
from sysvirt.shapes.virt import Credential


def main(args: argparse.Namespace) -> None:
    print(f"Addr {args.uri}")

    def callback(creds: list[Credential]) -> int:
        for cred in creds:
            if cred["type"] == Virt.CRED_AUTHNAME:
                cred["result"] = args.user
            if cred["type"] == Virt.CRED_PASSPHRASE:
                cred["result"] = args.password
        return 0

    with Virt.new(
        uri=args.uri,
        readonly=False,
        auth=True,
        credlist=[
            Virt.CRED_AUTHNAME,
            Virt.CRED_PASSPHRASE,
        ],
        callback=callback,
    ) as con:
        print(f"VMM type: {con.get_type()}")


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command.add_uri(command_line)
    command_line.add_argument(
        "--user",
        default=os.environ.get("SYSVIRT_USER", "test"),
        help="who connects (default: SYSVIRT_USER in the environment, or test)",
    )
    command_line.add_argument(
        "--password",
        default=os.environ.get("SYSVIRT_PASSWORD", "123456"),
        help="the password (default: SYSVIRT_PASSWORD in the environment, or 123456)",
    )
    command.run(main, command_line)
