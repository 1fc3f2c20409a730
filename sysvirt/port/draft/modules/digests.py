"""Digest::MD5, Digest::SHA and MIME::Base64; what they give as bytes are bytes of Python."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Forms, Module


def _sums(name: str, algorithm: str) -> dict[str, Forms]:
    call = f'perl_digest("{algorithm}", {{*}})'
    return {
        name: Form(f"{call}.digest()", "*v"),
        f"{name}_base64": Form(f"perl_digest_base64({call}.digest())", "*v", "str"),
        f"{name}_hex": Form(f"{call}.hexdigest()", "*v", "str"),
    }


def _keyed(name: str) -> dict[str, Forms]:
    call = f'perl_hmac("{name}", {{*}})'
    return {
        f"hmac_{name}": Form(f"{call}.digest()", "*v"),
        f"hmac_{name}_base64": Form(f"perl_digest_base64({call}.digest())", "*v", "str"),
        f"hmac_{name}_hex": Form(f"{call}.hexdigest()", "*v", "str"),
    }


def _methods(name: str) -> dict[str, dict[str, Forms]]:
    me = f"object:{name}"
    return {
        name: {
            "add": Form("{self}.add({*})", "*v", me),
            "addfile": (
                Form("{self}.add_file({0})", "v", me),
                Form("{self}.add_file({0})", "vs", me),
            ),
            "b64digest": Form("perl_digest_base64({self}.digest())", "", "str"),
            "digest": Form("{self}.digest()", ""),
            "hexdigest": Form("{self}.digest().hex()", "", "str"),
            "reset": Form("{self}.reset()", "", me),
        }
    }


_ALGORITHMS = ("sha1", "sha224", "sha256", "sha384", "sha512")

DIGEST_MD5 = Module(
    "Digest::MD5",
    functions=_sums("md5", "md5"),
    class_methods={"new": Form('PerlDigest("md5")', "", "object:Digest::MD5")},
    methods=_methods("Digest::MD5"),
)

DIGEST_SHA = Module(
    "Digest::SHA",
    functions={
        **{name: form for each in _ALGORITHMS for name, form in _sums(each, each).items()},
        **{name: form for each in _ALGORITHMS for name, form in _keyed(each).items()},
    },
    class_methods={
        "new": (
            Form('PerlDigest("sha1")', "", "object:Digest::SHA"),
            Form("PerlDigest(perl_sha_name({0}))", "s", "object:Digest::SHA"),
        )
    },
    methods=_methods("Digest::SHA"),
)

_BASE64: dict[str, Forms] = {
    "decode_base64": Form("perl_decode_base64({0})", "s"),
    "decode_base64url": Form("perl_decode_base64url({0})", "s"),
    "encode_base64": (
        Form("perl_encode_base64({0})", "v", "str"),
        Form("perl_encode_base64({0}, {1})", "vs", "str"),
    ),
    "encode_base64url": Form("perl_encode_base64url({0})", "v", "str"),
}

MIME_BASE64 = Module(
    "MIME::Base64",
    functions=_BASE64,
    exports=frozenset({"decode_base64", "encode_base64"}),
)
