"""JSON, JSON::PP, JSON::XS, Cpanel::JSON::XS and JSON::MaybeXS.

A text is one of characters on both sides of it: a draft prints it in UTF-8, as ``encode_json``
gives it. The keys are in the order in which they came, unless they are sorted.
"""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Forms, Module

#: What is set by a method of the same name.
_SETTINGS = (
    "allow_blessed",
    "allow_bignum",
    "allow_nonref",
    "allow_unknown",
    "ascii",
    "canonical",
    "convert_blessed",
    "indent",
    "latin1",
    "pretty",
    "relaxed",
    "space_after",
    "space_before",
    "utf8",
)


def _setting(name: str, owner: str) -> Forms:
    return (
        Form(f'{{self}}.set("{name}")', "", f"object:{owner}"),
        Form(f'{{self}}.set("{name}", {{0}})', "t", f"object:{owner}"),
    )


def _space_after(owner: str) -> Forms:
    """Those that are written in C put a blank behind commas as well."""
    return (
        Form('{self}.set("space_after").set("space_behind_commas")', "", f"object:{owner}"),
        Form(
            '{self}.set("space_after", {0}).set("space_behind_commas", {0})', "t", f"object:{owner}"
        ),
    )


def _indented(owner: str) -> dict[str, Forms]:
    """How many blanks a level is further in, which not every module lets one say."""
    if owner not in ("JSON::PP", "Cpanel::JSON::XS"):
        return {}
    return {"indent_length": Form("{self}.set_width({0})", "i", f"object:{owner}")}


def _asking(name: str) -> Forms:
    return Form(f'{{self}}.has("{name}")', "", "truth")


#: What one uses as the other is the other to Perl, in a way that its versions differ in.
_AS_TEXT = "a number that was used as a text may be a text in Perl's JSON; here it stays a number"
_AS_NUMBER = f"{_AS_TEXT}, and a text that was used as a number stays a text"

_ENCODE = (
    Form("perl_encode_json({0})", "v", "str", note=_AS_TEXT),
    Form("perl_encode_json({0}, {1})", "vh", "str", note=_AS_TEXT),
)
_DECODE = (
    Form("perl_decode_json({0})", "v"),
    Form("perl_decode_json({0}, {1})", "vh"),
)
_ALONE: dict[str, Forms] = {
    "decode_json": _DECODE[0],
    "encode_json": _ENCODE[0],
    "is_bool": Form("isinstance({0}, bool)", "v", "truth"),
}
_WITH_OPTIONS: dict[str, Forms] = {"from_json": _DECODE, "to_json": _ENCODE}
_CONSTANTS = {"false": "False", "null": "None", "true": "True"}


def _module(name: str, functions: dict[str, Forms], note: str = _AS_TEXT) -> Module:
    methods: dict[str, Forms] = {
        **{each: _setting(each, name) for each in _SETTINGS},
        **{f"get_{each}": _asking(each) for each in _SETTINGS},
        **({} if name == "JSON::PP" else {"space_after": _space_after(name)}),
        **_indented(name),
        "decode": Form("{self}.decode({0})", "v"),
        "encode": Form("{self}.encode({0})", "v", "str", note=note),
    }
    constants: dict[str, Forms] = {each: Form(value) for each, value in _CONSTANTS.items()}
    new = (
        Form("PerlJson()", "", f"object:{name}"),
        Form("PerlJson(dict(perl_in_pairs({*})))", "*v", f"object:{name}"),
    )
    return Module(
        name,
        functions=functions,
        exports=frozenset(functions),
        constants=_CONSTANTS,
        class_methods={"new": new, **constants},
        methods={name: methods},
    )


JSON = _module("JSON", {**_ALONE, **_WITH_OPTIONS})
_PP_ENCODE = Form("perl_encode_json({0})", "v", "str", note=_AS_NUMBER)
JSON_PP = _module("JSON::PP", {**_ALONE, "encode_json": _PP_ENCODE}, _AS_NUMBER)
JSON_XS = _module("JSON::XS", _ALONE)
CPANEL_JSON_XS = _module("Cpanel::JSON::XS", _ALONE)
JSON_MAYBE_XS = _module("JSON::MaybeXS", _ALONE)
