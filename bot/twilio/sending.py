"""Handing messages to Twilio, and finding out what became of a sending whose answer was lost."""

import json
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing
from datetime import datetime, timedelta
from typing import Any, Final, Protocol

from bot.channel import DeliveryState, Posted, Sent, Undeliverable, WindowClosed
from bot.rate import Rate
from bot.twilio.client import ApiError, MessageRecord, NoAnswerError, TwilioApi
from bot.twilio.content import QuickReplies, variables_of
from bot.twilio.inbound import address_on
from bot.twilio.layout import Part, lay_out, plain_variable
from bot.twilio.trouble import CONTENT_TROUBLES, WINDOW_CLOSED, of_asking, of_sending
from messages.envelope import Channel, OutgoingFile

WINDOW: Final = timedelta(hours=24)
"""How long after a person's message WhatsApp takes free text."""

STATES: Final[Mapping[str, DeliveryState]] = {
    "sent": DeliveryState.SENT,
    "delivered": DeliveryState.DELIVERED,
    "read": DeliveryState.READ,
    "undelivered": DeliveryState.FAILED,
    "failed": DeliveryState.FAILED,
    "canceled": DeliveryState.FAILED,
}
"""Twilio's words for how far a message got; the others (queued, accepted, sending, ...) prove nothing new."""

_BEFORE_IT_CLOSES: Final = timedelta(minutes=1)
_CLOCKS_DIFFER: Final = timedelta(seconds=10)
_REMEMBERED: Final = 10_000
_LOOKED_THROUGH: Final = 200

_NO_LINK: Final = "-"


class FileAddress(Protocol):
    def __call__(self, file: OutgoingFile, *, lasting: bool = False) -> str:
        """A public address of a kept file: good for minutes, for Twilio to fetch it, or `lasting` for the days in
        which a person may open it.
        """
        ...


class Sending:
    """The outgoing side of one of our numbers.

    A text of several parts is handed over part by part. When a part fails after others were accepted, the
    trouble of that part is raised; the repeat (known by `Posted.first_tried`) looks up which parts are there
    and sends the rest.
    """

    def __init__(
        self,
        channel: Channel,
        number: str,
        api: TwilioApi,
        *,
        clock: Callable[[], datetime],
        rate: Rate,
        templates: Mapping[str, str],
        status_callback: str | None,
        file_address: FileAddress | None,
        content_seconds: float = 3,
    ) -> None:
        self._channel = channel
        self._from = address_on(channel, number)
        self._api = api
        self._clock = clock
        self._rate = rate
        self._templates = templates
        self._status_callback = status_callback
        self._file_address = file_address if channel is Channel.WHATSAPP else None
        self._quick = QuickReplies(api, content_seconds)
        # Whose message a SID is: the same words sent twice in a row must not be taken for one sending.
        self._handed: OrderedDict[str, str] = OrderedDict()

    async def send(self, posted: Posted) -> Sent:
        """See `SendingChannel.send`. With `template`, on WhatsApp, the template goes instead of the words."""
        if posted.message.template and self._channel is Channel.WHATSAPP:
            return Sent((await self._send_template(posted),))
        self._check_window(posted)
        parts = self._parts(posted)
        if not parts:
            raise Undeliverable("empty")
        there = await self._there_already(posted, parts) if len(parts) > 1 and posted.first_tried else {}
        ids = []
        for number, part in enumerate(parts):
            record = there.get(number)
            ids.append(record.sid if record else await self._send_part(posted, part))
        return Sent(tuple(ids))

    async def find(self, posted: Posted) -> Sent | None:
        """See `SendingChannel.find`: all parts must be there. Raises `TryLater` when the list cannot be had.

        Messages are recognised by their words, from a few seconds before the first try on. The list does not
        say which template a message was made from, and shows it filled in: it is this one when it holds the
        value of every variable (the register number is one). A template without variables cannot be
        recognised.
        """
        if posted.message.template and self._channel is Channel.WHATSAPP:
            values = [plain_variable(value) for value in _variables(posted).values()]
            for record in await self._since_first_try(posted):
                if values and all(value in record.body for value in values):
                    return self._found(posted, [record])
            return None
        parts = self._parts(posted)
        there = await self._there_already(posted, parts)
        if not parts or len(there) < len(parts):
            return None
        return self._found(posted, [there[number] for number in range(len(parts))])

    def _parts(self, posted: Posted) -> tuple[Part, ...]:
        return lay_out(self._channel, posted.message, files_go=self._file_address is not None)

    def _check_window(self, posted: Posted) -> None:
        if self._channel is not Channel.WHATSAPP:
            return
        last = posted.last_inbound
        if last is None or self._clock() - last > WINDOW - _BEFORE_IT_CLOSES:
            raise WindowClosed(WINDOW_CLOSED)

    async def _send_template(self, posted: Posted) -> str:
        sid = self._templates.get(posted.message.template.get("name", "notice"))
        if not sid:
            raise Undeliverable("no-template")
        variables = {name: plain_variable(value) for name, value in _variables(posted).items()}
        if posted.message.files:  # a link to what waits; where we have no public address, how to get it
            linked = self._file_address(posted.message.files[0], lasting=True) if self._file_address else _NO_LINK
            variables[str(len(variables) + 1)] = linked
        said = json.dumps(variables, ensure_ascii=False)
        return await self._hand_over(posted, content_sid=sid, content_variables=said)

    async def _send_part(self, posted: Posted, part: Part) -> str:
        if part.buttons and (sid := await self._quick.sid_for(part)):
            try:
                return await self._hand_over(posted, content_sid=sid, content_variables=variables_of(part))
            except Undeliverable as trouble:
                if trouble.code not in CONTENT_TROUBLES:
                    raise
                self._quick.forget(part)
        if part.file and self._file_address:
            media = [self._file_address(part.file)]
            return await self._hand_over(posted, body=part.body, media_url=media)
        return await self._hand_over(posted, body=part.body)

    async def _hand_over(self, posted: Posted, **fields: Any) -> str:
        if self._status_callback:
            fields["status_callback"] = self._status_callback
        await self._rate.turn()
        try:
            sid = await self._api.send(to=address_on(self._channel, posted.address), from_=self._from, **fields)
        except (ApiError, NoAnswerError) as error:
            raise of_sending(error) from None
        self._remember(sid, posted.key)
        return sid

    async def _there_already(self, posted: Posted, parts: Sequence[Part]) -> dict[int, MessageRecord]:
        """Which parts the list has, by their place in `parts`; each message stands for one part."""
        left = await self._since_first_try(posted)
        there: dict[int, MessageRecord] = {}
        for number, part in enumerate(parts):
            for record in left:
                if part.reads_as(record.body) and bool(part.file) == bool(record.num_media):
                    there[number] = record
                    left.remove(record)
                    break
        return there

    async def _since_first_try(self, posted: Posted) -> list[MessageRecord]:
        """Our messages to this person that may be this sending, oldest first."""
        since = (posted.first_tried or self._clock()) - _CLOCKS_DIFFER
        to = address_on(self._channel, posted.address)
        found: list[MessageRecord] = []
        looked_at = 0
        try:
            async with aclosing(self._api.messages(to=to, from_=self._from, size=_LOOKED_THROUGH)) as listed:
                async for record in listed:
                    ours = record.from_ == self._from and record.to == to
                    recent = record.at is None or record.at >= since
                    if ours and recent and self._handed.get(record.sid, posted.key) == posted.key:
                        found.append(record)
                    looked_at += 1
                    if looked_at == _LOOKED_THROUGH:
                        break
        except (ApiError, NoAnswerError) as error:
            raise of_asking(error) from None
        return found[::-1]

    def _found(self, posted: Posted, records: Sequence[MessageRecord]) -> Sent:
        for record in records:
            self._remember(record.sid, posted.key)
        ranks = list(DeliveryState)
        states = [STATES.get(record.status, DeliveryState.SENT) for record in records]
        failed = DeliveryState.FAILED in states
        state = DeliveryState.FAILED if failed else min(states, key=ranks.index)
        return Sent(tuple(record.sid for record in records), state)

    def _remember(self, sid: str, key: str) -> None:
        self._handed[sid] = key
        while len(self._handed) > _REMEMBERED:
            self._handed.popitem(last=False)


def _variables(posted: Posted) -> dict[str, str]:
    return {name: value for name, value in posted.message.template.items() if name != "name"}
