#!/bin/sh
# Runs the suite on the newest libvirt, that of Debian's sid, in a root of its own:
#
#     scripts/newest.sh [ARGUMENT...]              arguments go to pytest
#     scripts/newest.sh --parity FILE [ARGUMENT...]  the judge alone, its outcomes into FILE
#     scripts/newest.sh --run ARGUMENT...          nothing of these: Python with these arguments
#
# Needs root and debootstrap. The root is made once and kept in SYSVIRT_NEWEST (default: sysvirt-newest
# in the user's cache directory); deleting it makes the next run begin anew. Mounts live in a
# namespace of this command, so they are gone however it ends.
set -eu

: "${HOME:=/root}"
: "${SYSVIRT_NEWEST:=${XDG_CACHE_HOME:-$HOME/.cache}/sysvirt-newest}"
export SYSVIRT_NEWEST
# No package that pulls in systemd: it can't be configured in a bare root.
packages=perl,python3,python3-venv,python3-dev,gcc,pkgconf,libvirt0,libvirt-dev,libsys-virt-perl,libjson-perl,ca-certificates

say() { printf 'sysvirt: %s\n' "$*" >&2; }

if [ "${1:-}" != --inside ]; then
    [ "$(id -u)" -eq 0 ] || { say "a root is made by root: sudo sh scripts/newest.sh"; exit 1; }
    if [ ! -e "$SYSVIRT_NEWEST/made" ]; then
        say "making a root of Debian's sid in $SYSVIRT_NEWEST (a few minutes, once)"
        rm -rf --one-file-system "$SYSVIRT_NEWEST"
        mkdir -p "$SYSVIRT_NEWEST"
        debootstrap --variant=minbase --include=$packages sid "$SYSVIRT_NEWEST/root" >"$SYSVIRT_NEWEST/log" 2>&1 ||
            { tail -n 20 "$SYSVIRT_NEWEST/log" >&2; say "debootstrap failed, see above"; exit 1; }
        # Whom this machine trusts, the root shall trust.
        cp /etc/ssl/certs/ca-certificates.crt "$SYSVIRT_NEWEST/root/etc/ssl/certs/ca-certificates.crt"
        mkdir -p "$SYSVIRT_NEWEST/root/checkout"
        touch "$SYSVIRT_NEWEST/made"
    fi
    exec unshare --mount --propagation unchanged sh "$0" --inside "$@"
fi

shift
# In a chroot the root is no mount, and there is nothing to keep to ourselves.
mount --make-rprivate / 2>/dev/null || :
root=$SYSVIRT_NEWEST/root
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
# Terminals stand in a file system of their own.
[ ! -d /dev/pts ] || mount --bind /dev/pts "$root/dev/pts"
mount --bind . "$root/checkout"
[ ! -e /etc/resolv.conf ] || cp /etc/resolv.conf "$root/etc/resolv.conf"
# What the caller says to pip and about the network holds in there too; its Python does not.
unset PYTHONHOME PYTHONPATH VIRTUAL_ENV
export HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
what=suite
if [ "${1:-}" = --parity ]; then
    what=$2
    shift 2
elif [ "${1:-}" = --run ]; then
    what=run
    shift
fi
# shellcheck disable=SC2016 # for the shell in there
exec chroot "$root" sh -euc '
what=$1
shift
cd /checkout
if ! cmp -s setup.cfg /venv/made-for; then
    rm -rf /venv
    python3 -m venv /venv
    /venv/bin/pip install --quiet --disable-pip-version-check libvirt-python attrs "pytest>=8.3" hypothesis aiohttp uvloop rich pillow matplotlib prometheus-client tree-sitter tree-sitter-perl ruff lxml jsonschema
    cp setup.cfg /venv/made-for
fi
[ "$what" != run ] || exec /venv/bin/python "$@"
# Programs that the tests start find the checkout too.
echo /checkout >"$(/venv/bin/python -c "import sysconfig; print(sysconfig.get_path(\"purelib\"))")/checkout.pth"
/venv/bin/python -c "
import libvirt, sys
print(\"libvirt\", libvirt.getVersion(), \"Python\", sys.version.split()[0])"
[ "$what" = suite ] || exec /venv/bin/python -m tests.parity --quick -q --save "$what" "$@"
/venv/bin/python -m tests.parity --quick -q
# Drafts are compared with the Perl of the machine that they were made for, and call no libvirt.
exec /venv/bin/python -m pytest -q -p no:cacheprovider -m "not hypervisor" \
    --ignore=tests/port/draft --ignore=tests/port/prelude \
    --ignore=tests/port/test_drafts.py --ignore=tests/port/test_sessions.py "$@"
' newest "$what" "$@"
