"""The web chat: one page, a stream of events, and a form to follow a report."""

from bot.web.channel import WebChannel
from bot.web.limits import Limits

__all__ = ["Limits", "WebChannel"]
