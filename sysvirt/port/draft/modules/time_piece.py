"""Time::Piece and Time::Seconds: objects compare and subtract as their seconds do."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Forms, Module

_TIME = "object:Time::Piece"
_SECONDS = "object:Time::Seconds"


def _now(is_local: bool) -> Forms:
    fields = "localtime" if is_local else "gmtime"
    return (
        Form(
            f"perl_time_fields(time.{fields}())",
            "",
            "list:int",
            f"PerlTime(time.time(), {is_local})",
            _TIME,
        ),
        Form(
            f"perl_time_fields(time.{fields}(perl_integer({{0}})))",
            "v",
            "list:int",
            f"PerlTime(perl_integer({{0}}), {is_local})",
            _TIME,
        ),
    )


def _field(python: str) -> Form:
    expression = f"{{self}}.{python}"
    return Form(f"({expression})" if " " in python else expression, "", "int")


def _same(form: Form, *names: str) -> dict[str, Forms]:
    return dict.fromkeys(names, form)


def _with_sign(name: str) -> Forms:
    return (Form(f"{{self}}.{name}()", "", "str"), Form(f"{{self}}.{name}({{0}})", "s", "str"))


def _shown(letter: str, *names: str) -> dict[str, Forms]:
    return _same(Form(f'{{self}}.strftime("%{letter}")', "", "str"), *names)


_METHODS: dict[str, Forms] = {
    **_same(_field("fields.tm_sec"), "sec", "second"),
    **_same(_field("fields.tm_min"), "min", "minute"),
    **_same(_field("fields.tm_hour"), "hour"),
    **_same(_field("fields.tm_mday"), "mday", "day_of_month"),
    **_same(_field("fields.tm_mon"), "mon"),
    **_same(_field("fields.tm_mon - 1"), "_mon"),
    **_same(_field("fields.tm_year"), "year"),
    **_same(_field("fields.tm_year - 1900"), "_year"),
    **_shown("y", "yy"),
    **_same(Form("(({self}.fields.tm_wday + 1) % 7)", "", "int"), "_wday", "day_of_week"),
    **_same(Form("(({self}.fields.tm_wday + 1) % 7 + 1)", "", "int"), "wday"),
    **_same(Form("({self}.fields.tm_yday - 1)", "", "int"), "yday", "day_of_year"),
    **_same(_field("fields.tm_isdst"), "isdst", "daylight_savings"),
    **_shown("b", "monname", "month"),
    **_shown("B", "fullmonth"),
    **_shown("a", "day", "wdayname"),
    **_shown("A", "fullday"),
    **_same(_field("epoch"), "epoch"),
    "hms": _with_sign("hms"),
    "time": _with_sign("hms"),
    "ymd": _with_sign("ymd"),
    "date": _with_sign("ymd"),
    "mdy": _with_sign("mdy"),
    "dmy": _with_sign("dmy"),
    "datetime": Form('{self}.strftime("%Y-%m-%dT%H:%M:%S")', "", "str"),
    "cdate": Form("str({self})", "", "str"),
    "strftime": (
        Form("{self}.strftime()", "", "str"),
        Form("{self}.strftime({0})", "s", "str"),
    ),
    **_same(Form("{self}.offset()", "", _SECONDS), "tzoffset"),
    "julian_day": Form("{self}.julian_day()", "", "float"),
    "mjd": Form("({self}.julian_day() - 2400000.5)", "", "float"),
    "week": Form("{self}.week()", "", "int"),
    "is_leap_year": Form("{self}.is_leap()", "", "int"),
    "month_last_day": Form("{self}.last_day()", "", "int"),
    "add_months": Form("{self}.add_months({0})", "i", _TIME),
    "add_years": Form("{self}.add_months({0} * 12)", "i", _TIME),
}

_LENGTHS = {
    "minutes": 60,
    "hours": 3600,
    "days": 86400,
    "weeks": 604800,
    "months": 2629744.19424,
    "years": 31556930.4,
}

TIME_PIECE = Module(
    "Time::Piece",
    functions={"gmtime": _now(False), "localtime": _now(True)},
    exports=frozenset({"gmtime", "localtime"}),
    class_methods={
        "new": (
            Form("PerlTime(time.time(), True)", "", _TIME),
            Form("PerlTime(perl_integer({0}), True)", "v", _TIME),
        ),
        "strptime": (
            Form("perl_strptime({0})", "s", _TIME),
            Form("perl_strptime({0}, {1})", "ss", _TIME),
        ),
    },
    methods={
        "Time::Piece": _METHODS,
        "Time::Seconds": {
            "pretty": Form("{self}.pretty()", "", "str"),
            "seconds": Form("float({self})", "", "float"),
            **{
                name: Form(f"(float({{self}}) / {size})", "", "float")
                for name, size in _LENGTHS.items()
            },
        },
    },
)

TIME_SECONDS = Module(
    "Time::Seconds",
    class_methods={"new": Form("PerlSeconds({0})", "n", _SECONDS)},
    constants={
        "ONE_DAY": "86400",
        "ONE_HOUR": "3600",
        "ONE_MINUTE": "60",
        "ONE_WEEK": "604800",
        "ONE_YEAR": "31556930",
    },
    exports=frozenset({"ONE_DAY", "ONE_HOUR", "ONE_MINUTE", "ONE_WEEK", "ONE_YEAR"}),
)
