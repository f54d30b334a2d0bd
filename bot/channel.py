"""What every channel can do, and how sending ends. The receiver and the sender know channels only by this page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from starlette.routing import BaseRoute

from messages.envelope import Channel, Inbound, Outgoing


class DeliveryState(StrEnum):
    """How far a message got, in rising rank; `failed` is final unless `delivered` follows."""

    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    FAILED = "failed"
    WINDOW_CLOSED = "window_closed"  # refused only afterwards, because the person's last word was too long ago


@dataclass(frozen=True, slots=True)
class Sent:
    """The provider took it. One id for each part (long texts are split); `state` is what its answer proves."""

    provider_ids: tuple[str, ...]
    state: DeliveryState = DeliveryState.SENT


class SettingsTrouble(Exception):
    """A setting cannot be worked with. Its text is one line for the operator: what is wrong and what to do."""


class SendTrouble(Exception):
    """Sending did not succeed. `code` is a short word or the provider's number, never a text of the person's."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class TryLater(SendTrouble):
    """Not processed: safe to repeat. `after` seconds if the provider said so; `whole_channel`: for everybody."""

    def __init__(self, code: str, after: float | None = None, *, whole_channel: bool = False) -> None:
        super().__init__(code)
        self.after = after
        self.whole_channel = whole_channel


class Uncertain(SendTrouble):
    """It may have been sent (a 500, a connection lost while waiting): look it up with `find` before repeating.

    `after`: seconds, where the channel knows how long; a provider that cannot be asked is not to be tried too often.
    """

    def __init__(self, code: str, after: float | None = None) -> None:
        super().__init__(code)
        self.after = after


class Undeliverable(SendTrouble):
    """It will never arrive there (blocked, no such number): a dead letter."""


class WindowClosed(SendTrouble):
    """WhatsApp takes free text only within 24 hours of the person's last message: hold it, send the template."""


@dataclass(frozen=True, slots=True)
class Posted:
    """A message on its way out. `key` is stable over repeats of a sending; `last_inbound`: the person's last word.

    `first_tried`: when it was first tried, if it was: parts of it may be there already. None at the first try.
    """

    key: str
    account: str
    address: str
    message: Outgoing
    last_inbound: datetime | None
    first_tried: datetime | None = None


class SendingChannel(Protocol):
    """The outgoing side."""

    name: Channel

    async def send(self, posted: Posted) -> Sent:
        """Hand it to the provider. Raises a `SendTrouble`."""
        ...

    async def find(self, posted: Posted) -> Sent | None:
        """Look up whether an uncertain sending arrived after all; None when it did not."""
        ...


class Receive(Protocol):
    """The receiver, as channels call it. Returns when the message is committed; raises: do not acknowledge."""

    async def __call__(self, inbound: Inbound) -> None: ...


class ReportDelivery(Protocol):
    """How a channel passes on what the provider says of an earlier message. `code`: the provider's error, if any."""

    async def __call__(
        self, channel: Channel, provider_id: str, state: DeliveryState, code: str, at: datetime
    ) -> None: ...


class RunningChannel(SendingChannel, Protocol):
    """A channel as the program runs it."""

    routes: Sequence[BaseRoute]

    async def start(self) -> None:
        """Get ready (check the token, set the webhook). Raises `SettingsTrouble` with one clear line."""
        ...

    async def receive_forever(self) -> None:
        """Fetch messages where the channel must ask for them (polling, the inbound sweep); returns at cancellation."""
        ...

    async def stop(self) -> None: ...

    async def healthy(self) -> bool:
        """For /readyz, which asks now and then: does the provider answer."""
        ...
