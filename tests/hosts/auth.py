"""Passwords and certificates for hosts that listen for TCP or TLS.

A host listens in its own network namespace, so nothing outside can reach it, and no
address has to be free on the machine. A client gets there in one of two ways:

* in the test process, for the time of opening: `with host.network(): libvirt.open(…)`
  (the calling thread makes its socket there; the connection works anywhere after);
* as another program, entered by `host.command([...])`.
"""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import attrs

from tests.hosts import programs
from tests.hosts.host import Host

# Two that need a password and no Kerberos. Over bare TCP libvirtd takes only one that
# encrypts what follows, which is the first; over TLS either will do.
_SASL = "mech_list: digest-md5 scram-sha-256\nsasldb_path: {database}\n"


@attrs.frozen
class Sasl:
    """A user database for libvirtd in a directory of its own.

    `realm` is the name of the host: libvirtd looks for users there.
    """

    directory: Path
    realm: str = "hosta"

    def create(self, users: Mapping[str, str]) -> None:
        """Write the configuration and the users with their passwords."""
        self.directory.mkdir(parents=True, exist_ok=True)
        database = self.directory / "passwd.db"
        (self.directory / "libvirt.conf").write_text(_SASL.format(database=database))
        where = ["-a", "libvirt", "-u", self.realm]
        for user, password in users.items():
            subprocess.run(
                [programs.need("saslpasswd2"), "-p", "-c", "-f", str(database), *where, user],
                input=password.encode(),
                check=True,
                capture_output=True,
            )

    @property
    def environment(self) -> dict[str, str]:
        """What makes libvirtd look here instead of in /etc/sasl2."""
        return {"SASL_CONF_PATH": str(self.directory)}


@attrs.frozen
class Certificates:
    """A certificate authority in a directory, with what it has signed.

    The file names are those that libvirt looks for, so the directory can be given to a
    client as `?pkipath=` and to libvirtd as its `pki`.
    """

    directory: Path

    def create(self, addresses: Iterable[str]) -> None:
        """Make the authority, a server's certificate for `addresses`, a client's."""
        self.directory.mkdir(parents=True, exist_ok=True)
        self._key("cakey.pem")
        self._sign("cacert.pem", "cakey.pem", ["cn = sysvirt tests", "ca"], own=True)
        names = [f"ip_address = {address}" for address in addresses]
        self._key("serverkey.pem")
        server = ["cn = libvirt server", *names, "tls_www_server", "encryption_key"]
        self._sign("servercert.pem", "serverkey.pem", [*server, "signing_key"])
        self._key("clientkey.pem")
        client = ["cn = libvirt client", "tls_www_client", "encryption_key"]
        self._sign("clientcert.pem", "clientkey.pem", [*client, "signing_key"])

    def create_peer(self, addresses: Iterable[str]) -> None:
        """Make a certificate for one that is a server as well as a client, at `addresses`."""
        names = [f"ip_address = {address}" for address in addresses]
        self._key("peerkey.pem")
        both = ["cn = peer", *names, "tls_www_server", "tls_www_client"]
        self._sign("peercert.pem", "peerkey.pem", [*both, "encryption_key", "signing_key"])

    def _certtool(self, *arguments: str) -> None:
        subprocess.run(
            [programs.need("certtool"), *arguments],
            check=True,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            cwd=self.directory,
        )

    def _key(self, file: str) -> None:
        # RSA, as libvirtd insists on key encipherment; short, as it is made each time.
        kind = ["--generate-privkey", "--key-type", "rsa", "--bits", "2048"]
        self._certtool(*kind, "--outfile", file)

    def _sign(self, file: str, key: str, lines: list[str], *, own: bool = False) -> None:
        extra = ["cert_signing_key"] if own else []
        template = self.directory / f"{file}.template"
        template.write_text("\n".join([*lines, *extra, "expiration_days = 2", ""]))
        if own:
            how = ["--generate-self-signed", "--load-privkey", key]
        else:
            how = ["--generate-certificate", "--load-privkey", key]
            how += ["--load-ca-certificate", "cacert.pem"]
            how += ["--load-ca-privkey", "cakey.pem"]
        self._certtool(*how, "--template", template.name, "--outfile", file)


@attrs.frozen
class Guarded:
    """A host that asks who is there, and what its clients need to answer.

    TCP wants `user` and `password`, TLS a certificate of `pki`. `foreign` holds those
    of an authority that this host doesn't know.
    """

    host: Host
    user: str
    password: str
    pki: Path
    foreign: Path

    @property
    def tcp_uri(self) -> str:
        """For a client in this host's network."""
        return "qemu+tcp://127.0.0.1/system"

    @property
    def tls_uri(self) -> str:
        """For a client in this host's network, with its certificates."""
        return f"qemu+tls://127.0.0.1/system?pkipath={self.pki}"

    @property
    def foreign_uri(self) -> str:
        """For a client that shows the wrong certificates, and doubts the right ones."""
        return f"qemu+tls://127.0.0.1/system?pkipath={self.foreign}"


@contextlib.contextmanager
def guarded(user: str = "fred", password: str = "secret") -> Iterator[Guarded]:
    """A host that listens for TCP with SASL and for TLS, for the length of a `with`."""

    def prepare(root: Path) -> None:
        Sasl(root / "sasl").create({user: password})
        for name in ("pki", "foreign"):
            Certificates(root / name).create(["127.0.0.1"])

    env = Sasl(Path("{root}/sasl")).environment
    with Host(tcp="sasl", tls="none", pki="{root}/pki", environment=env, prepare=prepare) as host:
        yield Guarded(host, user, password, host.root / "pki", host.root / "foreign")
