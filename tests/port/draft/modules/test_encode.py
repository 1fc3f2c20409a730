"""Encode by its table, beside Perl."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "Encode makes bytes of texts": r"""
use Encode qw(encode decode encode_utf8 decode_utf8); use Digest::MD5 'md5_hex';
print length(encode('UTF-8', "\x{e9}")), length(decode('UTF-8', "\xc3\xa9")), "\n";
print encode('UTF-8', "\x{263a}"), encode('latin1', "\x{263a}a"), md5_hex(encode_utf8("\x{263a}"));
print join(',', map { ord } split //, encode('UTF-16', "ab")), "\n";
print join(',', map { ord } split //, decode('cp1252', "\x80b")), "\n";
print defined encode('UTF-8', undef) ? 1 : 0, encode('ascii', "a\x{e9}"), "\n";
eval { encode('nix', 'a') }; print $@ =~ /^Unknown encoding 'nix' at/ ? 1 : 0, "\n";
binmode STDOUT, ':utf8'; print decode('UTF-8', "\xc3\xa9"), decode_utf8("\xe2\x98\xba"), "\n";
""",
}
