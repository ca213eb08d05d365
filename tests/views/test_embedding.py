import base64
import gzip
import json

from kg.views.embedding import PACKED_ABOVE, Payload, inert_json, policy_hash

LARGE = {"words": ["”<&>\u2028 " * 10] * (PACKED_ABOVE // 60)}


def test_small_data_is_plain_json_that_is_no_markup():
    payload = Payload.of({"a": "</script><!--\u2028&"})
    assert payload.packing == ""
    assert json.loads(payload.text) == {"a": "</script><!--\u2028&"}
    assert not set(payload.text) & set("<>&\u2028")


def test_large_data_is_packed_and_comes_back():
    payload = Payload.of(LARGE)
    assert payload.packing == "gzip"
    assert len(payload.text) < PACKED_ABOVE / 4
    assert json.loads(gzip.decompress(base64.b64decode(payload.text))) == LARGE


def test_the_same_data_has_the_same_bytes():
    assert Payload.of(LARGE) == Payload.of(LARGE)


def test_other_scripts_stay_readable():
    assert inert_json("金正恩 📍") == '"金正恩 📍"'


def test_a_policy_hash_by_literal_value():
    """As a browser reports it for an empty script."""
    assert policy_hash("") == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
