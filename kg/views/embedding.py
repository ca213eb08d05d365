"""Data and scripts inside an HTML document: inert, small, and allowed by their hashes."""

import base64
import gzip
import hashlib
import json
from dataclasses import dataclass
from typing import Final

PACKED_ABOVE = 2_000_000
"""Bytes; larger data is compressed, and the browser unpacks it."""

_INERT: Final = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Payload:
    """Data as the text of a script element that does not run."""

    text: str
    packing: str
    """Empty for JSON, ``gzip`` for JSON in gzip in base64 (RFC 1952, RFC 4648)."""

    @classmethod
    def of(cls, value: object) -> "Payload":
        """JSON, compressed if it is large; the same bytes for the same value."""
        text = inert_json(value)
        content = text.encode("utf-8")
        if len(content) <= PACKED_ABOVE:
            return cls(text, "")
        return cls(base64.b64encode(gzip.compress(content, 6, mtime=0)).decode("ascii"), "gzip")


def inert_json(value: object) -> str:
    """JSON that cannot end a script element and that no parser takes for markup."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_INERT)


def policy_hash(script: str) -> str:
    """How a Content Security Policy (level 3) names a script that may run."""
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
