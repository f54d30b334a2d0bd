"""What is sealed opens only with its key and only in its place."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.vault import Vault, WrongKey, new_key

OLD, NEW = b"o" * 32, b"n" * 32


@given(st.text())
def test_what_is_sealed_opens_again(text: str) -> None:
    vault = Vault([OLD])
    plain = text.encode("utf-8", "replace")
    sealed = vault.seal("case.name", plain)
    assert vault.unseal("case.name", sealed) == plain
    assert len(plain) < 4 or plain not in sealed


def test_a_value_copied_to_another_column_does_not_open() -> None:
    vault = Vault([OLD])
    sealed = vault.seal("case.name", b"Siti")
    with pytest.raises(WrongKey, match=r"case\.address"):
        vault.unseal("case.address", sealed)


@pytest.mark.parametrize("position", [0, 1, 13, -1])
def test_a_changed_byte_does_not_open(position: int) -> None:
    vault = Vault([OLD])
    sealed = bytearray(vault.seal("case.name", b"Siti Aminah"))
    sealed[position] ^= 1
    with pytest.raises(WrongKey):
        vault.unseal("case.name", bytes(sealed))


def test_the_same_text_is_never_sealed_alike() -> None:
    vault = Vault([OLD])
    assert vault.seal("case.name", b"Siti") != vault.seal("case.name", b"Siti")


def test_a_key_can_be_rotated_in() -> None:
    sealed = Vault([OLD]).seal("case.name", b"Siti")
    both = Vault([NEW, OLD])
    assert both.unseal("case.name", sealed) == b"Siti"
    assert not both.sealed_with_newest(sealed)
    assert both.sealed_with_newest(both.seal("case.name", b"Siti"))
    with pytest.raises(WrongKey, match="lacks the key"):
        Vault([NEW]).unseal("case.name", sealed)


def test_looking_up_survives_a_rotation() -> None:
    before, after = Vault([OLD]), Vault([NEW, OLD])
    for vault in (before, after):
        vault.use_index_key(b"i" * 32)
    assert before.blind("contact.address", "x") == after.blind("contact.address", "x")
    assert before.blind("contact.address", "x") != before.blind("case.code", "x")


@pytest.mark.parametrize("text", ["", "secret", "====", base64.b64encode(b"short").decode(), "\u00e9" * 44])
def test_a_key_that_is_none_is_said_in_one_line(text: str) -> None:
    with pytest.raises(WrongKey, match="DATA_KEY must be 32 bytes"):
        Vault.from_text(text)


def test_a_new_key_is_a_key() -> None:
    assert Vault.from_text(f"{new_key()}, {new_key()}").fingerprints
