"""Marked text to the items of its list: one a number, with what stands under a number kept inside it."""

import re
from dataclasses import dataclass

from rules.annex.markup import BREAK, END, HEADING, ITEM, SOFT, SUB, heading_at_end

_EDGE = rf"(?:^|(?<=[\s{BREAK}{SOFT}{END}{ITEM}]))"
_NUMBERED = (
    re.compile(_EDGE + r"([0-9]{1,3})\.(?![0-9])\s*"),
    re.compile(_EDGE + r"([0-9]{1,3})\)\s*"),
    re.compile(_EDGE + r"\(([0-9]{1,3})\)\s*"),
    re.compile(_EDGE + r"([a-z])\.(?=\s)\s*"),
    re.compile(_EDGE + r"([a-z])\)\s*"),
)
_BULLET = re.compile(rf"(?:^|[{BREAK}{SOFT}{END}])\s*[-–•*·▪●]\s+|\s*[•▪●]\s*")
_HEADING_BEFORE_1 = re.compile(
    HEADING.pattern + r"|(?<=\s)(?:(?-i:Persyaratan|Syarat)\b[^.;\ue000-\ue004]{0,80}|(?-i:Umum|Khusus)\s*):\s*$",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(r":\s*$")
_BLANKS = re.compile(rf"[\s{BREAK}{SOFT}{END}{ITEM}]+")
_OWN_LABEL = re.compile(rf"{SUB}\S+ \s*(?=(?:[0-9]{{1,2}}|[a-z])[.)]\s|[-•]\s)")
_FIRST_LABEL = re.compile(r"^(?:[0-9]{1,3}[.)]|\([0-9]{1,3}\)|[a-zA-Z][.)]|[-–•*·▪●])(?=\s)\s*")
_LAST_WORD = re.compile(r"(?:[;,]\s*|\s+|^)(?:dan\s*/\s*atau|dan|atau)\s*[;,]?\s*$|[;,\s]+$", re.IGNORECASE)


def items_of(text: str) -> tuple[str, ...]:
    """The items of a cell; a text without a list is one item. Headings and mere lead-ins are left out."""
    items = _by_marks(text) if ITEM in text else _by_labels(text)
    return tuple(item for item in map(_clean, items) if item)


def _by_marks(text: str) -> list[str]:
    before, *parts = text.split(ITEM)
    items = _before_a_list(before)
    for part in parts:
        inside, _, outside = part.partition(END)
        split = _numbered_on(inside)
        items += split or [_FIRST_LABEL.sub("", _without_heading(inside).lstrip(_SPACES), count=1)]
        if outside.strip(_SPACES):
            _add_outside(items, outside.replace(END, BREAK))
    return items


def _before_a_list(text: str) -> list[str]:
    lines = text.replace(END, BREAK)
    split = _by_labels(lines)
    if len(split) > 1:
        return split
    return _lead(lines)


def _add_outside(items: list[str], text: str) -> None:
    if more := _numbered_on(text.lstrip(_SPACES)):
        items += more
        return
    if not heading_at_end(text.strip(_SPACES)) and not _LEAD_IN.search(text.strip(_SPACES)):
        items[-1] += SOFT + text  # the tail of an item that a page cut


_SPACES = f" \t\r\n{BREAK}{SOFT}{END}"


@dataclass(frozen=True)
class _Label:
    """What may open an item. `strength`: 2 after punctuation or a break, 1 after a line's end, else 0."""

    n: int
    start: int
    end: int
    strength: int


def _by_labels(text: str) -> list[str]:
    """Split at the kind of label that comes first, unless that only labels headings; else one item."""
    text = text.replace(END, BREAK)
    kinds = []
    for pattern in _NUMBERED:
        labels = _labels(pattern, text)
        first = next((one for one in labels if one.n == 1 and _opens(text, one)), None)
        if first is not None:
            labels = [one for one in labels if one.start >= first.start]
            kinds.append((first.start, labels))
    for _, labels in sorted(kinds, key=lambda kind: kind[0]):
        if HEADING.match(_first_line(text[labels[0].start :])):
            continue
        split = _cut(text, labels)
        at_start = not text[: labels[0].start].strip(_SPACES + ":")
        if len(split) > 1 or at_start:
            return _lead(text[: labels[0].start]) + split
    bullets = _BULLET.split(text)
    if len(bullets) > 2 or (len(bullets) == 2 and not bullets[0].strip(_SPACES + ":")):
        return _lead(bullets[0]) + bullets[1:]
    return [text]


def _first_line(text: str) -> str:
    """From a label up to the first number: `A. Persyaratan Umum:`, the heading of a numbered list."""
    line = re.split(rf"[{BREAK}]|\s[0-9]{{1,3}}[.)]\s", text, maxsplit=1)[0]
    return "" if line == text else line


def _lead(text: str) -> list[str]:
    rest = "" if heading_at_end(text.strip(_SPACES)) else text.strip(_SPACES + ":")
    complete = rest.endswith(".") and not re.fullmatch(r"[A-Za-z]\.", rest)
    return [rest] if complete and not _LEAD_IN.search(text.strip(_SPACES)) else []


def _opens(text: str, label: _Label) -> bool:
    return label.strength > 0 or bool(heading_at_end(text[: label.start]))


def _labels(pattern: re.Pattern[str], text: str) -> list[_Label]:
    found = []
    for match in pattern.finditer(text):
        said = match[1]
        n = int(said) if said.isdigit() else ord(said) - ord("a") + 1
        found.append(_Label(n, match.start(), match.end(), _strength(text[max(0, match.start() - 40) : match.start()])))
    return found


def _strength(before: str) -> int:
    trimmed = before.rstrip(" \t\r\n" + SOFT)
    if not trimmed or trimmed[-1] in f".;:,{BREAK}{END}{ITEM}" or re.search(r"[;,]\s*(?:dan|atau)$", trimmed):
        return 2
    return 1 if SOFT in before[len(trimmed) :] else 0


def _cut(text: str, labels: list[_Label]) -> list[str]:
    """The items between the labels that count on from 1, a second list after a heading included."""
    chosen: list[_Label] = []
    ends: list[int] = []
    expected, i = 1, 0
    while i < len(labels):
        label = labels[i]
        said = text[chosen[-1].end : label.start] if chosen else ""
        cut = len(_without_heading(said, _HEADING_BEFORE_1))
        if label.n == 1 and expected > 1 and (label.strength > 0 or cut < len(said)):
            run = _run(labels, i)
            after = labels[i + run] if i + run < len(labels) else None
            if cut == len(said) and _is_inner(said, after, expected):
                i += run
                continue
            ends.append(chosen[-1].end + cut)
            chosen.append(label)
            expected = 2
        elif label.n == expected and not _a_better_one_follows(labels, i):
            if chosen:
                ends.append(label.start)
            chosen.append(label)
            expected += 1
        i += 1
    ends.append(len(text))
    return [text[label.end : end] for label, end in zip(chosen, ends, strict=True)] if chosen else []


def _is_inner(said: str, after: _Label | None, expected: int) -> bool:
    """Whether a list that starts anew is inside the item: the outer one goes on, or the item says so."""
    if after is not None and after.n == expected:
        return True
    line = said.rstrip(" " + SOFT)
    return line.endswith(":") and BREAK not in said


def _run(labels: list[_Label], i: int) -> int:
    length = 1
    while i + length < len(labels) and labels[i + length].n == labels[i].n + length:
        length += 1
    return length


def _a_better_one_follows(labels: list[_Label], i: int) -> bool:
    """`as in point 2. 2. Next`: the first 2 stands inside a sentence, the second opens the item."""
    for later in labels[i + 1 :]:
        if later.n == labels[i].n and later.strength > labels[i].strength:
            return True
        if later.n in (1, labels[i].n + 1):
            return False
    return False


def _numbered_on(text: str) -> list[str]:
    """The items of a text that begins with any number (`4. foo 5. bar`); empty when it does not."""
    for pattern in _NUMBERED[:3]:
        labels = _labels(pattern, text)
        if not labels or text[: labels[0].start].strip(_SPACES):
            continue
        shift = labels[0].n - 1
        counted = [_Label(one.n - shift, one.start, one.end, one.strength) for one in labels if one.n > shift]
        return _cut(text, counted)
    return []


def _without_heading(text: str, pattern: re.Pattern[str] = HEADING) -> str:
    """The text less a heading at its end; a text that is nothing else stays, for it is the item itself."""
    trimmed = text.rstrip(_SPACES)
    heading = heading_at_end(trimmed, pattern)
    if heading is not None and trimmed[: heading.start()].strip(_SPACES):
        return trimmed[: heading.start()]
    line = trimmed.rfind(BREAK)
    is_heading = line >= 0 and trimmed.endswith(":") and trimmed[line + 1 : -1].strip(_SPACES)
    return trimmed[:line] if is_heading else text


def _clean(text: str) -> str:
    text = _OWN_LABEL.sub("", text).replace(SUB, "")
    text = _BLANKS.sub(" ", text).strip().lstrip(":").strip()
    text = re.sub(r"\s+(?=[;,.:)](?:\s|$))", "", text)
    text = _LAST_WORD.sub("", text).strip()
    return text if re.search(r"\w", text) else ""
