"""DBI: Python's drivers, by a class that has DBI's ways."""

from __future__ import annotations

from collections.abc import Mapping

from sysvirt.port.draft.modules.table import Form, Forms, Module

_DATABASE = "object:DBI::db"
_STATEMENT = "object:DBI::st"
_OF_VARIABLES = "columns are bound to variables: fetch a row and assign it"


def _selecting(name: str, gives: str, scalar: str = "") -> Form:
    called = f"{{self}}.{name}({{0}}, *{{*}})"
    return Form(called, "s*v", gives, scalar and scalar.format(called), "str?" if scalar else "")


_DATABASE_METHODS: Mapping[str, Forms] = {
    "prepare": Form("{self}.prepare({0})", "s", f"{_STATEMENT}?"),
    "prepare_cached": Form("{self}.prepare({0})", "s", f"{_STATEMENT}?"),
    "do": Form("{self}.do({0}, *{*})", "s*v"),
    "selectrow_array": _selecting("selectrow_array", "list", "perl_xml_first({})"),
    "selectrow_arrayref": _selecting("selectrow_arrayref", "list?"),
    "selectrow_hashref": _selecting("selectrow_hashref", "dict?"),
    "selectall_arrayref": _selecting("selectall_arrayref", "list?"),
    "selectcol_arrayref": _selecting("selectcol_arrayref", "list?"),
    "selectall_hashref": Form("{self}.selectall_hashref({0}, {1}, *{*})", "sv*v", "dict?"),
    "last_insert_id": Form("{self}.last_insert_id()", "*v", "int?"),
    "sqlite_last_insert_rowid": Form("{self}.last_insert_id()", "", "int?"),
    "quote": Form("{self}.quote({0})", "v", "str"),
    "quote_identifier": Form("{self}.quote_identifier(*{*})", "*s", "str"),
    "begin_work": Form("{self}.begin_work()", "", "int"),
    "commit": Form("{self}.commit()", "", "int"),
    "rollback": Form("{self}.rollback()", "", "int"),
    "ping": Form("{self}.ping()", "", "int"),
    "disconnect": Form("{self}.disconnect()", "", "int"),
    "errstr": Form("PerlDatabase.errstr", "", "str?"),
}
_STATEMENT_METHODS: Mapping[str, Forms] = {
    "execute": Form("{self}.execute(*{*})", "*v"),
    "bind_param": Form("{self}.bind_param({0}, {1})", "iv"),
    "bind_columns": Form("", "*v", todo=_OF_VARIABLES),
    "bind_col": Form("", "*v", todo=_OF_VARIABLES),
    "fetchrow_array": Form(
        "{self}.fetchrow_array()", "", "list", "({self}.fetchrow_array() or [None])[-1]", "str?"
    ),
    "fetchrow_arrayref": Form("{self}.fetchrow_arrayref()", "", "list?"),
    "fetch": Form("{self}.fetchrow_arrayref()", "", "list?"),
    "fetchrow_hashref": (
        Form("{self}.fetchrow_hashref()", "", "dict?"),
        Form("{self}.fetchrow_hashref({0})", "s", "dict?"),
    ),
    "fetchall_arrayref": (
        Form("{self}.fetchall_arrayref()", "", "list"),
        Form("{self}.fetchall_arrayref({0})", "v", "list"),
        Form("{self}.fetchall_arrayref({0}, {1})", "vv", "list"),
    ),
    "fetchall_hashref": Form("{self}.fetchall_hashref({0})", "v", "dict"),
    "rows": Form("{self}.rows()", "", "int"),
    "finish": Form("{self}.finish()", "", "int"),
    "errstr": Form("PerlDatabase.errstr", "", "str?"),
}

MODULES: tuple[Module, ...] = (
    Module(
        "DBI",
        variables={"$errstr": "PerlDatabase.errstr"},
        class_methods={
            "connect": (
                Form("perl_db_connect({0})", "s", f"{_DATABASE}?"),
                Form("perl_db_connect({0}, {1})", "sv", f"{_DATABASE}?"),
                Form("perl_db_connect({0}, {1}, {2})", "svv", f"{_DATABASE}?"),
                Form("perl_db_connect({0}, {1}, {2}, {3})", "svvv", f"{_DATABASE}?"),
            ),
            "errstr": Form("PerlDatabase.errstr", "", "str?"),
        },
        methods={"DBI::db": _DATABASE_METHODS, "DBI::st": _STATEMENT_METHODS},
        assumed=("DBI::db", "DBI::st"),
    ),
)
