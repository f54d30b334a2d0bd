"""Telegram, through python-telegram-bot: its API, types and errors.

Never its Updater: that acknowledges updates before we have committed them.
"""

import logging
import os

# The library's opt-in for durations as `timedelta`; without it every RetryAfter is a deprecation warning.
os.environ["PTB_TIMEDELTA"] = "true"

# The token stands in every address these libraries log, and whole updates in what python-telegram-bot logs
# on a parsing error. What goes wrong reaches us as exceptions: their silence loses nothing at any LOG_LEVEL.
for _name in ("httpx", "httpcore"):
    logging.getLogger(_name).setLevel(logging.WARNING)
logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)
