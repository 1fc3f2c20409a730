"""The options of a command line, as Perl's Getopt::Long and Getopt::Std read them."""

from __future__ import annotations

import argparse
import os
import re
import sys

from .scalars import perl_number


def perl_real(text):
    """A number with or without a point; it stays a text, as Getopt::Long leaves it."""
    digits = text.replace("_", "")
    if re.search(r"\d", digits):
        float(digits)
    return digits


def perl_extended(text):
    """A whole number, also as 0x1f, 0b101 or 017."""
    digits = text.strip().replace("_", "").lower()
    base = {"0x": 16, "0b": 2}.get(digits[:2], 8 if digits.startswith("0") else 10)
    return int(digits, base)


class PerlIncrement(int):
    """The 1 that an option adds to what is there."""

    __slots__ = ()


def perl_increased(old, value):
    """What an option that counts makes of the value before."""
    if old is None or not isinstance(value, PerlIncrement):
        return int(value)
    return perl_number(old) + 1


class PerlOption:
    """An option: its names, what it takes, and where that goes."""

    forms = {
        "int": ("number", r"[-+]?_*[0-9][0-9_]*"),
        "perl_extended": (
            "extended number",
            r"[-+]?_*[1-9][0-9_]*|0x_*[0-9a-f][0-9a-f_]*|0b_*[01][01_]*|0[0-7_]*",
        ),
        "perl_real": (
            "real number",
            r"[-+]?(?=[0-9.])[0-9_]*(?:\.[0-9_]+)?(?:e[-+]?[0-9_]+)?",
        ),
    }

    def __init__(self, action, names, style, nargs, least, most, pairs):
        self.name = names[0]
        self.dest = action.dest
        self.before = action.default
        self.default = action.const
        self.counts = style == "count"
        self.negatable = style is argparse.BooleanOptionalAction
        self.many = style in ("append", "append_const", "extend")
        self.pairs = pairs
        self.takes = nargs is not None or style in ("store", "append", "extend")
        few, lots = {"?": (0, 1), "*": (0, sys.maxsize), "+": (1, sys.maxsize)}.get(
            nargs, (nargs or 1, nargs or 1)
        )
        self.least = few if least is None else least
        self.most = lots if most is None else most
        self.convert = int if self.counts else action.type
        kind = self.convert.__name__ if self.convert else ""
        self.expected, form = self.forms.get(kind, ("", ""))
        self.form = f"(?i:{form})"

    def value(self, text):
        """The value of a text that has the right form."""
        if self.convert is not int:
            return self.convert(text) if self.convert else text
        number = int(text.replace("_", ""))
        return number if -(2**63) <= number < 2**64 else float(number)

    def accepts(self, text):
        """Whether a text has the right form."""
        return not self.convert or re.match(f"{self.form}$", text) is not None

    def nothing(self):
        """The value where an option is given without one."""
        if self.counts:
            return PerlIncrement(1)
        if self.default is not None:
            return self.default
        return 0 if self.convert else ""

    def put(self, values, value):
        """Put a value where it belongs, in a dict."""
        old = values.get(self.dest)
        if isinstance(value, tuple):
            values[self.dest] = {} if old is None else old
            values[self.dest].update([value])
        elif isinstance(old, list):
            old.append(value)
        elif self.many:
            values[self.dest] = [value]
        else:
            values[self.dest] = perl_increased(old, value) if self.counts else value


class PerlOptions(argparse.ArgumentParser):
    """Reads options as Getopt::Long does: after a wrong one ``ok`` is false, and it goes on."""

    def __init__(
        self,
        ignore_case=1,
        bundling=0,
        abbreviate=True,
        permute=True,
        pass_through=False,
        plus=True,
        gnu=False,
        bundle_values=False,
        others=False,
        automatic=(),
    ):
        super().__init__(add_help=False, conflict_handler="resolve")
        self.ignore_case = ignore_case
        self.bundling = bundling
        self.abbreviate = abbreviate
        self.permute = permute
        self.pass_through = pass_through
        self.plus = plus
        self.gnu = gnu
        self.bundle_values = bundle_values
        self.others = others
        self.automatic = automatic
        self.prefix = r"--|-|\+" if plus else "--|-"
        self.options = []
        # By their names; those of ``negative`` have a "no" before them.
        self.table = {}
        self.negative = set()
        self.gathered = {}
        self.words = []
        self.ok = True
        self.finished = False

    def add_argument(self, *names, nargs=None, least=None, most=None, pairs=False, **settings):
        """As argparse's; besides, how many values at least and at most, and pairs of key=value."""
        style = settings.get("action", "store")
        if nargs is not None and style != "count":
            settings["nargs"] = nargs
        action = super().add_argument(*names, **settings)
        words = [re.sub("^--?", "", name) for name in names]
        option = PerlOption(action, words, style, nargs, least, most, pairs)
        self.options.append(option)
        for word in words:
            single = self.bundling and len(word) == 1
            name = word.lower() if self.ignore_case > (1 if single else 0) else word
            self.table[name] = option
            self.negative.discard(name)
            if option.negatable:
                self.negative |= {f"no{name}", f"no-{name}"}
                self.table |= {f"no{name}": option, f"no-{name}": option}
        return action

    def parse_args(self, args=None):
        """The values by their names; what is left of the arguments stays where they are."""
        values = {option.dest: option.before for option in self.options}
        for option, value in self.read(args):
            option.put(values, value)
        return argparse.Namespace(**values)

    def parse_into(self, values, args=None):
        """Put the values of the options that are given into a dict."""
        for option in self.options:
            if isinstance(values.get(option.dest), list | dict):
                option.pairs = isinstance(values[option.dest], dict)
        for name, value in self.given(args):
            self.put(values, name, value)

    def put(self, values, name, value):
        """Put the value of an option into a dict; call what is bound to it there."""
        if callable(values.get(name)):
            shown = () if name == "<>" else (name,)
            self.call(values[name], *shown, *(value if isinstance(value, tuple) else (value,)))
        else:
            next(option for option in self.options if option.name == name).put(values, value)

    def given(self, args=None):
        """The options that are given and their values, one after the other."""
        for option, value in self.read(args):
            yield ("<>" if option is None else option.name), value

    def gather(self, name, value):
        """All that an option was given so far: a list, of pairs a dict."""
        if isinstance(value, tuple):
            self.gathered.setdefault(name, {}).update([value])
        else:
            self.gathered.setdefault(name, []).append(value)
        return self.gathered[name]

    def call(self, function, *values):
        """Call what belongs to an option; where it dies, the option is wrong."""
        try:
            function(*values)
        except Exception as error:
            text = str(error)
            self.finished = self.finished or text.startswith("!FINISH")
            if not text.startswith("!"):
                self.error(text.rstrip("\n"))

    def error(self, message):
        """Say what is wrong; what called sees it in ``ok``."""
        self.ok = False
        print(message, file=sys.stderr)

    def refuse(self, message):
        """What is found where an option is wrong: nothing; no option, if it may pass through."""
        if self.pass_through:
            return None
        self.error(message)
        return []

    def read(self, args=None):
        """The options and their values, in their order; other arguments are put back."""
        self.words = sys.argv[1:] if args is None else args
        left = []
        while self.words and not self.finished:
            word = self.words.pop(0)
            found = None if word == "--" else self.find(word)
            if found is not None:
                yield from found
            elif word == "--" or not self.permute:
                left += [word] if word != "--" or self.pass_through else []
                break
            elif self.others:
                yield None, word
            else:
                left.append(word)
        self.words[:0] = left
        if args is None:
            sys.argv[1:] = self.words

    def find(self, word):
        """The option that a word gives, with all its values; None for what is no option."""
        found = re.match(f"({self.prefix})(.*)", word, re.DOTALL)
        if found is None or (word == "-" and "" not in self.table):
            return None
        starter, name = found.groups()
        given = rest = None
        at = name.find("=", 1)
        if at > 0 and (starter == "--" or (self.plus and self.bundling != 1)):
            name, given = name[:at], name[at + 1 :]
        if starter == "-" and (self.bundling or self.bundle_values):
            key, given, rest = self.unbundle(name, given)
        else:
            name, names = self.complete(name)
            if len(names) > 1:
                return self.refuse(f"Option {name} is ambiguous ({', '.join(names)})")
            key = names[0]
        if key not in self.table:
            return self.unknown(starter, name, rest)
        option = self.table[key]
        if not option.takes:
            return self.flag(option, key, starter, given, rest)
        return self.more(option, self.first(option, key, starter, given, rest))

    def unbundle(self, name, given):
        """The first letter, its value, and the letters behind it."""
        whole = name.lower() if self.ignore_case else name
        if self.bundling > 1 and len(whole) > 1 and whole in self.table:
            return whole, given, None
        letter = name[:1].lower() if self.ignore_case > 1 else name[:1]
        if self.bundle_values:
            return letter, name[1:] or None, None
        return letter, given, name[1:] or None

    def complete(self, name):
        """A name as it is looked for, and the names that it may stand for."""
        key = name.lower() if self.ignore_case else name
        if not self.abbreviate or not name:
            return name, [key]
        names = sorted(each for each in self.table if each.startswith(key))
        if key in names or not names:
            return key, [key]
        if len(names) > 1:
            owners = {
                ("no" if each in self.negative else "") + self.table[each].name for each in names
            }
            for each in self.automatic:
                if len(owners) == 2:
                    owners.discard(each)
            if len(owners) == 1:
                (owner,) = owners
                single = self.bundling and len(owner) == 1
                names = [owner.lower() if self.ignore_case > (1 if single else 0) else owner]
        return key, names

    def unknown(self, starter, name, rest):
        """What is found where no option has this name."""
        if not self.pass_through and self.bundling == 1 and len(starter) == 1:
            name = name[:1]
            self.push_back(starter, rest)
        return self.refuse(f"Unknown option: {name}" if name else f"Missing option after {starter}")

    def push_back(self, starter, rest):
        """Letters that stand for options of their own are read next."""
        if rest:
            self.words.insert(0, starter + rest)

    def flag(self, option, key, starter, given, rest):
        """What an option gives that takes no value."""
        if given is not None:
            found = self.refuse(f"Option {key} does not take an argument")
            if found is None:
                return None
        elif key in self.negative:
            found = [(option, 0)]
        else:
            found = [(option, PerlIncrement(1) if option.counts else 1)]
        self.push_back(starter, rest)
        return found

    def first(self, option, key, starter, given, rest):
        """What an option gives with its first value."""
        nowhere = given is None and rest is None and not self.words
        if self.gnu and (given == "" or (nowhere and not option.least)):
            value = (0 if option.convert else "") if given == "" else option.nothing()
            return [(option, ("", value) if option.pairs else value)]
        if given == "" or nowhere:
            if option.least or option.pairs:
                return self.refuse(f"Option {key} requires an argument")
            return [(option, option.nothing())]
        text = rest or given or self.words.pop(0)
        if not option.pairs:
            return self.checked(option, key, text, starter, given, rest)
        part, equals, text = text.partition("=")
        if not equals and option.least:
            self.error(f'Option {key}, key "{part}", requires a value')
            self.push_back(starter, rest)
            return []
        if not equals:
            text = (
                ("1" if option.convert else "") if option.default is None else str(option.default)
            )
        found = self.checked(option, key, text, starter, given, rest)
        return found and [(option, (part, value)) for _, value in found]

    def checked(self, option, key, text, starter, given, rest):
        """What an option gives with a text, if that has the right form."""
        own = given is not None or rest is not None
        if not option.convert:
            if not (own or option.least or option.pairs) and self.is_option(text):
                self.words.insert(0, text)
                text = option.nothing()
            return [(option, text)]
        if self.bundling and rest is not None:
            form = f"({'[^=]+=' if option.pairs else ''})({option.form})(.*)"
            found = re.match(form, rest, re.DOTALL)
            if found:
                self.push_back(starter, found[3])
                # Of real numbers Perl leaves the underscores in here.
                return [
                    (option, found[2] if option.convert is perl_real else option.value(found[2]))
                ]
        if option.accepts(text):
            return [(option, option.value(text))]
        return self.wrong(option, key, text, starter, given, rest)

    def wrong(self, option, key, text, starter, given, rest):
        """What an option gives where the text behind it isn't its value."""
        back = text if rest is None else starter + rest
        if given is None and not option.least:
            self.words.insert(0, back)
            return [(option, option.nothing())]
        if self.pass_through and given is None:
            self.words.insert(0, back)
        elif not self.pass_through:
            self.push_back(starter, rest)
        return self.refuse(f'Value "{text}" invalid for option {key} ({option.expected} expected)')

    def is_option(self, text):
        """Whether a word looks like an option."""
        return text != "-" and (text == "--" or re.match(f"(?:{self.prefix}).", text) is not None)

    def more(self, option, found):
        """The first value of an option and those that follow it, where it takes several."""
        while found and len(found) < option.most:
            must = len(found) < option.least
            word = self.words[0] if self.words else None
            if word is None or not self.is_value(option, word, must):
                if must:
                    self.error(
                        f"Insufficient arguments for option {option.name}"
                        if word is None
                        else f'Value "{word}" invalid for option {option.name}'
                    )
                break
            del self.words[0]
            if option.pairs and option.convert not in (None, perl_real):
                # Of pairs with whole numbers Perl takes the first alone, and loses the next.
                break
            part, _, text = word.partition("=") if option.pairs else ("", "", word)
            value = option.value(text)
            found.append((option, (part, value) if option.pairs else value))
        return found

    def is_value(self, option, word, must):
        """Whether a word can be one more value of an option."""
        text = word
        if option.pairs:
            key, equals, text = word.partition("=")
            if not key or not equals:
                return False
        if option.convert:
            return option.accepts(text)
        return must or not self.is_option(text)


def perl_getopts(letters, values, **told):
    """Getopt::Std's getopts: put single letters into a dict, and tell whether all were right.

    What is told says what --help and --version print.
    """
    ok = True
    words = sys.argv[1:]
    while words and len(words[0]) > 1 and words[0][0] == "-":
        word = words.pop(0)
        if word == "--":
            break
        letter, rest = word[1], word[2:]
        at = letters.find(letter)
        if at >= 0 and letters[at + 1 : at + 2] == ":":
            ok = ok and bool(rest or words)
            values[letter] = rest or (words.pop(0) if words else None)
            continue
        if at >= 0:
            values[letter] = 1
        elif word in ("--help", "--version"):
            perl_getopts_said(word, letters, **told)
            continue
        else:
            print(f"Unknown option: {letter}", file=sys.stderr)
            ok = False
        if rest:
            words.insert(0, f"-{rest}")
    sys.argv[1:] = words
    return ok


def perl_getopts_said(
    word, letters, version=None, is_standard=None, say_help=None, say_version=None
):
    """What getopts says by itself; the program only ends there if the script asks for that."""
    is_standard = is_standard not in (None, "", 0, "0")
    stream = sys.stdout if is_standard else sys.stderr
    given = [stream, "Getopt::Std", "1.13", letters]
    if say_version is not None:
        say_version(*given)
    else:
        known = "[unknown]" if version is None else version
        python = ".".join(map(str, sys.version_info[:3]))
        print(f"{sys.argv[0]} version {known}\n(Python version {python})", file=stream)
    if word == "--help":
        say_help(*given) if say_help is not None else perl_getopts_usage(letters, stream)
    if is_standard:
        sys.exit(0)


def perl_getopts_usage(letters, stream):
    """Which letters there are."""
    name = os.path.basename(sys.argv[0])
    with_value, alone = re.findall(r"(\S)\s*:", letters), re.findall(r"([^\s:])(?!\s*:)", letters)
    print(f"\nUsage: {name} [-OPTIONS [-MORE_OPTIONS]] [--] [PROGRAM_ARG1 ...]", file=stream)
    print("\nThe following single-character options are accepted:", file=stream)
    for title, several in (("With", with_value), ("Boolean (without", alone)):
        if several:
            end = "" if title == "With" else ")"
            print(f"\t{title} arguments{end}: -{' -'.join(several)}", file=stream)
    print("\nOptions may be merged together.  -- stops processing of options.", file=stream)
    if with_value:
        print("Space is not required between options and their arguments.", file=stream)


def perl_getopt(letters, values):
    """Getopt::Std's getopt: all letters are taken, those that are named have a value."""
    words = sys.argv[1:]
    while words and len(words[0]) > 1 and words[0][0] == "-":
        word = words.pop(0)
        if word == "--":
            break
        letter, rest = word[1], word[2:]
        if letter in letters:
            values[letter] = rest or (words.pop(0) if words else None)
            continue
        values[letter] = 1
        if rest:
            words.insert(0, f"-{rest}")
    sys.argv[1:] = words
