"""Digest::MD5, Digest::SHA and MIME::Base64 by the tables, beside Perl."""

from __future__ import annotations

from pathlib import Path

import pytest

from sysvirt.port.draft.modules.digests import DIGEST_MD5, DIGEST_SHA, MIME_BASE64
from sysvirt.port.draft.modules.table import Module
from sysvirt.port.prelude.files import perl_open
from tests.port.both_sides import assert_same, called, literal, made, method

VALUES: list[list[object]] = [[], [""], ["abc"], ["a", 1, 2.5], ["x" * 1000], ["line\n"]]
SETUP = """
    use Digest::MD5; use Digest::SHA; use MIME::Base64;
    use MIME::Base64 qw(encode_base64url decode_base64url);
"""


def shown(value: object) -> object:
    """Bytes as the characters that Perl has of them."""
    return value.decode("latin-1") if isinstance(value, bytes) else value


@pytest.mark.parametrize("module", [DIGEST_MD5, DIGEST_SHA], ids=lambda module: module.name)
def test_sums(module: Module) -> None:
    cases: list[tuple[str, object]] = []
    for name in module.functions:
        for values in VALUES:
            given = [*values, "key"] if name.startswith("hmac") else values
            call = f"{module.name}::{name}({', '.join(map(literal, given))})"
            cases.append((f"scalar({call})", shown(called(module, name, *given))))
    assert_same(cases, SETUP)


def test_characters_are_bytes_first() -> None:
    found = called(DIGEST_MD5, "md5_hex", "äö€")
    perl = "do { my $t = 'äö€'; utf8::encode($t); Digest::MD5::md5_hex($t) }"
    assert_same([(perl, found)], SETUP)


@pytest.mark.parametrize(
    ("module", "arguments"),
    [
        (DIGEST_MD5, []),
        (DIGEST_SHA, []),
        (DIGEST_SHA, [256]),
        (DIGEST_SHA, ["sha512"]),
        (DIGEST_SHA, ["SHA-384"]),
    ],
)
def test_sums_that_grow(module: Module, arguments: list[object], tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(bytes(range(256)))
    name = module.name
    digest = made(module, "new", *arguments)
    found = []
    for last in ("hexdigest", "b64digest", "digest"):
        method(module, name, "add", digest, "abc", 1)
        method(module, name, "addfile", digest, perl_open("<", str(path)))
        found.append(shown(method(module, name, last, digest)))
    method(module, name, "add", digest, "lost")
    method(module, name, "reset", digest)
    found.append(method(module, name, "hexdigest", digest))
    perl = f"""do {{ my $d = {name}->new({", ".join(map(literal, arguments))}); my @r;
        for my $last (qw(hexdigest b64digest digest)) {{
            open(my $f, '<', {literal(str(path))}); binmode $f;
            $d->add('abc', 1); $d->addfile($f); push @r, $d->$last;
        }}
        $d->add('lost'); $d->reset; push @r, $d->hexdigest; [@r] }}"""
    assert_same([(perl.replace("\n", " "), found)], SETUP)
    if module is DIGEST_SHA:
        by_path = method(module, name, "addfile", made(module, "new"), str(path))
        perl = f"Digest::SHA->new->addfile({literal(str(path))})->hexdigest"
        assert_same([(perl, method(module, name, "hexdigest", by_path))], SETUP)


def test_bytes_as_letters() -> None:
    cases: list[tuple[str, object]] = []
    for value in ("", "a", "ab", "abc", "x" * 100, "\x00\x01\x02", "a?>~" * 5):
        for name, *more in (
            ("encode_base64",),
            ("encode_base64", ""),
            ("encode_base64", "\r\n"),
            ("encode_base64url",),
        ):
            call = f"{name}({', '.join(map(literal, [value, *more]))})"
            cases.append((call, called(MIME_BASE64, name, value, *more)))
    for text in (
        "",
        "YQ==",
        "YWI=",
        "YW Jj\n",
        "YQ",
        "!YWJj!",
        "YWJjZ",
        "YQ==YQ==",
        "_-_-",
        "a-_b",
    ):
        cases += [
            (f"{name}({literal(text)})", shown(called(MIME_BASE64, name, text)))
            for name in ("decode_base64", "decode_base64url")
        ]
    assert_same(cases, SETUP)
