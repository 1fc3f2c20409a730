"""libvirt's messages on a socket: reading and writing them.

Each is a length, a header and XDR, RFC 4506. What is in the XDR is written down in a word, a letter
for each value; the letters are explained at ``pack``.
"""

from __future__ import annotations

import struct
from typing import Any, NamedTuple
from uuid import UUID

#: The program of the hypervisor's functions, and its version.
REMOTE, VERSION = 0x20008086, 1
CALL, REPLY, EVENT, STREAM = range(4)
OK, ERROR = range(2)

_HEADER = struct.Struct(">6I")
_LENGTH = struct.Struct(">I")

#: Of each function its name, its number and its arguments.
_TABLE = """
CONNECT_BASELINE_CPU 162 [s]u
CONNECT_BASELINE_HYPERVISOR_CPU 394 oooo[s]u
CONNECT_COMPARE_CPU 158 su
CONNECT_COMPARE_HYPERVISOR_CPU 393 oooosu
CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY 316 i
CONNECT_DOMAIN_EVENT_CALLBACK_DEREGISTER_ANY 317 i
CONNECT_DOMAIN_XML_FROM_NATIVE 135 ssu
CONNECT_GET_LIB_VERSION 157
CONNECT_GET_VERSION 4
CONNECT_LIST_ALL_INTERFACES 284 iu
CONNECT_LIST_ALL_NODE_DEVICES 285 iu
CONNECT_LIST_ALL_NWFILTERS 286 iu
CONNECT_LIST_ALL_NWFILTER_BINDINGS 401 iu
CONNECT_LIST_DEFINED_INTERFACES 138 i
CONNECT_LIST_INTERFACES 127 i
CONNECT_LIST_NWFILTERS 179 i
CONNECT_NUM_OF_DEFINED_INTERFACES 137
CONNECT_NUM_OF_INTERFACES 126
CONNECT_NUM_OF_NWFILTERS 178
CONNECT_SUPPORTS_FEATURE 60 i
DOMAIN_ABORT_JOB 164 d
DOMAIN_ABORT_JOB_FLAGS 442 du
DOMAIN_AGENT_SET_RESPONSE_TIMEOUT 420 diu
DOMAIN_ATTACH_DEVICE 8 ds
DOMAIN_ATTACH_DEVICE_FLAGS 160 dsu
DOMAIN_AUTHORIZED_SSH_KEYS_GET 424 dsu
DOMAIN_AUTHORIZED_SSH_KEYS_SET 425 ds[s]u
DOMAIN_BACKUP_BEGIN 421 dsou
DOMAIN_BACKUP_GET_XML_DESC 422 du
DOMAIN_BLOCK_COMMIT 290 dsooLu
DOMAIN_BLOCK_COPY 345 dssPu
DOMAIN_BLOCK_JOB_ABORT 237 dsu
DOMAIN_BLOCK_JOB_SET_SPEED 239 dsLu
DOMAIN_BLOCK_PEEK 103 dsLuu
DOMAIN_BLOCK_PULL 240 dsLu
DOMAIN_BLOCK_REBASE 266 dsoLu
DOMAIN_BLOCK_RESIZE 251 dsLu
DOMAIN_BLOCK_STATS_FLAGS 243 dsiu
DOMAIN_DETACH_DEVICE 13 ds
DOMAIN_DETACH_DEVICE_ALIAS 392 dsu
DOMAIN_DETACH_DEVICE_FLAGS 161 dsu
DOMAIN_FSFREEZE 335 d[s]u
DOMAIN_FSTHAW 336 d[s]u
DOMAIN_FSTRIM 294 doLu
DOMAIN_GET_BLOCK_JOB_INFO 238 dsu
DOMAIN_GET_FS_INFO 349 du
DOMAIN_GET_GUEST_INFO 418 duu
DOMAIN_GET_GUEST_VCPUS 371 du
DOMAIN_GET_JOB_INFO 163 d
DOMAIN_GET_JOB_STATS 298 du
DOMAIN_GET_LAUNCH_SECURITY_INFO 396 du
DOMAIN_GET_MESSAGES 426 du
DOMAIN_GET_SECURITY_LABEL 121 d
DOMAIN_GET_SECURITY_LABEL_LIST 278 d
DOMAIN_GET_STATE 212 du
DOMAIN_GET_VCPUS 20 dii
DOMAIN_INTERFACE_ADDRESSES 353 duu
DOMAIN_INTERFACE_STATS 65 ds
DOMAIN_MEMORY_PEEK 104 dLuu
DOMAIN_MIGRATE_BEGIN3_PARAMS 302 dPu
DOMAIN_MIGRATE_CONFIRM3_PARAMS 307 dPbui
DOMAIN_MIGRATE_FINISH3_PARAMS 306 Pbui
DOMAIN_MIGRATE_GET_COMPRESSION_CACHE 299 du
DOMAIN_MIGRATE_GET_MAX_DOWNTIME 387 du
DOMAIN_MIGRATE_GET_MAX_SPEED 242 du
DOMAIN_MIGRATE_PERFORM3_PARAMS 305 doPbu
DOMAIN_MIGRATE_PREPARE3_PARAMS 303 Pbu
DOMAIN_MIGRATE_SET_COMPRESSION_CACHE 300 dLu
DOMAIN_MIGRATE_SET_MAX_DOWNTIME 166 dLu
DOMAIN_MIGRATE_SET_MAX_SPEED 207 dLu
DOMAIN_MIGRATE_START_POST_COPY 364 du
DOMAIN_OPEN_CHANNEL 296 dou
DOMAIN_OPEN_CONSOLE 201 dou
DOMAIN_RESTORE 54 s
DOMAIN_RESTORE_FLAGS 233 sou
DOMAIN_RESTORE_PARAMS 441 Pu
DOMAIN_SAVE 55 ds
DOMAIN_SAVE_FLAGS 232 dsou
DOMAIN_SAVE_PARAMS 440 dPu
DOMAIN_SCREENSHOT 211 duu
DOMAIN_SET_BLOCK_THRESHOLD 386 dsLu
DOMAIN_SET_LAUNCH_SECURITY_STATE 439 dPu
DOMAIN_START_DIRTY_RATE_CALC 427 diu
DOMAIN_UPDATE_DEVICE_FLAGS 174 dsu
NETWORK_GET_DHCP_LEASES 341 noiu
NETWORK_LIST_ALL_PORTS 404 niu
NETWORK_PORT_CREATE_XML 406 nsu
NETWORK_PORT_DELETE 410 pu
NETWORK_PORT_GET_PARAMETERS 407 piu
NETWORK_PORT_GET_XML_DESC 409 pu
NETWORK_PORT_LOOKUP_BY_UUID 405 nU
NETWORK_PORT_SET_PARAMETERS 408 pPu
NODE_ALLOC_PAGES 347 [u][L]iuu
NODE_DEVICE_CREATE 430 su
NODE_DEVICE_DEFINE_XML 428 su
NODE_DEVICE_DETACH_FLAGS 301 sou
NODE_DEVICE_DETTACH 118 s
NODE_DEVICE_GET_AUTOSTART 433 s
NODE_DEVICE_GET_PARENT 115 s
NODE_DEVICE_GET_XML_DESC 114 su
NODE_DEVICE_IS_ACTIVE 436 s
NODE_DEVICE_IS_PERSISTENT 435 s
NODE_DEVICE_LOOKUP_SCSI_HOST_BY_WWN 297 ssu
NODE_DEVICE_RESET 120 s
NODE_DEVICE_RE_ATTACH 119 s
NODE_DEVICE_SET_AUTOSTART 434 si
NODE_DEVICE_UNDEFINE 429 su
NODE_GET_CPU_STATS 227 iiu
NODE_GET_FREE_MEMORY 102
NODE_GET_INFO 6
NODE_GET_MEMORY_PARAMETERS 289 iu
NODE_GET_MEMORY_STATS 228 iiu
NODE_GET_SECURITY_MODEL 122
NODE_GET_SEV_INFO 395 iu
NODE_LIST_DEVICES 112 oiu
NODE_NUM_OF_DEVICES 111 ou
NODE_SUSPEND_FOR_DURATION 250 uLu
NWFILTER_BINDING_CREATE_XML 399 su
NWFILTER_BINDING_DELETE 400 r
NWFILTER_BINDING_LOOKUP_BY_PORT_DEV 397 s
NWFILTER_DEFINE_XML 180 s
NWFILTER_DEFINE_XML_FLAGS 431 su
NWFILTER_LOOKUP_BY_NAME 175 s
NWFILTER_LOOKUP_BY_UUID 176 U
NWFILTER_UNDEFINE 181 f
SECRET_GET_VALUE 145 xu
SECRET_GET_XML_DESC 143 xu
STORAGE_VOL_DOWNLOAD 209 vLLu
"""


def _functions() -> dict[str, tuple[int, str]]:
    rows = [line.split(" ") for line in _TABLE.strip().splitlines()]
    return {name: (int(number), "".join(letters)) for name, number, *letters in rows}


#: By the name of each function, its number on the wire and its arguments.
FUNCTIONS = _functions()

INT, UINT, LLONG, ULLONG, DOUBLE, BOOLEAN, STRING = range(1, 8)
#: The letter of each type of typed parameters.
_VALUES = {INT: "i", UINT: "u", LLONG: "l", ULLONG: "L", DOUBLE: "D", BOOLEAN: "i", STRING: "s"}
#: What each object consists of: domain, network, its port, network filter, its binding, snapshot,
#: secret, volume.
_OBJECTS = {
    "d": "sUi",
    "n": "sU",
    "p": "nU",
    "f": "sU",
    "r": "ss",
    "c": "sd",
    "x": "Uis",
    "v": "sss",
}
_NUMBERS = {"i": ">i", "u": ">I", "l": ">q", "L": ">Q", "D": ">d"}


class Message(NamedTuple):
    """A message without its length."""

    program: int
    version: int
    function: int
    kind: int
    serial: int
    status: int
    content: bytes

    @classmethod
    def read(cls, data: bytes) -> Message:
        """The message in some bytes."""
        program, version, function, kind, serial, status = _HEADER.unpack_from(data)
        content = data[_HEADER.size :]
        return cls(program, version, function, kind, serial, status, content)

    def write(self) -> bytes:
        """The message as bytes, with its length before it."""
        *header, content = self
        body = _HEADER.pack(*header) + content
        return _LENGTH.pack(len(body) + _LENGTH.size) + body


def split(data: bytes) -> tuple[list[Message], bytes]:
    """All whole messages at the start of some bytes, and the rest."""
    messages = []
    while len(data) >= _LENGTH.size:
        (length,) = _LENGTH.unpack_from(data)
        if len(data) < length:
            break
        messages.append(Message.read(data[_LENGTH.size : length]))
        data = data[length:]
    return messages, data


# XDR -----------------------------------------------------------------------------------------


def pack(letters: str, *values: Any) -> bytes:
    """Values as XDR.

    ``i``, ``u``, ``l``, ``L``: numbers, signed and not, of 32 and of 64 bits; ``s``, ``o``: a text,
    which may be missing; ``b``: bytes; ``U``: the 16 bytes of a UUID; ``P``: typed parameters, of
    each its type and value; those of ``_OBJECTS``: an object as a tuple; letters in brackets: a
    list.
    """
    parts = _split(letters)
    return b"".join(_write(part, value) for part, value in zip(parts, values, strict=True))


def _split(letters: str) -> list[str]:
    """The letters one by one; a list is one, with its brackets."""
    parts = []
    while letters:
        length, depth = 1, int(letters[0] == "[")
        while depth:
            depth += {"[": 1, "]": -1}.get(letters[length], 0)
            length += 1
        parts.append(letters[:length])
        letters = letters[length:]
    return parts


def _write(letter: str, value: Any) -> bytes:
    if letter in _NUMBERS:
        return struct.pack(_NUMBERS[letter], value)
    if letter in _OBJECTS:
        return pack(_OBJECTS[letter], *value)
    if letter == "U":
        return UUID(value).bytes
    if letter == "o":
        return pack("i", 0) if value is None else pack("is", 1, value)
    if letter == "P":
        rows = [pack("si" + _VALUES[kind], name, kind, one) for name, (kind, one) in value.items()]
        return pack("i", len(rows)) + b"".join(rows)
    if letter.startswith("["):
        inner = letter[1:-1]
        return pack("i", len(value)) + b"".join(
            pack(inner, *one) if len(_split(inner)) > 1 else pack(inner, one) for one in value
        )
    raw: bytes = value if isinstance(value, bytes) else value.encode()
    return pack("u", len(raw)) + raw + bytes(-len(raw) % 4)


def unpack(letters: str, data: bytes) -> list[Any]:
    """The values in XDR, where nothing may be left over; of an object, its name or UUID alone."""
    reader = _Reader(data)
    values = [reader.read(part) for part in _split(letters)]
    if reader.data:
        raise ValueError(f"{letters!r} leaves {reader.data!r}")
    return values


class _Reader:
    """What is left of some XDR."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def take(self, size: int) -> bytes:
        taken, self.data = self.data[:size], self.data[size:]
        return taken

    def read(self, letter: str) -> Any:
        if letter in _NUMBERS:
            form = _NUMBERS[letter]
            return struct.unpack(form, self.take(struct.calcsize(form)))[0]
        if letter in _OBJECTS:
            name, *_ = [self.read(each) for each in _OBJECTS[letter]]
            return name
        if letter == "U":
            return str(UUID(bytes=self.take(16)))
        if letter == "o":
            return self.read("s") if self.read("i") else None
        if letter == "P":
            return self._read_parameters()
        if letter.startswith("["):
            inner = _split(letter[1:-1])
            rows = [[self.read(each) for each in inner] for _ in range(self.read("i"))]
            return rows if len(inner) > 1 else [one for (one,) in rows]
        size = self.read("u")
        raw = self.take(size)
        self.take(-size % 4)
        return raw if letter == "b" else raw.decode()

    def _read_parameters(self) -> dict[str, Any]:
        """Values by name; of a name that comes several times, a list."""
        found: dict[str, Any] = {}
        for _ in range(self.read("i")):
            name, kind = self.read("s"), self.read("i")
            value = self.read(_VALUES[kind])
            if name in found:
                found[name] = [*_as_list(found[name]), value]
            else:
                found[name] = value
        return found


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def chars(text: bytes, size: int = 0) -> list[int]:
    """What C has as an array of ``char`` is a number for each, with its sign."""
    return [each - 256 if each > 127 else each for each in text.ljust(size, b"\0")]


def error(code: int, message: str, domain: int = 0) -> bytes:
    """An error of libvirt's."""
    return pack("iioiioooiii", code, domain, message, 2, 0, None, message, None, -1, -1, 0)
