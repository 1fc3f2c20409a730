#!/bin/sh
# Builds the sdist and the wheel into dist/, checks both, and tests the wheel as it is installed: in a
# .venv of its own, from a directory that has no sysvirt/ to be imported by mistake. What could be
# wrong with a wheel shows in the quick tests and those of the assistant, which has files of its own
# in there; all the others are for `make test`.
#
#     scripts/dist.sh [ARGUMENT...]    arguments go to pytest
set -eu

python=.venv/bin/python
# Whatever else is set is meant for other programs.
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_USER=0

$python -m pip install --quiet 'build>=1.2' 'twine>=6' 'check-wheel-contents>=0.6'
rm -rf dist build/lib build/bdist.*
$python -m build --outdir dist . >build.log 2>&1 || {
    tail -n 30 build.log >&2
    exit 1
}
rm build.log
$python -m twine check --strict dist/*
# The wheel ships sysvirt alone: no tests, no generator.
.venv/bin/check-wheel-contents --toplevel sysvirt --package sysvirt dist/*.whl

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
$python -m venv "$work/venv"
wheel=$(echo dist/*.whl)
"$work/venv/bin/python" -m pip install --quiet --no-cache-dir "$wheel[test,examples,port]"
git ls-files -z --cached --others --exclude-standard -- . ':!sysvirt' | xargs -0 cp --parents -t "$work"
cd "$work"
venv/bin/python -c 'import sysvirt; assert "venv" in sysvirt.__file__, sysvirt.__file__'
# What compares the generated files with the generator's belongs to the checkout.
check() { venv/bin/python -I scripts/furnish.py venv/bin/python -m pytest -q "$@"; }
check -m "not hypervisor and not browser and not long" \
    --ignore tests/constants/test_generate.py --ignore tests/reference/test_generate.py "$@"
check tests/port/report tests/port/check/test_command.py tests/port/test___main__.py
