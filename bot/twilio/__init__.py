"""WhatsApp and SMS through Twilio: one account, a channel for each of our numbers."""

import logging

# Addresses of the API hold people's numbers, addresses of media are short-lived keys, and these libraries log
# every address they ask for. What goes wrong reaches us as exceptions, so nothing is lost by their silence.
for _name in ("httpx", "httpcore"):
    logging.getLogger(_name).setLevel(logging.WARNING)
