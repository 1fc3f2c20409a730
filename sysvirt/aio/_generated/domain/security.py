# Made by `python -m reference.generate` from sysvirt/domain/security.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.domain.security`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags
    from sysvirt.domain import security as sync
    from sysvirt.shapes.domain import (
        LaunchSecurityInfo,
        LaunchSecurityState,
        ModelledSecurityLabel,
        SecurityLabel,
    )


class Security(Twin):
    """Security labels and launch security."""

    __slots__ = ()
    _sync: sync.Security

    async def get_security_label(self) -> ModelledSecurityLabel:
        """The first security label that the domain runs under.

        ``model`` is the host's first security model, such as ``selinux``, whose label it is: the
        same as ``get_node_security_model`` of the connection tells. Perl's manual has this key,
        and Perl hasn't. ``enforcing`` is 1 when the host's policy is enforced, and 0 when not.

        >>> await dom.get_security_label()
        {'model': 'testSecurity', 'label': 'libvirt-test', 'enforcing': 1}

        Rests on: ``virDomainGetSecurityLabel``, ``virNodeGetSecurityModel``.
        Perl: ``get_security_label``.
        """
        return await self._call(self._sync.get_security_label)

    async def get_security_label_list(self) -> list[SecurityLabel]:
        """All security labels that the domain runs under, one for each model of the host.

        >>> sorted((await dom.get_security_label_list())[0])  # doctest: +SKIP
        ['enforcing', 'label']

        Rests on: ``virDomainGetSecurityLabelList``. Perl: ``get_security_label_list``.
        """
        return await self._call(self._sync.get_security_label_list)

    async def get_launch_security_info(self, flags: Flags = 0) -> LaunchSecurityInfo:
        """How the memory of an encrypted guest is protected.

        Keys are those of ``LAUNCH_SECURITY_SEV_*`` that the guest has: measurement, versions,
        policy.

        >>> dom.LAUNCH_SECURITY_SEV_POLICY in await dom.get_launch_security_info()  # doctest: +SKIP
        False

        Rests on: ``virDomainGetLaunchSecurityInfo``. Perl: ``get_launch_security_info``.
        """
        return await self._call(self._sync.get_launch_security_info, flags)

    async def set_launch_security_state(
        self, params: LaunchSecurityState, flags: Flags = 0
    ) -> None:
        """Put a secret into the memory of an encrypted guest before it runs.

        Keys are ``LAUNCH_SECURITY_SEV_SECRET``, ``LAUNCH_SECURITY_SEV_SECRET_HEADER`` (both
        base64) and ``LAUNCH_SECURITY_SEV_SECRET_SET_ADDRESS``; an unknown one is a
        ``ValueError``.

        >>> secret = {"sev-secret": "c2VjcmV0", "sev-secret-header": "aGVhZA=="}
        >>> await dom.set_launch_security_state(secret)  # doctest: +SKIP

        Rests on: ``virDomainSetLaunchSecurityState``. Perl: ``set_launch_security_state``.
        """
        await self._call(self._sync.set_launch_security_state, params, flags)
