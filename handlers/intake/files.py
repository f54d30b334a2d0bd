"""Files that came with a message, counted back."""

from handlers.say import Line, line
from handlers.turn import Turn
from messages.envelope import FileKind
from storage.tables import Attachment


def files_added(turn: Turn) -> tuple[Line, ...]:
    """How many files came; a recording has its own line."""
    count = sum(not is_recording(attachment) for attachment in turn.attachments)
    return (line("files-added", count=count),) if count else ()


def is_recording(attachment: Attachment) -> bool:
    """Something spoken: a voice note, or on the web a recorded file. It may be the story itself."""
    return attachment.kind in (FileKind.VOICE, FileKind.AUDIO)
