"""What Net::SMTP tells a server of the test's own, and what stands for it: the same."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from sysvirt.port.draft.modules import mail
from tests.port import forms
from tests.port.helpers import HELPERS
from tests.port.perl_process import PerlProcess

(MODULE,) = mail.MODULES


class Handler(socketserver.StreamRequestHandler):
    """Takes mail for all but one, and keeps what it was told."""

    def handle(self) -> None:
        """Talk with one client."""
        server: Any = self.server
        told: list[str] = server.told
        self.say("220 here")
        in_text = False
        while line := self.rfile.readline():
            text = line.decode().rstrip("\r\n")
            told.append(text)
            if in_text:
                if text == ".":
                    in_text = False
                    self.say("250 taken")
                continue
            word = text.upper().split(":")[0]
            in_text = word == "DATA"
            refused = "nobody" in text
            self.say("354 go on" if in_text else "550 no such user" if refused else "250 fine")
            if word == "QUIT":
                return

    def say(self, text: str) -> None:
        """Answer."""
        self.wfile.write(f"{text}\r\n".encode())


class Server(socketserver.ThreadingTCPServer):
    """Keeps all that it is told."""

    daemon_threads = True

    def __init__(self) -> None:
        self.told: list[str] = []
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def perl() -> Iterator[PerlProcess]:
    process = PerlProcess("Net::SMTP")
    yield process
    process.close()


MAILS: list[list[list[str]]] = [
    [
        ["mail", "'me@x'"],
        ["to", "'you@x'"],
        ["data"],
        ["datasend", '"Subject: s\\n"', '"\\n"'],
        ["datasend", '"text\\n.dot\\n"'],
        ["dataend"],
        ["quit"],
    ],
    [
        ["mail", "'Me <me@x>'"],
        ["to", "'a@x'", "'b@x'"],
        ["cc", "'c@x'"],
        ["data", '"all at once\\n"'],
        ["quit"],
    ],
    [["mail", "'me@x'"], ["to", "'nobody@x'"], ["code"], ["reset"], ["quit"]],
    [["mail", "'me@x'"], ["recipient", "'you@x'"], ["data"], ["dataend"], ["quit"]],
]


@pytest.mark.parametrize("steps", MAILS)
def test_a_mail(perl: PerlProcess, server: Server, steps: list[list[str]]) -> None:
    code = "my $smtp = Net::SMTP->new('127.0.0.1', Port => $_[0], Hello => 'here'); my @gave;"
    new = forms.class_method(
        MODULE, "new", "'127.0.0.1'", "'Port'", str(server.port), "'Hello'", "'here'"
    )
    found: dict[str, Any] = {**HELPERS}
    server.told.clear()
    found["smtp"] = forms.value_of(new, found)
    gave: list[str] = []
    for name, *arguments in steps:
        call = forms.method(MODULE, "Net::SMTP", name, "smtp", *arguments)
        value = forms.value_of(call, found)
        truth = call.form.gives == "bool"
        gave.append(str(int(bool(value))) if truth else str(value))
        code += f"push @gave, {call.perl} ? 1 : 0;" if truth else f"push @gave, {call.perl};"
    told = [*server.told]
    server.told.clear()
    answer = perl.run(f"{code} @gave", server.port)
    assert answer.died is None, answer.died
    assert gave == answer.values
    assert [each.upper() for each in told] == [each.upper() for each in server.told]


def test_no_server(perl: PerlProcess) -> None:
    assert perl.run("Net::SMTP->new('127.0.0.1', Port => 1)").values in ([], [None])
    assert HELPERS["perl_smtp"]("127.0.0.1", "Port", 1) is None
