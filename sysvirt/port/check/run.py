"""Runs a program in private circumstances: its folder, home, environment, time, and reach."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import attrs

import sysvirt
from sysvirt.port.check import folders, reach

_HERE = Path(__file__).parent
#: What leads to daemons, or changes what an interpreter loads.
_DROPPED = re.compile(
    r"LIBVIRT|VIRSH|VIRT_|XDG_|SSH_|DBUS_|PERL|PYTHON|LD_|SYSVIRT_|HOME$|TMP$|TEMP$|TMPDIR$"
)
#: No file that a script writes gets larger.
_FILE_SIZE = 1 << 30
#: How long the watcher may take to end what it watches.
_GRACE = 10.0


class CheckError(Exception):
    """The check could not run; the message says what to do."""


@attrs.frozen(kw_only=True)
class Layers:
    """What holds a script; all of it, unless a test wants to see what each layer does."""

    perl: bool = True
    python: bool = True
    namespaces: bool = True
    filter: bool = True
    environment: bool = True


@attrs.frozen(kw_only=True)
class Settings:
    """How scripts are run."""

    uri: str = "test:///default"
    perl: str = "perl"
    timeout: float = 60.0
    commands: bool = False
    layers: Layers = Layers()


@attrs.frozen(kw_only=True)
class Outcome:
    """What a program did."""

    output: str
    errors: str
    status: int
    timed_out: bool = False


@attrs.define(eq=False)
class Room:
    """A private folder in which programs run one after the other; gone afterwards."""

    settings: Settings
    #: Why namespaces and the filter of system calls are missing, by their names.
    missing: dict[str, str] = attrs.field(init=False, factory=dict)
    _real_perl: str = attrs.field(init=False, default="")
    _root: Path = attrs.field(init=False)
    _watcher: subprocess.Popen[bytes] | None = attrs.field(init=False, default=None)

    def __enter__(self) -> Self:
        self._root = Path(tempfile.mkdtemp(prefix="sysvirt-check-")).resolve()
        guard = self._root / "guard"
        guard.mkdir()
        shutil.copyfile(_HERE / "guard.pm", guard / "SysvirtPortGuard.pm")
        shutil.copyfile(_HERE / "guard.py", guard / "sitecustomize.py")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self._end()
        finally:
            folders.remove(self._root)

    @property
    def root(self) -> Path:
        """The private folder."""
        return self._root

    def run_perl(self, script: Path, arguments: Sequence[str], folder: Path) -> Outcome:
        """Run a Perl script that lies in a folder below the root."""
        return self._run("perl", [*self._perl(script), script.name, *arguments], folder)

    def run_python(self, draft: Path, arguments: Sequence[str], folder: Path) -> Outcome:
        """Run a Python script that lies in a folder below the root."""
        return self._run("python", [sys.executable, draft.name, *arguments], folder)

    def require_perl(self) -> None:
        """See that there is Perl with Sys::Virt."""
        perl = self._find_perl()
        folder = self._root / "probe"
        folder.mkdir()
        # What stands in PATH may be a shell script that starts the chosen Perl.
        real = self._run("shim", [perl, "-e", "print $^X"], folder)
        if real.status or not Path(real.output).is_file():
            raise CheckError(f"{perl} does not run: name another Perl with --perl")
        self._real_perl = perl = real.output
        if self._run("probe", [perl, "-MSys::Virt", "-e", "1"], folder).status:
            raise CheckError(
                f"{perl} has no Sys::Virt: install libsys-virt-perl (Debian, Ubuntu), "
                "perl-Sys-Virt (Fedora) or `cpan Sys::Virt`, or name another Perl with --perl"
            )

    def _find_perl(self) -> str:
        if self._real_perl:
            return self._real_perl
        found = shutil.which(self.settings.perl)
        if found is None:
            raise CheckError(
                f"{self.settings.perl}: there is no such Perl: install perl and "
                "libsys-virt-perl, or name one with --perl"
            )
        return str(Path(found).absolute())

    def _perl(self, script: Path) -> list[str]:
        command = [self._find_perl()]
        # With -T Perl ignores its environment, and wants the option here as well.
        with script.open("rb") as file:
            first = file.readline(500)
        if tainted := re.match(rb"#!.*perl\S*\s+(?:-\S+\s+)*-[a-zA-SU-Z]*([Tt])", first):
            command.append("-" + tainted[1].decode())
        if self.settings.layers.perl:
            command += ["-I" + str(self._root / "guard"), "-MSysvirtPortGuard"]
        return command

    def _run(self, name: str, argv: Sequence[str], folder: Path) -> Outcome:
        private = self._root / f"private-{name}"
        for each in ("home", "run", "config", "cache", "data", "tmp"):
            (private / each).mkdir(parents=True, exist_ok=True)
        (private / "run").chmod(0o700)
        plan, report = private / "plan.json", private / "report.json"
        plan.write_text(json.dumps(self._plan(name, argv, folder, private)))
        output, errors = private / "output", private / "errors"
        with output.open("wb") as out, errors.open("wb") as err:
            self._watcher = subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, "-I", "-S", str(_HERE / "confine.py"), str(plan), str(report)],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                env={"PATH": os.defpath},
                start_new_session=True,
            )
            timed_out = self._wait(self._watcher)
        self._read_report(report, errors)
        return Outcome(
            output=output.read_text("utf-8", "backslashreplace"),
            errors=errors.read_text("utf-8", "backslashreplace"),
            status=self._watcher.returncode,
            timed_out=timed_out,
        )

    def _wait(self, watcher: subprocess.Popen[bytes]) -> bool:
        try:
            watcher.wait(self.settings.timeout)
        except subprocess.TimeoutExpired:
            self._end()
            return True
        return False

    def _end(self) -> None:
        """End what runs: the watcher ends all below it before it ends itself."""
        watcher = self._watcher
        if watcher is None or watcher.poll() is not None:
            return
        watcher.send_signal(signal.SIGTERM)
        try:
            watcher.wait(_GRACE)
        except subprocess.TimeoutExpired:
            os.killpg(watcher.pid, signal.SIGKILL)
            watcher.wait()

    def _read_report(self, report: Path, errors: Path) -> None:
        if not report.exists():
            if self._watcher is not None and self._watcher.returncode < 0:
                raise CheckError("the program that watches a script was ended from outside")
            said = errors.read_text("utf-8", "backslashreplace").strip()
            raise CheckError(f"a script can't be run here: {said[-500:]}")
        told = json.loads(report.read_text())
        self.missing = {name: why for name, why in told["without"].items() if why}
        if not told["run"]:
            raise CheckError(
                "the guard needs namespaces or a filter of system calls, and neither is "
                f"possible here ({'; '.join(self.missing.values())})"
            )

    def _plan(
        self, name: str, argv: Sequence[str], folder: Path, private: Path
    ) -> dict[str, object]:
        layers = self.settings.layers
        open_for = reach.find_reach(self.settings.uri, os.environ, Path.home())
        return {
            "argv": list(argv),
            "environment": self._environment(private, open_for),
            "folder": str(folder),
            "parent": os.getpid(),
            "namespaces": layers.namespaces,
            "filter": layers.filter and not open_for.connects,
            "needs_layer": layers.namespaces and layers.filter,
            "commands": self.settings.commands or name == "shim",
            "network": open_for.network,
            "cover": open_for.cover,
            "keep": open_for.keep,
            "file_size": _FILE_SIZE,
        }

    def _environment(self, private: Path, open_for: reach.Reach) -> dict[str, str]:
        if not self.settings.layers.environment:
            made = dict(os.environ)
        else:
            made = clean_environment(os.environ)
            made.update(_private_places(private, open_for, os.environ))
            made["LIBVIRT_DEFAULT_URI"] = self.settings.uri
            # A daemon of the user's is not started by a script.
            made["LIBVIRT_AUTOSTART"] = "0"
        guard = str(self._root / "guard")
        package = str(Path(sysvirt.__file__).parent.parent)
        layers = self.settings.layers
        made["PYTHONPATH"] = _join(
            *([guard] if layers.python else []), *_absolute("PYTHONPATH"), package
        )
        made["PERL5LIB"] = _join(*([guard] if layers.perl else []), *_absolute("PERL5LIB"))
        made["PYTHONDONTWRITEBYTECODE"] = "1"
        # Hashes come in the same order in each run; it is not Python's.
        made.update({"PERL_HASH_SEED": "0", "PERL_PERTURB_KEYS": "0", "PYTHONHASHSEED": "0"})
        if layers.perl:
            made["PERL5OPT"] = "-MSysvirtPortGuard"
        made["SYSVIRT_PORT_CHECK_URI"] = self.settings.uri
        if self.settings.commands:
            made["SYSVIRT_PORT_CHECK_COMMANDS"] = "1"
        return made


def clean_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """An environment without what leads to daemons."""
    return {name: value for name, value in environment.items() if not _DROPPED.match(name)}


def _private_places(
    private: Path, open_for: reach.Reach, environment: Mapping[str, str]
) -> dict[str, str]:
    made = {"HOME": "home", "XDG_RUNTIME_DIR": "run", "XDG_CONFIG_HOME": "config"}
    made.update({"XDG_CACHE_HOME": "cache", "XDG_DATA_HOME": "data", "TMPDIR": "tmp"})
    places = {name: str(private / folder) for name, folder in made.items()}
    if open_for.connects:
        # A daemon that was named is found, and proved to be who one is, as ever.
        for name in ("HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
            places.pop(name)
            if name in environment:
                places[name] = environment[name]
    return places


def _absolute(variable: str) -> list[str]:
    """The folders of a variable: scripts run elsewhere."""
    given = os.environ.get(variable, "")
    return [str(Path(each).absolute()) for each in given.split(os.pathsep) if each]


def _join(*folders_: str) -> str:
    return os.pathsep.join(folders_)
