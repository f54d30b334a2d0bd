"""What may be kept of what people send: decided by content, not by name; size-limited; photos without EXIF."""

import asyncio
import hashlib
import io
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import filetype
from PIL import Image, ImageOps

from messages.envelope import FileKind, FileTrouble, InboundFile
from storage.files import FileStore

LARGEST = 20 * 1024 * 1024
# A small file must not unfold into gigabytes. Pixels take 4 bytes each, and twice that while a picture is turned.
_MOST_PIXELS = 25_000_000
_MOST_PIXELS_OF_A_WEBP = 12_500_000  # its decoder keeps several copies
# What telephones take as JPEG is often larger: such a picture is unfolded to half its width and height. A progressive
# one would be unfolded whole first, so it is held to the limit above.
_MOST_PIXELS_OF_A_JPEG = 70_000_000
# One picture is unfolded at a time, and never in the threads that others wait for.
_LOOKING = ThreadPoolExecutor(1, thread_name_prefix="files")
_ALLOWED: dict[str, FileKind] = {
    "image/jpeg": FileKind.PHOTO,
    "image/png": FileKind.PHOTO,
    "image/webp": FileKind.PHOTO,
    "application/pdf": FileKind.DOCUMENT,
    "audio/ogg": FileKind.AUDIO,
    "audio/mpeg": FileKind.AUDIO,
    "audio/mp4": FileKind.AUDIO,
    "audio/m4a": FileKind.AUDIO,
    "audio/x-m4a": FileKind.AUDIO,
    "audio/aac": FileKind.AUDIO,
    "audio/amr": FileKind.AUDIO,
    "audio/x-wav": FileKind.AUDIO,
    "audio/wav": FileKind.AUDIO,
    "video/mp4": FileKind.VIDEO,
    "video/quicktime": FileKind.VIDEO,
    "video/3gpp": FileKind.VIDEO,
    "video/webm": FileKind.VIDEO,
}
_RESAVED = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that lies in the store, sealed; named by a row in the transaction that follows."""

    stored_as: str
    digest: str
    size: int
    kind: FileKind
    media_type: str
    name: str
    seconds: int | None


@dataclass(frozen=True, slots=True)
class Checked:
    files: tuple[StoredFile, ...]
    troubles: tuple[FileTrouble, ...]


async def checked_files(files: Iterable[InboundFile], store: FileStore) -> Checked:
    """`check_files` beside the event loop. File by file: an album lets other people's photos in between."""
    loop = asyncio.get_running_loop()
    each = [await loop.run_in_executor(_LOOKING, check_files, (file,), store) for file in files]
    return Checked(tuple(f for one in each for f in one.files), tuple(t for one in each for t in one.troubles))


def check_files(files: Iterable[InboundFile], store: FileStore) -> Checked:
    """Keep what is fine, say what is not. Nothing is decided by what the sender claims."""
    kept: list[StoredFile] = []
    troubles: list[FileTrouble] = []
    for file in files:
        if file.content is None:
            troubles.append(file.trouble or FileTrouble.UNAVAILABLE)
        elif len(file.content) > LARGEST:
            troubles.append(FileTrouble.TOO_LARGE)
        else:
            found = _looked_at(file)
            if found is None:
                troubles.append(FileTrouble.WRONG_KIND)
                continue
            media_type, content = found
            kind = (
                file.kind if file.kind is FileKind.VOICE and media_type.startswith("audio/") else _ALLOWED[media_type]
            )
            kept.append(
                StoredFile(
                    stored_as=store.put(content),
                    digest=hashlib.sha256(content).hexdigest(),
                    size=len(content),
                    kind=kind,
                    media_type=media_type,
                    name=_plain_name(file.name),
                    seconds=file.seconds,
                )
            )
    return Checked(tuple(kept), tuple(troubles))


def _looked_at(file: InboundFile) -> tuple[str, bytes] | None:
    """The media type by content, and the content as it is kept; None for what is not on the list."""
    assert file.content is not None
    guess = filetype.guess(file.content)
    media_type: str | None = guess.mime if guess else None
    if media_type == "video/ogg" or (media_type is None and file.content[:4] == b"OggS"):
        media_type = "audio/ogg"
    if media_type not in _ALLOWED:
        return None
    if media_type in _RESAVED:
        content = _without_exif(file.content, _RESAVED[media_type])
        return (media_type, content) if content else None
    return media_type, file.content


def _without_exif(content: bytes, form: str) -> bytes | None:
    """The picture turned upright and saved anew, without place and device of the taking. None when it is none."""
    try:
        with Image.open(io.BytesIO(content)) as image:
            if not _made_to_fit(image):
                return None
            ImageOps.exif_transpose(image, in_place=True)  # in place: no second copy stays beside it
            plain = image.convert("RGB") if form == "JPEG" and image.mode != "RGB" else image
            plain.info.clear()  # comments and the like
            clean = io.BytesIO()
            plain.save(clean, form, **({"quality": 88} if form == "JPEG" else {}))
            return clean.getvalue()
    except Exception:  # a broken or poisoned picture raises nearly anything; it is none, whatever it raised
        return None


def _made_to_fit(image: Image.Image) -> bool:
    """Whether the picture may be unfolded; a large JPEG is set to be unfolded by half."""
    pixels = image.width * image.height
    if pixels <= (_MOST_PIXELS_OF_A_WEBP if image.format == "WEBP" else _MOST_PIXELS):
        return True
    if image.format == "WEBP" or pixels > _MOST_PIXELS_OF_A_JPEG or image.info.get("progressive"):
        return False
    image.draft(None, (image.width // 2, image.height // 2))  # JPEG alone can; of others nothing changes
    return image.width * image.height <= _MOST_PIXELS


def _plain_name(name: str) -> str:
    """A file name without a path and without control characters."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(c for c in last if c.isprintable())[:120]
