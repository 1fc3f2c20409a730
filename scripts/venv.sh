#!/bin/sh
# Makes .venv with the project in it, or leaves it alone where it still fits:
#
#     scripts/venv.sh demo   what using sysvirt needs
#     scripts/venv.sh full   also what testing and checking need
#
# PYTHON names the interpreter that it is made from (python3).
set -eu
: "${PYTHON:=python3}"

say() { printf 'sysvirt: %s\n' "$*" >&2; }
die() {
    say "$@"
    exit 1
}

level=${1:-}
case $level in
    demo) extras='' ;;
    full) extras='[test,check,docs,examples,bench,port]' ;;
    *) die "usage: scripts/venv.sh demo|full" ;;
esac
python=.venv/bin/python
record=.venv/made-for

command -v "$PYTHON" >/dev/null || die "no $PYTHON here: choose another with  make PYTHON=/path/to/python3"

# Two starts at once: the second waits, and then finds it done.
exec 9<"$0"
flock 9 2>/dev/null || :

# What a .venv is good for: this setup.cfg (but for pytest's settings at its end), this interpreter,
# this libvirt that libvirt-python was compiled against, and this place, since its files name it.
key=$(
    sed '/^\[tool:/,$d' setup.cfg | cksum
    "$PYTHON" -c 'import sys; print(sys.version, getattr(sys, "base_prefix", sys.prefix))'
    pkg-config --modversion libvirt 2>/dev/null || :
    pwd -P
)
made_for() { [ -r $record ] && [ "$(cat $record)" = "$key
$1" ]; }

if made_for full || made_for "$level"; then
    # Its interpreter may be gone, and so may be the libvirt that it was linked to.
    $python -c 'import libvirt' 2>/dev/null && exit 0
fi

# A .venv that fits but has only what the demo needs is completed; any other is made from scratch.
if ! { made_for demo && $python -c 'import libvirt' 2>/dev/null; }; then
    say "making .venv (libvirt-python is compiled in it, which takes a minute)"
    rm -rf .venv || die "the old .venv can't be removed: does it belong to another user?"
    # -I: whatever PYTHON... variables say is meant for other programs.
    "$PYTHON" -I -m venv .venv || die "no .venv could be made with $PYTHON: see above."
fi
say "installing the project into .venv"
# No cache: it would hand out a libvirt-python that was compiled against another libvirt.
PIP_USER=0 $python -I -m pip install --quiet --disable-pip-version-check --no-input --no-cache-dir \
    --editable ".$extras" </dev/null ||
    die "pip could not install the project and what it needs: see above."
# Last, so that a start that was cut short is begun anew.
printf '%s\n' "$key" "$level" >$record
