"""WhatsApp and SMS as the program runs them: one channel for each of our numbers, both on one account."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial

import structlog
from starlette.routing import BaseRoute

from bot.channel import DeliveryState, Posted, Receive, ReportDelivery, Sent, SettingsTrouble
from bot.rate import Rate
from bot.twilio.client import ApiError, MessageRecord, NoAnswerError, TwilioApi
from bot.twilio.inbound import Form, OfferedMedia, address_on, channel_of, read_form, read_record
from bot.twilio.media import Media, without
from bot.twilio.sending import STATES, FileAddress, Sending
from bot.twilio.sweep import Seen, Sweep, SweepTimes
from bot.twilio.trouble import WINDOW_CLOSED
from bot.twilio.webhooks import Webhooks, status_webhook
from messages.envelope import Channel, Inbound

log = structlog.get_logger(__name__)

Known = Callable[[Channel, str, str], Awaitable[bool]]
"""Whether (channel, account, provider id) was received before: a cheap look before its media are fetched."""


FirstStart = Callable[[Channel, str], Awaitable[datetime]]
"""When (channel, account) was first served from this database: earlier messages are not ours to answer."""


@dataclass(frozen=True, slots=True)
class TwilioAccount:
    """What the operator entered. `templates`: content SIDs of approved templates, by `notice` and `digest`.

    Without `public_url` (the address as Twilio sees it) webhooks are refused and no statuses come: the sweep
    finds both, later.
    """

    sid: str
    token: str = field(repr=False)
    public_url: str | None = None
    api_url: str | None = None
    templates: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TwilioLimits:
    """What the channels keep to: seconds, and messages a second for each number.

    Twilio gives up on a webhook after 15 s in all; media that take longer are fetched in a sweep.
    """

    call_seconds: float = 15
    content_seconds: float = 3
    webhook_media_seconds: float = 7
    sweep_media_seconds: float = 20
    per_second: float = 80
    sweep: SweepTimes = field(default_factory=SweepTimes)


class TwilioChannel:
    """One of our numbers on WhatsApp or SMS. A `RunningChannel`; made by `twilio_channels`."""

    def __init__(
        self,
        name: Channel,
        number: str,
        account: TwilioAccount,
        *,
        receive: Receive,
        report: ReportDelivery,
        known: Known | None,
        first_start: FirstStart | None,
        file_address: FileAddress | None,
        limits: TwilioLimits,
        clock: Callable[[], datetime],
    ) -> None:
        self.name = name
        self.account = number
        self.routes: Sequence[BaseRoute] = ()
        self._receive = receive
        self._report = report
        self._known = known
        self._limits = limits
        self._clock = clock
        self._api = TwilioApi(account.sid, account.token, account.api_url, limits.call_seconds)
        self._media = Media(self._api)
        self._sending = Sending(
            name,
            number,
            self._api,
            clock=clock,
            rate=Rate(limits.per_second),
            templates=account.templates,
            status_callback=status_webhook(account.public_url) if account.public_url else None,
            file_address=file_address,
            content_seconds=limits.content_seconds,
        )
        self._seen = Seen()
        self._late: set[str] = set()
        self._sweep = Sweep(
            self._api,
            address_on(name, number),
            take_message=self._take_listed,
            take_status=self._take_listed_status,
            clock=clock,
            times=limits.sweep,
            seen=self._seen,
            first_start=partial(first_start, name, number) if first_start else None,
        )

    async def send(self, posted: Posted) -> Sent:
        """See `SendingChannel`."""
        return await self._sending.send(posted)

    async def find(self, posted: Posted) -> Sent | None:
        """See `SendingChannel`."""
        return await self._sending.find(posted)

    async def start(self) -> None:
        """Check that Twilio takes our name and token. Raises `SettingsTrouble`; silence is not one."""
        try:
            await self._api.answers()
        except ApiError as error:
            if error.status in {401, 403, 404}:
                raise SettingsTrouble(
                    f"TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN are refused by Twilio (error {error.code})"
                ) from None
            log.warning("twilio does not answer at the start", code=error.code)
        except NoAnswerError as error:
            log.warning("twilio does not answer at the start", code=error.code)

    async def receive_forever(self) -> None:
        """Sweep the provider's list until cancelled."""
        await self._sweep.forever()

    async def stop(self) -> None:
        """Let go of the connections."""
        await self._api.close()

    async def healthy(self) -> bool:
        """Whether Twilio answers and takes our token, asked now."""
        try:
            await self._api.answers()
        except (ApiError, NoAnswerError):
            return False
        return True

    async def take_form(self, form: Form) -> int:
        """Receive what a verified webhook says. 503 when its media take too long: the sweep gets them."""
        inbound, offered = read_form(form, self._clock())
        if offered and inbound.provider_id in self._late:
            return 503
        if offered and await self._is_known(inbound.provider_id):
            return 200
        try:
            files = await self._media.fetch(offered, self._limits.webhook_media_seconds)
        except TimeoutError:
            log.info("media take longer than the webhook can wait")
            self._late.add(inbound.provider_id)
            self._sweep.soon()
            return 503
        await self._take(replace(inbound, files=files))
        return 200

    async def take_status(self, form: Form) -> int:
        """Pass on what a verified status callback says."""
        word, sid = form.get("MessageStatus") or form.get("SmsStatus") or "", form["MessageSid"]
        await self._pass_on(sid, word, form.get("ErrorCode") or "")
        return 200

    async def _take_listed(self, record: MessageRecord) -> None:
        if await self._is_known(record.sid):
            self._seen.add(record.sid)
            return
        offered = await self._hanging_on(record) if record.num_media else []
        inbound, fetched = read_record(record, offered, self._clock())
        try:
            files = await self._media.fetch(fetched, self._limits.sweep_media_seconds)
        except TimeoutError:
            files = tuple(without(one) for one in fetched)
        await self._take(replace(inbound, files=files))

    async def _hanging_on(self, record: MessageRecord) -> list[OfferedMedia]:
        """Its media. Deleted ones have no address any more: they come to nothing, and the words are received."""
        try:
            hanging = await self._api.media(record.sid)
        except ApiError as error:
            if error.status >= 500 or error.status in {401, 429}:
                raise
            log.warning("twilio has the media of a message no more", code=error.code)
            return [OfferedMedia("", "")] * record.num_media
        return [OfferedMedia(one.url, one.media_type) for one in hanging]

    async def _take_listed_status(self, record: MessageRecord) -> None:
        await self._pass_on(record.sid, record.status, record.error_code)

    async def _take(self, inbound: Inbound) -> None:
        await self._receive(inbound)
        self._seen.add(inbound.provider_id)
        self._late.discard(inbound.provider_id)

    async def _is_known(self, sid: str) -> bool:
        return self._known is not None and await self._known(self.name, self.account, sid)

    async def _pass_on(self, sid: str, word: str, code: str) -> None:
        state = STATES.get(word)
        if state is None:
            return
        if state is DeliveryState.FAILED and code == WINDOW_CLOSED:
            state = DeliveryState.WINDOW_CLOSED
        await self._report(self.name, sid, state, code if code != "0" else "", self._clock())


def twilio_channels(
    account: TwilioAccount,
    *,
    whatsapp: str | None,
    sms: str | None,
    receive: Receive,
    report: ReportDelivery,
    known: Known | None = None,
    first_start: FirstStart | None = None,
    file_address: FileAddress | None = None,
    limits: TwilioLimits | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> list[TwilioChannel]:
    """A channel for each number that we have (`+62...`). The routes of the account hang on the first of them.

    `known` spares fetching media again; without `first_start` messages of the last week are answered that came before
    this program was there; `file_address` makes short-lived public addresses of kept files for
    WhatsApp, without it their names are sent.
    """
    numbers = ((Channel.WHATSAPP, whatsapp), (Channel.SMS, sms))
    channels = {
        (name, number): TwilioChannel(
            name,
            number,
            account,
            receive=receive,
            report=report,
            known=known,
            first_start=first_start,
            file_address=file_address,
            limits=limits or TwilioLimits(),
            clock=clock,
        )
        for name, number in numbers
        if number
    }

    async def on_message(form: Form) -> int:
        ours = channels.get(channel_of(form["To"]))
        return await ours.take_form(form) if ours else _not_ours()

    async def on_status(form: Form) -> int:
        ours = channels.get(channel_of(form["From"]))
        return await ours.take_status(form) if ours else _not_ours()

    made = list(channels.values())
    if made:
        made[0].routes = Webhooks(account.token, account.public_url, on_message, on_status).routes
    return made


def _not_ours() -> int:
    log.warning("twilio called for a number that is not in the settings")
    return 404
