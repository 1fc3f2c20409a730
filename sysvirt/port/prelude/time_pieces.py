"""Times as objects: Time::Piece and Time::Seconds."""

from __future__ import annotations

import calendar
import functools
import re
import time

from sysvirt.port.prelude.scalars import perl_float_text, perl_integer, perl_number


class PerlSeconds(float):
    """A number of seconds that tells how many minutes, hours or days it is."""

    __slots__ = ()
    perl_class = "Time::Seconds"

    def __str__(self):
        return perl_float_text(float(self))

    def pretty(self):
        """The same in words."""
        left = int(self)
        words = "minus " if left < 0 else ""
        left = abs(left)
        parts = []
        for name, size in (("day", 86400), ("hour", 3600), ("minute", 60), ("second", 1)):
            if left >= size or parts or size == 1:
                count, left = divmod(left, size)
                parts.append(f"{count} {name}" + ("" if count == 1 else "s"))
        return words + ", ".join(parts)


@functools.total_ordering
class PerlTime:
    """A moment, shown in the time of the place or in UTC."""

    perl_class = "Time::Piece"

    def __init__(self, epoch, is_local):
        self.epoch = perl_integer(epoch)
        self.is_local = is_local

    @property
    def fields(self):
        """The moment as Python's time has it."""
        return time.localtime(self.epoch) if self.is_local else time.gmtime(self.epoch)

    def __int__(self):
        return self.epoch

    def __eq__(self, other):
        return self.epoch == perl_number(other)

    def __lt__(self, other):
        return self.epoch < perl_number(other)

    def __hash__(self):
        return hash(self.epoch)

    def __add__(self, seconds):
        return PerlTime(self.epoch + perl_number(seconds), self.is_local)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, PerlTime):
            return PerlSeconds(self.epoch - other.epoch)
        return PerlTime(self.epoch - perl_number(other), self.is_local)

    def __str__(self):
        return time.asctime(self.fields)

    def strftime(self, form="%a, %d %b %Y %H:%M:%S %Z"):
        """The moment by a format."""
        form = re.sub(r"%([sZ])", lambda found: self.special(found[1]), form)
        return time.strftime(form, self.fields)

    def special(self, letter):
        """What Python's strftime takes from elsewhere."""
        if letter == "s":
            return str(self.epoch)
        return self.fields.tm_zone if self.is_local else "UTC"

    def ymd(self, sign="-"):
        """The date as in 2026-11-28."""
        return self.strftime(f"%Y{sign}%m{sign}%d")

    def mdy(self, sign="-"):
        """The date as in 11-28-2026."""
        return self.strftime(f"%m{sign}%d{sign}%Y")

    def dmy(self, sign="-"):
        """The date as in 28-11-2026."""
        return self.strftime(f"%d{sign}%m{sign}%Y")

    def hms(self, sign=":"):
        """The time of the day as in 12:30:00."""
        return self.strftime(f"%H{sign}%M{sign}%S")

    def offset(self):
        """The seconds between the time of the place and UTC."""
        return PerlSeconds(self.fields.tm_gmtoff if self.is_local else 0)

    def julian_day(self):
        """The days since noon of the first of January 4713 BC."""
        return self.epoch / 86400 + 2440587.5

    def week(self):
        """The number of the week."""
        return int(self.strftime("%V"))

    def last_day(self):
        """The last day of the month."""
        return calendar.monthrange(self.fields.tm_year, self.fields.tm_mon)[1]

    def is_leap(self):
        """Whether the year has a 29th of February; 1 or 0."""
        return int(calendar.isleap(self.fields.tm_year))

    def add_months(self, months):
        """The same day in another month; a day that it doesn't have is in the next one."""
        fields = self.fields
        year, month = divmod(fields.tm_year * 12 + fields.tm_mon - 1 + perl_integer(months), 12)
        moment = calendar.timegm((year, month + 1, *fields[2:6]))
        if self.is_local:
            moment = int(time.mktime((*time.gmtime(moment)[:6], 0, 0, -1)))
        return PerlTime(moment, self.is_local)


def perl_strptime(text, form="%a, %d %b %Y", is_local=False):
    """The moment that a text says, by a format; it is one in UTC. Fails if it doesn't fit."""
    short = {"T": "%H:%M:%S", "F": "%Y-%m-%d", "D": "%m/%d/%y", "R": "%H:%M", "e": "%d", "h": "%b"}
    short.update({"r": "%I:%M:%S %p", "n": " ", "t": " ", "k": "%H", "l": "%I"})
    form = re.sub(r"%([TFDRehrntkl])", lambda found: short[found[1]], form)
    if form == "%s":
        return PerlTime(int(text), is_local)
    try:
        found = time.strptime(text, form)
    except ValueError as error:
        rest = re.match(r"unconverted data remains: (.*)", str(error), re.DOTALL)
        if not rest:
            raise ValueError("Error parsing time") from None
        # Perl warns of what is left behind the time, and goes on.
        found = time.strptime(text.removesuffix(rest[1]), form)
    moment = calendar.timegm(found) - (found.tm_gmtoff or 0)
    return PerlTime(moment, is_local)
