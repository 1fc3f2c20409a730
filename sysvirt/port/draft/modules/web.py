"""LWP::Simple, LWP::UserAgent, HTTP::Request and HTTP::Response: urllib."""

from __future__ import annotations

from collections.abc import Mapping

from sysvirt.port.draft.modules.table import Form, Forms, Module

_AGENT = "object:LWP::UserAgent"
_REQUEST = "object:HTTP::Request"
_RESPONSE = "object:HTTP::Response"


def _accessor(name: str, gives: str) -> Forms:
    """What is read, or with a value set."""
    return (
        Form(f"{{self}}.{name}", "", gives),
        Form(f'setattr({{self}}, "{name}", {{0}})', "v"),
    )


_REQUEST_METHODS: Mapping[str, Forms] = {
    "header": (
        Form("{self}.header({0})", "s", "str?"),
        Form("{self}.header({0}, *{*})", "s*v"),
    ),
    "content": (Form("{self}.content", "", "str"), Form("{self}.set_content({0})", "s")),
    "content_type": (
        Form('{self}.header("Content-Type")', "", "str?"),
        Form('{self}.header("Content-Type", {0})', "s"),
    ),
    "method": _accessor("method", "str"),
    "uri": _accessor("url", "str"),
    "url": _accessor("url", "str"),
    "authorization_basic": Form("{self}.authorization_basic({0}, {1})", "ss"),
}
_RESPONSE_METHODS: Mapping[str, Forms] = {
    "is_success": Form("{self}.is_success()", "", "bool"),
    "is_error": Form("{self}.is_error()", "", "bool"),
    "is_redirect": Form("{self}.is_redirect()", "", "bool"),
    "code": Form("{self}.code", "", "int"),
    "message": Form("{self}.message", "", "str"),
    "status_line": Form("{self}.status_line()", "", "str"),
    "header": Form("{self}.header({0})", "s", "str?"),
    "content": Form("{self}.content()", "", "str"),
    "decoded_content": Form("{self}.decoded_content()", "**", "str"),
    "content_type": Form(
        '({self}.header("Content-Type") or "").partition(";")[0].lower()', "", "str"
    ),
    "content_length": Form('{self}.header("Content-Length")', "", "str?"),
    "base": Form("{self}.url", "", "str"),
}


def _fetching(method: str) -> Form:
    return Form(f'{{self}}.fetch("{method}", {{0}}, *{{*}})', "s*v", _RESPONSE)


_NO_PROXY = Form("None", "*v", note="urllib uses the proxies of the environment by itself")
_AGENT_METHODS: Mapping[str, Forms] = {
    "get": _fetching("GET"),
    "head": _fetching("HEAD"),
    "post": _fetching("POST"),
    "put": _fetching("PUT"),
    "delete": _fetching("DELETE"),
    "request": Form("{self}.request({0})", "v", _RESPONSE),
    "simple_request": Form("{self}.request({0})", "v", _RESPONSE),
    "agent": _accessor("agent", "str"),
    "timeout": _accessor("timeout", "num"),
    "max_redirect": _accessor("max_redirect", "int"),
    "default_header": Form("{self}.default_header({0}, {1})", "sv"),
    "env_proxy": _NO_PROXY,
    "requests_redirectable": Form("{self}.follows", "", "list:str"),
}

MODULES: tuple[Module, ...] = (
    Module(
        "LWP::Simple",
        functions={
            "get": Form("perl_web_get({0})", "s", "str?"),
            "getprint": Form("perl_getprint({0})", "s", "int"),
            "getstore": Form("perl_getstore({0}, {1})", "ss", "int"),
            "head": Form("perl_web_head({0})", "s", "list", "perl_web_head({0})", "list"),
            "is_success": Form("200 <= {0} < 300", "i", "bool"),
            "is_error": Form("400 <= {0} < 600", "i", "bool"),
        },
        exports=frozenset({"get", "getprint", "getstore", "head", "is_success", "is_error"}),
        constants={"RC_OK": "200", "RC_NOT_FOUND": "404", "RC_NOT_MODIFIED": "304"},
    ),
    Module(
        "LWP::UserAgent",
        class_methods={"new": Form("PerlUserAgent({**})", "**", _AGENT)},
        methods={
            "LWP::UserAgent": _AGENT_METHODS,
            "HTTP::Request": _REQUEST_METHODS,
            "HTTP::Response": _RESPONSE_METHODS,
        },
        assumed=("HTTP::Response", "LWP::UserAgent"),
    ),
    Module(
        "HTTP::Request",
        class_methods={"new": Form("PerlRequest({0}, *{*})", "s*v", _REQUEST)},
    ),
)
