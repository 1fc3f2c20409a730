"""What LWP fetches from a server of the test's own, and what stands for it: the same."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sysvirt.port.draft.modules import web
from tests.port import forms
from tests.port.helpers import HELPERS, texts
from tests.port.perl_process import PerlProcess

MODULES = forms.by_name(web.MODULES)
AGENT = MODULES["LWP::UserAgent"]
#: By path: the status, the kind and the body.
PAGES = {
    "/": (200, "text/html; charset=utf-8", "caf\u00e9".encode()),
    "/plain": (200, "text/plain", b"caf\xe9"),
    "/xml": (200, "application/xml", "<a>\u263a</a>".encode()),
    "/bytes": (200, "application/octet-stream", b"\x00\xff"),
    "/none": (404, "text/plain", b"not here"),
    "/wrong": (500, "text/plain", b"oh"),
    "/empty": (204, "text/plain", b""),
}


class Handler(http.server.BaseHTTPRequestHandler):
    """Shows the pages, and tells what it was sent."""

    def do_GET(self) -> None:
        """Show a page, or what was sent."""
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length).decode()
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/plain")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        names = ("User-Agent", "X-Own", "Content-Type", "Authorization")
        told = [f"{name}: {self.headers[name]}" for name in names if self.headers[name]]
        sent = "\n".join([self.command, self.path, *told, body]).encode()
        status, kind, page = PAGES.get(self.path, (200, "text/plain", sent))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("X-Two", "a")
        self.send_header("X-Two", "b")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page)

    def __getattr__(self, name: str) -> Any:
        """Other methods are answered alike."""
        if name.startswith("do_"):
            return self.do_GET
        raise AttributeError(name)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def perl() -> Iterator[PerlProcess]:
    process = PerlProcess("LWP::UserAgent", "LWP::Simple ()", "HTTP::Request")
    yield process
    process.close()


ASKED = [
    *(["is_success"], ["is_error"], ["is_redirect"], ["code"], ["message"], ["status_line"]),
    *(["content"], ["decoded_content"], ["content_type"], ["content_length"]),
    *(["header", "'X-Two'"], ["header", "'x-none'"]),
]


def asked(response: Any) -> list[Any]:
    """All that a response says."""
    said: list[Any] = []
    for name, *arguments in ASKED:
        call = forms.method(AGENT, "HTTP::Response", name, "response", *arguments)
        value = forms.value_of(call, {**HELPERS, "response": response})
        said.append(("1" if value else "") if call.form.gives == "bool" else texts(value))
    return said


_ASK = "({})".format(
    ", ".join(f"scalar($response->{name}({', '.join(told)}))" for name, *told in ASKED)
)


@pytest.mark.parametrize("path", [*PAGES, "/moved", "/shown?a=b"])
@pytest.mark.parametrize("method", ["get", "head"])
def test_a_page(perl: PerlProcess, base: str, method: str, path: str) -> None:
    code = (
        f"my $ua = LWP::UserAgent->new(agent => 'me'); my $response = $ua->{method}($_[0]); {_ASK}"
    )
    found = {**HELPERS, "url": base + path}
    found["ua"] = forms.value_of(forms.class_method(AGENT, "new", "'agent'", "'me'"), found)
    response = forms.value_of(forms.method(AGENT, "LWP::UserAgent", method, "ua", "url"), found)
    assert asked(response) == perl.run(code, base + path).values


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        ("get", ["'X-Own'", "'a'"]),
        ("post", ["{'b': ['x &', 'y']}"]),
        ("post", ["['b', '2', 'a', '1']"]),
        ("post", ["'Content'", "'text'"]),
        ("post", ["'Content-Type'", "'text/xml'", "'Content'", "'<a/>'"]),
        ("post", []),
        ("put", ["'Content'", "'text'", "'Content-Type'", "'text/plain'"]),
        ("delete", []),
    ],
)
def test_what_is_sent(perl: PerlProcess, base: str, method: str, arguments: list[str]) -> None:
    call = forms.method(AGENT, "LWP::UserAgent", method, "ua", "url", *arguments)
    new = forms.class_method(AGENT, "new", "'agent'", "'me'")
    found = {**HELPERS, "url": f"{base}/shown"}
    found["ua"] = forms.value_of(new, found)
    response = forms.value_of(call, found)
    code = f"my $url = shift; my $ua = {new.perl}; {call.perl}->decoded_content"
    assert [response.decoded_content()] == perl.run(code, f"{base}/shown").values


def test_a_request(perl: PerlProcess, base: str) -> None:
    code = """
        my $request = HTTP::Request->new(POST => $_[0], ['X-Own' => 'h'], 'body');
        $request->header('X-Own' => 'b'); $request->content_type('text/x');
        $request->authorization_basic('me', 'secret');
        my $ua = LWP::UserAgent->new(agent => 'me');
        ($request->header('x-own'), $request->content, $request->method,
         $ua->request($request)->decoded_content)
    """
    request = HELPERS["PerlRequest"]("POST", f"{base}/shown", ["X-Own", "h"], "body")
    request.header("X-Own", "b")
    request.header("Content-Type", "text/x")
    request.authorization_basic("me", "secret")
    answer = HELPERS["PerlUserAgent"](agent="me").request(request)
    told = [request.header("x-own"), request.content, request.method, answer.decoded_content()]
    assert told == perl.run(code, f"{base}/shown").values


def test_no_server(perl: PerlProcess) -> None:
    code = f"my $response = LWP::UserAgent->new->get('http://127.0.0.1:1/'); {_ASK}"
    wanted = perl.run(code).values
    found = asked(HELPERS["PerlUserAgent"]().fetch("GET", "http://127.0.0.1:1/"))
    assert found[:6] == wanted[:6]


@pytest.mark.parametrize("path", ["/", "/plain", "/none"])
def test_simple_functions(perl: PerlProcess, base: str, path: str, tmp_path: Path) -> None:
    simple = MODULES["LWP::Simple"]
    found = {**HELPERS, "url": base + path, "path": str(tmp_path / "python")}
    store = forms.function(simple, "getstore", "url", "path")
    given = [
        forms.value_of(forms.function(simple, "get", "url"), found),
        str(forms.value_of(store, found)),
    ]
    code = "(LWP::Simple::get($_[0]), LWP::Simple::getstore($_[0], $_[1]))"
    assert given == perl.run(code, base + path, str(tmp_path / "perl")).values
    files = [tmp_path / name for name in ("python", "perl")]
    assert files[0].exists() == files[1].exists()
    assert not files[0].exists() or files[0].read_bytes() == files[1].read_bytes()


def test_a_page_is_printed(
    perl: PerlProcess, base: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = "my $status = LWP::Simple::getprint($_[0]); $status"
    status = HELPERS["perl_getprint"](f"{base}/bytes")
    assert [str(status)] == perl.run(code, f"{base}/bytes").values
    HELPERS["perl_getprint"](f"{base}/none")
    said = capsys.readouterr()
    assert said.err == f"404 Not Found <URL:{base}/none>\n"
    assert said.out == "\x00\xff"


def test_a_head(perl: PerlProcess, base: str) -> None:
    wanted = perl.run("LWP::Simple::head($_[0])", f"{base}/plain").values
    assert HELPERS["perl_web_head"](f"{base}/plain")[:2] == wanted[:2]
    assert (
        HELPERS["perl_web_head"](f"{base}/none")
        == perl.run("LWP::Simple::head($_[0])", f"{base}/none").values
    )
