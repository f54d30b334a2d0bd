"""Topics of the office's group on the local Bot API server: opened, written in, closed, removed, lost."""

from dataclasses import dataclass, field, replace

import pytest

from bot.channel import Posted, TryLater, Undeliverable
from bot.telegram.channel import TelegramChannel
from bot.telegram.group import Thread
from messages.envelope import OutgoingFile
from tests.bot.telegram.stage import FAST, Kept, Stage, posted
from tests.files import jpeg_with_place

GROUP = -1009001
TOPIC = f"{GROUP}/7"


@dataclass
class KeptTopics:
    """What is kept of the group, in a dictionary."""

    threads: dict[str, Thread] = field(default_factory=lambda: {TOPIC: Thread("ADU-2026-00007-5 jangka waktu", None)})

    async def address(self) -> str | None:
        return str(GROUP)

    async def thread(self, address: str) -> Thread | None:
        return self.threads.get(address)

    async def opened(self, address: str, thread: str | None) -> None:
        self.threads[address] = replace(self.threads[address], id=thread)


def channel_of(stage: Stage, topics: KeptTopics, **more: object) -> TelegramChannel:
    stage.server.group(GROUP).rights = True
    return stage.channel(group=topics, limits=replace(FAST, group_per_second=10_000), **more)


def ending(text: str, topic: str, key: str) -> Posted:
    plain = posted(text, to=TOPIC, key=key)
    return replace(plain, message=replace(plain.message, topic=topic))


async def test_the_first_message_opens_the_topic_and_the_next_go_there(stage: Stage) -> None:
    topics = KeptTopics()
    channel = channel_of(stage, topics)
    sent = await channel.send(posted("kasus baru", to=TOPIC, key="1"))
    await channel.send(posted("diambil", to=TOPIC, key="2"))
    group = stage.server.group(GROUP)
    topic = group.topic("ADU-2026-00007-5")
    assert topic.texts == ["kasus baru", "diambil"]
    assert topics.threads[TOPIC].id == str(topic.id)
    assert sent.provider_ids == (f"1/{topic.heard[0].message_id}",)
    assert len(stage.server.called("createForumTopic")) == 1
    await channel.stop()


async def test_files_go_into_the_topic(stage: Stage) -> None:
    channel = channel_of(stage, KeptTopics(), fetch_file=Kept({4: jpeg_with_place(), 5: b"%PDF-1.7"}))
    files = (OutgoingFile(4, "papan.jpg", "image/jpeg"), OutgoingFile(5, "lembar.pdf", "application/pdf"))
    await channel.send(posted("lampiran", to=TOPIC, files=files))
    assert len(stage.server.group(GROUP).topic("ADU").heard) == 3
    await channel.stop()


async def test_a_topic_is_closed_opened_again_and_removed(stage: Stage) -> None:
    topics = KeptTopics()
    channel = channel_of(stage, topics)
    group = stage.server.group(GROUP)
    await channel.send(ending("selesai", "close", "1"))
    assert group.topic("ADU").closed
    await channel.send(ending("selesai", "close", "2"))  # already so is as good
    await channel.send(ending("putaran baru", "reopen", "3"))
    assert not group.topic("ADU").closed
    await channel.send(ending("", "remove", "4"))
    assert group.topics == {}
    assert topics.threads[TOPIC].id is None
    await channel.send(ending("", "remove", "5"))
    await channel.stop()


async def test_a_topic_that_somebody_deleted_is_opened_anew(stage: Stage) -> None:
    topics = KeptTopics()
    channel = channel_of(stage, topics)
    await channel.send(posted("kasus baru", to=TOPIC, key="1"))
    stage.server.group(GROUP).topics.clear()
    with pytest.raises(TryLater):
        await channel.send(posted("diambil", to=TOPIC, key="2"))
    await channel.send(posted("diambil", to=TOPIC, key="2"))
    assert stage.server.group(GROUP).topic("ADU").texts == ["diambil"]
    await channel.stop()


async def test_without_the_right_it_waits_for_it(stage: Stage) -> None:
    channel = channel_of(stage, KeptTopics())
    stage.server.group(GROUP).rights = False
    with pytest.raises(TryLater) as later:
        await channel.send(posted("kasus baru", to=TOPIC))
    assert (later.value.code, later.value.whole_channel) == ("group_right", False)
    await channel.stop()


async def test_a_topic_that_may_not_be_removed_is_not_forgotten(stage: Stage) -> None:
    topics = KeptTopics()
    channel = channel_of(stage, topics)
    await channel.send(posted("kasus baru", to=TOPIC, key="1"))
    stage.server.group(GROUP).may_delete = False
    with pytest.raises(TryLater):
        await channel.send(ending("", "remove", "2"))
    assert topics.threads[TOPIC].id is not None
    stage.server.group(GROUP).may_delete = True
    await channel.send(ending("", "remove", "2"))
    assert stage.server.group(GROUP).topics == {}
    await channel.stop()


async def test_a_group_is_not_waited_for_with_a_hand_that_citizens_need(stage: Stage) -> None:
    stage.server.group(GROUP).rights = True
    channel = stage.channel(group=KeptTopics(), limits=replace(FAST, group_per_second=20 / 60))
    for key in ("1", "2", "3"):
        await channel.send(posted("kabar", to=TOPIC, key=key))
    with pytest.raises(TryLater) as later:
        await channel.send(posted("kabar", to=TOPIC, key="4"))
    assert 0 < (later.value.after or 0) <= 4 * 60 / 20
    assert not later.value.whole_channel
    await channel.stop()


async def test_all_topics_of_a_group_are_limited_together_and_nobody_else_is(stage: Stage) -> None:
    topics = KeptTopics({TOPIC: Thread("satu", None), f"{GROUP}/8": Thread("dua", None)})
    channel = channel_of(stage, topics)
    stage.server.fails("sendMessage", 429, "Too Many Requests", times=2, retry_after=7, chat_id=GROUP)
    for key, address in (("1", TOPIC), ("2", f"{GROUP}/8")):
        with pytest.raises(TryLater) as later:
            await channel.send(posted("kabar", to=address, key=key))
        assert (later.value.after, later.value.whole_channel) == (7, False), "citizens are not held up"
    await channel.stop()


async def test_an_address_that_is_no_topic_of_ours(stage: Stage) -> None:
    channel = channel_of(stage, KeptTopics())
    with pytest.raises(Undeliverable):
        await channel.send(posted("?", to=f"{GROUP}/99"))
    await channel.stop()
