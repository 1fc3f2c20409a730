#!/bin/sh
# Builds the Debian packages python3-sysvirt and python3-sysvirt-doc into dist/, and lets lintian look
# at them; its errors and warnings are failures. They rest on the system's packages alone and hold
# nothing that is compiled, so what one release builds, newer ones install as well.
#
# DEB_BUILD_PROFILES=nodoc leaves out the pages, which take most of the time.
set -eu

# Debian's own tools and Python, whatever else is on the PATH.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8
unset PYTHONPATH PYTHONHOME VIRTUAL_ENV PYTHON
say() { printf 'sysvirt: %s\n' "$*" >&2; }

version=$(dpkg-parsechangelog --show-field Version)
here=$(sed -n 's/^version = //p' setup.cfg)
if [ "$version" != "$here" ]; then
    say "debian/changelog has version $version, setup.cfg has $here"
    exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
mkdir "$work/sysvirt"
sh scripts/source.sh "$work/sysvirt"

say "building $version (one to two minutes, most of it for the pages)"
(cd "$work/sysvirt" && dpkg-buildpackage --build=binary --no-sign) >"$work/log" 2>&1 || {
    tail -n 40 "$work/log" >&2
    say "the packages could not be built: see above"
    exit 1
}
say "lintian looks at them"
# As root it asks to be told that it may; Ubuntu's own profile wants names of its releases.
lintian --allow-root --profile debian --fail-on error,warning --display-level '>=warning' \
    --suppress-tags newer-standards-version,initial-upload-closes-no-bugs \
    "$work"/*.changes
mkdir -p dist
cp "$work"/*.deb dist/
ls -sh "$work"/*.deb | sed "s,$work/,dist/," >&2
