"""Statements: packages, evaluated texts, caught errors, made subs."""

from __future__ import annotations

import pytest

from tests.port.asking import after_start, found, without_guesses


@pytest.mark.parametrize(
    ("perl", "expected"),
    [
        ("eval 'my $x = $dom; $x->get_name';", "Domain.get_name"),
        ("eval q{ sub f { $_[0]->get_name } }; f($dom)", "Domain.get_name"),
        ("eval <<'E'; f($dom);\nsub f { $_[0]->get_id }\nE\n", "Domain.get_id"),
        ('eval "\\$dom->get_name";', "Domain.get_name"),
        ('eval "\\$dom->get_$name";', ""),
        ("eval { f() }; if ($@) { $@->message } my $e = $@; $e->code",
         "Error.message Error.code"),
        ("if (my $err = $@) { $err->domain }", "Error.domain"),
        ("try { f() } catch ($e) { $e->message }", "Error.message"),
        ("try { f() } catch (Sys::Virt::Error $e) { $e->message } catch ($e) { $e->code }",
         "Error.Sys::Virt::Error Error.message Error.code"),
        ("try { f() } catch (Sys::Virt::Error $e where { $_->code == 1 }) { }",
         "Error.Sys::Virt::Error Error.code"),
        (("try { f() } catch Sys::Virt::Error with { my $e = shift; $e->code } "
         "otherwise { $_[0]->message };"), "Error.Sys::Virt::Error Error.code Error.message"),
        ("use English; eval { f() }; $EVAL_ERROR->code; $ARG->get_name for $dom;",
         "Error.code Domain.get_name"),
        ("my $make = sub { $_->get_name }; local $_ = $dom; $make->()", "Domain.get_name"),
        ("local $SIG{__DIE__} = sub { my $e = shift; $e->message };", "Error.message"),
        ("eval { die { a => 1 } }; $@->message", ""),
        ("*show = sub { $_[0]->get_name }; show($dom)", "Domain.get_name"),
        ("*alias = \\$dom; $alias->get_name", "Domain.get_name"),
        ("*other = \\&show; sub show { $_[0]->get_name } other($dom)", "Domain.get_name"),
        ("my $t = 'x'; $t =~ s/x/$dom->get_name/e; $t =~ s/x/$dom->get_id/;", "Domain.get_name"),
        ('print "a @{[ $dom->get_name ]} ${\\ $dom->get_id } $dom->get_info\\n";',
         "Domain.get_name Domain.get_id"),
        ("print <<E;\n@{[ $dom->get_name ]}\nE\n", "Domain.get_name"),
        ("format STDOUT =\n@<<< @>>>\n$dom->get_name, $dom->get_id\n.\nwrite;",
         "Domain.get_name Domain.get_id"),
        ("print <<'E';\n$dom->get_name\nE\n", ""),
    ],
)  # fmt: skip
def test_statements(perl: str, expected: str) -> None:
    assert after_start(perl + "\n;") == expected.split()


def test_packages_end_with_their_blocks() -> None:
    perl = "package A { sub f { 1 } } package B; sub f { $v } our $v = $main::dom;\n"
    perl += "package main; B::f()->get_name; A::f()->get_id;"
    start = "use Sys::Virt; our $dom = (Sys::Virt->new->list_domains)[0];"
    assert without_guesses(found(start + perl))[2:] == ["Domain.get_name"]


def test_events_give_objects_to_their_callbacks() -> None:
    perl = """
        $conn->domain_event_register(sub { my ($c, $d) = @_; $d->get_name; $c->get_type });
        $conn->network_event_register_any(undef, 0, \\&net);
        sub net { my ($c, $n) = @_; $n->get_bridge_name }
        $conn->storage_pool_event_register_any(undef, 0, sub { $_[1]->refresh });
        my $st = $conn->new_stream;
        $st->recv_all(sub { my ($s, $data, $n) = @_; $s->abort });
        $st->add_callback(1, sub { shift->finish });
    """
    got = after_start(perl)
    for each in ("Domain.get_name", "Virt.get_type", "Network.get_bridge_name",
                 "StoragePool.refresh", "Stream.abort", "Stream.finish"):  # fmt: skip
        assert each in got
