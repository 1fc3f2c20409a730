"""Events: lifecycle events of the test driver through the default loop."""

from __future__ import annotations

from benchmarks.contender import Scene, Work, started

NAMES = ("sysvirt", "libvirt-python", "Perl", "C")
#: So many wait at once; each suspend and each resume is one.
AT_ONCE = 1000

#: What is the same for both in Python.
_LOOP = """
got = 0
def came(*arguments):
    global got
    got += 1
def make():
    for _ in range(MANY // 2):
        dom.suspend()
        dom.resume()
def deliver():
    global got
    while got < MANY: turn()
    assert got == MANY, got
    got = 0
"""
_SYSVIRT = (
    _LOOP
    + """
Sys.Virt.Event.register_default()
turn = Sys.Virt.Event.run_default
conn = Sys.Virt.new(uri="test:///default")
dom = conn.get_domain_by_name("test")
conn.domain_event_register_any(None, Sys.Virt.Domain.EVENT_ID_LIFECYCLE, came)
"""
)
_LIBVIRT = (
    _LOOP
    + """
libvirt.virEventRegisterDefaultImpl()
turn = libvirt.virEventRunDefaultImpl
conn = libvirt.open("test:///default")
dom = conn.lookupByName("test")
conn.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, came, None)
"""
)
_PERL = """
Sys::Virt::Event::register_default();
$conn = Sys::Virt->new(uri => "test:///default");
$dom = $conn->get_domain_by_name("test");
my $got = 0;
$conn->domain_event_register_any(undef, Sys::Virt::Domain::EVENT_ID_LIFECYCLE, sub { $got++ });
sub make { for (1 .. MANY / 2) { $dom->suspend(); $dom->resume() } }
sub deliver {
    Sys::Virt::Event::run_default() while $got < MANY;
    die $got unless $got == MANY;
    $got = 0;
}
"""
_C = """
virEventRegisterDefaultImpl();
conn = virConnectOpen("test:///default");
dom = virDomainLookupByName(conn, "test");
virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
    VIR_DOMAIN_EVENT_CALLBACK(came), NULL, NULL);
"""
_C_MAKE = """
for (int at = 0; at < MANY / 2; at++) { virDomainSuspend(dom); virDomainResume(dom); }
"""
_C_DELIVER = """
while (count < MANY) virEventRunDefaultImpl();
if (count != MANY) abort();
count = 0;
"""


def _many(texts: dict[str, str]) -> dict[str, str]:
    return {name: text.replace("MANY", str(AT_ONCE)) for name, text in texts.items()}


SCENE = Scene(
    "test:///default",
    _many({"sysvirt": _SYSVIRT, "libvirt-python": _LIBVIRT, "Perl": _PERL, "C": _C}),
)
MAKE = Work("make", _many(dict.fromkeys(NAMES, "make()") | {"C": _C_MAKE}))
DELIVER = Work("deliver", _many(dict.fromkeys(NAMES, "deliver()") | {"C": _C_DELIVER}))


def measure(rounds: int) -> dict[str, list[float]]:
    """Seconds that the delivery of one event took, round by round; every one has to come."""
    with started(SCENE, [MAKE, DELIVER], NAMES) as workers:
        samples: dict[str, list[float]] = {name: [] for name in workers}
        for turn in range(rounds + 1):
            for name, worker in workers.items():
                worker.time(0, 1)
                seconds = worker.time(1, 1) / AT_ONCE
                if turn:  # the first only warms the caches
                    samples[name].append(seconds)
    return samples
