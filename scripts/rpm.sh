#!/bin/sh
# Builds an RPM from rpm/python-sysvirt.spec into dist/, and lets rpmlint look at the spec and at it.
set -eu

# The system's own tools and Python, whatever else is on the PATH.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8
unset PYTHONPATH PYTHONHOME VIRTUAL_ENV PYTHON
say() { printf 'sysvirt: %s\n' "$*" >&2; }

spec=rpm/python-sysvirt.spec
version=$(sed -n 's/^Version: *//p' $spec)
here=$(sed -n 's/^version = //p' setup.cfg)
if [ "$version" != "$here" ]; then
    say "$spec has version $version, setup.cfg has $here"
    exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
mkdir -p "$work/sysvirt-$version" "$work/SOURCES"
sh scripts/source.sh "$work/sysvirt-$version"
tar -czf "$work/SOURCES/sysvirt-$version.tar.gz" -C "$work" "sysvirt-$version"

# On Debian packages are there by other names, which RPM doesn't know.
nodeps=''
[ ! -e /etc/debian_version ] || nodeps=--nodeps
say "building $version"
# shellcheck disable=SC2086 # nothing, where it is empty
rpmbuild -ba $nodeps --define "_topdir $work" $spec >"$work/log" 2>&1 || {
    tail -n 40 "$work/log" >&2
    say "the RPM could not be built: see above"
    exit 1
}
say "rpmlint looks at it"
rpmlint --strict --config rpm/rpmlint.toml $spec "$work"/RPMS/noarch/*.rpm "$work"/SRPMS/*.rpm
mkdir -p dist
cp "$work"/RPMS/noarch/*.rpm "$work"/SRPMS/*.rpm dist/
ls -sh "$work"/RPMS/noarch/*.rpm | sed "s,$work/RPMS/noarch/,dist/," >&2
