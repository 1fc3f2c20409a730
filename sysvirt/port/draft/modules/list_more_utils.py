"""List::MoreUtils, and its twins by other names: blocks get ``$_``, or ``$a`` and ``$b``.

``each_array`` isn't there: a loop over its iterator is one over ``zip``.
"""

from __future__ import annotations

from sysvirt.port.draft.modules.list_util import FUNCTIONS
from sysvirt.port.draft.modules.table import Form, Forms, Module

_SAME = {each: FUNCTIONS[each] for each in ("all", "any", "none", "notall", "reduce", "uniq")}
_DISTINCT = FUNCTIONS["uniq"]
_FIRST_INDEX = Form("perl_first_index({0}, {*})", "c*v", "int")
_LAST_INDEX = Form("perl_last_index({0}, {*})", "c*v", "int")
_ONLY_INDEX = Form("perl_only_index({0}, {*})", "c*v", "int")
_FIRST_VALUE = Form("perl_first({0}, {*})", "c*v")
_LAST_VALUE = Form("perl_last_value({0}, {*})", "c*v")
_MESH = (
    Form("perl_mesh([{0}, {1}])", "aa", "list"),
    Form("perl_mesh([{0}, {1}, {2}])", "aaa", "list"),
    Form("perl_mesh([{0}, {1}, {2}, {3}])", "aaaa", "list"),
)


def _counted(expression: str, takes: str) -> Form:
    """A list, and where one value is wanted its length."""
    return Form(expression, takes, "list", f"len({expression})", "int")


_MORE: dict[str, Forms] = {
    "after": _counted("perl_after({0}, {*})", "c*v"),
    "after_incl": _counted("perl_after({0}, {*}, True)", "c*v"),
    "before": _counted("perl_before({0}, {*})", "c*v"),
    "before_incl": _counted("perl_before({0}, {*}, True)", "c*v"),
    "distinct": _DISTINCT,
    "duplicates": _counted("perl_occurring({*}, lambda count: count > 1)", "*v"),
    "false": Form("len({*}) - perl_count_true({0}, {*})", "c*v", "int"),
    "first_index": _FIRST_INDEX,
    "first_value": _FIRST_VALUE,
    "firstidx": _FIRST_INDEX,
    "firstval": _FIRST_VALUE,
    "frequency": Form(
        "perl_flatten(perl_times_in({*}))", "*v", "list", "len(perl_times_in({*}))", "int"
    ),
    "indexes": _counted("perl_indexes({0}, {*})", "c*v"),
    "last_index": _LAST_INDEX,
    "last_value": _LAST_VALUE,
    "lastidx": _LAST_INDEX,
    "lastval": _LAST_VALUE,
    "mesh": _MESH,
    "minmax": Form("perl_min_max({*})", "*v", "list"),
    "natatime": Form("perl_natatime({0}, {*})", "i*v", "code"),
    "nsort_by": Form("perl_sort_by({0}, {*}, True)", "c*v", "list"),
    "one": Form("perl_one({0}, {*})", "c*v", "truth"),
    "only_index": _ONLY_INDEX,
    "onlyidx": _ONLY_INDEX,
    "pairwise": _counted("perl_pairwise({0}, {1}, {2})", "caa"),
    "part": Form("perl_part({0}, {*})", "c*v", "list"),
    "singleton": _counted("perl_occurring({*}, lambda count: count == 1)", "*v"),
    "sort_by": Form("perl_sort_by({0}, {*})", "c*v", "list"),
    "true": Form("perl_count_true({0}, {*})", "c*v", "int"),
    "zip": _MESH,
}

LIST_MORE_UTILS = Module("List::MoreUtils", functions={**_SAME, **_MORE})
#: The same functions from other modules; List::AllUtils has those of List::Util, too.
LIST_SOME_UTILS = Module("List::SomeUtils", functions={**_SAME, **_MORE})
LIST_ALL_UTILS = Module("List::AllUtils", functions={**FUNCTIONS, **_MORE})
LIST_UTILS_BY = Module(
    "List::UtilsBy",
    functions={each: _MORE[each] for each in ("sort_by", "nsort_by")},
)
