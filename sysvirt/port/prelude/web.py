"""What Perl's LWP::Simple and LWP::UserAgent fetch, on top of urllib."""

from __future__ import annotations

import base64
import email.utils
import http.client
import mimetypes
import os
import re
import sys
import urllib.error
import urllib.parse
import urllib.request


class PerlHeaders:
    """Headers of a request or an answer, in their order."""

    def __init__(self, pairs=()):
        self.pairs = [(name, value) for name, value in pairs]

    def get(self, name):
        """A header, or nothing; of several the texts with commas between them."""
        found = [value for key, value in self.pairs if self.same(key, name)]
        return ", ".join(found) if found else None

    def set(self, name, value):
        """Set a header."""
        self.pairs = [pair for pair in self.pairs if not self.same(pair[0], name)]
        values = value if isinstance(value, list) else [value]
        self.pairs += [(name.replace("_", "-"), str(each)) for each in values]

    def same(self, one, two):
        """Whether two names are the same."""
        return one.lower().replace("_", "-") == two.lower().replace("_", "-")


class PerlRequest:
    """What is asked for: HTTP::Request."""

    def __init__(self, method, url="", headers=None, content=""):
        self.method = method
        self.url = str(url)
        self.headers = PerlHeaders()
        self.content = content or ""
        values = headers if isinstance(headers, list) else []
        for name, value in zip(values[::2], values[1::2], strict=False):
            self.headers.set(name, value)

    def header(self, *told):
        """A header, or with values set some."""
        if len(told) == 1:
            return self.headers.get(told[0])
        for name, value in zip(told[::2], told[1::2], strict=False):
            self.headers.set(name, value)
        return None

    def set_content(self, content):
        """Set what is sent."""
        self.content = content

    def authorization_basic(self, user, password):
        """Send a name and a password."""
        token = base64.b64encode(f"{user}:{password}".encode()).decode()
        self.headers.set("Authorization", f"Basic {token}")


class PerlResponse:
    """What was answered: HTTP::Response."""

    def __init__(self, code, message, headers=(), body=b"", url="", protocol="HTTP/1.1"):
        self.code = code
        self.message = message
        self.headers = PerlHeaders(headers)
        self.body = body
        self.url = url
        self.protocol = protocol

    def is_success(self):
        """Whether all is well."""
        return 200 <= self.code < 300

    def is_error(self):
        """Whether it is an error."""
        return 400 <= self.code < 600

    def is_redirect(self):
        """Whether it is elsewhere."""
        return 300 <= self.code < 400

    def status_line(self):
        """The number and its words."""
        return f"{self.code} {self.message or http.client.responses[self.code]}"

    def header(self, name):
        """A header, or nothing."""
        return self.headers.get(name)

    def content(self):
        """The bytes as a text of bytes."""
        return self.body.decode("latin-1")

    def decoded_content(self):
        """The text, by the charset that is told."""
        kind = self.header("Content-Type") or ""
        if not kind.startswith("text/") and not re.search(r"[/+](xml|json)\b", kind):
            return self.content()
        return self.body.decode(self.charset(kind), "replace")

    def charset(self, kind):
        """The charset that is told; else UTF-8, if it can be that."""
        start = self.body.decode("latin-1")
        told = re.search(r"charset=\"?([\w-]+)", kind)
        if not told and re.search(r"[/+]xml\b", kind):
            told = re.match(r"\s*<\?xml[^>]*\bencoding=[\"']([\w-]+)", start)
        elif not told and re.search(r"\bhtml\b", kind):
            told = re.search(r"(?i)<meta\b[^>]*\bcharset=[\"']?([\w-]+)", start)
        if told:
            return told[1]
        try:
            self.body.decode()
        except UnicodeDecodeError:
            return "latin-1"
        return "utf-8"


class PerlUserAgent:
    """Something that fetches: LWP::UserAgent."""

    def __init__(self, agent=None, timeout=180, max_redirect=7, default_headers=None, **_):
        self.agent = (
            f"python/{sys.version_info[0]}.{sys.version_info[1]}" if agent is None else agent
        )
        self.timeout = timeout
        self.max_redirect = max_redirect
        self.headers = default_headers or PerlHeaders()
        self.follows = ["GET", "HEAD"]

    def default_header(self, name, value):
        """Set a header of all requests."""
        self.headers.set(name, value)

    def request(self, request):
        """Send a request."""
        headers = dict(self.headers.pairs)
        headers["User-Agent"] = self.agent
        headers.update(dict(request.headers.pairs))
        content = request.content
        data = content.encode("utf-8") if isinstance(content, str) else content
        method = request.method.upper()
        if urllib.parse.urlsplit(request.url).scheme == "file":
            return perl_file_response(method, request.url)
        if data and not any(name.lower() == "content-type" for name in headers):
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        sent = urllib.request.Request(
            request.url,
            data=data or (b"" if method == "POST" else None),
            headers=headers,
            method=method,
        )
        return self.answer(sent, method)

    def answer(self, sent, method):
        """The answer to a request, also where there is none."""
        agent = self

        class Redirects(urllib.request.HTTPRedirectHandler):
            max_redirections = agent.max_redirect

            def redirect_request(self, *told):
                if method not in agent.follows:
                    return None
                again = super().redirect_request(*told)
                again.method = method
                return again

        try:
            opener = urllib.request.build_opener(Redirects)
            with opener.open(sent, timeout=self.timeout) as found:
                return self.response(found)
        except urllib.error.HTTPError as error:
            with error:
                return self.response(error)
        except (OSError, ValueError, http.client.HTTPException) as error:
            reason = getattr(error, "reason", error)
            words = getattr(reason, "strerror", None) or str(reason)
            host = urllib.parse.urlsplit(sent.full_url).netloc
            host = host if ":" in host else f"{host}:80"
            return PerlResponse(500, f"Can't connect to {host} ({words})")

    def response(self, found):
        """An answer of urllib as one of Perl's."""
        return PerlResponse(
            found.status, found.reason, found.headers.items(), found.read(), found.url
        )

    def fetch(self, method, url, *told):
        """Send a request for a URL; names and values are headers, ``Content`` is what is sent."""
        request = PerlRequest(method, url)
        told = list(told)
        if told and isinstance(told[0], dict | list):
            told = ["Content", told[0], *told[1:]]
        for name, value in zip(told[::2], told[1::2], strict=False):
            if name == "Content":
                request.set_content(perl_form(value))
            elif not name.startswith(":"):
                request.headers.set(name, value)
        return self.request(request)


def perl_file_response(method, url):
    """The answer to a request for a file of this machine."""
    path = urllib.parse.unquote(urllib.parse.urlsplit(url).path)
    if method not in ("GET", "HEAD"):
        return PerlResponse(400, f"Library does not allow method {method} for 'file:' URLs")
    if not os.path.exists(path):
        return PerlResponse(404, f"File `{path}' does not exist")
    if not os.access(path, os.R_OK):
        return PerlResponse(403, "User does not have read permission")
    with open(path, "rb") as file:
        body = file.read()
    kind, packed = mimetypes.guess_type(path)
    headers = [
        ("Last-Modified", email.utils.formatdate(os.path.getmtime(path), usegmt=True)),
        ("Content-Length", str(len(body))),
        ("Content-Type", kind or ("application/octet-stream" if b"\0" in body else "text/plain")),
        *([("Content-Encoding", packed)] if packed else []),
    ]
    return PerlResponse(200, "", headers, body if method == "GET" else b"", url)


def perl_form(content):
    """What a form sends."""
    if isinstance(content, dict):
        pairs = sorted(content.items())
    elif isinstance(content, list):
        pairs = list(zip(content[::2], content[1::2], strict=False))
    else:
        return content
    flat = []
    for name, value in pairs:
        flat += [(name, each) for each in (value if isinstance(value, list) else [value])]
    return urllib.parse.urlencode(flat)


def perl_web_get(url):
    """What a URL shows, or nothing."""
    response = PerlUserAgent().fetch("GET", url)
    return response.decoded_content() if response.is_success() else None


def perl_getprint(url):
    """Print what a URL shows; the status."""
    response = PerlUserAgent().fetch("GET", url)
    if response.is_success():
        print(response.decoded_content(), end="")
    else:
        print(f"{response.status_line()} <URL:{url}>", file=sys.stderr)
    return response.code


def perl_getstore(url, path):
    """Write what a URL shows to a file; the status."""
    response = PerlUserAgent().fetch("GET", url)
    if response.is_success():
        with open(path, "wb") as file:
            file.write(response.body)
    return response.code


def perl_web_head(url):
    """Kind, length, time of the last change, of expiry and server; empty, if there is nothing."""
    response = PerlUserAgent().fetch("HEAD", url)
    names = ("Content-Type", "Content-Length", "Last-Modified", "Expires", "Server")
    return [response.header(name) for name in names] if response.is_success() else []
