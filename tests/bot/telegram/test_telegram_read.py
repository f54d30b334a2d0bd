"""What people send, and what the bot reads of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from telegram import Bot, Update

from bot.telegram.read import OfferedFile, Reading, read
from messages.envelope import Channel, FileKind, Inbound, InboundKind, Location, Membership, SharedContact

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SENT = NOW - timedelta(minutes=2)
BOT = Bot("700100:token")
PERSON = {"id": 5001, "is_bot": False, "first_name": "Warga", "language_code": "su"}
PRIVATE = {"id": 5001, "type": "private", "first_name": "Warga"}
GROUP = {"id": -900, "type": "supergroup", "title": "RT 05"}


def message(**content: Any) -> dict[str, Any]:
    head = {"message_id": 44, "date": int(SENT.timestamp()), "chat": PRIVATE, "from": PERSON}
    return head | content


def update(kind: str, content: dict[str, Any]) -> Update:
    return Update.de_json({"update_id": 9, kind: content}, BOT)


def reading(kind: str, content: dict[str, Any], now: datetime = NOW) -> Reading | None:
    return read(update(kind, content), "700100", now)


def a_file(file_id: str = "F", **more: Any) -> dict[str, Any]:
    return {"file_id": file_id, "file_unique_id": "u", "file_size": 1000, **more}


PLAIN = Inbound(Channel.TELEGRAM, "700100", "5001", "update:9", SENT, message_ref="44", language="su")

MESSAGES: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("text", {"text": "izin belum keluar"}, {"text": "izin belum keluar"}),
    ("start with a code", {"text": "/start KODE-1"}, {"text": "/start KODE-1"}),
    ("addressed command", {"text": "/lapor@aduan_purwakarta_bot lampu mati"}, {"text": "/lapor lampu mati"}),
    ("an address in a text", {"text": "tulis ke loket@mpp.id"}, {"text": "tulis ke loket@mpp.id"}),
    (
        "quote",
        {"text": "yang ini", "reply_to_message": message(message_id=31, text="?")},
        {"text": "yang ini", "refers_to": "31"},
    ),
    (
        "forward",
        {
            "text": "viral",
            "forward_origin": {"type": "hidden_user", "sender_user_name": "Tetangga", "date": 1},
        },
        {"text": "viral", "forwarded": True},
    ),
    (
        "location",
        {"location": {"latitude": -6.55, "longitude": 107.44}},
        {"location": Location(-6.55, 107.44)},
    ),
    (
        "venue",
        {
            "venue": {
                "location": {"latitude": -6.55, "longitude": 107.44},
                "title": "MPP",
                "address": "Jalan Satu",
            }
        },
        {"location": Location(-6.55, 107.44)},
    ),
    (
        "own contact",
        {"contact": {"phone_number": "6281200000001", "first_name": "Warga", "user_id": 5001}},
        {"contact": SharedContact("+6281200000001", own=True)},
    ),
    (
        "somebody else's contact",
        {"contact": {"phone_number": "+6281200000002", "first_name": "Kawan", "user_id": 6}},
        {"contact": SharedContact("", own=False)},
    ),
    (
        "a card without account",
        {"contact": {"phone_number": "0264123", "first_name": "Kantor"}},
        {"contact": SharedContact("", own=False)},
    ),
    (
        "sticker",
        {"sticker": a_file(width=1, height=1, type="regular", is_animated=False, is_video=False)},
        {"kind": InboundKind.STICKER},
    ),
    (
        "GIF, which is also a document",
        {"animation": a_file(width=1, height=1, duration=2), "document": a_file()},
        {"kind": InboundKind.STICKER},
    ),
    ("dice", {"dice": {"value": 3, "emoji": "x"}}, {"kind": InboundKind.STICKER}),
]


@pytest.mark.parametrize(("sent", "expected"), [m[1:] for m in MESSAGES], ids=[m[0] for m in MESSAGES])
def test_messages(sent: dict[str, Any], expected: dict[str, Any]) -> None:
    assert reading("message", message(**sent)) == Reading(replace(PLAIN, **expected))


FILES: list[tuple[str, dict[str, Any], OfferedFile]] = [
    (
        "photo: the largest",
        {
            "photo": [
                a_file("small", width=90, height=60),
                a_file("large", width=1280, height=800),
                a_file("middle", width=320, height=200),
            ]
        },
        OfferedFile(FileKind.PHOTO, "large", 1000, "image/jpeg"),
    ),
    (
        "document",
        {"document": a_file(mime_type="application/pdf", file_name="surat.pdf")},
        OfferedFile(FileKind.DOCUMENT, "F", 1000, "application/pdf", "surat.pdf"),
    ),
    (
        "document that says nothing of itself",
        {"document": {"file_id": "F", "file_unique_id": "u"}},
        OfferedFile(FileKind.DOCUMENT, "F"),
    ),
    (
        "voice",
        {"voice": a_file(duration=17)},
        OfferedFile(FileKind.VOICE, "F", 1000, "audio/ogg", seconds=17),
    ),
    (
        "audio",
        {"audio": a_file(duration=180, mime_type="audio/mpeg", file_name="rekaman.mp3")},
        OfferedFile(FileKind.AUDIO, "F", 1000, "audio/mpeg", "rekaman.mp3", 180),
    ),
    (
        "video",
        {"video": a_file(duration=8, width=1, height=1, mime_type="video/mp4")},
        OfferedFile(FileKind.VIDEO, "F", 1000, "video/mp4", "", 8),
    ),
    (
        "round video",
        {"video_note": a_file(duration=9, length=240)},
        OfferedFile(FileKind.VIDEO, "F", 1000, "video/mp4", "", 9),
    ),
]


@pytest.mark.parametrize(("sent", "expected"), [f[1:] for f in FILES], ids=[f[0] for f in FILES])
def test_files(sent: dict[str, Any], expected: OfferedFile) -> None:
    read_so = reading("message", message(**sent, caption="ini buktinya", media_group_id="77"))
    assert read_so == Reading(replace(PLAIN, text="ini buktinya", album="77"), (expected,))


def test_an_edit_names_the_message_whose_text_it_replaces() -> None:
    edited = message(text="tanggal 18, bukan 17", edit_date=int((SENT + timedelta(minutes=1)).timestamp()))
    assert reading("edited_message", edited) == Reading(
        replace(
            PLAIN,
            kind=InboundKind.EDIT,
            text="tanggal 18, bukan 17",
            refers_to="44",
            at=SENT + timedelta(minutes=1),
        )
    )


def test_a_button_brings_its_payload_at_the_time_it_is_pressed() -> None:
    """The date of its message is when we wrote, maybe days ago."""
    query = {
        "id": "Q1",
        "from": PERSON,
        "chat_instance": "1",
        "message": message(text="Kirim?", **{"from": {"id": 700100, "is_bot": True, "first_name": "Aduan"}}),
        "data": "intake:3:confirm:send",
    }
    expected = replace(
        PLAIN,
        kind=InboundKind.CHOICE,
        choice="intake:3:confirm:send",
        at=NOW,
        message_ref="update:9",
    )
    assert reading("callback_query", query) == Reading(expected, pressed="Q1")
    inaccessible = {"message_id": 44, "chat": PRIVATE, "date": 0}
    assert reading("callback_query", query | {"message": inaccessible}) == Reading(expected, pressed="Q1")


def member(status: str) -> dict[str, Any]:
    user = {"id": 700100, "is_bot": True, "first_name": "Aduan"}
    return {"user": user, "status": status} | ({"until_date": 0} if status == "kicked" else {})


@pytest.mark.parametrize(
    ("chat", "before", "after", "kind"),
    [
        (PRIVATE, "member", "kicked", InboundKind.BLOCKED),
        (PRIVATE, "kicked", "member", InboundKind.UNBLOCKED),
        (GROUP, "left", "member", InboundKind.GROUP),
        (GROUP, "kicked", "member", InboundKind.GROUP),
        (GROUP, "member", "kicked", InboundKind.GROUP),
        (GROUP, "member", "left", InboundKind.GROUP),
    ],
)
def test_membership(chat: dict[str, Any], before: str, after: str, kind: InboundKind | None) -> None:
    change = {
        "chat": chat,
        "from": PERSON,
        "date": int(SENT.timestamp()),
        "old_chat_member": member(before),
        "new_chat_member": member(after),
    }
    told = reading("my_chat_member", change)
    assert (told.inbound.kind if told else None) == kind
    assert told is None or told.inbound.address == str(chat["id"])


def test_of_a_group_only_that_somebody_spoke_is_read() -> None:
    told = reading(
        "message",
        message(
            chat=GROUP,
            caption="/lapor pak lurah",
            photo=[a_file(width=1, height=1)],
            reply_to_message=message(message_id=3, chat=GROUP, text="?"),
        ),
    )
    assert told == Reading(
        Inbound(Channel.TELEGRAM, "700100", "-900", "update:9", SENT, InboundKind.GROUP, message_ref="update:9")
    )


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("message", message(pinned_message=message(message_id=3, text="lama"))),
        ("message", message(chat=GROUP, new_chat_title="RT 06")),
        ("message", message(chat=GROUP, photo=[a_file(width=1, height=1)])),
        ("edited_message", message(chat=GROUP, text="ralat", edit_date=1)),
        ("edited_message", message(location={"latitude": 1, "longitude": 2}, edit_date=1)),
        ("poll_answer", {"poll_id": "1", "option_ids": [1], "user": PERSON, "option_persistent_ids": []}),
    ],
    ids=["pinned", "title", "group photo", "group edit", "live location moves", "poll"],
)
def test_what_says_nothing_to_us(kind: str, content: dict[str, Any]) -> None:
    assert reading(kind, content) is None


@pytest.mark.parametrize(
    "shape",
    [
        lambda: ("message", message(text="x")),
        lambda: ("edited_message", message(text="x", edit_date=int((NOW + timedelta(hours=1)).timestamp()))),
        lambda: ("message", message(text="x", date=int((NOW + timedelta(hours=1)).timestamp()))),
    ],
)
def test_no_message_is_later_than_now(shape: Callable[[], tuple[str, dict[str, Any]]]) -> None:
    told = reading(*shape())
    assert told is not None
    assert told.inbound.at <= NOW
    assert told.inbound.at.utcoffset() is not None


# -- the office's own group --------------------------------------------------------------------------------------------

FORUM = {"id": -900, "type": "supergroup", "title": "Aduan", "is_forum": True}
IN_TOPIC = {"chat": FORUM, "message_thread_id": 31, "is_topic_message": True}
OPENED = message(message_id=31, chat=FORUM, forum_topic_created={"name": "ADU", "icon_color": 7322096})


def in_ours(kind: str, content: dict[str, Any]) -> Reading | None:
    return read(update(kind, content), "700100", NOW, "-900")


def test_in_a_topic_of_the_office_s_group_words_are_read() -> None:
    told = in_ours("message", message(text="/balas@aduan_purwakarta_bot sudah", reply_to_message=OPENED, **IN_TOPIC))
    assert told is not None
    inbound = told.inbound
    assert (inbound.kind, inbound.text) == (InboundKind.MESSAGE, "/balas sudah")
    assert (inbound.address, inbound.speaker, inbound.thread) == ("-900", "5001", "31")
    assert inbound.refers_to == "", "every message in a topic refers to the one that opened it"


def test_quoting_in_a_topic_is_read() -> None:
    told = in_ours("message", message(text="ya", reply_to_message=message(message_id=40, text="?"), **IN_TOPIC))
    assert told is not None
    assert told.inbound.refers_to == "40"


@pytest.mark.parametrize(
    ("content", "ours"),
    [
        (message(text="halo", **IN_TOPIC), None),
        (message(text="halo", **IN_TOPIC), "-901"),
        (message(text="halo", chat=FORUM), "-900"),
    ],
    ids=["no group", "another group", "outside of topics"],
)
def test_elsewhere_in_groups_no_words_are_read(content: dict[str, Any], ours: str | None) -> None:
    told = read(update("message", content), "700100", NOW, ours)
    assert told is not None
    assert (told.inbound.kind, told.inbound.text, told.inbound.speaker) == (InboundKind.GROUP, "", "")


def test_a_button_in_a_topic_is_pressed_there() -> None:
    query = {"id": "7", "from": PERSON, "chat_instance": "1", "data": "a.b.c", "message": message(text="?", **IN_TOPIC)}
    told = in_ours("callback_query", query)
    assert told is not None
    assert (told.inbound.kind, told.inbound.choice, told.inbound.thread) == (InboundKind.CHOICE, "a.b.c", "31")
    assert (told.inbound.address, told.inbound.speaker) == ("-900", "5001")


def test_an_old_button_that_does_not_tell_its_topic_is_still_pressed() -> None:
    gone = {"chat": FORUM, "message_id": 12, "date": 0}
    told = in_ours(
        "callback_query", {"id": "7", "from": PERSON, "chat_instance": "1", "data": "a.b.c", "message": gone}
    )
    assert told is not None
    assert (told.inbound.kind, told.inbound.choice, told.inbound.address) == (InboundKind.CHOICE, "a.b.c", "5001")


def test_what_the_bot_is_made_in_a_group_is_told_with_who_did_it() -> None:
    rights = dict.fromkeys(
        (
            "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
            "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
            "can_edit_stories", "can_delete_stories",
        ),
        False,
    )  # fmt: skip
    admin = {**member("administrator"), **rights, "can_delete_messages": True, "can_manage_topics": True}
    change = {
        "chat": FORUM,
        "from": PERSON,
        "date": int(SENT.timestamp()),
        "old_chat_member": member("member"),
        "new_chat_member": admin,
    }
    told = reading("my_chat_member", change)
    assert told is not None
    assert told.inbound.speaker == "5001"
    assert told.inbound.membership == Membership("Aduan", added=False, gone=False, forum=True, manages=True)
