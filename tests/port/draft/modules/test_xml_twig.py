"""What XML::Twig gives, and what stands for it: the same."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from typing import Any

import pytest

from sysvirt.port.draft.modules import xml_twig
from tests.port import forms
from tests.port.helpers import HELPERS, texts
from tests.port.perl_process import PerlProcess

MODULES = forms.by_name(xml_twig.MODULES)
MODULE = MODULES["XML::Twig"]

XML = """\
<?xml version="1.0"?>
<domain type='kvm' id="7"><name>vm &amp; 1</name>
  <uuid></uuid>
  <empty/>
  <!-- a note -->
  <devices>
    <disk x="a&lt;'&quot;&gt;" b="2"><source file="f"/>text <b>bd</b> <i>it</i><![CDATA[z<]]></disk>
    <disk b='3'><source dev="g"/></disk>
    <disk b='10'/>
    <?run me?></devices></domain>
"""
VARIABLES = {
    "root": "/domain",
    "name": "/domain/name",
    "disk": '//disk[@b="2"]',
    "second": '//disk[@b="3"]',
    "devices": "//devices",
    "uuid": "//uuid",
}
_SET = "my $twig = XML::Twig->new; $twig->parse(shift);" + "".join(
    f"my (${name}) = $twig->findnodes(q{{{path}}});" for name, path in VARIABLES.items()
)


@pytest.fixture(autouse=True)
def plain_layout(perl: PerlProcess) -> None:
    """The setting is one for all."""
    HELPERS["PerlElt"].layout = "none"
    perl.run("XML::Twig->new(pretty_print => 'none')")


@pytest.fixture(scope="module")
def perl() -> Iterator[PerlProcess]:
    process = PerlProcess("XML::Twig")
    yield process
    process.close()


def names() -> dict[str, Any]:
    """The variables of Python's side."""
    found: dict[str, Any] = {**HELPERS, "xml": XML}
    found["twig"] = forms.value_of(forms.class_method(MODULE, "new"), found)
    forms.value_of(forms.method(MODULE, "XML::Twig", "parse", "twig", "xml"), found)
    for name, path in VARIABLES.items():
        found[name] = found["twig"].get_xpath(path, 0)
    return found


def shown(value: Any, kind: str) -> Any:
    """A value as a text; elements as XML."""
    if kind == "bool":
        return "1" if value else "0"
    if isinstance(value, list):
        several: list[Any] = [*value]
        return [shown(one, kind.removeprefix("list:")) for one in several]
    if value is not None and kind.startswith("object"):
        return value.sprint()
    return texts(value)


def compare(perl: PerlProcess, call: forms.Call) -> None:
    """Run both, and look at the document afterwards."""
    told = f"({call.perl} ? 1 : 0)" if call.form.gives == "bool" else call.perl
    if call.form.gives.startswith(("object", "list:object")):
        told = f"map {{ defined $_ ? $_->sprint : undef }} {told}"
    if call.form.gives == "list:str" and "att_names" in told:
        told = f"sort {told}"
    answer = perl.run(f"{_SET} my @found = {told}; (\\@found, $twig->sprint)", XML)
    assert answer.died is None, answer.died
    found = names()
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        given = shown(forms.value_of(call, found), call.form.gives.removesuffix("?"))
    wanted, after = answer.values
    if wanted == [] and call.form.gives.endswith("?"):
        # It gives an empty list for nothing.
        wanted = [None]
    if call.form.gives:
        assert (given if isinstance(given, list) else [given]) == wanted, call.python
    assert found["twig"].sprint() == after, call.python
    assert printed.getvalue() == answer.printed, call.python


PLAIN = [
    *("gi", "tag", "name", "atts", "att_names", "text", "text_only", "trimmed_text", "pcdata"),
    *("is_text", "is_pcdata", "is_elt", "children", "children_count", "children_text", "parent"),
    *("first_child", "last_child", "has_children", "field", "next_sibling", "prev_sibling"),
    *("siblings", "ancestors", "descendants", "descendants_or_self", "path", "level", "sprint"),
    *("inner_xml", "outer_xml", "print", "id", "delete"),
]


@pytest.mark.parametrize("method", PLAIN)
@pytest.mark.parametrize("variable", VARIABLES)
def test_what_an_element_says(perl: PerlProcess, variable: str, method: str) -> None:
    if variable != "root" or method not in ("delete", "siblings"):
        compare(perl, forms.method(MODULE, "XML::Twig::Elt", method, variable))


CALLS = [
    ("att", "disk", "'b'"),
    ("att", "disk", "'none'"),
    ("att_exists", "disk", "'b'"),
    ("att_exists", "disk", "'none'"),
    ("set_att", "disk", "'b'", "'a<b'", "'new'", "1"),
    ("del_att", "disk", "'b'"),
    ("del_att", "disk", "'none'"),
    ("set_gi", "disk", "'floppy'"),
    ("set_text", "disk", "'a<b'"),
    ("set_text", "uuid", "'u'"),
    ("children", "devices", "'disk'"),
    ("children", "devices", "'none'"),
    ("children", "devices", "'disk[@b=\"3\"]'"),
    ("children", "disk", "'#PCDATA'"),
    ("children_count", "devices", "'disk'"),
    ("children_text", "disk", "'b'"),
    ("first_child", "disk", "'i'"),
    ("first_child", "disk", "'none'"),
    ("first_child", "disk", "'#ELT'"),
    ("first_child", "disk", "'#TEXT'"),
    ("last_child", "devices", "'disk'"),
    ("has_child", "disk", "'b'"),
    ("has_child", "disk", "'none'"),
    ("field", "root", "'name'"),
    ("field", "root", "'none'"),
    ("first_child_text", "root", "'name'"),
    ("first_child_trimmed_text", "root", "'name'"),
    ("child", "devices", "1"),
    ("child", "devices", "1", "'disk'"),
    ("child", "devices", "9"),
    ("parent", "disk", "'domain'"),
    ("parent", "disk", "'none'"),
    ("next_sibling", "disk", "'disk'"),
    ("next_sibling", "disk", "'disk[@b=\"10\"]'"),
    ("prev_sibling", "devices", "'name'"),
    ("siblings", "disk", "'disk'"),
    ("ancestors", "disk", "'domain'"),
    ("descendants", "root", "'disk'"),
    ("descendants", "root", "'#PCDATA'"),
    ("descendants_or_self", "root", "'domain'"),
    ("is", "disk", "'disk'"),
    ("matches", "disk", "'none'"),
    ("get_xpath", "root", "'devices/disk'"),
    ("get_xpath", "root", "'devices/disk[2]'"),
    ("get_xpath", "root", "'.//source[@file]'"),
    ("get_xpath", "root", "'//disk[@b=\"3\"]/source'"),
    ("get_xpath", "root", "'//disk[@b>\"2\"]'"),
    ("get_xpath", "root", "'//none'"),
    ("get_xpath", "root", "'*'"),
    ("get_xpath", "root", "'/domain/name'"),
    ("get_xpath", "root", "'name[string()=\"vm & 1\"]'"),
    ("get_xpath", "root", "'//disk'", "1"),
    ("get_xpath", "root", "'//disk'", "9"),
    ("get_xpath", "disk", "'..'"),
    ("findnodes", "root", "'//disk[@b and @x]'"),
    ("findnodes", "root", '\'//disk[@b="2" or @b="3"]\''),
    ("cut", "second"),
    ("cut", "disk"),
    ("paste", "name", "'last_child'", "second"),
    ("paste", "second", "'before'", "name"),
    ("paste", "second", "'after'", "name"),
    ("paste", "uuid", "second"),
    ("paste", "second", "uuid"),
    ("insert_new_elt", "second", "'new'"),
    ("insert_new_elt", "second", "'last_child'", "'new'", "{'a': 1}", "'te<xt'"),
    ("insert_new_elt", "second", "'before'", "'new'", "'text'"),
    ("insert_new_elt", "uuid", "'last_child'", "'new'", "'a'", "'b'"),
]


@pytest.mark.parametrize("told", CALLS, ids=" ".join)
def test_one_call(perl: PerlProcess, told: tuple[str, ...]) -> None:
    name, variable, *arguments = told
    call = forms.method(MODULE, "XML::Twig::Elt", name, variable, *arguments)
    if name == "paste":
        # Perl has to be told first that it is cut.
        call = forms.Call(call.perl.replace("->paste", "->cut->paste"), call.python, call.form)
    compare(perl, call)


@pytest.mark.parametrize(
    "told", [["root"], ["sprint"], ["print"], ["first_elt", "'disk'"], ["get_xpath", "'//disk'"]]
)
def test_what_a_twig_says(perl: PerlProcess, told: list[str]) -> None:
    name, *arguments = told
    compare(perl, forms.method(MODULE, "XML::Twig", name, "twig", *arguments))


DOCUMENTS = [
    "<a/>",
    "<a></a>",
    "<a> <b> x </b> y <c> </c></a>",
    "<a> <b>  </b>\n<c> \n </c>  </a>",
    "<a>x\n  <b/>\n</a>",
    "<a>\n  x\n  <b/>\n  y\n</a>",
    "<a>\n <b>1</b>\n <!-- c -->\n <d/>\n <!-- e -->\n</a>",
    "<a>x<!-- c -->y</a>",
    "<a>x<b><c/><d>e</d></b></a>",
    "<a><![CDATA[x]]> <b/></a>",
    "<a b='1' a='2'>&lt;&gt;&amp;&quot;]]&gt;</a>",
    "<a>\u00e9</a>",
    "<?xml version='1.0' encoding='UTF-8'?>\n<a><b><c>x</c><d/></b><e>t<f/>u</e></a>",
]


@pytest.mark.parametrize("layout", ["none", "indented"])
@pytest.mark.parametrize("text", DOCUMENTS)
def test_a_document_is_written(perl: PerlProcess, text: str, layout: str) -> None:
    code = "my ($xml, $layout) = @_; XML::Twig->new(pretty_print => $layout)->parse($xml)->sprint"
    twig = HELPERS["PerlTwig"](pretty_print=layout).parse(text)
    assert [twig.sprint()] == perl.run(code, text, layout).values


@pytest.mark.parametrize("text", ["<a> <b/> </a>", "<a>\n<b> </b>\n</a>"])
def test_blanks_may_be_kept(perl: PerlProcess, text: str) -> None:
    code = "my $twig = XML::Twig->new(keep_spaces => 1); $twig->parse(shift); $twig->sprint"
    twig = HELPERS["PerlTwig"](keep_spaces=1).parse(text)
    # Perl ends the document with an empty line.
    assert twig.sprint() == perl.run(code, text).values[0].rstrip("\n")


CONDITIONS = [
    *("disk", "/domain/name", "devices/disk", 'disk[@b="3"]', "_all_", "source", "none"),
    *("/domain/devices/disk", "name|uuid"),
]


@pytest.mark.parametrize("kind", ["twig_handlers", "twig_roots", "start_tag_handlers"])
@pytest.mark.parametrize("several", [[each] for each in CONDITIONS] + [["disk", "source", "name"]])
def test_handlers_are_called(perl: PerlProcess, kind: str, several: list[str]) -> None:
    if kind == "twig_roots" and several == ["_all_"]:
        return
    if kind == "start_tag_handlers" and any("|" in each for each in several):
        return
    code = """
        my ($xml, $kind, @conditions) = @_;
        my @called;
        my %handlers = map { my $c = $_; ($c => sub {
            push @called, join ' ', $c, $_[1]->gi, $_[1]->text, $_[1]->att('b') // '-'; 1
        }) } @conditions;
        my $twig = XML::Twig->new(pretty_print => 'none', $kind => \\%handlers);
        $twig->parse($xml);
        return (\\@called, $twig->root->sprint);
    """
    called: list[str] = []

    def handler(condition: str) -> Any:
        def call(_: Any, elt: Any) -> int:
            called.append(f"{condition} {elt.gi} {elt.text()} {elt.att('b') or '-'}")
            return 1

        return call

    twig = HELPERS["PerlTwig"](**{kind: {each: handler(each) for each in several}}).parse(XML)
    answer = perl.run(code, XML, kind, *several)
    assert answer.died is None, answer.died
    assert [called, twig.root.sprint()] == answer.values


def test_a_handler_that_gives_false_is_the_last(perl: PerlProcess) -> None:
    code = """
        my @called;
        XML::Twig->new(twig_handlers => {
            'disk[@b="3"]' => sub { push @called, 'first'; 0 },
            'disk' => sub { push @called, 'second'; 1 },
        })->parse(shift);
        @called
    """
    called: list[str] = []

    def first(*_: Any) -> int:
        called.append("first")
        return 0

    def second(*_: Any) -> int:
        called.append("second")
        return 1

    handlers = {"disk": second, 'disk[@b="3"]': first}
    HELPERS["PerlTwig"](twig_handlers=handlers).parse(XML)
    assert called == perl.run(code, XML).values


def test_elements_are_made(perl: PerlProcess) -> None:
    code = """
        (XML::Twig::Elt->new('a')->sprint, XML::Twig::Elt->new('a', 'b<')->sprint,
         XML::Twig::Elt->new('a', {x => 1}, 'b', XML::Twig::Elt->new('c'))->sprint)
    """
    module = MODULES["XML::Twig::Elt"]
    inner = forms.class_method(module, "new", "'c'").python
    told = [["'a'"], ["'a'", "'b<'"], ["'a'", "{'x': 1}", "'b'", inner]]
    made = [forms.value_of(forms.class_method(module, "new", *each), HELPERS) for each in told]
    assert [each.sprint() for each in made] == perl.run(code).values


def test_what_isnt_xml(perl: PerlProcess) -> None:
    assert perl.run("XML::Twig->new->parse('<a'); 1").died
    with pytest.raises(Exception, match="."):
        HELPERS["PerlTwig"]().parse("<a")
    assert HELPERS["PerlTwig"]().safe_parse("<a") is None
