"""Whatever a picture is made of, looking at it never stops a message."""

import io
import random
from pathlib import Path

import pytest
from PIL import Image

from bot.files import check_files
from messages.envelope import FileKind, InboundFile
from storage.files import FileStore
from storage.vault import Vault


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_poisoned_picture_is_kept_clean_or_refused(form: str, tmp_path: Path) -> None:
    picture = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "a camera"
    exif[0x0112] = 6
    Image.new("RGB", (24, 16), "teal").save(picture, form, exif=exif)
    whole = picture.getvalue()
    store = FileStore(tmp_path, Vault([b"k" * 32]))
    chance = random.Random(11)
    for _ in range(150):
        poisoned = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            poisoned[chance.randrange(len(poisoned))] = chance.randrange(256)
        checked = check_files([InboundFile(FileKind.PHOTO, bytes(poisoned))], store)
        assert len(checked.files) + len(checked.troubles) == 1
        for file in checked.files:
            assert b"a camera" not in (store.get(file.stored_as) or b"")
