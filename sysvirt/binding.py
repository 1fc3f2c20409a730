"""libvirt-python's classes, made to raise :class:`sysvirt.Error`.

The methods of libvirt-python end in ``raise libvirtError(...)``, a name that they look up in
their module. Here each class gets a subclass whose methods are the same code with another
set of globals, in which that name means our ``Error``, and the class names mean our
subclasses. So a call costs exactly what it costs in libvirt-python, nothing in the libvirt
module itself is changed, and every error is made in one place, in the thread where it
happened. (A wrapper around each method would cost 20 to 140 % on a short call.)
"""

import _ctypes
from types import FunctionType, SimpleNamespace

import libvirt
from libvirt import libvirtmod  # the C functions, for what is called most

from sysvirt.error import Error

#: The attributes in which libvirt-python's objects keep those that they belong to.
_OWNERS = ("_conn", "_dom", "_net")

#: How functions are named that give a text, such as a file's name: it may be no UTF-8.
TEXTS = (
    "Capabilities",
    "FindStoragePoolSources",
    "GetHostname",
    "GetKey",
    "GetMetadata",
    "GetName",
    "GetParent",
    "GetPath",
    "GetSysinfo",
    "GetXMLDesc",
)


#: The kinds of objects that an XML document describes.
DESCRIBED = (
    "virDomain",
    "virInterface",
    "virNWFilter",
    "virNWFilterBinding",
    "virNetwork",
    "virNetworkPort",
    "virNodeDevice",
    "virSecret",
    "virStoragePool",
    "virStorageVol",
)


def told_again(name, pointer, *arguments):
    """Ask again for a text that libvirt-python couldn't decode; ``None`` when libvirt fails."""
    from sysvirt.native import told

    return told(name, pointer, arguments)


def _telling(function):
    """A function of the C module whose text may be no UTF-8."""

    def told(pointer, *arguments):
        try:
            return function(pointer, *arguments)
        except UnicodeDecodeError:
            return told_again(function.__name__, pointer, *arguments)

    return told


def _module():
    """The C module as the methods see it."""
    functions = vars(libvirtmod)
    texts = {n: _telling(f) for n, f in functions.items() if n.endswith(TEXTS)}
    # Asked for all the time: sysvirt.identity sees to these itself, without a frame more.
    for kind in DESCRIBED:
        del texts[f"{kind}GetXMLDesc"]
    return SimpleNamespace(**{**functions, **texts})


_NAMESPACE = {**vars(libvirt), "libvirtError": Error, "libvirtmod": _module()}

#: The classes of closed objects, by the class of what they were, each made when first needed.
_CLOSED = {}


def _rebound(function):
    code, name = function.__code__, function.__name__
    copy = FunctionType(code, _NAMESPACE, name, function.__defaults__, function.__closure__)
    copy.__kwdefaults__ = function.__kwdefaults__
    return copy


def _init(self, conn, _obj=None):
    """What libvirt-python's own does, without looking at the type of what it made itself."""
    self._conn = conn
    self._o = _obj


def _named(function):
    """``name`` of a class: libvirt-python takes it that there is one, a closed object has none."""
    get_name = getattr(_NAMESPACE["libvirtmod"], function.__code__.co_names[1])

    def name(self):
        ret = get_name(self._o)
        if ret is None:
            raise Error(f"{function.__code__.co_names[1]}() failed")
        return ret

    return name


def rebind(cls):
    """A subclass of a libvirt-python class that raises ``Error`` and makes its own kind."""
    methods = {n: _rebound(f) for n, f in vars(cls).items() if isinstance(f, FunctionType)}
    if "name" in methods:
        methods["name"] = _named(methods["name"])
    if methods["__init__"].__code__.co_varnames[:2] == ("self", "conn"):
        methods["__init__"] = _init
    own = type(cls.__name__, (cls,), {"__slots__": (), "__module__": __name__, **methods})
    _NAMESPACE[cls.__name__] = own
    return own


# What is shortened: a method of ours that is compiled to the first of these, where the one of
# libvirt-python is compiled to one of the others. Only their names and texts may differ, so they
# have a docstring, as those have.
def _through(self):
    """A method."""
    return self._handle.method()


def _or_none(self):
    """A method."""
    ret = libvirtmod.function(self._o)
    if ret is None:
        raise libvirtError("function() failed")  # noqa: F821 - never called
    return ret


def _or_minus_one(self):
    """A method."""
    ret = libvirtmod.function(self._o)
    if ret == -1:
        raise libvirtError("function() failed")  # noqa: F821 - never called
    return ret


def _or_zero(self):
    """A method."""
    ret = libvirtmod.function(self._o)
    if ret == 0:
        raise libvirtError("function() failed")  # noqa: F821 - never called
    return ret


def straight(kind):
    """Say which class of libvirt-python is underneath, and shorten the way to its methods.

    A method that reads ``return self._handle.method()`` calls the C module by itself then: what
    Python adds to such a getter is most of what it costs.
    """

    def shorten(cls):
        cls._KIND = kind
        seen = set()
        for base in cls.__mro__:
            for name, method in vars(base).items():
                if isinstance(method, FunctionType) and name not in seen:
                    seen.add(name)
                    if short := _shortened(method, kind):
                        setattr(cls, name, short)
        return cls

    return shorten


def _shortened(method, kind):
    code = method.__code__
    # The names first: they tell most methods apart, and the bytes of code are made when asked for.
    if code.co_names[:1] != ("_handle",) or code.co_code != _THROUGH:
        return None
    theirs = getattr(kind.__mro__[1], code.co_names[1], None)
    # One that the installed libvirt-python doesn't know says so when it is called.
    short = theirs and _direct(theirs)
    if short:
        # From functools.WRAPPER_ASSIGNMENTS; functools itself takes its time to import.
        for attribute in ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__"):
            setattr(short, attribute, getattr(method, attribute))
    return short


def _direct(theirs):
    """A method of ours that does what this one of libvirt-python's does with its C object.

    It is one that calls a C function and raises where that gives ``None``, -1 or 0; else ``None``.
    """
    code = theirs.__code__
    name = code.co_names[1] if len(code.co_names) > 1 else ""
    if theirs.__name__ == "name":
        return _calling(getattr(libvirtmod, name), None)
    if code.co_names != ("libvirtmod", name, "_o", "libvirtError"):
        return None
    # Where a number is a constant, the code is the same for every number.
    known = _FAILURES.get((code.co_code, *_numbers(code, name)))
    return known and _calling(getattr(libvirtmod, name), *known)


def _numbers(code, function):
    """The constants of a method besides its docstring and what it says when it fails."""
    return [each for each in code.co_consts[1:] if each != f"{function}() failed"]


_THROUGH = _through.__code__.co_code
#: The failure that a method of libvirt-python looks for, by its code and its constants.
_FAILURES = {
    (like.__code__.co_code, *_numbers(like.__code__, "function")): (failure,)
    for like, failure in ((_or_none, None), (_or_minus_one, -1), (_or_zero, 0))
}


def _calling(function, failure):
    # The frame keeps the handle: another thread may close the connection during the call.
    def or_none(self):
        handle = self._handle
        try:
            result = function(handle._o)
        except UnicodeDecodeError:
            if not function.__name__.endswith(TEXTS):
                raise
            result = told_again(function.__name__, handle._o)
        if result is None:
            raise Error(f"{function.__name__}() failed")
        return result

    def or_number(self):
        handle = self._handle
        result = function(handle._o)
        if result == failure:
            raise Error(f"{function.__name__}() failed")
        return result

    return or_none if failure is None else or_number


def adopt(handle):
    """Turn a libvirt-python object, and the connection it belongs to, into one of ours.

    The object stays the same one, so its lifetime stays with its owner.
    """
    own = _NAMESPACE.get(type(handle).__name__)
    if not isinstance(own, type) or not isinstance(handle, own.__mro__[1]):
        raise TypeError(f"not an object of libvirt-python: {handle!r}")
    if handle._o is None:
        raise _refusal(own.__name__)
    handle.__class__ = own
    for owner in _OWNERS:
        if (above := getattr(handle, owner, None)) is not None:
            adopt(above)
    return handle


def closed(handle):
    """An object of the same kind that refers to nothing: whoever asks for its C object is refused.

    It takes the place of one that is given up. The given-up one is freed when its last user,
    perhaps another thread in the middle of a call, lets go of it.
    """
    if isinstance(handle, _Closed):
        return handle
    empty = object.__new__(_closed_kind(type(handle)))
    vars(empty).update(dict.fromkeys(vars(handle)))
    for owner in _OWNERS:
        # Some methods of libvirt-python go through the object's owner.
        if (above := vars(handle).get(owner)) is not None:
            setattr(empty, owner, closed(above))
    return empty


class _Closed:
    """What makes a class of libvirt-python's one of closed objects.

    C's NULL in place of the C object would not do: some functions crash on it, others fail
    without an error, and the thread's last one would be taken for theirs.
    """

    @property
    def _o(self):
        raise _refusal(type(self).__name__)

    def __del__(self):
        """Nothing is there to be freed."""


def _closed_kind(kind):
    if kind not in _CLOSED:
        inside = {"__slots__": (), "__module__": __name__}
        _CLOSED[kind] = type(kind.__name__, (_Closed, kind), inside)
    return _CLOSED[kind]


def _refusal(kind):
    """The error for a closed object of a kind: libvirt's own for NULL, with the reason."""
    function = "virConnectClose" if kind == "virConnect" else f"{kind}Free"
    getattr(libvirtmod, function)(None)
    code, domain, message, level, *_ = libvirtmod.virGetLastError()
    words = message.removesuffix(function).rstrip(": ").removesuffix(" in")
    message = f"{words}: the connection is closed"
    return Error._restore((code, domain, message, level, None, None, None, -1, -1), "close()")


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


class _Function(_ctypes.CFuncPtr):
    """A C function that gives nothing; ctypes itself takes its time to import."""

    _flags_ = _ctypes.FUNCFLAG_CDECL
    _restype_ = None


def _silence():
    """Have no error printed, since each is raised.

    libvirt has to call something. A Python function would be called by libvirt-python, which
    fails halfway where an error isn't UTF-8, and would cost each error its time: so it is one of
    the C library that does nothing, whatever it is given.
    """
    found = _ctypes.dlopen(libvirtmod.__file__, 0)
    nothing = _Function(_ctypes.dlsym(found, "labs"))
    _Function(_ctypes.dlsym(found, "virSetErrorFunc"))(None, nothing)


_silence()
