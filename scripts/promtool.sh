#!/bin/sh
# Gets promtool into .venv, which a test holds the page of examples/exporter.py against:
#
#     scripts/promtool.sh
#
# It comes out of Debian's package of Prometheus, which isn't installed: that would bring a service
# that listens at the network from the next start of the machine on. Without it all else works, and
# the test is skipped.
set -eu

say() { printf 'sysvirt: %s\n' "$*" >&2; }

target=.venv/bin/promtool
[ ! -x $target ] || exit 0
! command -v promtool >/dev/null || exit 0
if [ "${SETUP:-yes}" = no ] || ! command -v apt-get >/dev/null || ! command -v dpkg-deb >/dev/null; then
    say "no promtool here, its test will be skipped. It comes with Prometheus"
    exit 0
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' INT
trap 'exit 143' HUP TERM
as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}
# Whoever is root would be asked to let another user write here.
download() { (cd "$folder" && apt-get -qq -o APT::Sandbox::User=root download prometheus) </dev/null; }

say "getting promtool out of Debian's package of Prometheus (19 MB)"
# A fresh system has no lists of packages yet.
if ! download >"$folder/log" 2>&1; then
    { as_root apt-get -qq update </dev/null && download; } >>"$folder/log" 2>&1 || :
fi
for package in "$folder"/prometheus_*.deb; do
    [ -e "$package" ] || continue
    if dpkg-deb --fsys-tarfile "$package" 2>>"$folder/log" |
        tar -x -C "$folder" ./usr/bin/promtool 2>>"$folder/log"; then
        mv "$folder/usr/bin/promtool" $target
        exit 0
    fi
done
say "no promtool, its test will be skipped: $(sed -n 's/^E: //p' "$folder/log" | tail -n 1)"
