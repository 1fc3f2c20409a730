"""Logs as Perl's Log::Log4perl writes them after ``easy_init``, on top of logging."""

from __future__ import annotations

import logging
import os
import re
import socket
import sys
import time


class PerlLayout(logging.Formatter):
    """Lays a message out by a text such as ``%d %p %m%n``."""

    def __init__(self, layout="%d %m%n"):
        super().__init__()
        self.layout = layout

    def format(self, record):
        """The text of a message."""
        form = r"%(-?\d*)(?:\.(\d+))?([A-Za-z%])(?:\{([^}]*)\})?"
        return re.sub(form, lambda found: self.part(record, found), self.layout)

    def part(self, record, found):
        """What stands for one mark of the layout."""
        width, most, mark, told = found.groups()
        function = "" if record.funcName == "<module>" else record.funcName
        path = record.pathname
        if mark == "F" and told:
            path = "/".join(path.split("/")[-int(told) :])
        message = record.getMessage()
        if told == "chomp" or "%m%n" in self.layout:
            message = message.removesuffix("\n")
        value = {
            "%": "%",
            "n": "\n",
            "m": message,
            "p": record.levelname,
            "c": record.name.removeprefix("log4perl").lstrip(".") or "main",
            "C": "main",
            "F": path,
            "L": str(record.lineno),
            "M": f"main::{function}",
            "H": socket.gethostname(),
            "P": str(os.getpid()),
            "r": str(int(record.relativeCreated)),
            "x": "[undef]",
            "d": self.date(record, told or "yyyy/MM/dd HH:mm:ss"),
        }.get(mark, found[0])
        value = value[: int(most)] if most else value
        return value.ljust(-int(width)) if width[:1] == "-" else value.rjust(int(width or 0))

    def date(self, record, form):
        """The time of a message, by a form such as ``yyyy/MM/dd``."""
        moment = time.localtime(record.created)
        known = {"yyyy": "%Y", "yy": "%y", "MMM": "%b", "MM": "%m", "dd": "%d", "EEE": "%a"}
        known.update({"HH": "%H", "hh": "%I", "mm": "%M", "ss": "%S", "a": "%p"})
        parts = re.split(r"(yyyy|yy|MMM|MM|dd|EEE|HH|hh|mm|ss|SSS|a)", form)
        thousandths = f"{int(record.created % 1 * 1000):03d}"
        return "".join(
            thousandths
            if each == "SSS"
            else time.strftime(known[each], moment)
            if each in known
            else each
            for each in parts
        )


def perl_log_init(*told):
    """Write messages from a level on: to standard error, or as dicts say, to files."""
    for name, number in PerlLog.levels.items():
        logging.addLevelName(number // 1000, name)
    for name in [*logging.Logger.manager.loggerDict]:
        if name.partition(".")[0] == "log4perl":
            logger = logging.getLogger(name)
            for handler in [*logger.handlers]:
                logger.removeHandler(handler)
                handler.close()
            logger.setLevel(logging.NOTSET)
    logging.getLogger("log4perl").propagate = False
    for each in told:
        options = each if isinstance(each, dict) else {"level": each}
        category = options.get("category") or ""
        logger = PerlLog(category).logger
        level = options.get("level", PerlLog.levels["DEBUG"])
        level = PerlLog.levels[level] if isinstance(level, str) and level.isalpha() else int(level)
        logger.setLevel(max(level // 1000, 1))
        handler = perl_log_handler(str(options.get("file", "STDERR")))
        handler.terminator = ""
        handler.setFormatter(PerlLayout(options.get("layout", "%d %m%n")))
        logger.addHandler(handler)
    PerlLog.ready = True


def perl_log_handler(file):
    """Where messages go."""
    if file in ("STDOUT", "STDERR"):
        return logging.StreamHandler(sys.stdout if file == "STDOUT" else sys.stderr)
    mode, path = re.fullmatch(r"(>>|>)?\s*(.*)", file).groups()
    return logging.FileHandler(path, "a" if mode == ">>" else "w", encoding="utf-8")


class PerlLog:
    """What writes messages of a category."""

    ready = False
    levels = {
        "ALL": 0,
        "TRACE": 5000,
        "DEBUG": 10000,
        "INFO": 20000,
        "WARN": 30000,
        "ERROR": 40000,
        "FATAL": 50000,
        "OFF": 2147483647,
    }

    def __init__(self, category="main"):
        name = category.replace("::", ".")
        self.logger = logging.getLogger(f"log4perl.{name}" if name else "log4perl")

    def log(self, level, *parts):
        """Write a message, if its level is high enough."""
        if not PerlLog.ready:
            PerlLog.ready = True
            perl_log_init(PerlLog.levels["OFF"])
            text = "Log4perl: Seems like no initialization happened. Forgot to call init()?"
            print(text, file=sys.stderr)
        if not self.enabled(level):
            return
        text = "".join(str(each() if callable(each) else each) for each in parts)
        depth = 1
        frame = sys._getframe(1)
        while frame.f_code.co_qualname.startswith(("PerlLog.", "perl_log")):
            frame, depth = frame.f_back, depth + 1
        number = PerlLog.levels[level] // 1000
        self.logger.log(number, "%s", text, stacklevel=depth + 1)

    def enabled(self, level):
        """Whether messages of a level are written."""
        return self.logger.isEnabledFor(PerlLog.levels[level] // 1000)

    def level(self, number=None):
        """The level from which messages are written; with a number set it."""
        if number is not None:
            self.logger.setLevel(max(int(number) // 1000, 1))
        known = self.logger.getEffectiveLevel() * 1000
        return PerlLog.levels["OFF"] if known > 2147000000 else known

    def die(self, *parts):
        """Write a message and die of it."""
        self.log("FATAL", *parts)
        raise RuntimeError("".join(map(str, parts)))

    def warn(self, *parts):
        """Write a message, and print it to standard error."""
        self.log("WARN", *parts)
        print("".join(map(str, parts)), file=sys.stderr)


def perl_log(level, *parts):
    """Write a message of the program itself."""
    PerlLog().log(level, *parts)
