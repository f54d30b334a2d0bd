"""Files as people send them: made for the tests, of no real place or person."""

import io
from pathlib import Path

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from messages.envelope import FileKind, FileTrouble, InboundFile
from storage.files import FileStore

GPS_NOTE = "6.5567S 107.4431E by the river"  # an invented place, to be looked for in what is kept
OGG = b"OggS\x00\x02" + b"\x00" * 22 + b"OpusHead" + b"\x01" * 200
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def jpeg_with_place() -> bytes:
    """A JPEG that tells where and with what it was taken."""
    image = Image.new("RGB", (64, 48), (200, 120, 40))
    exif = Image.Exif()
    exif[Base.Make] = "Kamera Contoh"
    exif[Base.ImageDescription] = GPS_NOTE
    exif.get_ifd(IFD.GPSInfo).update({GPS.GPSLatitudeRef: "S", GPS.GPSLatitude: (6.0, 33.0, 24.1)})
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


def lying_in(store: FileStore) -> list[Path]:
    """The files that are kept; the folder's mark is none of them."""
    folder = store._folder
    return [path for path in folder.iterdir() if path.name != "store-id"] if folder.exists() else []


def a_photo(name: str = "foto.jpg") -> InboundFile:
    return InboundFile(FileKind.PHOTO, jpeg_with_place(), "image/jpeg", name)


def a_voice_note(seconds: int = 42) -> InboundFile:
    return InboundFile(FileKind.VOICE, OGG, "audio/ogg", "", seconds)


def a_pdf(name: str = "berkas.pdf") -> InboundFile:
    return InboundFile(FileKind.DOCUMENT, PDF, "application/pdf", name)


def a_program(name: str = "foto.jpg") -> InboundFile:
    """A Windows program under the name of a picture."""
    return InboundFile(FileKind.DOCUMENT, b"MZ\x90\x00" + b"\x00" * 400, "image/jpeg", name)


def too_large() -> InboundFile:
    return InboundFile(FileKind.DOCUMENT, None, "video/mp4", "film.mp4", trouble=FileTrouble.TOO_LARGE)
