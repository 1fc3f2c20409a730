#!/bin/sh
# Copies the source into an empty directory, for what is built of it: scripts/source.sh DIRECTORY
set -eu

# In a clone that is what git knows of, and what is new; from an sdist all that is there.
if git rev-parse --git-dir >/dev/null 2>&1; then
    # shellcheck disable=SC2016 # for the shell in there: what was deleted is known to git, too
    git ls-files -z --cached --others --exclude-standard |
        xargs -0 sh -c 'for each do [ ! -f "$each" ] || printf "%s\0" "$each"; done' each |
        xargs -0 cp --parents --target-directory "$1"
else
    tar -c --exclude ./.venv --exclude ./build --exclude ./dist . | tar -x -C "$1"
fi
