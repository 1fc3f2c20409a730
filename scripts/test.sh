#!/bin/sh
# Runs the tests in .venv; more arguments go to pytest:
#
#     scripts/test.sh quick   those that need neither root nor a browser
#     scripts/test.sh all     all of them, through sudo those that need root
set -eu

python=.venv/bin/python
what=${1:-}
[ $# -eq 0 ] || shift
case $what in
    # Programs are tried on terminals, which a bare chroot lacks.
    quick) exec $python -I scripts/furnish.py $python -m pytest -m 'not hypervisor and not browser' "$@" ;;
    all) [ "$(id -u)" -ne 0 ] || exec sh scripts/as-root.sh $python -m pytest "$@" ;;
    *)
        echo "usage: scripts/test.sh quick|all [ARGUMENT...]" >&2
        exit 2
        ;;
esac
status=0
$python -m pytest -m 'not hypervisor' "$@" || status=$?
sh scripts/as-root.sh $python -m pytest -m hypervisor "$@" || status=$?
exit $status
