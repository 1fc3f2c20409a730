"""What the inference says of a piece of Perl, in a form that tests can compare."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from sysvirt.port.findings import Confidence
from sysvirt.port.parser import grammar, tree
from sysvirt.port.project import read_project
from sysvirt.port.sites import Site
from sysvirt.port.source import Source
from sysvirt.port.units import Unit

#: A connection and a domain that are certain.
START = "use Sys::Virt; my $conn = Sys::Virt->new; my ($dom) = $conn->list_domains;\n"


def root(perl: str) -> Node:
    """The tree of a piece of Perl."""
    return grammar.parse(perl.encode()).root


def nodes(perl: str, *types: str) -> list[Node]:
    """The nodes of some types in it."""
    return [node for node in tree.walk(root(perl)) if node.type in types]


def node(perl: str, *types: str) -> Node:
    """The first of them."""
    return nodes(perl, *types)[0]


def read(*scripts: str) -> tuple[Unit, ...]:
    """Pieces of Perl as the files of one project: ``file0.pl``, ``file1.pl``."""
    return read_project(
        Source(f"file{number}.pl", perl.encode()) for number, perl in enumerate(scripts)
    )


def unit(perl: str) -> Unit:
    """A piece of Perl as a script, behind ``START``."""
    return read(START + perl)[0]


def sites(*scripts: str) -> list[Site]:
    """All sites but imports, of all files."""
    return [site for each in read(*scripts) for site in each.sites if site.kind != "import"]


def said(site: Site) -> str:
    """What a site says: ``Domain.get_name``, with what is special about it."""
    words = [f"{site.cls}.{site.name}"]
    if site.confidence is not Confidence.CERTAIN:
        words.append(site.confidence.word)
    if not site.exists:
        words.append("missing")
    return " ".join(words)


def found(*scripts: str) -> list[str]:
    """What the sites say."""
    return [said(site) for site in sites(*scripts)]


def without_guesses(lines: list[str]) -> list[str]:
    """What is at least likely."""
    return [each for each in lines if " guess" not in each]


def after_start(perl: str) -> list[str]:
    """What the sites behind ``START`` say."""
    return found(START + perl)[2:]


def calls(perl: str) -> Iterator[tree.Call]:
    """The calls in a piece of Perl."""
    for each in tree.walk(root(perl)):
        call = tree.call(each)
        if call is not None and call.node.id == each.id:
            yield call
