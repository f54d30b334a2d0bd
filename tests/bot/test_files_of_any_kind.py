"""Whatever a picture is made of, looking at it never stops a message, nor the others."""

import asyncio
import io
import random
import threading
from pathlib import Path

import pytest
from PIL import Image

from bot.files import check_files, checked_files
from messages.envelope import FileKind, FileTrouble, InboundFile
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


def _picture(form: str, width: int, height: int, **how: object) -> InboundFile:
    """One of a single colour: a few kilobytes, however large it is."""
    out = io.BytesIO()
    Image.new("L", (width, height), 200).save(out, form, **how)
    return InboundFile(FileKind.PHOTO, out.getvalue())


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(_picture("PNG", 6000, 5000), id="png"),
        pytest.param(_picture("WEBP", 4000, 3200), id="webp"),
        pytest.param(_picture("JPEG", 6000, 5000, progressive=True), id="progressive"),
        pytest.param(_picture("JPEG", 10_000, 8000), id="larger than any camera's"),
    ],
)
def test_a_small_file_that_unfolds_into_too_much_is_refused(file: InboundFile, tmp_path: Path) -> None:
    checked = check_files([file], FileStore(tmp_path, Vault([b"k" * 32])))
    assert (checked.files, checked.troubles) == ((), (FileTrouble.WRONG_KIND,))


def test_a_large_photo_of_a_telephone_is_kept_smaller(tmp_path: Path) -> None:
    store = FileStore(tmp_path, Vault([b"k" * 32]))
    (kept,) = check_files([_picture("JPEG", 8160, 6120)], store).files
    content = store.get(kept.stored_as)
    assert content is not None
    with Image.open(io.BytesIO(content)) as image:
        assert image.size == (4080, 3060)


@pytest.mark.parametrize(
    ("form", "mode"),
    [
        *(("JPEG", mode) for mode in ("L", "RGB", "CMYK")),
        *(("PNG", mode) for mode in ("1", "L", "P", "RGB", "RGBA", "I;16")),
        *(("WEBP", mode) for mode in ("RGB", "RGBA")),
    ],
)
def test_a_picture_lying_on_its_side_is_kept_upright_and_says_nothing_more(
    form: str, mode: str, tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif[0x010F] = "a camera"
    exif[0x0112] = 6
    out = io.BytesIO()
    Image.new(mode, (24, 16)).save(out, form, exif=exif)
    store = FileStore(tmp_path, Vault([b"k" * 32]))
    (kept,) = check_files([InboundFile(FileKind.PHOTO, out.getvalue())], store).files
    content = store.get(kept.stored_as)
    assert content is not None
    assert b"a camera" not in content
    with Image.open(io.BytesIO(content)) as image:
        assert image.size == (16, 24)
        assert not image.getexif()


class _Watched(FileStore):
    """Notes how many look at once, and what is kept in which order."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, Vault([b"k" * 32]))
        self.at_once = self.most = 0
        self.order: list[bytes] = []
        self._go_on = threading.Event()

    def put(self, content: bytes) -> str:
        self.at_once += 1
        self.most = max(self.most, self.at_once)
        self._go_on.wait(0.02)
        self.order.append(content[-1:])
        self.at_once -= 1
        return super().put(content)


async def test_files_of_all_people_are_looked_at_one_at_a_time_and_in_turn(tmp_path: Path) -> None:
    store = _Watched(tmp_path)

    def sent(mark: str, count: int) -> list[InboundFile]:
        return [InboundFile(FileKind.DOCUMENT, b"%PDF-1.7 " + mark.encode())] * count

    album, single = await asyncio.gather(
        checked_files(sent("a", 4), store), checked_files([*sent("b", 1), InboundFile(FileKind.PHOTO, b"?")], store)
    )
    assert store.most == 1
    assert store.order == [b"a", b"b", b"a", b"a", b"a"], "the one of b does not wait for the whole album"
    assert (len(album.files), len(single.files), single.troubles) == (4, 1, (FileTrouble.WRONG_KIND,))
