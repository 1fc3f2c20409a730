"""What travels between the machines of a cluster: pickled, and what that can't do made clear.

Each value and each error is pickled for itself: one that can't be read spoils no other.
"""

from __future__ import annotations

import pickle
from typing import Any

import attrs

from sysvirt.aio import Result
from sysvirt.aio._cluster.outcomes import RemoteObject
from sysvirt.aio._twin import Twin


@attrs.frozen
class Failure:
    """An error on its way."""

    #: As a text, for where it can't be read.
    text: str
    data: bytes | None


@attrs.frozen
class Packed:
    """The result of a host on its way."""

    host: str
    seconds: float
    value: bytes | None = None
    failure: Failure | None = None


def pack_function(function: Any, name: str = "function") -> bytes:
    """A function or the like, which may be one that only the caller's program has."""
    try:
        return _dumps_all(function)
    except Exception as error:
        raise TypeError(f"{name} can't travel to the workers: {error}") from error


def unpack(data: bytes) -> Any:
    """What was packed."""
    return pickle.loads(data)  # noqa: S301 - it comes from a cluster that runs our code anyway


def pack_result(result: Result[Any]) -> Packed:
    """What a host gave; a value that can't travel becomes an error that says so."""
    if result.error is None:
        try:
            value = _dumps(result.value)
        except Exception as error:  # noqa: BLE001 - whatever pickling it does
            return Packed(
                result.host, result.seconds, failure=pack_error(_refuse(result.host, error))
            )
        return Packed(result.host, result.seconds, value=value)
    return Packed(result.host, result.seconds, failure=pack_error(result.error))


def unpack_result(packed: Packed) -> Result[Any]:
    """The result, as a fleet of this machine would have given it."""
    if packed.failure is not None:
        error = unpack_error(packed.failure)
        return Result(packed.host, error=error, seconds=packed.seconds)
    try:
        value = unpack(packed.value or b"")
    except Exception as error:  # noqa: BLE001 - whatever reading it does
        return Result(packed.host, error=_refuse(packed.host, error), seconds=packed.seconds)
    return Result(packed.host, value, seconds=packed.seconds)


def pack_error(error: Exception) -> Failure:
    """An error, and its text in case that it can't travel."""
    text = f"{type(error).__name__}: {error}"
    try:
        return Failure(text, _dumps(error))
    except Exception:  # noqa: BLE001 - whatever pickling it does
        return Failure(text, None)


def unpack_error(failure: Failure) -> Exception:
    """The error, or one with its text."""
    try:
        found = unpack(failure.data) if failure.data is not None else None
    except Exception:  # noqa: BLE001 - whatever reading it does
        found = None
    return found if isinstance(found, Exception) else RuntimeError(failure.text)


def name_objects(host: str, value: Any) -> Any:
    """The value with what stands for objects in their place."""
    if isinstance(value, Twin):
        return _name(host, value)
    if isinstance(value, dict):
        pairs = value.items()
        return {key: name_objects(host, each) for key, each in pairs}
    if isinstance(value, list):
        return [name_objects(host, each) for each in value]
    return value


def _name(host: str, item: Any) -> RemoteObject:
    """None of it is a call: the object knows it."""
    get_uuid = getattr(item, "get_uuid_string", None)
    uuid = get_uuid() if get_uuid is not None else None
    get_name = getattr(item, "get_name", None) or getattr(item, "get_usage_id", None)
    name = get_name() if get_name is not None else ""
    return RemoteObject(type(item).__name__, name, uuid, host)


def _dumps(value: Any) -> bytes:
    try:
        return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    except Exception:  # noqa: BLE001 - it may be of a class that only the caller's program has
        return _dumps_all(value)


def _dumps_all(value: Any) -> bytes:
    """Pickle what the other side can't import, too."""
    # Whoever has a cluster has it; importing this module needs none.
    import cloudpickle

    data: bytes = cloudpickle.dumps(value)
    return data


def _refuse(host: str, error: Exception) -> TypeError:
    return TypeError(
        f"what the function gave for {host} can't travel: {error}."
        " Objects stay with their connection; give names, UUIDs or plain data"
    )
