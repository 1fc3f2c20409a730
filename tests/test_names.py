"""Names for numbers: the right family, the right word, or an error that says what is wrong."""

from __future__ import annotations

import operator
import subprocess
import sys
import threading
from functools import cache, reduce

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constants.table import Family, class_name, members, read_constants, read_families
from sysvirt import constants, names
from sysvirt.constants import (
    DomainConstants,
    DomainSnapshotConstants,
    ErrorConstants,
    EventConstants,
    NetworkConstants,
    SecretConstants,
    StorageVolConstants,
    StreamConstants,
    VirtConstants,
)
from sysvirt.names import constant_name, flag_names

CONSTANTS = read_constants()
FAMILIES = read_families()
OF_FLAGS = [family for family in FAMILIES if family.kind == "flags"]
OF_VALUES = [family for family in FAMILIES if family.kind == "values"]


class Domain(DomainConstants):
    """As sysvirt's own: a class that carries the constants among other things."""

    __slots__ = ("handle",)


def owner_of(family: Family) -> type:
    owner = getattr(constants, class_name(family.package))
    assert isinstance(owner, type)
    return owner


@cache
def shown(family: Family) -> dict[str, int]:
    """The numbers of a family, by the names that they are to get."""
    found = [each for each in members(family, CONSTANTS) if each.name not in family.aliases]
    return {each.name: each.value for each in found if isinstance(each.value, int)}


def label(family: Family) -> str:
    return f"{class_name(family.package)}-{family.enum}"


# constant_name


@pytest.mark.parametrize("family", OF_VALUES, ids=label)
def test_every_value_has_its_name(family: Family) -> None:
    for name, value in shown(family).items():
        for prefix in family.prefixes:
            assert constant_name(owner_of(family), prefix, value) == name


@pytest.mark.parametrize(
    ("family", "value", "name"),
    [
        ("EVENT_", 0, "EVENT_DEFINED"),
        ("EVENT_", 1, "EVENT_UNDEFINED"),
        ("EVENT_", 7, "EVENT_PMSUSPENDED"),
        ("EVENT_DEFINED_", 0, "EVENT_DEFINED_ADDED"),
        ("EVENT_ID_", 0, "EVENT_ID_LIFECYCLE"),
        ("EVENT_ID_", 16, "EVENT_ID_BLOCK_JOB_2"),
        ("EVENT_GRAPHICS_", 0, "EVENT_GRAPHICS_CONNECT"),
        ("EVENT_GRAPHICS_ADDRESS_", 0, "EVENT_GRAPHICS_ADDRESS_IPV4"),
        ("EVENT_PMSUSPENDED_", 1, "EVENT_PMSUSPENDED_DISK"),
        ("EVENT_DISK_CHANGE_", 1, "EVENT_DISK_DROP_MISSING_ON_START"),
        ("EVENT_DISK_", 0, "EVENT_DISK_CHANGE_MISSING_ON_START"),
        ("STATE_", 0, "STATE_NOSTATE"),
        ("STATE_", 1, "STATE_RUNNING"),
        ("STATE_", 7, "STATE_PMSUSPENDED"),
        ("STATE_RUNNING_", 1, "STATE_RUNNING_BOOTED"),
        ("STATE_PMSUSPENDED_", 0, "STATE_PMSUSPENDED_UNKNOWN"),
        ("STATE_PMSUSPENDED_DISK_", 0, "STATE_PMSUSPENDED_DISK_UNKNOWN"),
        ("BLOCK_JOB_", 1, "BLOCK_JOB_FAILED"),
        ("BLOCK_JOB_TYPE_", 1, "BLOCK_JOB_TYPE_PULL"),
        ("BLOCK_JOB_ABORT_", 1, "BLOCK_JOB_ABORT_ASYNC"),
        ("JOB_", 3, "JOB_COMPLETED"),
        ("JOB_OPERATION_", 3, "JOB_OPERATION_RESTORE"),
        ("JOB_STATS_", 1, "JOB_STATS_COMPLETED"),
        ("CONTROL_", 2, "CONTROL_OCCUPIED"),
        ("CONTROL_ERROR_REASON_", 2, "CONTROL_ERROR_REASON_MONITOR"),
        ("LIFECYCLE_", 1, "LIFECYCLE_REBOOT"),
        ("LIFECYCLE_ACTION_", 1, "LIFECYCLE_ACTION_RESTART"),
        ("DIRTYRATE_", 1, "DIRTYRATE_MEASURING"),
        ("DIRTYRATE_MODE_", 1, "DIRTYRATE_MODE_DIRTY_BITMAP"),
        ("VCPU_INFO_CPU_", -1, "VCPU_INFO_CPU_OFFLINE"),
        ("AGENT_RESPONSE_TIMEOUT_", -2, "AGENT_RESPONSE_TIMEOUT_BLOCK"),
    ],
)
def test_prefixes_that_overlap_are_kept_apart(family: str, value: int, name: str) -> None:
    assert constant_name(DomainConstants, family, value) == name


def test_the_same_prefix_means_what_the_class_has_of_it() -> None:
    assert constant_name(DomainConstants, "EVENT_", 1) == "EVENT_UNDEFINED"
    assert constant_name(NetworkConstants, "EVENT_", 1) == "EVENT_UNDEFINED"
    assert constant_name(NetworkConstants, "EVENT_", 2) == "EVENT_STARTED"
    assert constant_name(SecretConstants, "EVENT_", 1) == "EVENT_UNDEFINED"
    with pytest.raises(ValueError, match="SecretConstants EVENT_ has the value 2"):
        constant_name(SecretConstants, "EVENT_", 2)


@pytest.mark.parametrize("family", ["STATE_", "STATE", "STATE__", "virDomainState"])
def test_a_family_may_be_written_in_three_ways(family: str) -> None:
    assert constant_name(DomainConstants, family, 5) == "STATE_SHUTOFF"


def test_names_without_a_common_beginning_share_a_family() -> None:
    no_domain, no_network = ErrorConstants.ERR_NO_DOMAIN, ErrorConstants.WAR_NO_NETWORK
    for family in ("ERR_", "WAR_"):
        assert constant_name(ErrorConstants, family, no_domain) == "ERR_NO_DOMAIN"
        assert constant_name(ErrorConstants, family, no_network) == "WAR_NO_NETWORK"
    for family in ("USE_", "GET_"):
        assert flag_names(StorageVolConstants, family, 1) == {"GET_PHYSICAL"}
    assert flag_names(StreamConstants, "NONBLOCK", 1) == {"NONBLOCK"}


@pytest.mark.parametrize("prefix", ["STATE_", "EVENT_"])
def test_each_state_and_event_is_the_family_of_its_reasons(prefix: str) -> None:
    for value in range(8):
        whole = constant_name(DomainConstants, prefix, value)
        assert constant_name(DomainConstants, whole, 0).startswith(f"{whole}_")


def test_vcpu_means_states_to_one_and_flags_to_the_other() -> None:
    assert [constant_name(DomainConstants, "VCPU_", at) for at in range(3)] == [
        "VCPU_OFFLINE",
        "VCPU_RUNNING",
        "VCPU_BLOCKED",
    ]
    assert flag_names(DomainConstants, "VCPU_", 0) == {"VCPU_CURRENT"}
    assert flag_names(DomainConstants, "VCPU_", 3) == {"VCPU_LIVE", "VCPU_CONFIG"}
    assert constant_name(DomainConstants, "virDomainVcpuFlags", 1) == "VCPU_LIVE"
    with pytest.raises(ValueError, match="no flags: use constant_name"):
        flag_names(DomainConstants, "virVcpuState", 1)


def test_of_two_names_always_the_same_is_shown() -> None:
    assert DomainConstants.KEYCODE_SET_RFB == DomainConstants.KEYCODE_SET_QNUM
    assert constant_name(DomainConstants, "KEYCODE_SET_", 9) == "KEYCODE_SET_QNUM"
    assert flag_names(DomainSnapshotConstants, "LIST_", 1) == {"LIST_ROOTS"}
    assert constant_name(DomainSnapshotConstants, "LIST_", 1) == "LIST_ROOTS"


def test_a_single_flag_has_a_name_too() -> None:
    assert constant_name(DomainConstants, "MIGRATE_", 1) == "MIGRATE_LIVE"
    with pytest.raises(ValueError, match=r"MIGRATE_ has the value 3: .*flag_names"):
        constant_name(DomainConstants, "MIGRATE_", 3)


def test_an_unknown_value_is_refused_by_name() -> None:
    message = "^no constant of Domain STATE_ has the value 99$"
    with pytest.raises(ValueError, match=message):
        constant_name(Domain, "STATE", 99)


@pytest.mark.parametrize(
    ("family", "near"),
    [
        ("STATES_", "STATE_"),
        ("state_", "STATE_"),
        ("STAT", "STATE_, STATS_"),
        ("EVENT_AGENT_LIFECYCLE_", "EVENT_AGENT_LIFECYCLE_STATE_"),
        ("MIGRATE_PARAM_", "MIGRATE_"),
        ("virDomainstate", "virDomainState"),
    ],
)
def test_an_unknown_family_is_refused_with_near_ones(family: str, near: str) -> None:
    message = f"^DomainConstants has no family '{family}' of numbers: did you mean.* {near}"
    for function in (constant_name, flag_names):
        with pytest.raises(ValueError, match=message):
            function(DomainConstants, family, 0)


@pytest.mark.parametrize("family", ["", "_", "QQQQ_"])
def test_an_unknown_family_with_none_near_is_refused_all_the_same(family: str) -> None:
    with pytest.raises(ValueError, match=f"^DomainConstants has no family '{family}' of numbers$"):
        constant_name(DomainConstants, family, 0)


def test_another_class_has_other_families() -> None:
    with pytest.raises(ValueError, match="EventConstants has no family 'STATE_'"):
        constant_name(EventConstants, "STATE_", 0)


# The owner


def test_the_owner_may_carry_the_constants_among_others() -> None:
    class Both(Domain, VirtConstants):
        __slots__ = ()

    assert constant_name(Domain, "STATE_", 1) == "STATE_RUNNING"
    assert constant_name(Both, "STATE_", 1) == "STATE_RUNNING"
    assert constant_name(Both, "CRED_", 2) == "CRED_AUTHNAME"
    assert flag_names(Both, "LIST_", 3) == {"LIST_ACTIVE", "LIST_INACTIVE"}


def test_of_two_that_an_owner_carries_the_nearer_counts() -> None:
    # Made so, as mypy forbids a class in which one constant hides another.
    near = type("Near", (SecretConstants, DomainConstants), {"__slots__": ()})
    # As with the attribute itself: a domain has a LIST_ family of its own.
    assert flag_names(near, "LIST_", SecretConstants.LIST_EPHEMERAL) == {"LIST_EPHEMERAL"}
    assert constant_name(near, "STATE_", 1) == "STATE_RUNNING"


@pytest.mark.parametrize(
    ("owner", "message"),
    [
        (Domain(), "^owner must be a class, not Domain$"),
        ("Domain", "^owner must be a class, not str$"),
        (None, "^owner must be a class, not NoneType$"),
        (int, "^owner must be a class that carries constants, not int$"),
    ],
    ids=str,
)
def test_an_owner_without_constants_is_refused(owner: type, message: str) -> None:
    for function in (constant_name, flag_names):
        with pytest.raises(TypeError, match=message):
            function(owner, "STATE_", 1)


# flag_names


@pytest.mark.parametrize("family", OF_FLAGS, ids=label)
def test_every_flag_has_its_name(family: Family) -> None:
    for name, value in shown(family).items():
        for prefix in (*family.prefixes, family.enum):
            assert flag_names(owner_of(family), prefix, value) == {name}


@pytest.mark.parametrize("family", OF_FLAGS, ids=label)
def test_nought_has_the_name_that_the_family_gives_it(family: Family) -> None:
    noughts = {name for name, value in shown(family).items() if value == 0}
    assert flag_names(owner_of(family), family.enum, 0) == noughts


@pytest.mark.parametrize("family", OF_VALUES, ids=label)
def test_single_values_are_no_flags(family: Family) -> None:
    with pytest.raises(ValueError, match="holds single values, no flags: use constant_name$"):
        flag_names(owner_of(family), family.enum, 0)


# No deadline: a loaded machine is no fault of ours.
@settings(deadline=None)
@given(st.data())
def test_flags_come_back_whole(data: st.DataObject) -> None:
    family = data.draw(st.sampled_from(OF_FLAGS))
    bits = {name: value for name, value in shown(family).items() if value}
    chosen = data.draw(st.sets(st.sampled_from(sorted(bits)), min_size=1))
    flags = reduce(operator.or_, (bits[name] for name in chosen))
    assert flag_names(owner_of(family), family.enum, flags) == chosen


@settings(deadline=None)
@given(st.sampled_from(OF_FLAGS), st.integers(0, 2**32 - 1))
def test_any_number_comes_back_whole_or_is_refused(family: Family, flags: int) -> None:
    owner = owner_of(family)
    known = reduce(operator.or_, shown(family).values())
    if flags & ~known:
        with pytest.raises(ValueError, match=f"in flags {flags:#x}$") as caught:
            flag_names(owner, family.enum, flags)
        bits = str(caught.value).partition(" stands for ")[2].partition(" in flags")[0]
        assert sum(int(bit, 16) for bit in bits.split(", ")) == flags & ~known
    else:
        found = flag_names(owner, family.enum, flags)
        assert reduce(operator.or_, (getattr(owner, name) for name in found), 0) == flags


def test_unknown_bits_are_shown_each() -> None:
    message = (
        "^no constant of DomainConstants AFFECT_ stands for 0x4, 0x80000000 in flags 0x80000005$"
    )
    with pytest.raises(ValueError, match=message):
        flag_names(DomainConstants, "AFFECT_", 0x80000005)


@pytest.mark.parametrize("flags", [-1, 2**32, 2**64 - 2**31])
def test_flags_are_an_unsigned_int(flags: int) -> None:
    with pytest.raises(ValueError, match="^flags must be between 0 and 4294967295"):
        flag_names(DomainConstants, "LIST_", flags)


# Both


class Three:
    def __index__(self) -> int:
        return 3


def test_anything_that_is_an_integer_will_do() -> None:
    assert constant_name(DomainConstants, "STATE_", Three()) == "STATE_PAUSED"
    assert flag_names(DomainConstants, "LIST_", Three()) == {"LIST_ACTIVE", "LIST_INACTIVE"}


@pytest.mark.parametrize("value", ["1", 1.0, None, (1, 5), True, False, b"1"], ids=repr)
def test_what_is_no_number_is_refused(value: int) -> None:
    kind = type(value).__name__
    with pytest.raises(TypeError, match=f"^value must be an int, not {kind}$"):
        constant_name(DomainConstants, "STATE_", value)
    with pytest.raises(TypeError, match=f"^flags must be an int, not {kind}$"):
        flag_names(DomainConstants, "LIST_", value)


@pytest.mark.parametrize("family", [None, 1, b"STATE_", ["STATE_"]], ids=repr)
def test_a_family_is_a_text(family: str) -> None:
    for function in (constant_name, flag_names):
        with pytest.raises(TypeError, match="^family must be a str, not "):
            function(DomainConstants, family, 1)


def test_every_number_can_be_named_but_for_two_limits() -> None:
    listed = {(family.package, family.enum) for family in FAMILIES}
    numbers = [each for each in CONSTANTS if isinstance(each.value, int)]
    rest = {each.name for each in numbers if (each.package, each.group) not in listed}
    assert rest == {"MEMORY_PARAM_UNLIMITED", "SEND_KEY_MAX_KEYS"}


def test_the_answer_is_the_callers_own() -> None:
    flag_names(DomainConstants, "LIST_", 3).clear()
    assert flag_names(DomainConstants, "LIST_", 3) == {"LIST_ACTIVE", "LIST_INACTIVE"}


def test_many_threads_may_ask_first_at_once() -> None:
    names._families.cache_clear()
    answers = []
    start = threading.Barrier(8)

    def ask() -> None:
        start.wait()
        answers.append(constant_name(DomainConstants, "STATE_", 1))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == ["STATE_RUNNING"] * 8


def test_the_table_is_loaded_by_the_first_question_only() -> None:
    code = (
        "import sys, sysvirt.names as names\n"
        "from sysvirt.constants import DomainConstants as cls\n"
        "print('sysvirt.constants._families' in sys.modules)\n"
        "names.constant_name(cls, 'STATE_', 1)\n"
        "print('sysvirt.constants._families' in sys.modules)\n"
    )
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "True"]
