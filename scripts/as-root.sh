#!/bin/sh
# Runs a command as root, through sudo where needed, and with all that real hypervisors need also
# in a bare chroot: scripts/as-root.sh COMMAND...
set -eu

furnish=".venv/bin/python -I scripts/furnish.py"

# shellcheck disable=SC2086 # to split it
[ "$(id -u)" -ne 0 ] || exec $furnish "$@"
if ! command -v sudo >/dev/null; then
    echo "sysvirt: real hypervisors are run by root, and there is no sudo here. As root:  $*" >&2
    exit 1
fi
echo "sysvirt: as root, through sudo: $*" >&2
# Nothing that belongs to root may stay in the checkout.
# shellcheck disable=SC2086 # to split it
exec sudo --preserve-env=SYSVIRT_TEST_CACHE,SYSVIRT_TEST_TMP env PYTHONDONTWRITEBYTECODE=1 \
    PYTEST_ADDOPTS="${PYTEST_ADDOPTS:-} -p no:cacheprovider" \
    HYPOTHESIS_STORAGE_DIRECTORY=/root/.cache/sysvirt-tests/hypothesis $furnish "$@"
