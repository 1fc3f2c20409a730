"""Streams: a volume up and down, dense and sparse, beside virsh."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import libvirt
from attrs import frozen

from benchmarks.contender import Scene, Work, Worker, started
from tests.hosts import Host

NAMES = ("sysvirt", "libvirt-python", "Perl")
MIB = 2**20
_POOL = "<pool type='dir'><name>images</name><target><path>{path}</path></target></pool>"
_VOLUME = "<volume><name>{name}</name><capacity>{size}</capacity></volume>"

#: Where data and where a hole stands in the file, for both in Python.
_HOLE = """
import os
def hole(stream, *opaque):
    here = os.lseek(fd, 0, os.SEEK_CUR)
    size = os.fstat(fd).st_size
    try: start = os.lseek(fd, here, os.SEEK_DATA)
    except OSError: start = size
    if start > here:
        os.lseek(fd, here, os.SEEK_SET)
        return [False, start - here]
    end = os.lseek(fd, here, os.SEEK_HOLE) if here < size else here
    os.lseek(fd, here, os.SEEK_SET)
    return [True, end - here]
"""
#: What each of them needs to move a volume up and down, with holes where flags say so.
_SYSVIRT = (
    _HOLE
    + """
vol = lambda name: conn.get_storage_volume_by_path(name)
def source(st, data, nbytes):
    data[:] = os.read(fd, nbytes)
    return len(data)
def sink(st, data, nbytes): return os.write(fd, data)
def skip(st, length):
    os.lseek(fd, length, os.SEEK_CUR)
    return 0
def cut(st, length):
    os.ftruncate(fd, os.lseek(fd, length, os.SEEK_CUR))
    return 0
def down(volume, path, flags):
    global fd
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    st = conn.new_stream()
    vol(volume).download(st, 0, 0, flags)
    st.sparse_recv_all(sink, cut) if flags else st.recv_all(sink)
    st.finish()
    os.close(fd)
def up(volume, path, flags):
    global fd
    fd = os.open(path, os.O_RDONLY)
    st = conn.new_stream()
    vol(volume).upload(st, 0, 0, flags)
    st.sparse_send_all(source, hole, skip) if flags else st.send_all(source)
    st.finish()
    os.close(fd)
"""
)
_LIBVIRT = (
    _HOLE
    + """
vol = conn.storageVolLookupByPath
def source(st, nbytes, fd): return os.read(fd, nbytes)
def sink(st, data, fd): return os.write(fd, data)
def skip(st, length, fd): return os.lseek(fd, length, os.SEEK_CUR)
def cut(st, length, fd): return os.ftruncate(fd, os.lseek(fd, length, os.SEEK_CUR))
def down(volume, path, flags):
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    st = conn.newStream()
    vol(volume).download(st, 0, 0, flags)
    st.sparseRecvAll(sink, cut, fd) if flags else st.recvAll(sink, fd)
    st.finish()
    os.close(fd)
def up(volume, path, flags):
    global fd
    fd = os.open(path, os.O_RDONLY)
    st = conn.newStream()
    vol(volume).upload(st, 0, 0, flags)
    st.sparseSendAll(source, hole, skip, fd) if flags else st.sendAll(source, fd)
    st.finish()
    os.close(fd)
"""
)
_PERL = r"""
use POSIX ();
# Fcntl's SEEK_SET, SEEK_CUR and SEEK_END are 0 to 2; Linux' SEEK_DATA and SEEK_HOLE are 3 and 4.
my $fd;
sub source { $_[1] = ""; return POSIX::read($fd, $_[1], $_[2]) + 0 }
sub sink { my ($st, $data, $nbytes) = @_; return POSIX::write($fd, $data, length $data) + 0 }
sub place {
    my ($to, $whence) = @_;
    my $at = POSIX::lseek($fd, $to, $whence);
    return defined $at ? $at + 0 : undef;
}
sub hole {
    my $here = place(0, 1);
    my $start = place($here, 3);
    my $size = place(0, 2);
    $start = $size unless defined $start;
    if ($start > $here) { place($here, 0); return (0, $start - $here) }
    my $end = $here < $size ? place($here, 4) : $here;
    place($here, 0);
    return (1, $end - $here);
}
sub skip { my ($st, $length) = @_; place($length, 1); return 0 }
sub down {
    my ($volume, $path, $flags) = @_;
    $fd = POSIX::open($path, POSIX::O_WRONLY | POSIX::O_CREAT | POSIX::O_TRUNC, 0644);
    my $st = $conn->new_stream();
    $conn->get_storage_volume_by_path($volume)->download($st, 0, 0, $flags);
    $flags ? $st->sparse_recv_all(\&sink, \&skip) : $st->recv_all(\&sink);
    $st->finish();
    my $end = place(0, 1);
    POSIX::close($fd);
    truncate $path, $end;
}
sub up {
    my ($volume, $path, $flags) = @_;
    $fd = POSIX::open($path, POSIX::O_RDONLY);
    my $st = $conn->new_stream();
    $conn->get_storage_volume_by_path($volume)->upload($st, 0, 0, $flags);
    $flags ? $st->sparse_send_all(\&source, \&hole, \&skip) : $st->send_all(\&source);
    $st->finish();
    POSIX::close($fd);
}
"""


@frozen
class Transfer:
    """A volume and a file that hold the same, and which way they go."""

    way: str
    sparse: bool
    volume: str
    file: Path

    @property
    def name(self) -> str:
        return f"{self.way}load, {'sparse' if self.sparse else 'dense'}"

    def work(self) -> Work:
        arguments = f"'{self.volume}', '{self.file}', {int(self.sparse)}"
        call = f"{self.way}({arguments})"
        return Work(self.name, dict.fromkeys(NAMES, call))

    def virsh(self, uri: str) -> list[str]:
        sparse = ["--sparse"] if self.sparse else []
        command = ["virsh", "-q", "-c", uri, f"vol-{self.way}load"]
        return [*command, self.volume, str(self.file), *sparse]


@contextmanager
def scene(mebibytes: int) -> Iterator[tuple[Scene, list[Transfer]]]:
    """A host with a volume, and files for each way; in the sparse ones nine tenths are holes."""
    with Host() as host:
        connection = libvirt.open(host.uri)
        path = host.root / "pool"
        path.mkdir()
        pool = connection.storagePoolCreateXML(_POOL.format(path=path))
        transfers = []
        for sparse in (False, True):
            name = "sparse" if sparse else "dense"
            volume = pool.createXML(_VOLUME.format(name=name, size=mebibytes * MIB)).path()
            source = host.root / f"{name}.source"
            _fill(source, mebibytes, step=10 if sparse else 1)
            transfers += [
                Transfer("up", sparse, volume, source),
                Transfer("down", sparse, volume, host.root / f"{name}.copy"),
            ]
        setup = {"sysvirt": _SYSVIRT, "libvirt-python": _LIBVIRT, "Perl": _PERL}
        yield Scene(host.uri, setup), transfers
        connection.close()


def _fill(path: Path, mebibytes: int, step: int) -> None:
    piece = bytes(range(256)) * (MIB // 256)
    with path.open("wb") as file:
        for at in range(0, mebibytes, step):
            file.seek(at * MIB)
            file.write(piece)
        file.truncate(mebibytes * MIB)


def measure(mebibytes: int, rounds: int) -> dict[str, dict[str, list[float]]]:
    """Seconds by transfer and contender, virsh among them, all in turn; contents are compared."""
    with scene(mebibytes) as (host, transfers):
        works = [transfer.work() for transfer in transfers]
        with started(host, works, NAMES) as workers:
            samples: dict[str, dict[str, list[float]]] = {each.name: {} for each in transfers}
            for turn in range(rounds + 1):
                for at, transfer in enumerate(transfers):
                    for name, seconds in _turn(workers, turn, at, transfer, host.uri):
                        if turn:  # the first only warms the caches
                            samples[transfer.name].setdefault(name, []).append(seconds)
            _compare(transfers)
    return samples


def _turn(
    workers: dict[str, Worker], turn: int, at: int, transfer: Transfer, uri: str
) -> Iterator[tuple[str, float]]:
    """A transfer by everyone; who goes first, with the disk at its calmest, changes."""
    names = [*workers, *(["virsh"] if shutil.which("virsh") else [])]
    shift = turn % len(names)
    for name in names[shift:] + names[:shift]:
        os.sync()
        if name == "virsh":
            start = time.perf_counter()
            subprocess.run(transfer.virsh(uri), check=True, capture_output=True)
            yield name, time.perf_counter() - start
        else:
            yield name, workers[name].time(at, 1)


def _compare(transfers: list[Transfer]) -> None:
    """What came down is what went up."""
    for up, down in zip(transfers[::2], transfers[1::2], strict=True):
        subprocess.run(["cmp", str(up.file), str(down.file)], check=True)
