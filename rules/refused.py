"""A rule says no."""


class Refused(Exception):
    """What was asked is against a rule. Carries a message id; `handlers/` turns it into the person's words.

    `values` fill the message's variables and hold no personal data, since exceptions end up in logs.
    """

    def __init__(self, message_id: str, **values: str) -> None:
        super().__init__(message_id)
        self.message_id = message_id
        self.values = values


class OutOfReach(Refused):
    """What an open form is about is no longer for this person: the form is over."""
