"""Scripts that want to reach another daemon than the one that was named.

``@URI@`` is where they want to go, ``@SITE@`` the folder of libvirt-python.
"""

from __future__ import annotations

from pathlib import Path

import libvirt

#: Those that the guard of Perl's own holds back by sending them elsewhere.
PERL = {
    "hard_coded": 'use Sys::Virt; Sys::Virt->new(uri => "@URI@");',
    "old_key": 'use Sys::Virt; Sys::Virt->new(address => "@URI@", readonly => 1);',
    "indirect": 'use Sys::Virt; my $c = new Sys::Virt(uri => "@URI@");',
    "auth": 'use Sys::Virt; Sys::Virt->new(uri => "@URI@", auth => 1, credlist => [],'
    " callback => sub { 0 });",
    "environment": 'use Sys::Virt; $ENV{LIBVIRT_DEFAULT_URI} = "@URI@"; Sys::Virt->new();',
    "begin": 'BEGIN { $ENV{LIBVIRT_DEFAULT_URI} = "@URI@"; $ENV{PERL5OPT} = "";'
    ' $ENV{SYSVIRT_PORT_CHECK_URI} = "@URI@" } use Sys::Virt; Sys::Virt->new();',
    "late": 'require Sys::Virt; Sys::Virt->new(uri => "@URI@");',
    "string_eval": 'eval q{use Sys::Virt; Sys::Virt->new(uri => "@URI@")}; die $@ if $@;',
    "name_in_text": 'my $m = "Sys/Virt.pm"; require $m; my $class = "Sys::" . "Virt";'
    ' my $new = "new"; $class->$new(uri => "@URI@");',
    "private": 'use Sys::Virt; Sys::Virt::_open("@URI@", 0);',
    "twice": 'use Sys::Virt; delete $INC{"Sys/Virt.pm"}; no warnings; require Sys::Virt;'
    ' Sys::Virt->new(uri => "@URI@");',
    "boot_again": "use Sys::Virt; no warnings; Sys::Virt->bootstrap($Sys::Virt::VERSION);"
    ' Sys::Virt->new(uri => "@URI@");',
    "loader": "use Sys::Virt; no warnings; require DynaLoader;"
    ' @Sys::Virt::ISA = qw(DynaLoader); DynaLoader::bootstrap("Sys::Virt", "$Sys::Virt::VERSION");'
    ' Sys::Virt->new(uri => "@URI@");',
    "fork": 'use Sys::Virt; my $p = fork // die; if (!$p) { Sys::Virt->new(uri => "@URI@");'
    " exit 0 } waitpid $p, 0;",
    "subclass": 'package Mine; require Sys::Virt; our @ISA = ("Sys::Virt");'
    ' Mine->new(uri => "@URI@");',
    "tainted": '#!/usr/bin/perl -wT\nuse Sys::Virt; Sys::Virt->new(uri => "@URI@");',
}

_INNER = "-MSys::Virt', '-e', 'Sys::Virt->new(uri => q(@URI@))'"
#: Those that start other programs.
PERL_COMMANDS = {
    "exec": f"exec '/usr/bin/env', '-i', $^X, '{_INNER};",
    "system": "system 'virsh -c \"@URI@\" list';",
    "system_list": "system 'virsh', '-c', '@URI@', 'list';",
    "backticks": "my $x = `virsh -c '@URI@' list`;",
    "qx": "my $x = join '', qx{virsh -c '@URI@' list};",
    "open_from": "open(my $f, \"virsh -c '@URI@' list |\") or die; my @x = <$f>; close $f;",
    "open_to": "open(F, \"| virsh -c '@URI@' list\") or die; close F;",
    "open_list": "open(my $f, '-|', 'virsh', '-c', '@URI@', 'list') or die; my @x = <$f>;",
    "forked_exec": f"my $p = fork; if (!$p) {{ exec '/usr/bin/env', '-i', $^X, '{_INNER} }}"
    " waitpid $p, 0;",
    "daemon": "use POSIX; my $p = fork; if (!$p) { POSIX::setsid(); "
    "system 'virsh', '-c', '@URI@', 'list'; exit 0 } waitpid $p, 0;",
}

#: The same, by ways that Perl lets nobody override: only the kernel stops them.
PERL_KERNEL = {
    "exec_object": f"my $x = '/usr/bin/env'; exec {{$x}} 'env', '-i', $^X, '{_INNER};",
    "open3": "use IPC::Open3; my $p = open3(my $i, my $o, undef, 'virsh', '-c', '@URI@', 'list');"
    " waitpid $p, 0;",
}

PYTHON = {
    "hard_coded": 'from sysvirt import Sys\nSys.Virt.new(uri="@URI@")',
    "environment": 'import os\nos.environ["LIBVIRT_DEFAULT_URI"] = "@URI@"\n'
    "from sysvirt import Sys\nSys.Virt.new()",
    "libvirt_open": 'import libvirt\nlibvirt.open("@URI@")',
    "read_only": 'import libvirt\nlibvirt.openReadOnly("@URI@")',
    "auth": 'import libvirt\nlibvirt.openAuth("@URI@", [[], lambda c, d: 0, None], 0)',
    "binding": 'import libvirtmod\nlibvirtmod.virConnectOpen("@URI@")',
    "late": '__import__("importlib").import_module("lib" + "virt").open("@URI@")',
    "exec_text": "exec(\"import libvirt; libvirt.open('@URI@')\")",
    "again": "import sys, libvirt\ndel sys.modules['libvirtmod'], sys.modules['libvirt']\n"
    'import libvirt\nlibvirt.open("@URI@")',
    "fork": "import os\np = os.fork()\nif not p:\n    import libvirt\n"
    '    libvirt.open("@URI@")\n    os._exit(0)\nos.waitpid(p, 0)',
    "ctypes": "import ctypes\nl = ctypes.CDLL('libvirt.so.0')\nl.virConnectOpen(b\"@URI@\")",
    "ctypes_by_index": "import ctypes\n"
    "ctypes.CDLL('libvirt.so.0')['virConnectOpenReadOnly'](b\"@URI@\")",
}

_CODE = "import sys; sys.path.append('@SITE@'); import libvirt; libvirt.open('@URI@')"
PYTHON_COMMANDS = {
    "isolated": f'import subprocess, sys\nsubprocess.run([sys.executable, "-I", "-S", "-c",'
    f' "{_CODE}"], env={{}})',
    "exec": f'import os, sys\nos.execve(sys.executable, ["python", "-E", "-c", "{_CODE}"], {{}})',
    "spawn": f'import os, sys\nos.spawnve(os.P_WAIT, sys.executable, ["python", "-I", "-c",'
    f' "{_CODE}"], {{}})',
    "posix_spawn": f'import os, sys\np = os.posix_spawn(sys.executable, ["python", "-I", "-c",'
    f' "{_CODE}"], {{}})\nos.waitpid(p, 0)',
    "virsh": 'import subprocess\nsubprocess.run(["virsh", "-c", "@URI@", "list"])',
    "system": "import os\nos.system(\"virsh -c '@URI@' list\")",
    "popen": "import os\nos.popen(\"virsh -c '@URI@' list\").read()",
}


def fill(text: str, uri: str) -> str:
    """A script that wants to go to a URI."""
    return text.replace("@URI@", uri).replace("@SITE@", str(Path(libvirt.__file__).parent))
