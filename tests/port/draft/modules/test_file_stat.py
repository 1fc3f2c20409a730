"""File::stat as the drafts have it."""

from __future__ import annotations

#: What prints the same on both sides, and leaves nothing to do by hand.
SNIPPETS = {
    "fields of a file": r"""
use File::stat; use Fcntl ':mode';
my $s = lstat "/etc/passwd"; print S_ISREG($s->mode) ? "file\n" : "other\n";
print stat("/etc/passwd")->size == -s "/etc/passwd" ? "same\n" : "other\n";
open my $fh, '<', '/etc/passwd'; print stat($fh)->size == -s $fh ? "same\n" : "other\n";
print stat($_)->nlink, "\n" for "/etc/passwd"; print stat("/etc/passwd")->mtime =~ /^\d+$/, "\n";
""",
    "a file that isn't there": r"""
use File::stat; my $s = stat("/nothing/here") or print "no: $!\n"; print defined $s ? 1 : 0;
""",
}
