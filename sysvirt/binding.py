"""libvirt-python's classes, made to raise :class:`sysvirt.Error`.

The methods of libvirt-python end in ``raise libvirtError(...)``, a name that they look up in
their module. Here each class gets a subclass whose methods are the same code with another
set of globals, in which that name means our ``Error``, and the class names mean our
subclasses. So a call costs exactly what it costs in libvirt-python, nothing in the libvirt
module itself is changed, and every error is made in one place, in the thread where it
happened. (A wrapper around each method would cost 20 to 140 % on a short call.)
"""

from types import FunctionType

import libvirt

from sysvirt.error import Error

#: The attributes in which libvirt-python's objects keep those that they belong to.
_OWNERS = ("_conn", "_dom", "_net")

_NAMESPACE = {**vars(libvirt), "libvirtError": Error}


def _rebound(function):
    code, name = function.__code__, function.__name__
    copy = FunctionType(code, _NAMESPACE, name, function.__defaults__, function.__closure__)
    copy.__kwdefaults__ = function.__kwdefaults__
    return copy


def _init(self, conn, _obj=None):
    """What libvirt-python's own does, without looking at the type of what it made itself."""
    self._conn = conn
    self._o = _obj


def rebind(cls):
    """A subclass of a libvirt-python class that raises ``Error`` and makes its own kind."""
    methods = {n: _rebound(f) for n, f in vars(cls).items() if isinstance(f, FunctionType)}
    if methods["__init__"].__code__.co_varnames[:2] == ("self", "conn"):
        methods["__init__"] = _init
    own = type(cls.__name__, (cls,), {"__slots__": (), "__module__": __name__, **methods})
    _NAMESPACE[cls.__name__] = own
    return own


def adopt(handle):
    """Turn a libvirt-python object, and the connection it belongs to, into one of ours.

    The object stays the same one, so its lifetime stays with its owner.
    """
    own = _NAMESPACE.get(type(handle).__name__)
    if not isinstance(own, type) or not isinstance(handle, own.__mro__[1]):
        raise TypeError(f"not an object of libvirt-python: {handle!r}")
    handle.__class__ = own
    for owner in _OWNERS:
        if (above := getattr(handle, owner, None)) is not None:
            adopt(above)
    return handle


def closed(handle):
    """An object of the same class that refers to nothing: libvirt refuses it by its own words.

    It takes the place of one that is given up. The given-up one is freed when its last user,
    perhaps another thread in the middle of a call, lets go of it.
    """
    empty = object.__new__(type(handle))
    vars(empty).update(dict.fromkeys(vars(handle)))
    for owner in _OWNERS:
        # Some methods of libvirt-python go through the object's owner.
        if (above := vars(handle).get(owner)) is not None:
            setattr(empty, owner, closed(above))
    return empty


def raise_last(origin):
    """Raise libvirt's last error, if there is one: for results that don't tell failure apart."""
    if libvirt.virGetLastErrorCode():
        raise Error(f"{origin} failed")


openAuth = _rebound(libvirt.openAuth)
virEventRegisterDefaultImpl = _rebound(libvirt.virEventRegisterDefaultImpl)
virEventRunDefaultImpl = _rebound(libvirt.virEventRunDefaultImpl)
virConnect = rebind(libvirt.virConnect)
virDomain = rebind(libvirt.virDomain)
virDomainCheckpoint = rebind(libvirt.virDomainCheckpoint)
virDomainSnapshot = rebind(libvirt.virDomainSnapshot)
virInterface = rebind(libvirt.virInterface)
virNetwork = rebind(libvirt.virNetwork)
virNetworkPort = rebind(libvirt.virNetworkPort)
virNodeDevice = rebind(libvirt.virNodeDevice)
virNWFilter = rebind(libvirt.virNWFilter)
virNWFilterBinding = rebind(libvirt.virNWFilterBinding)
virSecret = rebind(libvirt.virSecret)
virStoragePool = rebind(libvirt.virStoragePool)
virStorageVol = rebind(libvirt.virStorageVol)
virStream = rebind(libvirt.virStream)


def _ignore(_context, _error):
    """Every error is raised, so none is printed as well."""


libvirt.registerErrorHandler(_ignore, None)
