#!/bin/sh
# `make demo`: sees to it that sysvirt can be used here, shows a host, and says what comes next:
#
#     scripts/demo.sh URI
#
# The way there is the first of these that is open; WAY (system, build or full) chooses one:
#     full    a .venv for developing is there, and stays one
#     system  the system's own libvirt-python, which needs no compiler
#     build   pip compiles libvirt-python
set -eu

uri=${1:-test:///default}
say() { printf 'sysvirt: %s\n' "$*" >&2; }

if [ "$(tail -n 1 .venv/made-for 2>/dev/null)" = full ]; then
    : "${WAY:=full}"
fi
[ -n "${WAY:-}" ] || WAY=$(sh scripts/setup.sh way)
case $WAY in
    system) needs=system takes="half a minute, without a compiler: the system has libvirt-python" ;;
    build) needs=build takes="two minutes, since libvirt-python has to be compiled" ;;
    full) needs=build takes="a few minutes where .venv, which is for developing, has become too old" ;;
    *)
        say "WAY is system, build or full, not $WAY"
        exit 2
        ;;
esac
if [ -x .venv/bin/python ]; then
    say "seeing whether all is there still (if not: about $takes)"
else
    say "the first start takes about $takes"
fi
began=$(date +%s)
sh scripts/setup.sh $needs
sh scripts/venv.sh "$WAY"
say "ready after $(($(date +%s) - began)) s; this is $uri:"
echo >&2
.venv/bin/python examples/dump_info.py "$uri"
cat >&2 <<'END'

sysvirt: next, a line of your own:

    .venv/bin/python -c 'from sysvirt import Sys; print([dom.get_name() for dom in Sys.Virt.new(uri="test:///default").list_domains()])'

END
case $uri in
    test:*) say "or a real host:  make demo URI=qemu:///system" ;;
esac
say "or a script of yours, read for what becomes of it:  .venv/bin/pip install -e '.[port]' && .venv/bin/sysvirt-port SCRIPT.pl"
say "The guide from Perl to Python is docs/porting/index.md"
