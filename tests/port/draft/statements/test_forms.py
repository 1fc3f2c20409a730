"""What the drafts do with ``format`` and ``write``."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "heads, fields, texts that go on": r"""
our ($name, $size, $text); my $n = 3.14159;
format STDOUT_TOP =
Name       Size  Text
---------- ----- -----
.
format STDOUT =
@<<<<<<<<< @>>>> @||||||| @##.## ^<<<<<<<<<
$name,     $size, $name, $n,    $text
~~                               ^<<<<<<<<<
                                 $text
.
for (['web', 5, 'a long text that goes on for lines'], ['database-server', 123456, "short"],
['', undef, "well-known hyphen-ated words"]) { ($name, $size, $text) = @$_; write; }
print "left $-\n";
""",
    "another format, and lines that may be missing": r"""
our ($name, $size, $text) = ('n', 7, "one\ntwo");
format OTHER =
Total: @<< @*
$size, $text
~ @<<
$name
end
.
$~ = 'OTHER'; write; $name = ''; write;
""",
    "pages": r"""
our $x;
format STDOUT_TOP =
head @<
$%
.
format STDOUT =
@>>>
$x
.
$= = 4; for $x (1 .. 7) { write }
""",
}
#: What can't be written, and says so: a part of the reason.
LOUD = {
    "format STDOUT =\n^<< ^<<\n$main::x\n.": "a field of a format without a value",
}
