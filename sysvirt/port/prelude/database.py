"""Databases as Perl's DBI has them, on top of Python's drivers: sqlite3, pymysql, psycopg."""

from __future__ import annotations

import re
import sqlite3
import sys


def perl_db_connect(source, user="", password="", options=None):
    """Connect to what a text such as ``dbi:SQLite:dbname=file`` names; nothing, if it fails."""
    driver, rest = re.fullmatch(r"(?i:dbi):(\w+)(?:\(.*?\))?:(.*)", source, re.DOTALL).groups()
    options = options or {}
    try:
        connection = perl_driver(driver, rest, user, password or "")
    except Exception as error:
        PerlDatabase.errstr = str(error)
        message = f"DBI connect('{rest}','{user}',...) failed: {error}"
        if options.get("RaiseError"):
            raise RuntimeError(message) from error
        if options.get("PrintError", 1):
            print(message, file=sys.stderr)
        return None
    return PerlDatabase(connection, driver, options)


def perl_driver(driver, rest, user, password):
    """A connection of Python's driver for what DBI calls a driver."""
    told = dict(each.split("=", 1) for each in rest.split(";") if "=" in each)
    place = told.get("dbname") or told.get("database") or told.get("db") or rest
    if driver == "SQLite":
        return sqlite3.connect(place, isolation_level=None)
    if driver in ("mysql", "MariaDB"):
        import pymysql

        host, port = told.get("host", "localhost"), int(told.get("port", 3306))
        return pymysql.connect(
            host=host, port=port, user=user, password=password, database=place, autocommit=True
        )
    if driver == "Pg":
        import psycopg

        told = {"host": told.get("host"), "port": told.get("port"), "dbname": place}
        told = {**told, "user": user, "password": password}
        kept = {name: value for name, value in told.items() if value}
        return psycopg.connect(autocommit=True, **kept)
    raise ValueError(f"no driver for {driver}: PerlDatabase takes any connection of Python")


class PerlDatabase:
    """A connection; what fails is printed, or with RaiseError dies."""

    #: The last error, of any connection.
    errstr = None

    def __init__(self, connection, driver="SQLite", options=None):
        self.connection = connection
        self.driver = driver
        self.options = {"PrintError": 1, "RaiseError": 0, "AutoCommit": 1, **(options or {})}
        self.lastrowid = None
        self.in_work = False
        self.doing = None

    def __getitem__(self, name):
        return self.options.get(name)

    def __setitem__(self, name, value):
        self.options[name] = value

    def fail(self, where, error):
        """Say what failed, or die."""
        PerlDatabase.errstr = str(error)
        message = f"DBD::{self.driver}::{self.doing or where} failed: {error}"
        if self.options["RaiseError"]:
            raise RuntimeError(message)
        if self.options["PrintError"]:
            print(message, file=sys.stderr)

    def prepare(self, sql, _=None):
        """A statement to execute; nothing, if it is wrong."""
        if self.driver == "SQLite" and self.connection is not None:
            try:
                self.connection.execute(f"EXPLAIN {sql}", [None] * perl_marks(sql))
            except sqlite3.Error as error:
                # Such as a table that isn't there; the values are not known yet.
                return self.fail("db prepare", error)
        return PerlStatement(self, sql)

    def run(self, method, sql, values):
        """Execute a statement once; nothing, if it fails: errors name the method."""
        self.doing = f"db {method}"
        try:
            statement = self.prepare(sql)
            if statement is None or statement.execute(*values) is None:
                return None
            return statement
        finally:
            self.doing = None

    def do(self, sql, _=None, *values):
        """Execute a statement once, and tell how many rows it changed."""
        statement = self.run("do", sql, values)
        return None if statement is None else statement.count()

    def selectrow_array(self, sql, _=None, *values):
        """The first row."""
        statement = self.run("selectrow_array", sql, values)
        return [] if statement is None else statement.fetchrow_array()

    def selectrow_arrayref(self, sql, _=None, *values):
        """The first row, or nothing."""
        statement = self.run("selectrow_arrayref", sql, values)
        return None if statement is None else statement.fetchrow_arrayref()

    def selectrow_hashref(self, sql, _=None, *values):
        """The first row as a dict, or nothing."""
        statement = self.run("selectrow_hashref", sql, values)
        return None if statement is None else statement.fetchrow_hashref()

    def selectall_arrayref(self, sql, attributes=None, *values):
        """All rows; with ``Slice`` of a dict as dicts."""
        statement = self.run("selectall_arrayref", sql, values)
        if statement is None:
            return None
        return statement.fetchall_arrayref((attributes or {}).get("Slice"))

    def selectall_hashref(self, sql, key, _=None, *values):
        """All rows as dicts, by the values of a column."""
        statement = self.run("selectall_hashref", sql, values)
        return None if statement is None else statement.fetchall_hashref(key)

    def selectcol_arrayref(self, sql, _=None, *values):
        """The first column of all rows."""
        statement = self.run("selectcol_arrayref", sql, values)
        if statement is None:
            return None
        return [row[0] for row in statement.fetchall_arrayref()]

    def last_insert_id(self, *_):
        """The number of the row that was inserted last."""
        return self.lastrowid

    def quote(self, value, _=None):
        """A value as SQL has it."""
        if value is None:
            return "NULL"
        return "'{}'".format(str(value).replace("'", "''"))

    def quote_identifier(self, *names):
        """Names as SQL has them."""
        return ".".join('"{}"'.format(name.replace('"', '""')) for name in names if name)

    def begin_work(self):
        """Begin what is committed or taken back as a whole."""
        self.options["AutoCommit"] = 0
        self.in_work = True
        self.begin()
        return 1

    def begin(self):
        """Begin a transaction, where none is open."""
        if not getattr(self.connection, "in_transaction", False):
            self.connection.cursor().execute("BEGIN")

    def commit(self):
        """Keep what was done."""
        return self.finish_work(self.connection.commit)

    def rollback(self):
        """Take back what was done."""
        return self.finish_work(self.connection.rollback)

    def finish_work(self, finish):
        """End a transaction."""
        finish()
        if self.in_work:
            self.in_work = False
            self.options["AutoCommit"] = 1
        return 1

    def ping(self):
        """Whether the connection is there."""
        return 0 if self.connection is None else 1

    def disconnect(self):
        """End the connection."""
        if self.connection is not None:
            self.connection.close()
        self.connection = None
        return 1


def perl_marks(sql):
    """How many values a statement asks for."""
    return re.sub(r"'[^']*'|\"[^\"]*\"|--[^\n]*", "", sql).count("?")


class PerlStatement:
    """A statement and what it found."""

    def __init__(self, database, sql):
        self.database = database
        self.sql = sql
        self.values = {}
        self.cursor = None

    def __getitem__(self, name):
        names = [each[0] for each in self.cursor.description or ()] if self.cursor else []
        change = {"NAME_lc": str.lower, "NAME_uc": str.upper}.get(name, str)
        return len(names) if name == "NUM_OF_FIELDS" else [change(each) for each in names]

    def bind_param(self, number, value, _=None):
        """Give a value for a question mark, counted from 1."""
        self.values[int(number)] = value
        return 1

    def execute(self, *values):
        """Run it; nothing, if it fails."""
        if not values:
            values = [self.values[number] for number in sorted(self.values)]
        wanted = perl_marks(self.sql)
        values = values or [None] * wanted
        if len(values) != wanted:
            text = f"called with {len(values)} bind variables when {wanted} are needed"
            return self.database.fail("st execute", text)
        sql = self.sql
        if self.database.driver != "SQLite":
            parts = re.split(r"('[^']*')", sql.replace("%", "%%"))
            sql = "".join(each if each[:1] == "'" else each.replace("?", "%s") for each in parts)
        try:
            if not self.database.options["AutoCommit"]:
                self.database.begin()
            self.cursor = self.database.connection.cursor()
            self.cursor.execute(sql, list(values))
        except Exception as error:
            self.cursor = None
            return self.database.fail("st execute", error)
        self.database.lastrowid = getattr(self.cursor, "lastrowid", None)
        return self.count()

    def count(self):
        """How many rows were changed: 0 is ``0E0``, which is true."""
        return self.cursor.rowcount if self.cursor.rowcount > 0 else "0E0"

    def rows(self):
        """How many rows were changed."""
        return max(self.cursor.rowcount, 0)

    def fetchrow_array(self):
        """The next row; empty after the last."""
        row = self.cursor.fetchone() if self.cursor and self.cursor.description else None
        return list(row or ())

    def fetchrow_arrayref(self):
        """The next row, or nothing."""
        return self.fetchrow_array() or None

    def fetchrow_hashref(self, names="NAME"):
        """The next row as a dict, or nothing."""
        row = self.fetchrow_array()
        return dict(zip(self[names], row, strict=True)) if row else None

    def fetchall_arrayref(self, slice_=None, most=None):
        """All rows that are left; with a dict as dicts, with a list some columns."""
        rows = []
        while most is None or len(rows) < most:
            row = self.fetchrow_hashref() if isinstance(slice_, dict) else self.fetchrow_array()
            if not row:
                break
            if isinstance(slice_, dict) and slice_:
                row = {name: row[name] for name in slice_}
            elif isinstance(slice_, list) and slice_:
                row = [row[number] for number in slice_]
            rows.append(row)
        return rows

    def fetchall_hashref(self, key):
        """All rows that are left as dicts, by the values of a column or of several."""
        keys = key if isinstance(key, list) else [key]
        found = {}
        while row := self.fetchrow_hashref():
            inner = found
            for each in keys[:-1]:
                inner = inner.setdefault(str(row[each]), {})
            inner[str(row[keys[-1]])] = row
        return found

    def finish(self):
        """Nothing more is asked for."""
        return 1
