"""XML::Simple: dicts and lists."""

from __future__ import annotations

from collections.abc import Mapping

from sysvirt.port.draft.modules.table import Form, Forms, Module

#: What is read may be a dict, a list or a text.
_IN: Forms = (
    Form("perl_xml_in()", "", "dict"),
    Form("perl_xml_in({0}, {**})", "v**", "dict"),
)
_OUT = Form("perl_xml_out({0}, {**})", "v**", "str")
_OWN_OUT = Form("{self}.write({0}, {**})", "v**", "str")
_OWN_IN: Forms = (
    Form("{self}.read()", "", "dict"),
    Form("{self}.read({0}, {**})", "v**", "dict"),
)
_OWN: Mapping[str, Forms] = {
    **dict.fromkeys(("XMLin", "xml_in", "parse_string", "parse_file", "parse_fh"), _OWN_IN),
    **dict.fromkeys(("XMLout", "xml_out"), _OWN_OUT),
}

MODULES: tuple[Module, ...] = (
    Module(
        "XML::Simple",
        functions={"XMLin": _IN, "XMLout": _OUT, "xml_in": _IN, "xml_out": _OUT},
        exports=frozenset({"XMLin", "XMLout"}),
        class_methods={
            "new": Form("PerlSimple({**})", "**", "object:XML::Simple"),
            "XMLin": _IN,
            "XMLout": _OUT,
        },
        methods={"XML::Simple": _OWN},
        assumed=("XML::Simple",),
    ),
)
