"""What DBI gives of a database of SQLite, and what stands for it: the same."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from typing import Any

import pytest

from sysvirt.port.draft.modules import dbi
from tests.port import forms
from tests.port.helpers import HELPERS, texts
from tests.port.perl_process import PerlProcess

(MODULE,) = dbi.MODULES

_SET = """
    my ($path, $options) = ('dbi:SQLite:dbname=:memory:', shift);
    my $dbh = DBI->connect($path, '', '', $options);
    $dbh->do('CREATE TABLE vm (id INTEGER PRIMARY KEY, name TEXT, memory REAL, host TEXT)');
    $dbh->do('INSERT INTO vm (name, memory, host) VALUES (?, ?, ?)', undef, @$_)
        for ['a', 1.5, 'x'], ["O'B", undef, 'x'], ['c', 3, 'y'];
    my $sth = $dbh->prepare('SELECT id, name, memory FROM vm ORDER BY id');
    $sth->execute;
"""
_LOOK = """
    map { defined $_ ? $_ : 'undef' } map { @$_ } @{ $dbh->selectall_arrayref('SELECT * FROM vm') }
"""
INSERT = "INSERT INTO vm (name, memory, host) VALUES (?, ?, ?)"


@pytest.fixture(scope="module")
def perl() -> Iterator[PerlProcess]:
    process = PerlProcess("DBI", "DBD::SQLite")
    yield process
    process.close()


def names(options: dict[str, Any] | None = None) -> dict[str, Any]:
    """The variables of Python's side."""
    found: dict[str, Any] = {**HELPERS, "options": options or {}}
    source = "'dbi:SQLite:dbname=:memory:'"
    connect = forms.class_method(MODULE, "connect", source, "''", "''", "options")
    dbh = found["dbh"] = forms.value_of(connect, found)
    dbh.do("CREATE TABLE vm (id INTEGER PRIMARY KEY, name TEXT, memory REAL, host TEXT)")
    rows: list[list[Any]] = [["a", 1.5, "x"], ["O'B", None, "x"], ["c", 3, "y"]]
    for row in rows:
        dbh.do(INSERT, None, *row)
    sth = found["sth"] = dbh.prepare("SELECT id, name, memory FROM vm ORDER BY id")
    sth.execute()
    return found


def result(value: Any, gives: str) -> list[Any]:
    """A value as Perl's side tells it: a list is flattened."""
    found: Any = texts(value)
    return found if gives == "list" and isinstance(value, list) else [found]


CALLS: list[tuple[str, ...]] = [
    ("dbh", "do", "'DELETE FROM vm'"),
    ("dbh", "do", "'DELETE FROM vm WHERE id > 100'"),
    ("dbh", "do", "'UPDATE vm SET host = ? WHERE host = ?'", "None", "'z'", "'x'"),
    ("dbh", "selectrow_array", "'SELECT name, memory FROM vm WHERE id = ?'", "None", "2"),
    ("dbh", "selectrow_array", "'SELECT name FROM vm WHERE id = 9'"),
    ("dbh", "selectrow_arrayref", "'SELECT name, id FROM vm'"),
    ("dbh", "selectrow_arrayref", "'SELECT name FROM vm WHERE id = 9'"),
    ("dbh", "selectrow_hashref", "'SELECT name AS N, id FROM vm'"),
    ("dbh", "selectrow_hashref", "'SELECT name FROM vm WHERE id = 9'"),
    ("dbh", "selectall_arrayref", "'SELECT id, name FROM vm'"),
    ("dbh", "selectall_arrayref", "'SELECT id, name FROM vm'", "{'Slice': {}}"),
    ("dbh", "selectall_arrayref", "'SELECT id FROM vm WHERE host = ?'", "None", "'x'"),
    ("dbh", "selectall_arrayref", "'SELECT id FROM vm WHERE host = 9'"),
    ("dbh", "selectcol_arrayref", "'SELECT name FROM vm'"),
    ("dbh", "selectall_hashref", "'SELECT id, name FROM vm'", "'id'"),
    ("dbh", "last_insert_id", "None", "None", "'vm'", "None"),
    ("dbh", "quote", "'a'"),
    ("dbh", "quote", '"O\'B"'),
    ("dbh", "quote", "None"),
    ("dbh", "quote_identifier", "'a'"),
    ("dbh", "ping"),
    ("sth", "fetchrow_array"),
    ("sth", "fetchrow_arrayref"),
    ("sth", "fetch"),
    ("sth", "fetchrow_hashref"),
    ("sth", "fetchrow_hashref", "'NAME_uc'"),
    ("sth", "fetchall_arrayref"),
    ("sth", "fetchall_arrayref", "{}"),
    ("sth", "fetchall_arrayref", "{'name': 1}"),
    ("sth", "fetchall_arrayref", "[1]"),
    ("sth", "fetchall_arrayref", "None", "2"),
    ("sth", "fetchall_hashref", "'name'"),
    ("sth", "execute"),
    ("sth", "finish"),
    ("sth", "rows"),
]


@pytest.mark.parametrize("told", CALLS, ids=" ".join)
def test_one_call(perl: PerlProcess, told: tuple[str, ...]) -> None:
    variable, name, *arguments = told
    call = forms.method(
        MODULE, "DBI::db" if variable == "dbh" else "DBI::st", name, variable, *arguments
    )
    answer = perl.run(f"{_SET} my @found = {call.perl}; (\\@found, [{_LOOK}])", {})
    assert answer.died is None, answer.died
    found = names()
    value = forms.value_of(call, found)
    gives = "list" if name in ("selectrow_array", "fetchrow_array") else ""
    wanted, after = answer.values
    if wanted == [] and call.form.gives.endswith("?"):
        wanted = [None]
    assert result(value, gives) == wanted
    rows = found["dbh"].selectall_arrayref("SELECT * FROM vm")
    assert [each if each is not None else "undef" for row in texts(rows) for each in row] == after


@pytest.mark.parametrize("name", ["selectrow_array", "fetchrow_array"])
def test_one_value_is_the_first(perl: PerlProcess, name: str) -> None:
    told = ["'SELECT name FROM vm'"] if name == "selectrow_array" else []
    variable, class_ = ("dbh", "DBI::db") if told else ("sth", "DBI::st")
    call = forms.method(MODULE, class_, name, variable, *told, scalar=True)
    wanted = perl.run(f"{_SET} my $one = {call.perl}; $one", {}).values
    assert [texts(forms.value_of(call, names()))] == wanted


def test_rows_come_one_by_one(perl: PerlProcess) -> None:
    code = f"{_SET} my @all; while (my @row = $sth->fetchrow_array) {{ push @all, [@row] }} @all"
    sth = names()["sth"]
    rows: list[Any] = []
    while row := sth.fetchrow_array():
        rows.append(row)
    assert texts(rows) == perl.run(code, {}).values


def test_columns_have_names(perl: PerlProcess) -> None:
    sth = names()["sth"]
    wanted = perl.run(f"{_SET} ($sth->{{NAME}}, $sth->{{NAME_uc}}, $sth->{{NUM_OF_FIELDS}})", {})
    assert texts([sth["NAME"], sth["NAME_uc"], sth["NUM_OF_FIELDS"]]) == wanted.values


@pytest.mark.parametrize("keep", [False, True])
@pytest.mark.parametrize("automatic", [0, 1])
def test_work_is_kept_or_taken_back(perl: PerlProcess, keep: bool, automatic: int) -> None:
    end = "commit" if keep else "rollback"
    code = f"""
        {_SET} $dbh->commit if !$dbh->{{AutoCommit}};
        $dbh->begin_work if $dbh->{{AutoCommit}};
        $dbh->do('DELETE FROM vm WHERE id = 1'); $dbh->{end};
        ($dbh->{{AutoCommit}} ? 1 : 0, {_LOOK})
    """
    dbh = names({"AutoCommit": automatic})["dbh"]
    if automatic:
        dbh.begin_work()
    else:
        dbh.commit()
    dbh.do("DELETE FROM vm WHERE id = 1")
    getattr(dbh, end)()
    rows = texts(dbh.selectall_arrayref("SELECT * FROM vm"))
    found = [each if each is not None else "undef" for row in rows for each in row]
    wanted = perl.run(code, {"AutoCommit": automatic})
    assert [str(dbh["AutoCommit"]), *found] == wanted.values


METHODS = ["do", "prepare", "selectrow_array", "selectrow_arrayref", "selectrow_hashref"]


@pytest.mark.parametrize("method", [*METHODS, "selectall_arrayref", "selectcol_arrayref"])
def test_an_error_names_the_method(perl: PerlProcess, method: str) -> None:
    code = f"{_SET} my $gave = $dbh->{method}('SELECT 1 FROM none'); 1"
    said = io.StringIO()
    dbh = names()["dbh"]
    with contextlib.redirect_stderr(said):
        assert not getattr(dbh, method)("SELECT 1 FROM none")
    warned = [each.partition(" at ")[0] for each in perl.run(code, {}).warned]
    assert said.getvalue().splitlines() == warned


@pytest.mark.parametrize("options", [{}, {"PrintError": 0}, {"RaiseError": 1, "PrintError": 0}])
@pytest.mark.parametrize(
    "sql", ["SELEC 1", "SELECT * FROM none", "INSERT INTO vm (id) VALUES (1)", "SELECT ?, ?"]
)
def test_what_fails(perl: PerlProcess, sql: str, options: dict[str, Any]) -> None:
    code = f"{_SET} my $gave = $dbh->do($_[0]); ($gave, DBI->errstr)"
    answer = perl.run(
        code.replace("($_[0])", "($_[0], undef, 1)") if "?" in sql else code, options, sql
    )
    said = io.StringIO()
    dbh = names(options)["dbh"]
    with contextlib.redirect_stderr(said):
        try:
            gave, died = dbh.do(sql, None, *([1] if "?" in sql else [])), None
        except RuntimeError as error:
            gave, died = None, str(error)
    if answer.died is None:
        assert [texts(gave), HELPERS["PerlDatabase"].errstr] == answer.values
    assert died == (answer.died and answer.died.partition(" at ")[0])
    warned = [each.partition(" at ")[0] for each in answer.warned]
    assert said.getvalue().splitlines() == warned


def test_values_are_bound_one_by_one(perl: PerlProcess) -> None:
    code = f"""
        {_SET} my $by = $dbh->prepare('SELECT id FROM vm WHERE host = ? AND name = ?');
        $by->bind_param(1, 'x'); $by->bind_param(2, 'a'); $by->execute; $by->fetchrow_array
    """
    by = names()["dbh"].prepare("SELECT id FROM vm WHERE host = ? AND name = ?")
    by.bind_param(1, "x")
    by.bind_param(2, "a")
    by.execute()
    assert texts(by.fetchrow_array()) == perl.run(code, {}).values


def test_a_database_that_cant_be_opened(perl: PerlProcess) -> None:
    code = (
        "my $dbh = DBI->connect('dbi:SQLite:/none/x', '', ''); ($dbh, defined DBI->errstr ? 1 : 0)"
    )
    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        dbh = HELPERS["perl_db_connect"]("dbi:SQLite:/none/x", "", "")
    answer = perl.run(code)
    assert [dbh, "1"] == answer.values
    assert said.getvalue().startswith("DBI connect('/none/x','',...) failed: unable to open")
    assert answer.warned[0].startswith("DBI connect('/none/x','',...) failed: unable to open")
