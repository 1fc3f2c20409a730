"""Tests that print what Perl's Test::More prints: TAP, and the status at the end."""

from __future__ import annotations

import atexit
import os
import re
import sys

from .boxes import perl_ref
from .references import perl_class, perl_class_name, perl_reftype
from .scalars import perl_number, perl_text


class PerlTests:
    """The tests so far; one inside another is a subtest."""

    current = None
    #: Why tests may fail for now: `$TODO`.
    todo = None

    def __init__(self, indent="", outer=None):
        self.indent = indent
        self.outer = outer
        self.ran = self.failed = 0
        self.planned = None
        #: Whether the test that these are may fail for now.
        self.may_fail = outer is not None and (outer.may_fail or bool(perl_text(PerlTests.todo)))
        self.done = self.counts = False
        #: Why all are skipped.
        self.skipped = None

    @classmethod
    def now(cls):
        """Those that run now; what is left to say is said at the end."""
        if cls.current is None:
            cls.current = cls()
            atexit.register(cls.end)
        return cls.current

    def say(self, text):
        """Print lines to standard output."""
        for line in text.split("\n"):
            print(f"{self.indent}{line}")
        sys.stdout.flush()

    def complain(self, text):
        """Print lines as comments: to standard error, but not of tests that may fail for now."""
        may_fail = self.may_fail or perl_text(PerlTests.todo)
        for line in text.rstrip("\n").split("\n"):
            print(f"{self.indent}# {line}", file=sys.stdout if may_fail else sys.stderr)

    def result(self, ok, name=None, *why):
        """Tell of one test."""
        self.ran += 1
        shown = perl_text(name).replace("#", "\\#").replace("\n", "\n# ")
        shown = "" if name is None else f" - {shown}"
        todo = perl_text(PerlTests.todo)
        shown += f" # TODO {todo}" if todo else ""
        self.say(f"{'ok' if ok else 'not ok'} {self.ran}{shown}")
        if re.fullmatch(r"[\d\s]+", perl_text(name)):
            text = "You shouldn't use numbers for your test names.\n    Very confusing."
            self.complain(f"    You named your test '{name}'.  {text}")
        if not ok:
            self.failed += not todo
            frame = sys._getframe(1)
            while frame.f_back and frame.f_code.co_name.startswith("perl_"):
                frame = frame.f_back
            where = f"at {frame.f_code.co_filename} line {frame.f_lineno}."
            failed = "Failed (TODO) test" if todo else "Failed test"
            named = f"  {failed} '{name}'\n  {where}"
            for each in (named if name is not None else f"  {failed} {where}", *why):
                self.complain(each)
        return bool(ok)

    def plan(self, number):
        """Say how many tests there will be."""
        self.planned = int(number)
        self.say(f"1..{self.planned}")

    def finish(self, number=None):
        """Say that all tests ran."""
        if self.planned is None:
            self.plan(self.ran if number is None else number)
        self.done = True

    def status(self):
        """What is said at the end, and the status."""
        if self.skipped is not None or (self.planned is None and not self.ran):
            return [], 0
        if self.planned is None:
            text = "Tests were run but no plan was declared and done_testing() was not seen."
            return [text], min(self.failed, 254) or 254
        if not self.ran:
            return ["No tests run!"] if self.planned or self.outer else [], 255
        said = []
        if self.ran != self.planned:
            many = "" if self.planned == 1 else "s"
            said.append(f"Looks like you planned {self.planned} test{many} but ran {self.ran}.")
        if self.failed:
            many = "" if self.failed == 1 else "s"
            run = "" if self.ran == self.planned else " run"
            said.append(f"Looks like you failed {self.failed} test{many} of {self.ran}{run}.")
            return said, min(self.failed, 254)
        return said, 0 if self.ran == self.planned else 255

    @classmethod
    def end(cls):
        """End the program with the status of its tests."""
        tests = cls.current
        sys.stdout.flush()
        if getattr(sys, "last_type", None) is not None:
            tests.complain(f"Looks like your test exited with 255 just after {tests.ran}.")
            return
        if tests.counts:
            tests.finish()
        said, status = tests.status()
        for each in said:
            tests.complain(each)
        sys.stderr.flush()
        if status:
            os._exit(status)


def perl_plan(tests=None, skip_all=None):
    """Say how many tests there will be, or that all are skipped: then the program ends."""
    now = PerlTests.now()
    if tests == "no_plan":
        now.counts = True
    elif tests is not None:
        now.plan(tests)
    elif skip_all is not None:
        now.say(f"1..0 # SKIP {skip_all}".rstrip())
        now.skipped = perl_text(skip_all)
        sys.exit(0)


def perl_ok(value, name=None):
    """A test that something is true."""
    return PerlTests.now().result(value, name)


def perl_quoted(value):
    """A value as a failed test shows it."""
    if isinstance(value, list | dict):
        return perl_text(value)
    return "undef" if value is None else f"'{perl_text(value)}'"


def perl_same(got, expected):
    """Whether two values are the same text, or both nothing."""
    if got is None or expected is None:
        return got is expected
    return perl_text(got) == perl_text(expected)


def perl_is(got, expected, name=None):
    """A test that two values are the same text."""
    why = f"         got: {perl_quoted(got)}\n    expected: {perl_quoted(expected)}"
    return PerlTests.now().result(perl_same(got, expected), name, why)


def perl_isnt(got, expected, name=None):
    """A test that two values are different texts."""
    why = f"         got: {perl_quoted(got)}\n    expected: anything else"
    return PerlTests.now().result(not perl_same(got, expected), name, why)


def perl_like(got, pattern, name=None, wanted=True):
    """A test that a text matches."""
    found = got is not None and re.search(pattern, perl_text(got)) is not None
    known = isinstance(pattern, re.Pattern)
    shown = pattern.pattern if known else pattern
    flags = {re.IGNORECASE: "i", re.MULTILINE: "m", re.DOTALL: "s", re.VERBOSE: "x"}
    marks = "".join(mark for flag, mark in flags.items() if known and pattern.flags & flag)
    verb = "doesn't match" if wanted else "      matches"
    why = f"                  {perl_quoted(got)}\n    {verb} '(?^{marks}:{shown})'"
    return PerlTests.now().result(found is wanted, name, why)


def perl_unlike(got, pattern, name=None):
    """A test that a text doesn't match."""
    return perl_like(got, pattern, name, wanted=False)


def perl_compared(got, sign, expected):
    """Whether a comparison of Perl's is true."""
    if sign in ("&&", "and"):
        return got and expected
    if sign in ("||", "or"):
        return got or expected
    if sign in ("=~", "!~"):
        return (re.search(expected, perl_text(got)) is not None) is (sign == "=~")
    words = {"eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}
    convert = perl_text if sign in words else perl_number
    one, two = convert(got), convert(expected)
    return {
        "==": one == two,
        "!=": one != two,
        "<": one < two,
        "<=": one <= two,
        ">": one > two,
        ">=": one >= two,
    }[words.get(sign, sign)]


def perl_cmp_ok(got, sign, expected, name=None):
    """A test that a comparison is true."""

    def show(value):
        return perl_text(perl_number(value)) if sign in ("==", "!=") else perl_quoted(value)

    if sign in ("==", "eq"):
        why = f"         got: {show(got)}\n    expected: {show(expected)}"
    elif sign in ("!=", "ne"):
        why = f"         got: {show(got)}\n    expected: anything else"
    else:
        why = f"    {perl_quoted(got)}\n        {sign}\n    {perl_quoted(expected)}"
    return PerlTests.now().result(perl_compared(got, sign, expected), name, why)


def perl_difference(got, expected, path=""):
    """Where two structures differ: the path, and what is there on both sides; or nothing."""
    if isinstance(got, list) and isinstance(expected, list):
        for at in range(max(len(got), len(expected))):
            one = got[at] if at < len(got) else ...
            two = expected[at] if at < len(expected) else ...
            found = perl_difference(one, two, f"{path}[{at}]")
            if found:
                return found
        return None
    if isinstance(got, dict) and isinstance(expected, dict):
        # Perl looks at the keys of the larger one first; here they have an order.
        larger = got if len(got) > len(expected) else expected
        for key in sorted(larger):
            found = perl_difference(got.get(key, ...), expected.get(key, ...), f"{path}{{{key}}}")
            if found:
                return found
        return None
    both = isinstance(got, list | dict) or isinstance(expected, list | dict)
    if got is ... or expected is ... or both or not perl_same(got, expected):
        return path, got, expected
    return None


def perl_is_deeply(got, expected, name=None):
    """A test that two structures are the same."""
    if not isinstance(got, list | dict) and not isinstance(expected, list | dict):
        return perl_is(got, expected, name)
    found = perl_difference(got, expected)
    if found is None:
        return PerlTests.now().result(True, name)
    path, one, two = found

    def shown(value):
        return "Does not exist" if value is ... else perl_quoted(value)

    arrow = f"->{path}" if path else ""
    why = (
        "    Structures begin differing at:\n"
        f"         $got{arrow} = {shown(one)}\n    $expected{arrow} = {shown(two)}"
    )
    return PerlTests.now().result(False, name, why)


def perl_isa_ok(value, kind, name=None):
    """A test that an object is of a class, or a list or a dict."""
    named = perl_named_class(value) if isinstance(value, str) else None
    of_object = perl_class(value)
    if value is None:
        what, why = "undef", "undef isn't defined"
    elif isinstance(value, str):
        what = f"The class (or class-like) '{value}'"
        why = f"{what} isn't a '{kind}'"
    else:
        noun, of = ("object", "class") if of_object else ("reference", "type")
        shown = of_object or perl_ref(value)
        what = f"{'An' if of_object else 'A'} {noun} of {of} '{shown}'"
        why = f"The {noun} of {of} '{shown}' isn't a '{kind}'"
    if name is not None:
        what = f"'{name}'"
        why = f"'{name}' isn't defined" if value is None else f"'{name}' isn't a '{kind}'"
    if named is not None or of_object:
        names = [perl_class_name(each) for each in (named or type(value)).__mro__]
        right = kind in [of_object, *names, perl_reftype(value)]
    else:
        right = not isinstance(value, str) and kind == perl_ref(value)
    return PerlTests.now().result(right, f"{what} isa '{kind}'", f"    {why}")


def perl_named_class(name):
    """The class that Perl knows by a name; None if there is none."""
    main = sys.modules["__main__"]
    for each in list(vars(main).values()):
        if isinstance(each, type) and vars(each).get("perl_class") == name:
            return each
    found = main
    for part in name.split("::"):
        found = getattr(found, part, None)
    return found if isinstance(found, type) else None


def perl_can_ok(value, *methods):
    """A test that an object or a class has methods."""
    if isinstance(value, str):
        name, value = value, perl_named_class(value)
    else:
        name = perl_ref(value)
    missing = [each for each in methods if not hasattr(value, each)]
    why = [f"    {name}->can('{each}') failed" for each in missing]
    shown = f"'{methods[0]}')" if len(methods) == 1 else "...)"
    return PerlTests.now().result(not missing, f"{name}->can({shown}", *why)


def perl_diag(*texts):
    """Print a comment to standard error."""
    PerlTests.now().complain("".join(map(perl_text, texts)))
    return False


def perl_note(*texts):
    """Print a comment to standard output."""
    text = "".join(map(perl_text, texts)).rstrip("\n")
    PerlTests.now().say("\n".join(f"# {line}" for line in text.split("\n")))
    return False


def perl_skip(why, number=1):
    """Tell of tests that are skipped."""
    now = PerlTests.now()
    for _ in range(int(number)):
        now.ran += 1
        now.say(f"ok {now.ran} # skip {why}".rstrip())


def perl_todo_skip(why, number=1):
    """Tell of tests that are skipped because something is to be done."""
    now = PerlTests.now()
    for _ in range(int(number)):
        now.ran += 1
        now.say(f"not ok {now.ran} # TODO & SKIP {why}".rstrip())


def perl_done_testing(number=None):
    """Say that all tests ran."""
    PerlTests.now().finish(number)


def perl_bail_out(why=""):
    """End the program: no test makes sense any more."""
    PerlTests.now().say(f"Bail out!  {why}".rstrip())
    sys.stdout.flush()
    os._exit(255)


def perl_subtest(name, code, *arguments):
    """Tests that are one test."""
    outer = PerlTests.now()
    outer.say(f"# Subtest: {name}")
    inner = PerlTests.current = PerlTests(outer.indent + "    ", outer)
    # What may fail as a whole may not fail in parts.
    todo, PerlTests.todo = PerlTests.todo, None
    try:
        code(*arguments)
        if not inner.done and inner.planned is None:
            inner.finish()
    except SystemExit:
        if inner.skipped is None:
            raise
    finally:
        PerlTests.current, PerlTests.todo = outer, todo
    if inner.skipped is not None:
        outer.ran += 1
        outer.say(f"ok {outer.ran} # skip {inner.skipped}".rstrip())
        return True
    said, status = inner.status()
    for each in said:
        inner.complain(each)
    if not inner.ran:
        name = f'No tests run for subtest "{name}"'
    return outer.result(status == 0, name)
