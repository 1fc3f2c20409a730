"""What keeps a domain apart: security labels, and encrypted memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sysvirt import _libvirt
from sysvirt._core.arguments import flag_bits, text, ullong
from sysvirt._core.parameters import allocate, check_options
from sysvirt.constants import DomainConstants
from sysvirt.domain.part import DomainPart

if TYPE_CHECKING:
    from collections.abc import Callable

    from sysvirt._core.arguments import Flags
    from sysvirt.shapes.domain import (
        LaunchSecurityInfo,
        LaunchSecurityState,
        ModelledSecurityLabel,
        SecurityLabel,
    )

#: The keys of ``set_launch_security_state``, and how each value is checked.
LAUNCH_SECURITY_STATE: dict[str, Callable[[Any, str], Any]] = {
    DomainConstants.LAUNCH_SECURITY_SEV_SECRET: text,
    DomainConstants.LAUNCH_SECURITY_SEV_SECRET_HEADER: text,
    DomainConstants.LAUNCH_SECURITY_SEV_SECRET_SET_ADDRESS: ullong,
}


class Security(DomainPart):
    """Security labels and launch security."""

    __slots__ = ()

    def get_security_label(self) -> ModelledSecurityLabel:
        """The first security label that the domain runs under.

        ``model`` is the host's first security model, such as ``selinux``, whose label it is: the
        same as ``get_node_security_model`` of the connection tells. Perl's manual has this key,
        and Perl hasn't. ``enforcing`` is 1 when the host's policy is enforced, and 0 when not.

        >>> dom.get_security_label()
        {'model': 'testSecurity', 'label': 'libvirt-test', 'enforcing': 1}

        Rests on: ``virDomainGetSecurityLabel``, ``virNodeGetSecurityModel``.
        Perl: ``get_security_label``.
        """
        label, enforcing = _libvirt.security.get_label(self._handle)
        model = _libvirt.node.get_security_model(self._conn._handle)["model"]
        return {"model": model, "label": label, "enforcing": enforcing}

    def get_security_label_list(self) -> list[SecurityLabel]:
        """All security labels that the domain runs under, one for each model of the host.

        >>> sorted(dom.get_security_label_list()[0])  # doctest: +SKIP
        ['enforcing', 'label']

        Rests on: ``virDomainGetSecurityLabelList``. Perl: ``get_security_label_list``.
        """
        return [
            {"label": label, "enforcing": enforcing}
            for label, enforcing in _libvirt.security.get_labels(self._handle)
        ]

    def get_launch_security_info(self, flags: Flags = 0) -> LaunchSecurityInfo:
        """How the memory of an encrypted guest is protected.

        Keys are those of ``LAUNCH_SECURITY_SEV_*`` that the guest has: measurement, versions,
        policy.

        >>> dom.LAUNCH_SECURITY_SEV_POLICY in dom.get_launch_security_info()  # doctest: +SKIP
        False

        Rests on: ``virDomainGetLaunchSecurityInfo``. Perl: ``get_launch_security_info``.
        """
        return allocate("virDomainGetLaunchSecurityInfo", self._handle, flags=flag_bits(flags))  # type: ignore[return-value]

    def set_launch_security_state(self, params: LaunchSecurityState, flags: Flags = 0) -> None:
        """Put a secret into the memory of an encrypted guest before it runs.

        Keys are ``LAUNCH_SECURITY_SEV_SECRET``, ``LAUNCH_SECURITY_SEV_SECRET_HEADER`` (both
        base64) and ``LAUNCH_SECURITY_SEV_SECRET_SET_ADDRESS``; an unknown one is a
        ``ValueError``.

        >>> secret = {"sev-secret": "c2VjcmV0", "sev-secret-header": "aGVhZA=="}
        >>> dom.set_launch_security_state(secret)  # doctest: +SKIP

        Rests on: ``virDomainSetLaunchSecurityState``. Perl: ``set_launch_security_state``.
        """
        wanted, bits = check_options(params, LAUNCH_SECURITY_STATE), flag_bits(flags)
        self._handle.setLaunchSecurityState(wanted, bits)
