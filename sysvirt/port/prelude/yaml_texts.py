"""YAML as Perl's YAML::XS and YAML.pm read and write it, on top of PyYAML."""

from __future__ import annotations

import re

import yaml

from .scalars import perl_text


class PerlYamlLoader(yaml.SafeLoader):
    """Reads all plain values as texts, but for nothing."""

    yaml_implicit_resolvers = {}


class PerlYamlDumper(yaml.SafeDumper):
    """Writes texts without guessing what they might be."""

    yaml_implicit_resolvers = {}
    indented = False

    def increase_indent(self, flow=False, indentless=False):
        """Lists stand below their key, or further in."""
        return super().increase_indent(flow, indentless and not self.indented)

    def ignore_aliases(self, data):
        """Values that are there twice are written twice."""
        return not isinstance(data, list | dict)


class PerlYamlIndented(PerlYamlDumper):
    """Writes lists further in than their key."""

    indented = True


def perl_yaml_value(node, truths):
    """The value of a node."""
    if isinstance(node, yaml.SequenceNode):
        return [perl_yaml_value(each, truths) for each in node.value]
    if isinstance(node, yaml.MappingNode):
        return {
            perl_text(perl_yaml_value(key, truths)): perl_yaml_value(value, truths)
            for key, value in node.value
        }
    if node.style is None:
        if node.value in ("~", "", *(["null"] if truths else [])):
            return None
        if truths and node.value in ("true", "false"):
            return 1 if node.value == "true" else ""
    return node.value


def perl_yaml_load(text, truths=True):
    """The documents of a text; with ``truths`` words such as true and null have a meaning."""
    return [perl_yaml_value(node, truths) for node in yaml.compose_all(text, PerlYamlLoader)]


def perl_yaml_load_file(path, truths=True):
    """The documents of a file."""
    with open(path, encoding="utf-8") as file:
        return perl_yaml_load(file.read(), truths)


def perl_yaml_node(value, typed):
    """A value as a node; ``typed``: texts that look like a number or a word of YAML have quotes."""
    if isinstance(value, list):
        nodes = [perl_yaml_node(each, typed) for each in value]
        return yaml.SequenceNode("tag:yaml.org,2002:seq", nodes, flow_style=not value)
    if isinstance(value, dict):
        pairs = [
            (perl_yaml_node(key, typed), perl_yaml_node(value[key], typed)) for key in sorted(value)
        ]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=not value)
    style = None
    if isinstance(value, str):
        known = r"~|null|true|false|[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?|\s*"
        special = re.fullmatch(known if typed else r"~|\s*", value)
        style = "'" if special else '"' if re.search(r"[\n\t\x00-\x08\x7f]", value) else None
    text = "~" if value is None else perl_text(value)
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, style=style)


def perl_yaml_dump(*values, typed=True, dumper=PerlYamlDumper):
    """The text of documents."""
    text = ""
    for value in values:
        written = yaml.serialize(
            perl_yaml_node(value, typed),
            Dumper=dumper,
            explicit_start=True,
            allow_unicode=True,
            width=2**30,
        )
        text += written.removesuffix("...\n")
    return text


def perl_yaml_dump_file(path, *values, typed=True, dumper=PerlYamlDumper):
    """Write documents to a file."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(perl_yaml_dump(*values, typed=typed, dumper=dumper))
    return 1
