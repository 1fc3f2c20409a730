#!/bin/sh
# Makes .venv with the project in it, or leaves it alone where it still fits:
#
#     scripts/venv.sh system  what using sysvirt needs, on the system's own libvirt-python
#     scripts/venv.sh build   the same, on a libvirt-python that is compiled in it
#     scripts/venv.sh full    as build, and what testing and checking need
#
# Each does for what stands above it. PYTHON names the interpreter that it is made from (python3).
set -eu
: "${PYTHON:=python3}"

say() { printf 'sysvirt: %s\n' "$*" >&2; }
die() {
    say "$@"
    exit 1
}

level=${1:-}
extras=''
case $level in
    system) fitting='system build full' ;;
    build) fitting='build full' ;;
    full) fitting=full extras='[test,check,docs,examples,bench,port]' ;;
    *) die "usage: scripts/venv.sh system|build|full" ;;
esac
python=.venv/bin/python
record=.venv/made-for

command -v "$PYTHON" >/dev/null || die "no $PYTHON here: choose another with  make PYTHON=/path/to/python3"

# Two starts at once: the second waits, and then finds it done.
exec 9<"$0"
flock 9 2>/dev/null || :

# What a .venv is good for: this setup.cfg (but for pytest's settings at its end), this interpreter,
# this libvirt that libvirt-python was compiled against, and this place, since its files name it.
# The system's own libvirt-python follows its libvirt by itself.
key() {
    sed '/^\[tool:/,$d' setup.cfg | cksum
    "$PYTHON" -c 'import sys; print(sys.version, getattr(sys, "base_prefix", sys.prefix))'
    [ "$1" = system ] || pkg-config --modversion libvirt 2>/dev/null || :
    pwd -P
}
made_for() { [ -r $record ] && [ "$(cat $record)" = "$(key "$1")
$1" ]; }
# Its interpreter may be gone, and so may be the libvirt that it was linked to.
works() { $python -c 'import libvirt' 2>/dev/null; }

for each in $fitting; do
    if made_for "$each" && works; then exit 0; fi
done
# One that was made by hand, as the page on installing has it, shows a host as well.
if [ "$level" != full ] && [ ! -e $record ] && $python -c 'import sysvirt, libvirt' 2>/dev/null; then
    say "using the .venv that is there: it has sysvirt, and wasn't made by this script"
    exit 0
fi

# A .venv that fits but has only what using needs is completed; any other is made from scratch.
if ! { made_for build && works; }; then
    rm -rf .venv || die "the old .venv can't be removed: does it belong to another user?"
    # -I: whatever PYTHON... variables say is meant for other programs.
    if [ "$level" = system ]; then
        say "making .venv, which sees the system's libvirt-python (some seconds)"
        "$PYTHON" -I -m venv --system-site-packages .venv
    else
        say "making .venv (libvirt-python is compiled in it, which takes a minute)"
        "$PYTHON" -I -m venv .venv
    fi || die "no .venv could be made with $PYTHON: see above."
    [ "$level" != system ] || $python -I -c 'import libvirt' ||
        die "the system's libvirt-python is not for $PYTHON: see above. The way with a compiler:  make demo WAY=build"
fi
say "installing the project into .venv"
# No cache: it would hand out a libvirt-python that was compiled against another libvirt.
PIP_USER=0 $python -I -m pip install --quiet --disable-pip-version-check --no-input --no-cache-dir \
    --editable ".$extras" </dev/null ||
    die "pip could not install the project and what it needs: see above."
# Last, so that a start that was cut short is begun anew.
{
    key "$level"
    echo "$level"
} >$record
