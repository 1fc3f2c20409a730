"""Net::SMTP: smtplib."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Module

_TO = Form("{self}.to(*{*})", "*v", "bool")

MODULES: tuple[Module, ...] = (
    Module(
        "Net::SMTP",
        class_methods={"new": Form("perl_smtp(*{*})", "*v", "object:Net::SMTP?")},
        methods={
            "Net::SMTP": {
                "mail": Form("{self}.mail({0})", "s", "bool"),
                **dict.fromkeys(("to", "cc", "bcc", "recipient"), _TO),
                "auth": Form("{self}.auth({0}, {1})", "ss", "bool"),
                "starttls": Form("{self}.starttls()", "*v", "bool"),
                "data": Form("{self}.data(*{*})", "*v", "bool"),
                "datasend": Form("{self}.datasend(*{*})", "*v", "bool"),
                "dataend": Form("{self}.dataend()", "", "bool"),
                "reset": Form("{self}.reset()", "", "bool"),
                "quit": Form("{self}.quit()", "", "bool"),
                "code": Form("{self}.code", "", "int"),
                "message": Form("{self}.message", "", "str"),
                "ok": Form("200 <= {self}.code < 400", "", "bool"),
            }
        },
        assumed=("Net::SMTP",),
    ),
)
