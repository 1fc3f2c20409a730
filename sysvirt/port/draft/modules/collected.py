"""All tables, by the names of Perl's modules."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from sysvirt.port.draft.modules import (
    any_event,
    configs,
    constants_alone,
    core,
    cwd,
    data_dumper,
    dbi,
    digests,
    encode,
    file_basename,
    file_copy,
    file_find,
    file_path,
    file_spec,
    file_stat,
    file_temp,
    find_bin,
    getopt,
    io_handle,
    json_modules,
    list_more_utils,
    list_util,
    logs,
    mail,
    pod_usage,
    poe,
    posix,
    refused,
    scalar_util,
    small_modules,
    sockets,
    term_ansicolor,
    testing,
    text_modules,
    time_hires,
    time_local,
    time_piece,
    web,
    xml_libxml,
    xml_simple,
    xml_twig,
    xml_writer,
    xml_xpath,
    yaml_texts,
)
from sysvirt.port.draft.modules.table import Module

CORE = core.CORE
#: The functions that take ``$_`` where they have no argument.
TOPIC = core.TOPIC
_FILES = (
    any_event,
    configs,
    constants_alone,
    cwd,
    data_dumper,
    dbi,
    digests,
    encode,
    file_basename,
    file_copy,
    file_find,
    file_path,
    file_spec,
    file_stat,
    file_temp,
    find_bin,
    getopt,
    io_handle,
    json_modules,
    list_more_utils,
    list_util,
    logs,
    mail,
    pod_usage,
    poe,
    posix,
    refused,
    scalar_util,
    small_modules,
    sockets,
    term_ansicolor,
    testing,
    text_modules,
    time_hires,
    time_local,
    time_piece,
    web,
    xml_libxml,
    xml_simple,
    xml_twig,
    xml_writer,
    xml_xpath,
    yaml_texts,
)


def _tables(file: ModuleType) -> Iterator[Module]:
    for value in vars(file).values():
        if isinstance(value, Module):
            yield value
        elif isinstance(value, tuple):
            yield from (each for each in value if isinstance(each, Module))


MODULES: dict[str, Module] = {each.name: each for file in _FILES for each in _tables(file)}
