#!/bin/sh
# Runs the tests in .venv; more arguments go to pytest:
#
#     scripts/test.sh quick   those that need no root, and aren't marked as long
#     scripts/test.sh all     all of them, through sudo those that need root
set -eu

python=.venv/bin/python
what=${1:-}
[ $# -eq 0 ] || shift
case $what in
    # Programs are tried on terminals, which a bare chroot lacks.
    quick) exec $python -I scripts/furnish.py $python -m pytest -m 'not hypervisor and not browser and not long' "$@" ;;
    all)
        cat >&2 <<'END'
sysvirt: all tests take about 40 minutes, two or three times as long on a busy machine. They build the
sysvirt: site, once; at the first time also the system of the guests that boot, which stays in the cache
sysvirt: (sysvirt-tests); and start some hundred daemons and guests of their own. The quick ones: make test-quick
END
        [ "$(id -u)" -ne 0 ] || exec sh scripts/as-root.sh $python -m pytest "$@"
        ;;
    *)
        echo "usage: scripts/test.sh quick|all [ARGUMENT...]" >&2
        exit 2
        ;;
esac
status=0
$python -m pytest -m 'not hypervisor' "$@" || status=$?
sh scripts/as-root.sh $python -m pytest -m hypervisor "$@" || status=$?
exit $status
