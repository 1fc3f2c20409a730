"""libvirt-python's classes, made to raise :class:`sysvirt.Error`.

The methods of libvirt-python end in ``raise libvirtError(...)``, a name that they look up in
their module. Here each class gets a subclass whose methods are the same code with another
set of globals, in which that name makes our ``Error``, and the class names mean our
subclasses. So a call costs exactly what it costs in libvirt-python, nothing in the libvirt
module itself is changed, and every error is made in one place, in the thread where it
happened. (A wrapper around each method would cost 20 to 140 % on a short call.)
"""

# mypy: disable-error-code="assignment"
# (The annotations below stand in for methods.)

from __future__ import annotations

from itertools import starmap
from types import FunctionType, SimpleNamespace
from typing import TYPE_CHECKING, Any

import libvirt

from sysvirt import _libvirt
from sysvirt._libvirt.errors import call_checked, failed
from sysvirt._libvirt.finalizers import add_finalizer
from sysvirt._libvirt.prototypes import TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable

#: libvirt-python's C module: the functions themselves, for what is called most.
libvirtmod: Any = vars(libvirt)["libvirtmod"]

#: What frees a C object, where its name isn't the class's with "Free".
FREE = {"virConnect": "virConnectClose"}

#: These have nothing to give for an object that has no such thing: that is no failure.
_MAY_GIVE_NOTHING = (
    "virNodeDeviceGetParent",
    "virNWFilterBindingGetFilterName",
    "virNWFilterBindingGetPortDev",
    "virSecretGetUsageID",
)


def _text_function(function: Any) -> Callable[..., str]:
    """A function of the C module whose text may not be UTF-8, which libvirt-python can't decode."""

    def get_text(capsule: Any, *arguments: Any) -> str:
        try:
            text = function(capsule, *arguments)
        except UnicodeDecodeError:
            return _libvirt.texts.read(function.__name__, capsule, *arguments)
        if text is None:
            raise failed(f"{function.__name__}() failed")
        return text  # type: ignore[no-any-return]

    return get_text


def _c_module() -> SimpleNamespace:
    """The C module as the methods see it."""
    functions = dict(vars(libvirtmod))
    for name in TEXTS.keys() & functions.keys() - set(_MAY_GIVE_NOTHING):
        functions[name] = _text_function(functions[name])
    return SimpleNamespace(**functions)


_namespace = {**vars(libvirt), "libvirtError": failed, "libvirtmod": _c_module()}

#: Our classes, by the names that they have in libvirt-python.
CLASSES: dict[str, type[Any]] = {}


def _rebind_function(function: Any) -> Any:
    """The same code with our globals."""
    code, name = function.__code__, function.__name__
    copy = FunctionType(code, _namespace, name, function.__defaults__, function.__closure__)
    copy.__kwdefaults__ = function.__kwdefaults__
    return copy


def _rebind_class(cls: Any) -> Any:
    """A subclass of a libvirt-python class that raises ``Error`` and makes its own kind.

    With slots for what all objects have, it needs no dict for each of ten thousand domains.
    """
    methods = {n: _rebind_function(f) for n, f in vars(cls).items() if type(f) is FunctionType}
    inside = {"__slots__": ("_conn", "_o"), "__module__": __name__, **methods}
    own = type(cls.__name__, (cls,), inside)
    add_finalizer(own, getattr(libvirtmod, FREE.get(own.__name__, f"{own.__name__}Free")), "_o")
    _namespace[cls.__name__] = CLASSES[cls.__name__] = own
    return own


if TYPE_CHECKING:
    # What a type checker sees. libvirt-python annotates some results as str that are lists, dicts
    # or bytes, and some parameters that take None or dicts; these lines say what is true.
    _Names = Callable[..., list[str]]
    _Numbers = Callable[..., list[int]]
    _Bytes = Callable[..., bytes]
    _Dict = Callable[..., dict[str, Any]]
    _Status = Callable[..., int]

    virEventRegisterDefaultImpl: Callable[[], int]
    virEventRunDefaultImpl: Callable[[], int]

    class virConnect(libvirt.virConnect):
        _sysvirt: Any
        allocPages: _Status
        getCPUMap: Callable[..., tuple[int, list[bool], int]]
        getCPUModelNames: _Names
        getCellsFreeMemory: _Numbers
        getInfo: Callable[..., list[Any]]
        listDefinedDomains: _Names
        listDefinedInterfaces: _Names
        listDefinedNetworks: _Names
        listDefinedStoragePools: _Names
        listDevices: _Names
        listDomainsID: _Numbers
        listInterfaces: _Names
        listNWFilters: _Names
        listNetworks: _Names
        listSecrets: _Names
        listStoragePools: _Names
        restore: _Status
        restoreFlags: _Status

    class virDomain(libvirt.virDomain):
        authorizedSSHKeysGet: _Names
        authorizedSSHKeysSet: _Status
        blockCommit: _Status
        blockInfo: _Numbers
        blockJobInfo: Callable[..., dict[str, int] | None]
        blockPeek: _Bytes
        blockRebase: _Status
        blockStats: _Numbers
        blockStatsFlags: Callable[..., dict[str, int]]
        controlInfo: _Numbers
        fsInfo: Callable[..., list[Any]]
        getTime: Callable[..., dict[str, int]]
        info: _Numbers
        interfaceAddresses: _Dict
        interfaceStats: _Numbers
        jobInfo: _Numbers
        memoryPeek: _Bytes
        messages: _Names
        migrate3: Callable[..., libvirt.virDomain]
        migrateToURI3: _Status
        save: _Status
        saveFlags: _Status
        schedulerType: Callable[..., tuple[str, int]]
        setTime: _Status
        snapshotListNames: _Names

    class virDomainCheckpoint(libvirt.virDomainCheckpoint): ...

    class virDomainSnapshot(libvirt.virDomainSnapshot):
        listChildrenNames: _Names

    class virInterface(libvirt.virInterface): ...

    class virNWFilter(libvirt.virNWFilter): ...

    class virNWFilterBinding(libvirt.virNWFilterBinding): ...

    class virNetwork(libvirt.virNetwork): ...

    class virNetworkPort(libvirt.virNetworkPort): ...

    class virNodeDevice(libvirt.virNodeDevice):
        listCaps: _Names

    class virSecret(libvirt.virSecret):
        setValue: _Status
        value: _Bytes

    class virStoragePool(libvirt.virStoragePool):
        listVolumes: _Names

    class virStorageVol(libvirt.virStorageVol):
        info: _Numbers
        infoFlags: _Numbers

    class virStream(libvirt.virStream): ...

else:
    virEventRegisterDefaultImpl = _rebind_function(libvirt.virEventRegisterDefaultImpl)
    virEventRunDefaultImpl = _rebind_function(libvirt.virEventRunDefaultImpl)
    virConnect = _rebind_class(libvirt.virConnect)
    virDomain = _rebind_class(libvirt.virDomain)
    virDomainCheckpoint = _rebind_class(libvirt.virDomainCheckpoint)
    virDomainSnapshot = _rebind_class(libvirt.virDomainSnapshot)
    virInterface = _rebind_class(libvirt.virInterface)
    virNetwork = _rebind_class(libvirt.virNetwork)
    virNetworkPort = _rebind_class(libvirt.virNetworkPort)
    virNodeDevice = _rebind_class(libvirt.virNodeDevice)
    virNWFilter = _rebind_class(libvirt.virNWFilter)
    virNWFilterBinding = _rebind_class(libvirt.virNWFilterBinding)
    virSecret = _rebind_class(libvirt.virSecret)
    virStoragePool = _rebind_class(libvirt.virStoragePool)
    virStorageVol = _rebind_class(libvirt.virStorageVol)
    virStream = _rebind_class(libvirt.virStream)


class _Unopened(virConnect):
    """A connection that is yet to be opened: there is nothing to be closed."""

    __del__ = staticmethod(bool)


#: What opens without credentials, by the flags. libvirt-python always hands some to
#: virConnectOpenAuth, if only empty ones, and a driver refuses those with another error than none.
_OPENERS = {0: "virConnectOpen", libvirt.VIR_CONNECT_RO: "virConnectOpenReadOnly"}


def open_connection(uri: str | None, flags: int, auth: list[Any] | None = None) -> virConnect:
    """``libvirt.open``, ``openReadOnly`` or ``openAuth``, whichever it takes.

    Nothing stays open when a signal handler interrupts it.
    """
    name, arguments = "virConnectOpenAuth", (uri, auth or [[], None, None], flags)
    if auth is None and flags in _OPENERS:
        name, arguments = _OPENERS[flags], (uri,)
    handle: Any = object.__new__(_Unopened)
    opened: list[Any] = []
    try:
        # The result is kept within C, before a handler can run.
        opened.extend(starmap(getattr(libvirtmod, name), [arguments]))
    except BaseException:
        for capsule in filter(None, opened):
            libvirtmod.virConnectClose(capsule)
        raise
    if opened[0] is None:
        raise failed(f"{name}() failed")
    # Not by the constructor: a handler may run when a function of Python's begins.
    handle._o = opened[0]
    handle.__class__ = virConnect
    return handle  # type: ignore[no-any-return]


def get_optional_text(name: str, capsule: Any) -> str:
    """A text by a function that may have nothing to give: an empty one then."""
    try:
        return call_checked(getattr(libvirtmod, name), capsule) or ""
    except UnicodeDecodeError:
        return _libvirt.texts.read(name, capsule)


def get_release() -> str:
    """The release of the libvirt library in use, as text."""
    version = libvirt.getVersion()
    return f"{version // 1000000}.{version // 1000 % 1000}.{version % 1000}"
