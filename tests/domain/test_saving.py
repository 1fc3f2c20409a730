"""Domains saved, restored and dumped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sysvirt import Domain, Error, Virt
from tests.hosts.proxy import Proxy


@pytest.fixture(params=["save", "restore"])
def both(request: pytest.FixtureRequest, far: Virt, far_dom: Domain) -> tuple[str, Any]:
    """The name of the file of ``save`` or ``restore_domain``, which take the same, and these."""
    return (
        ("filename", far_dom.save) if request.param == "save" else ("savefile", far.restore_domain)
    )


def test_each_form_is_its_own_function(both: tuple[str, Any], proxy: Proxy) -> None:
    _, call = both
    name = f"DOMAIN_{call.__name__.partition('_')[0].upper()}"
    for function in (name, f"{name}_FLAGS", f"{name}_PARAMS"):
        proxy.answer(function)
    call("/f")
    call("/f", "<x/>")
    call("/f", None, None, 4)
    call("/f", None, 4)
    call("/f", "<x/>", True)
    call("/f", None, 0)
    call(None, None, {"file": "/f"})
    call("/f", "<x/>", {"image_format": "raw"}, 2)
    call(None, None, {"file": Path("/f"), "dxml": "<y/>", "parallel.channels": 3})
    call("/f", "<x/>", {"file": "/g", "dxml": "<y/>"})
    call(Path("/f"))
    made = [
        (name, "/f"),
        (f"{name}_FLAGS", "/f", "<x/>", 0),
        (f"{name}_FLAGS", "/f", None, 4),
        (f"{name}_FLAGS", "/f", None, 4),
        (f"{name}_FLAGS", "/f", "<x/>", 1),
        (name, "/f"),
        (f"{name}_PARAMS", {"file": "/f"}, 0),
        (f"{name}_PARAMS", {"file": "/f", "dxml": "<x/>", "image_format": "raw"}, 2),
        (f"{name}_PARAMS", {"file": "/f", "dxml": "<y/>", "parallel.channels": 3}, 0),
        (f"{name}_PARAMS", {"file": "/f", "dxml": "<x/>"}, 0),
        (name, "/f"),
    ]
    if name == "DOMAIN_SAVE":
        made = [(function, "test", *rest) for function, *rest in made]
    assert proxy.calls == made


def test_the_callers_dict_stays_as_it_is(both: tuple[str, Any], proxy: Proxy) -> None:
    proxy.answer("DOMAIN_SAVE_PARAMS")
    proxy.answer("DOMAIN_RESTORE_PARAMS")
    params = {"image_format": "raw"}
    both[1]("/f", "<x/>", params)
    assert params == {"image_format": "raw"}


def test_bad_input_is_refused_by_name(both: tuple[str, Any], proxy: Proxy) -> None:
    name, call = both
    cases: list[tuple[list[Any], type[Exception], str]] = [
        ([], TypeError, f"{name} or params must be given"),
        ([None, "<x/>"], TypeError, f"{name} or params must be given"),
        ([None, None, 4], TypeError, f"{name} or params must be given"),
        ([b"/f"], TypeError, f"{name} must be a str, not bytes"),
        (["/f\0"], ValueError, f"{name} must not contain NUL"),
        (["/f", 4], TypeError, "dxml must be a str, not int"),
        (["/f", None, "raw"], TypeError, "params must be a dict, not str"),
        (["/f", None, -1], ValueError, "flags must be between"),
        (["/f", None, 4, 4], TypeError, "params must be a dict where flags are given as well"),
        (["/f", None, {"fiel": "x"}], ValueError, "params has an unknown key 'fiel'"),
        (["/f", None, {"file": 4}], TypeError, r"params\['file'\] must be a str"),
        (["/f", None, {"image_format": None}], TypeError, r"params\['image_format'\] must be"),
        (["/f", None, {"parallel.channels": "2"}], TypeError, r"params\['parallel.channels'\] "),
        (["/f", None, {}, -1], ValueError, "flags must be between"),
    ]
    for arguments, error, message in cases:
        with pytest.raises(error, match=f"^{message}"):
            call(*arguments)
    assert proxy.functions == []


def test_saving_and_restoring(conn: Virt, dom: Domain, tmp_path: Path) -> None:
    file = tmp_path / "save"
    dom.save(file)
    assert dom.get_state() == (Domain.STATE_SHUTOFF, Domain.STATE_SHUTOFF_SAVED)
    xml = conn.get_save_image_xml_description(file)
    assert "<name>test</name>" in xml
    conn.define_save_image_xml(file, xml.replace("<on_crash>destroy", "<on_crash>preserve"))
    assert "<on_crash>preserve" in conn.get_save_image_xml_description(str(file))
    assert conn.restore_domain(file) is None  # type: ignore[func-returns-value]
    assert [found.get_name() for found in conn.list_domains()] == ["test"]


def test_managed_saving(dom: Domain) -> None:
    assert dom.has_managed_save_image() is False
    dom.managed_save()
    assert dom.has_managed_save_image() is True
    assert not dom.is_active()
    dom.managed_save_remove()
    assert dom.has_managed_save_image() is False
    with pytest.raises(Error, match="domain is not running"):
        dom.managed_save()


def test_flags_arrive(conn: Virt, dom: Domain, tmp_path: Path) -> None:
    file = tmp_path / "save"
    dom.core_dump(file)
    calls: list[tuple[Callable[[int], object], int, str]] = [
        (dom.managed_save, 1 << 20, "testDomainManagedSave"),
        (dom.has_managed_save_image, 2, "testDomainHasManagedSaveImage"),
        (dom.managed_save_remove, 4, "testDomainManagedSaveRemove"),
        (lambda flags: dom.core_dump(file, flags), 1 << 21, "testDomainCoreDumpWithFormat"),
        (
            lambda flags: dom.core_dump_format(file, 0, flags),
            1 << 22,
            "testDomainCoreDumpWithFormat",
        ),
        (
            lambda flags: conn.get_save_image_xml_description(file, flags),
            2,
            "testDomainSaveImageGetXMLDesc",
        ),
        (
            lambda flags: conn.define_save_image_xml(file, "<domain/>", flags),
            1 << 23,
            "testDomainSaveImageDefineXML",
        ),
    ]
    for call, bits, function in calls:
        with pytest.raises(Error, match=rf"unsupported flags \({bits:#x}\) in function {function}"):
            call(bits)


def test_dumping(dom: Domain, tmp_path: Path) -> None:
    dom.core_dump(tmp_path / "one")
    dom.core_dump_format(str(tmp_path / "two"), Domain.CORE_DUMP_FORMAT_RAW)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["one", "two"]
    with pytest.raises(Error, match="kdump-compressed format is not supported here"):
        dom.core_dump_format(tmp_path / "x", Domain.CORE_DUMP_FORMAT_KDUMP_LZO)
    dom.core_dump(tmp_path / "one", Domain.DUMP_CRASH)
    assert dom.get_state() == (Domain.STATE_SHUTOFF, Domain.STATE_SHUTOFF_CRASHED)


@pytest.mark.parametrize(
    ("method", "arguments", "error", "message"),
    [
        ("managed_save", ["x"], TypeError, "flags must be an int"),
        ("managed_save_define_xml", [None], TypeError, "xml must be a str, not NoneType"),
        ("managed_save_get_xml_description", [-1], ValueError, "flags must be between"),
        ("core_dump", [5], TypeError, "filename must be a str, not int"),
        ("core_dump_format", ["/f", -1], ValueError, "format must be between"),
        ("core_dump_format", [b"/f", 0], TypeError, "filename must be a str, not bytes"),
    ],
)
def test_a_wrong_argument_is_refused_by_name(
    dom: Domain, method: str, arguments: list[Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=f"^{message}"):
        getattr(dom, method)(*arguments)
