"""Times by the calendar: POSIX, Time::Local and Time::HiRes."""

from __future__ import annotations

import calendar
import math
import time

from sysvirt.port.prelude.scalars import perl_integer


def perl_moment(second, minute, hour, day=0, month=0, year=0, *_):
    """A time of POSIX as seconds, as if it were in UTC; a 13th month is in the next year."""
    year, month = divmod((perl_integer(year) + 1900) * 12 + perl_integer(month), 12)
    days = [perl_integer(each) for each in (day, hour, minute, second)]
    return calendar.timegm((year, month + 1, *days))


def perl_strftime(form, fields):
    """A time by a format: of the list that localtime gives, or a shorter one."""
    fields = list(map(perl_integer, fields))
    moment = time.gmtime(perl_moment(*fields))
    # The zone is that of the place, whatever the list is of.
    summer = fields[8] if len(fields) > 8 else -1
    local = time.localtime(time.mktime((*moment[:8], summer)))
    shown = (*moment[:8], summer, local.tm_zone, local.tm_gmtoff)
    return time.strftime(form, time.struct_time(shown))


def perl_mktime(fields):
    """The seconds of a local time, None if there are none."""
    second, minute, hour, day, month, year, *rest = map(perl_integer, fields)
    summer = rest[2] if len(rest) > 2 else -1
    try:
        local = (year + 1900, month + 1, day, hour, minute, second, 0, 0, summer)
        return int(time.mktime(local))
    except OverflowError:
        return None


def perl_asctime(fields):
    """A time as ctime shows it, with the end of the line; the weekday is as given, or Sunday."""
    second, minute, hour, day, month, year, *rest = map(perl_integer, fields)
    weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    name = calendar.month_abbr[month + 1] if 0 <= month <= 11 else "???"
    weekday = weekdays[rest[0]] if rest and 0 <= rest[0] <= 6 else "???" if rest else "Sun"
    clock = f"{hour:02d}:{minute:02d}:{second:02d}"
    return f"{weekday} {name}{day:3d} {clock} {year + 1900}\n"


def perl_full_year(year):
    """The year that Time::Local takes a number for: two digits are near to now."""
    if year >= 1000:
        return year
    if year >= 100:
        return year + 1900
    now = time.localtime().tm_year
    full = now - now % 100 + year
    if full > now + 50:
        return full - 100
    return full + 100 if full <= now - 50 else full


def perl_timegm(fields, first_year=None):
    """The seconds of a time in UTC; years count from a first one, or as Time::Local guesses."""
    second, minute, hour, day, month, year = (perl_integer(each) for each in fields[:6])
    year = perl_full_year(year) if first_year is None else first_year + year
    if not 0 <= month <= 11:
        raise ValueError(f"Month '{month}' out of range 0..11")
    last = calendar.monthrange(year, month + 1)[1]
    if not 1 <= day <= last:
        raise ValueError(f"Day '{day}' out of range 1..{last}")
    for name, value, most in (("Hour", hour, 23), ("Minute", minute, 59), ("Second", second, 59)):
        if not 0 <= value <= most:
            raise ValueError(f"{name} '{value}' out of range 0..{most}")
    return calendar.timegm((year, month + 1, day, hour, minute, second))


def perl_timelocal(fields, first_year=None):
    """The seconds of a local time; years count from a first one, or as Time::Local guesses."""
    return perl_local_seconds(perl_timegm(fields, first_year))


def perl_local_seconds(seconds):
    """The seconds of a local time that is given as if it were UTC; of two in autumn the first."""

    def shown(moment):
        return calendar.timegm(time.localtime(moment))

    found = [seconds - (shown(each) - each) for each in (seconds - 86400, seconds + 86400)]
    right = [each for each in found if shown(each) == seconds]
    # An hour that summer time leaves out is the one behind it.
    return min(right) if right else max(found)


def perl_any_time(fields, is_local):
    """The seconds of a time whose day may be past the end of the month."""
    second, minute, hour, day, month, given = (perl_integer(each) for each in fields)
    start = perl_timegm([0, 0, 0, 1, month, given])
    moment = start + (day - 1) * 86400 + hour * 3600 + minute * 60 + second
    return perl_local_seconds(moment) if is_local else moment


def perl_gettimeofday():
    """The seconds and millionths of now."""
    part, whole = math.modf(time.time())
    return [int(whole), int(part * 1_000_000)]


def perl_tv_interval(start, end=None):
    """The seconds between two times of gettimeofday, or up to now."""
    end = end or perl_gettimeofday()
    return (end[0] - start[0]) + (end[1] - start[1]) / 1e6
