"""XML::Twig: a small tree of its own."""

from __future__ import annotations

from collections.abc import Mapping

from sysvirt.port.draft.modules.table import Form, Forms, Module

_ELT = "object:XML::Twig::Elt"
_TWIG = "object:XML::Twig"


def _asking(name: str, gives: str) -> Forms:
    """The forms of a method that may be given a condition."""
    called = f"{{self}}.{name}"
    return Form(f"{called}()", "", gives), Form(f"{called}({{0}})", "v", gives)


def _many(name: str) -> Forms:
    """The same for one that gives a list."""
    called = f"{{self}}.{name}"
    return (
        Form(f"{called}()", "", f"list:{_ELT}", f"len({called}())", "int"),
        Form(f"{called}({{0}})", "v", f"list:{_ELT}", f"len({called}({{0}}))", "int"),
    )


_FINDING: Mapping[str, Forms] = dict.fromkeys(
    ("get_xpath", "findnodes"),
    (
        Form("{self}.get_xpath({0})", "s", f"list:{_ELT}", "len({self}.get_xpath({0}))", "int"),
        Form("{self}.get_xpath({0}, {1})", "si", f"{_ELT}?"),
    ),
)
_NAME = Form("{self}.gi", "", "str")
_NEW: Forms = Form("perl_new_elt(*{*})", "*v", _ELT)

_ELT_METHODS: Mapping[str, Forms] = {
    **_FINDING,
    "gi": _NAME,
    "tag": _NAME,
    "name": _NAME,
    "set_gi": Form("setattr({self}, 'gi', {0})", "s"),
    "set_tag": Form("setattr({self}, 'gi', {0})", "s"),
    "att": Form("{self}.att({0})", "s", "str?"),
    "atts": Form("{self}.atts", "", "dict"),
    "att_names": Form("sorted({self}.atts)", "", "list:str"),
    "att_exists": Form("{0} in {self}.atts", "s", "bool"),
    "set_att": Form("{self}.atts.update({**})", "**"),
    "del_att": Form("{self}.atts.pop({0}, None)", "s"),
    "id": Form('{self}.att("id")', "", "str?"),
    "text": Form("{self}.text()", "", "str"),
    "text_only": Form("{self}.text_only()", "", "str"),
    "trimmed_text": Form("{self}.trimmed_text()", "", "str"),
    "set_text": Form("{self}.set_text({0})", "s"),
    "pcdata": Form("{self}.data", "", "str?"),
    "is_text": Form("{self}.is_text()", "", "bool"),
    "is_pcdata": Form('{self}.gi == "#PCDATA"', "", "bool"),
    "is_elt": Form("not {self}.is_text()", "", "bool"),
    "is": Form("{self}.fits({0})", "v", "bool"),
    "matches": Form("{self}.fits({0})", "v", "bool"),
    "children": _many("children"),
    "children_count": (
        Form("len({self}.children())", "", "int"),
        Form("len({self}.children({0}))", "v", "int"),
    ),
    "children_text": (
        Form("[each.text() for each in {self}.children()]", "", "list:str"),
        Form("[each.text() for each in {self}.children({0})]", "v", "list:str"),
    ),
    "first_child": _asking("first_child", f"{_ELT}?"),
    "last_child": _asking("last_child", f"{_ELT}?"),
    "has_child": _asking("first_child", f"{_ELT}?"),
    "has_children": _asking("first_child", f"{_ELT}?"),
    "field": _asking("field", "str"),
    "first_child_text": _asking("field", "str"),
    "first_child_trimmed_text": Form('" ".join({self}.field({0}).split())', "v", "str"),
    "child": (
        Form("perl_nth({self}.children(), {0} + 1)", "i", f"{_ELT}?"),
        Form("perl_nth({self}.children({1}), {0} + 1)", "iv", f"{_ELT}?"),
    ),
    "parent": (
        Form("{self}.parent", "", f"{_ELT}?"),
        Form("perl_xml_first({self}.ancestors({0}))", "v", f"{_ELT}?"),
    ),
    "next_sibling": _asking("next_sibling", f"{_ELT}?"),
    "prev_sibling": _asking("prev_sibling", f"{_ELT}?"),
    "siblings": _many("siblings"),
    "ancestors": _many("ancestors"),
    "descendants": _many("descendants"),
    "descendants_or_self": _many("descendants_or_self"),
    "path": Form("{self}.path()", "", "str"),
    "level": Form("len({self}.ancestors())", "", "int"),
    "sprint": Form("{self}.sprint()", "", "str"),
    "outer_xml": Form("{self}.sprint()", "", "str"),
    "inner_xml": Form('"".join(each.sprint() for each in {self}.content)', "", "str"),
    "print": (
        Form('print({self}.sprint(), end="")'),
        Form('print({self}.sprint(), end="", file={0})', "f"),
    ),
    "cut": Form("{self}.cut()", "", _ELT),
    "delete": Form("{self}.cut()"),
    "paste": Form("{self}.paste(*{*})", "*v", _ELT),
    "insert_new_elt": Form("{self}.insert_new_elt(*{*})", "*v", _ELT),
}

MODULES: tuple[Module, ...] = (
    Module(
        "XML::Twig",
        class_methods={"new": Form("PerlTwig({**})", "**", _TWIG, topic=_ELT)},
        methods={
            "XML::Twig": {
                **_FINDING,
                "parse": Form("{self}.parse({0})", "s", _TWIG),
                "parsefile": Form("{self}.parsefile({0})", "s", _TWIG),
                "safe_parse": Form("{self}.safe_parse({0})", "s", f"{_TWIG}?"),
                "root": Form("{self}.root", "", f"{_ELT}?"),
                "first_elt": (
                    Form("{self}.root", "", f"{_ELT}?"),
                    Form("perl_xml_first({self}.root.descendants_or_self({0}))", "v", f"{_ELT}?"),
                ),
                "sprint": Form("{self}.sprint()", "", "str"),
                "print": (
                    Form('print({self}.sprint(), end="")'),
                    Form('print({self}.sprint(), end="", file={0})', "f"),
                ),
                "purge": Form("{self}.purge()"),
            },
            "XML::Twig::Elt": _ELT_METHODS,
        },
        assumed=("XML::Twig::Elt", "XML::Twig"),
    ),
    Module("XML::Twig::Elt", class_methods={"new": _NEW}),
)
