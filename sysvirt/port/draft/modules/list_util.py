"""List::Util: blocks get ``$_``, or ``$a`` and ``$b``."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Forms, Module

FUNCTIONS: dict[str, Forms] = {
    "all": Form("perl_all({0}, {*})", "c*v", "truth"),
    "any": Form("perl_any({0}, {*})", "c*v", "truth"),
    "first": Form("perl_first({0}, {*})", "c*v"),
    "head": Form("perl_head({0}, {*})", "i*v", "list", "perl_field(perl_head({0}, {*}), -1)"),
    "max": Form("perl_max({*})", "*v"),
    "maxstr": Form("max({*}, key=perl_text, default=None)", "*v"),
    "mesh": Form("perl_mesh({*})", "*v", "list"),
    "mesh_longest": Form("perl_mesh({*})", "*v", "list"),
    "min": Form("perl_min({*})", "*v"),
    "minstr": Form("min({*}, key=perl_text, default=None)", "*v"),
    "none": Form("not perl_any({0}, {*})", "c*v", "truth"),
    "notall": Form("not perl_all({0}, {*})", "c*v", "truth"),
    "pairfirst": Form("perl_pair_first({0}, {*})", "c*v", "list"),
    "pairgrep": Form(
        "perl_pair_grep({0}, {*})", "c*v", "list", "len(perl_pair_grep({0}, {*})) // 2", "int"
    ),
    "pairkeys": Form(
        "[each for each, _ in perl_in_pairs({*})]",
        "*v",
        "list",
        "perl_field([each for each, _ in perl_in_pairs({*})], -1)",
    ),
    "pairmap": Form(
        "perl_pair_map({0}, {*})", "c*v", "list", "len(perl_pair_map({0}, {*}))", "int"
    ),
    "pairs": Form("perl_in_pairs({*})", "*v", "list:list", "perl_field(perl_in_pairs({*}), -1)"),
    "pairvalues": Form(
        "[each for _, each in perl_in_pairs({*})]",
        "*v",
        "list",
        "perl_field([each for _, each in perl_in_pairs({*})], -1)",
    ),
    "product": Form("perl_product({*})", "*n", "num"),
    "reduce": Form("perl_reduce({0}, {*})", "c*v"),
    "reductions": Form(
        "perl_reductions({0}, {*})", "c*v", "list", "perl_field(perl_reductions({0}, {*}), -1)"
    ),
    "sample": Form("perl_sample({0}, {*})", "i*v", "list"),
    "shuffle": Form("perl_shuffle({*})", "*v", "list", "perl_field(perl_shuffle({*}), -1)"),
    "sum": Form("perl_sum({*})", "*n", "num?"),
    "sum0": Form("perl_sum0({*})", "*n", "num"),
    "tail": Form("perl_tail({0}, {*})", "i*v", "list", "perl_field(perl_tail({0}, {*}), -1)"),
    "uniq": Form("perl_uniq({*})", "*v", "list", "len(perl_uniq({*}))", "int"),
    "uniqint": Form(
        "perl_uniqnum(map(perl_integer, {*}))",
        "*v",
        "list:int",
        "len(perl_uniqnum(map(perl_integer, {*})))",
        "int",
    ),
    "uniqnum": Form("perl_uniqnum({*})", "*v", "list", "len(perl_uniqnum({*}))", "int"),
    "uniqstr": Form("perl_uniq({*})", "*s", "list:str", "len(perl_uniq({*}))", "int"),
    "unpairs": Form("[each for pair in {*} for each in (pair + [None, None])[:2]]", "*v", "list"),
    "zip": Form("perl_zip({*})", "*v", "list:list"),
    "zip_longest": Form("perl_zip({*})", "*v", "list:list"),
    "zip_shortest": Form("list(map(list, zip(*{*}, strict=False)))", "*v", "list:list"),
}

LIST_UTIL = Module("List::Util", functions=FUNCTIONS)
