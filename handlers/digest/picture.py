"""The picture of a digest: what is open by working days left, and how complaints came and were answered. No name stands
in it; the text under it says the same.
"""

from handlers.digest.count import Digest
from handlers.digest.text import kept_line, title_of
from handlers.say import Line
from handlers.speak import in_words
from messages.chart import Bar, Picture, to_png
from messages.curves import Curve
from messages.speech import Words


def digest_picture(digest: Digest, office: str, words: Words) -> bytes:
    """As a PNG, in the reader's language. `office`: the name that stands under the title."""
    return to_png(picture_of(digest, office, words))


def picture_of(digest: Digest, office: str, words: Words) -> Picture:
    def said(message_id: str, **values: object) -> str:
        return in_words(Line(message_id, values), words)

    near = digest.nearness
    bars = (
        Bar(said("picture-late"), near.late, urgent=True),
        Bar(said("picture-today"), near.today),
        Bar(said("picture-within-3"), near.within_3),
        Bar(said("picture-within-7"), near.within_7),
        Bar(said("picture-later"), near.later),
    )
    curves = (
        Curve(said("picture-came"), tuple(day.came for day in digest.curve)),
        Curve(said("picture-replied"), tuple(day.replied for day in digest.curve)),
    )
    middle = digest.curve[len(digest.curve) // 2].day
    axis = (digest.curve[0].day, middle, digest.curve[-1].day)
    return Picture(
        title=in_words(title_of(digest.period, digest.day), words),
        subtitle=f"{office}, {digest.scope.unit}" if digest.scope.unit else office,
        bars_title=said("picture-open", number=near.total),
        bars=bars,
        curves_title=said("picture-since", day=words.brief_day(digest.curve[0].day)),
        curves=curves,
        footer=in_words(kept_line(digest), words),
        days=tuple(words.brief_day(day) for day in axis),
    )
