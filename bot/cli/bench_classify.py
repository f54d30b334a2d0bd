"""Classifying beside scikit-learn's linear SVM on words and pieces of words: how fast, and how often acceptable.

Both learn from the shipped messages and are asked of messages that neither has seen.
"""

from collections.abc import Callable, Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

from bot.cli.labelled import accepted, labels_of, lines_of
from bot.cli.timing import report, timed
from rules.understanding.reader import Reader

_RUNS = 1000


def time_classify(reader: Reader, taught: Sequence[Path], held_out: Sequence[Path]) -> None:
    asked = [told for where, told in lines_of(held_out) if labels_of(where, told)]
    if not asked:
        return
    texts = cycle([told["text"] for told in asked])
    report(f"classify ({len(asked)} held-out messages)", timed(lambda: reader.classify(next(texts)), _RUNS))
    ours = _acceptable(asked, lambda text: reader.classify(text).component.value)
    svm = _svm(taught)
    if svm is None:
        print("scikit-learn's SVM: not installed (`make bench` installs it)")
        return
    report("scikit-learn's SVM, the same messages", timed(lambda: svm(next(texts)), _RUNS))
    print(f"{'acceptable: ours, the SVM':44}{ours:>11.1%} {_acceptable(asked, svm):>11.1%}")


def _svm(taught: Sequence[Path]) -> Callable[[str], str] | None:
    try:  # installed by `make bench` alone, and slow to import: no other command waits for it
        from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415
        from sklearn.pipeline import make_pipeline, make_union  # noqa: PLC0415
        from sklearn.svm import LinearSVC  # noqa: PLC0415
    except ImportError:
        return None
    pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    machine = make_pipeline(make_union(TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True), pieces), LinearSVC())
    told = [told for _, told in lines_of(taught)]
    machine.fit([one["text"] for one in told], [one["label"] for one in told])
    return lambda text: str(machine.predict([text])[0])


def _acceptable(asked: Sequence[dict[str, Any]], classify: Callable[[str], str]) -> float:
    return sum(classify(told["text"]) in accepted(told) for told in asked) / len(asked)
