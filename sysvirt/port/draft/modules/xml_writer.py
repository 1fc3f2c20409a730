"""XML::Writer: a class that writes tag by tag."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Module

MODULES: tuple[Module, ...] = (
    Module(
        "XML::Writer",
        class_methods={"new": Form("PerlXmlWriter({**})", "**", "object:XML::Writer")},
        methods={
            "XML::Writer": {
                "xmlDecl": (
                    Form("{self}.xml_decl()"),
                    Form("{self}.xml_decl({0})", "v"),
                    Form("{self}.xml_decl({0}, {1})", "vv"),
                ),
                "doctype": Form("{self}.doctype(*{*})", "*v"),
                "pi": Form("{self}.pi(*{*})", "*s"),
                "comment": Form("{self}.comment({0})", "s"),
                "startTag": Form("{self}.start_tag({0}, *{*})", "s*s"),
                "emptyTag": Form("{self}.empty_tag({0}, *{*})", "s*s"),
                "endTag": (Form("{self}.end_tag()"), Form("{self}.end_tag({0})", "v")),
                "characters": Form("{self}.characters({0})", "s"),
                "cdata": Form("{self}.cdata({0})", "s"),
                "dataElement": Form("{self}.data_element({0}, {1}, *{*})", "ss*s"),
                "cdataElement": Form("{self}.cdata_element({0}, {1}, *{*})", "ss*s"),
                "raw": Form("{self}.raw({0})", "s"),
                "end": Form("{self}.end()", "", "str?"),
                "to_string": Form("{self}.to_string()", "", "str"),
                "getOutput": Form("{self}.output"),
                "in_element": Form("{self}.open[-1:] == [{0}]", "s", "bool"),
                "within_element": Form("{0} in {self}.open", "s", "bool"),
                "current_element": Form("perl_xml_first({self}.open[-1:])", "", "str?"),
            }
        },
        assumed=("XML::Writer",),
        texts={"XML::Writer": "{self}.to_string()"},
        truths={"XML::Writer": "({self} is not None)"},
    ),
)
