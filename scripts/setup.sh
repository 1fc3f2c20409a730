#!/bin/sh
# Sees to it that the system has the packages for a purpose:
#
#     scripts/setup.sh system to use sysvirt on the system's own libvirt-python
#     scripts/setup.sh build  to use it on a libvirt-python that pip compiles
#     scripts/setup.sh perl   as build, and the original, Perl's Sys::Virt
#     scripts/setup.sh test   as perl, and all that the full suite needs
#     scripts/setup.sh deb    to make Debian packages of sysvirt
#     scripts/setup.sh rpm    to make an RPM of it
#
#     scripts/setup.sh way    installs nothing: prints "system" where the system's own libvirt-python
#                             will do for this interpreter, otherwise "build"
#
# On Debian and Ubuntu it installs what is missing, through sudo when not root. Elsewhere it names
# what is missing and stops. It starts no service and removes no package.
#
# PYTHON names the interpreter (python3); SETUP=no makes it trust that everything is there.
set -eu
: "${PYTHON:=python3}"

# One package a line: purpose, Debian and Ubuntu, Fedora, Arch. "-" is one that isn't needed there.
# "split" packages exist where libvirt's daemon comes in parts: Debian 13, Ubuntu 25.04 and newer.
# Ubuntu has no package of Chromium, only a snap: the tests that need it are skipped there.
# Debian's python3 packages are replaced by those of the very version in use.
packages() {
    cat <<'END'
system      python3-libvirt                       python3-libvirt                 libvirt-python
system      python3-venv                          python3                         python

build       python3-venv                          python3                         python
build       python3-dev                           python3-devel                   -
build       gcc                                   gcc                             gcc
build       libc6-dev                             glibc-devel                     -
build       pkgconf                               pkgconf-pkg-config              pkgconf
build       libvirt-dev                           libvirt-devel                   libvirt

perl        libsys-virt-perl                      perl-Sys-Virt                   perl-sys-virt
perl        libjson-perl                          perl-JSON                       perl-json
test        libterm-readkey-perl                  perl-TermReadKey                perl-term-readkey
test        libxml-libxml-perl                    perl-XML-LibXML                 perl-xml-libxml
test        libxml-simple-perl                    perl-XML-Simple                 perl-xml-simple
test        liblog-log4perl-perl                  perl-Log-Log4perl               perl-log-log4perl
test        libmonitoring-plugin-perl             perl-Monitoring-Plugin          -

test        libvirt-daemon                        libvirt-daemon                  -
test        libvirt-daemon-system                 libvirt-daemon-config-network   -
test        libvirt-daemon-driver-qemu            libvirt-daemon-driver-qemu      -
test        libvirt-clients                       libvirt-client                  -
test-split  libvirt-daemon-lock                   libvirt-daemon-lock             -
test-split  libvirt-daemon-plugin-lockd           libvirt-daemon-plugin-lockd     -
test-split  libvirt-daemon-driver-interface       libvirt-daemon-driver-interface -
test-split  libvirt-daemon-driver-storage-disk    libvirt-daemon-driver-storage   -
test-split  libvirt-daemon-driver-storage-logical -                               -
test        qemu-system-x86                       qemu-system-x86-core            qemu-system-x86
test        qemu-utils                            qemu-img                        qemu-img
test        dnsmasq-base                          dnsmasq                         dnsmasq
test        iproute2                              iproute                         iproute2
test        iptables                              iptables-nft                    iptables
test        mount                                 util-linux                      util-linux
test        util-linux                            util-linux                      util-linux
test        kmod                                  kmod                            kmod
test        e2fsprogs                             e2fsprogs                       e2fsprogs
test        lvm2                                  lvm2                            lvm2
test        bindfs                                bindfs                          bindfs
test        busybox-static                        busybox                         busybox
test        scrub                                 scrub                           scrub
test        cpio                                  cpio                            cpio
test        zstd                                  zstd                            zstd
test        debootstrap                           debootstrap                     debootstrap
test        debian-archive-keyring                debian-keyring                  debian-archive-keyring
test        sasl2-bin                             cyrus-sasl                      cyrus-sasl
test        libsasl2-modules                      cyrus-sasl-scram                -
test-chromium chromium                          chromium                        chromium
test        gnutls-bin                            gnutls-utils                    gnutls

deb         build-essential                       -                               -
deb         debhelper                             -                               -
deb         dh-python                             -                               -
deb         pybuild-plugin-pyproject              -                               -
deb         python3-all                           -                               -
deb         python3-setuptools                    -                               -
deb         python3-libvirt                       -                               -
deb         python3-attr                          -                               -
deb         lintian                               -                               -
deb         python3-sphinx                        -                               -
deb         furo                                  -                               -
deb         python3-myst-parser                   -                               -
deb         python3-sphinx-copybutton             -                               -

rpm         rpm                                   rpm-build                       rpm-tools
rpm         rpmlint                               rpmlint                         -
rpm         python3-pip                           python3-pip                     python-pip
rpm         python3-setuptools                    python3-setuptools              python-setuptools
rpm         python3-wheel                         python3-wheel                   python-wheel
rpm         python3-libvirt                       python3-libvirt                 libvirt-python
rpm         python3-attr                          python3-attrs                   python-attrs
END
}

say() { printf 'sysvirt: %s\n' "$*" >&2; }
die() {
    say "$@"
    exit 1
}

# The missing ones among the packages given, one a line.
missing_apt() {
    # A package that was never heard of makes dpkg-query fail; it is then just not in its answer.
    # shellcheck disable=SC2016 # dpkg-query's variables, not the shell's
    there=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || :)
    for package in "$@"; do
        case "
$there
" in
            *"
installed $package
"*) ;;
            *) echo "$package" ;;
        esac
    done
}
missing_rpm() {
    for package in "$@"; do
        rpm -q --whatprovides "$package" >/dev/null 2>&1 || echo "$package"
    done
}
missing_pacman() { pacman -T "$@" || :; }

# What runs as root: setup.sh --install PACKAGE...
install() {
    # Another start may be at it in this moment; then there may be nothing left to do.
    exec 9<"$0"
    flock 9 2>/dev/null || :
    # shellcheck disable=SC2046 # package names have no spaces
    set -- $(missing_apt "$@")
    [ $# -gt 0 ] || return 0

    # A set-up for tests has no business starting daemons, and in a container or chroot their start
    # would only fail. Debian's way to say so is this file; one that is there already decides.
    policy=/usr/sbin/policy-rc.d
    mark="written by sysvirt's scripts/setup.sh"
    if [ ! -e $policy ] || grep -qs "$mark" $policy; then
        trap 'rm -f "$policy"' EXIT
        trap 'exit 130' INT
        trap 'exit 143' HUP TERM
        {
            echo '#!/bin/sh'
            echo "# $mark while it installs packages; it may be deleted when that is over"
            # Where systemd runs, what runs already may be restarted by an upgrade.
            # shellcheck disable=SC2016 # for the policy's shell
            echo 'case " $* " in *" start "*) exit 101 ;; esac'
            echo '[ -d /run/systemd/system ] || exit 101'
        } >$policy
        chmod 755 $policy
    fi

    export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
    say "  reading the package lists"
    apt-get -qq update </dev/null || say "the package lists couldn't be renewed; trying with those at hand"
    say "  $(amount "$@")"
    log=$(mktemp)
    {
        # What apt and dpkg say is of use only where they fail; how far they are comes on 8.
        apt-get -qq --yes --no-install-recommends --no-remove \
            -o APT::Status-Fd=8 -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
            -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold \
            install "$@" 8>&1 >"$log" 2>&1 </dev/null || echo failed >>"$log.status"
    } | progress
    if [ -e "$log.status" ]; then
        tail -n 40 "$log" >&2
        rm -f "$log" "$log.status"
        return 1
    fi
    rm -f "$log"
}

# How much comes with these packages: those of them that are missing and all that they need.
amount() {
    # shellcheck disable=SC2046 # package names and versions have no spaces
    apt-cache show -- $(apt-get -qq -s --no-install-recommends install "$@" 2>/dev/null </dev/null |
        sed -n 's/^Inst \([^ ]*\).*(\([^ ]*\).*/\1=\2/p') 2>/dev/null | awk '
        $1 == "Package:" { name = $2 }
        $1 == "Size:" { fetched[name] = $2 }
        $1 == "Installed-Size:" { there[name] = $2 }
        END {
            for (name in fetched) { number++; bytes += fetched[name]; kibibytes += there[name] }
            printf "%d packages with all that they need: %d MB to fetch, %d MB on the disk\n",
                number, bytes / 1e6 + 0.5, kibibytes * 1024 / 1e6 + 0.5
        }'
}

# A line for each third of what is fetched, and of what is unpacked and configured.
progress() {
    last=''
    while IFS=: read -r kind _ percent _; do
        case $kind in
            dlstatus) stage=fetched ;;
            pmstatus) stage=installed ;;
            *) continue ;;
        esac
        percent=${percent%%.*}
        case $percent in
            '' | *[!0-9]*) continue ;;
        esac
        third=$((percent * 3 / 100))
        [ "$third" -gt 0 ] && [ "$stage $third" != "$last" ] || continue
        last="$stage $third"
        case $third in
            1) say "  $stage: a third" ;;
            2) say "  $stage: two thirds" ;;
            *) say "  $stage" ;;
        esac
    done
}

# ---- the interpreter ----

# Says whether the interpreter will do, and sets: version, origin (system or other).
look_at_python() {
    command -v "$PYTHON" >/dev/null || die "no $PYTHON here: sysvirt needs Python 3.11 or newer."
    # As old a Python as one may meet must understand this.
    facts=$("$PYTHON" -c '
import os, sys, sysconfig
def there(name):
    try:
        __import__(name)
    except ImportError:
        return "no"
    return "yes"
print("%d.%d" % sys.version_info[:2])
print(sys.version_info >= (3, 11) and "yes" or "no")
print(getattr(sys, "base_prefix", sys.prefix) == "/usr" and "system" or "other")
print(there("venv"), there("ensurepip"))
print(os.path.exists(os.path.join(sysconfig.get_paths()["include"], "Python.h")) and "yes" or "no")
') || die "$PYTHON doesn't run (see above): choose another with  make PYTHON=/path/to/python3"
    # shellcheck disable=SC2086 # to split it
    set -- $facts
    version=$1 origin=$3
    if [ "$2" = no ]; then
        say "$PYTHON is Python $version, but sysvirt needs 3.11 or newer."
        die "If there is another, choose it:  make PYTHON=/path/to/python3"
    fi
    # What the system's own lacks comes from packages; another must be complete.
    [ "$origin" = system ] && return 0
    [ "$purpose" != way ] || return 0
    [ "$4 $5" = "yes yes" ] || die "$PYTHON ($version) lacks venv or ensurepip, so that no .venv can be made
from it. Complete it, or choose another:  make PYTHON=/usr/bin/python3"
    [ "$6" = yes ] || die "$PYTHON ($version) has no Python.h, which building libvirt-python needs.
Install its headers, or choose another:  make PYTHON=/usr/bin/python3"
}

# ---- the packages ----

# The wanted ones by their names in column $1, one a line.
wanted() {
    packages | awk -v purpose="$purpose" -v column="$1" -v split_up="$split_up" \
        -v distribution="$ID" '
        BEGIN {
            wants[purpose] = 1
            if (purpose == "test") wants["perl"] = 1
            if (wants["perl"]) wants["build"] = 1
            wants["test-split"] = wants["test"] && split_up
            wants["test-chromium"] = wants["test"] && distribution != "ubuntu"
        }
        NF && wants[$1] && $column != "-" && !seen[$column]++ { print $column }'
}

# Debian names these two after the version; another interpreter needs none of them.
python_packages() {
    if [ "$origin" = system ]; then
        sed "s/^python3-\(venv\|dev\)$/python$version-\1/"
    else
        grep -v -x -e python3-venv -e python3-dev
    fi
}

newer_or_equal() { # VERSION LEAST: by their numbers before and after the dot
    awk -v a="$1" -v b="$2" 'BEGIN {
        split(a, x, "."); split(b, y, ".")
        exit !(x[1] + 0 > y[1] + 0 || (x[1] + 0 == y[1] + 0 && x[2] + 0 >= y[2] + 0))
    }'
}

check_libvirt() {
    release=$(pkg-config --modversion libvirt 2>/dev/null) ||
        die "pkg-config doesn't find libvirt: its development package is missing or damaged."
    newer_or_equal "$release" 9.0 || die "libvirt is $release here, but sysvirt needs 9.0 or newer."
}

# Sets the names that /etc/os-release has.
look_at_system() {
    ID=unknown ID_LIKE='' VERSION_ID='' PRETTY_NAME=''
    if [ -r /etc/os-release ]; then
        # shellcheck disable=SC1091 # it's the system's
        . /etc/os-release
    fi
}

# Whether the system's own libvirt-python is for this interpreter, and 9.0 or newer.
system_will_do() {
    [ "$origin" = system ] || return 1
    # Its C module is made for the default version alone.
    [ "$version" = "$(/usr/bin/python3 -I -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)" ] || return 1
    if there=$(/usr/bin/python3 -I -c 'import libvirt; print(libvirt.getVersion())' 2>/dev/null); then
        [ "$there" -ge 9000000 ]
        return
    fi
    [ "${SETUP:-yes}" != no ] || return 1
    # It isn't installed, and a bare system has no lists of packages yet that could be asked.
    case $ID in
        debian) newer_or_equal "${VERSION_ID:-99}" 12 ;;
        ubuntu) newer_or_equal "${VERSION_ID:-99}" 23.04 ;;
        fedora) newer_or_equal "${VERSION_ID:-99}" 38 ;;
        arch) : ;;
        *) return 1 ;;
    esac
}

main() {
    purpose=$1
    [ "${SETUP:-yes}" != no ] || return 0
    look_at_python
    look_at_system
    # A rolling release has no number, and is newer than all.
    case $ID in
        debian) newer_or_equal "${VERSION_ID:-99}" 13 && split_up=1 || split_up=0 ;;
        ubuntu) newer_or_equal "${VERSION_ID:-99}" 25.04 && split_up=1 || split_up=0 ;;
        fedora) split_up=1 ;;
        *) split_up=0 ;;
    esac
    case " $ID $ID_LIKE " in
        *" debian "* | *" ubuntu "*) kind=apt list=$(wanted 2 | python_packages) ;;
        *" fedora "* | *" rhel "*) kind=rpm list=$(wanted 3) ;;
        *" arch "*) kind=pacman list=$(wanted 4) ;;
        *)
            say "don't know the packages of this system (${PRETTY_NAME:-$ID}). These are wanted, by Debian's names:"
            wanted 2 | sed 's/^/    /' >&2
            die "Install what brings the same, then start again with SETUP=no, as in:  make demo SETUP=no"
            ;;
    esac
    # shellcheck disable=SC2086 # to split it
    lacking=$(missing_$kind $list | tr '\n' ' ')
    lacking=${lacking% }
    if [ -n "$lacking" ]; then
        case $ID in
            debian | ubuntu) fetch ;;
            *) name_and_stop ;;
        esac
    fi
    [ "$purpose" != deb ] && [ "$purpose" != rpm ] || return 0
    [ "$purpose" = system ] || check_libvirt
}

# Name the command that brings what is lacking, and stop.
name_and_stop() {
    case $kind in
        apt) command="apt-get update && apt-get install --no-install-recommends" ;;
        rpm) command="dnf install" ;;
        pacman) command="pacman -S --needed" ;;
    esac
    say "${1:-packages are missing, and they are only installed from here on Debian and Ubuntu, not on ${PRETTY_NAME:-$ID}.}
As root:

    $command $lacking

Then start again. If they are there by other names:  make SETUP=no ..."
    exit 1
}

fetch() {
    if [ "$(id -u)" -eq 0 ]; then
        say "installing with apt-get: $lacking"
        # shellcheck disable=SC2086 # to split it
        sh "$0" --install $lacking || die "apt-get could not install them: see above."
    elif command -v sudo >/dev/null; then
        say "installing with apt-get, through sudo: $lacking"
        # shellcheck disable=SC2086 # to split it
        sudo sh "$0" --install $lacking || name_and_stop "apt-get, through sudo, could not install them: see above."
    else
        name_and_stop "packages are missing, and without root and sudo they can't be installed."
    fi
    # shellcheck disable=SC2086 # to split it
    lacking=$(missing_apt $lacking | tr '\n' ' ')
    [ -z "$lacking" ] || die "still missing after the installation: $lacking"
}

case ${1:-} in
    --install)
        shift
        install "$@"
        ;;
    way)
        purpose=way
        look_at_python
        look_at_system
        if system_will_do; then echo system; else echo build; fi
        ;;
    system | build | perl | test | deb | rpm) main "$1" ;;
    *) die "usage: scripts/setup.sh system|build|perl|test|deb|rpm|way" ;;
esac
