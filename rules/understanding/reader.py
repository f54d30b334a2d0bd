"""The one entrance: reads a message, and the answers inside the form. Pure, never raises for any text."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from rules.agency import Place, Places
from rules.standard import Catalogue
from rules.understanding.classify import Classifier, money_first, of_others, of_the_office, says_something
from rules.understanding.dates import Dates
from rules.understanding.identity import Identities
from rules.understanding.learned import Learned
from rules.understanding.lexicon import Lexicon
from rules.understanding.money import sums_of_money
from rules.understanding.numbers import days_waited
from rules.understanding.places import Gazetteer
from rules.understanding.secrets import secrets_in
from rules.understanding.services import Services
from rules.understanding.similar import REACHED_AT, terms_of
from rules.understanding.talk import Talk
from rules.understanding.understood import (
    Classification,
    Gist,
    SaidDate,
    SaidIdentity,
    SaidService,
    Understood,
)
from rules.understanding.words import Word

_COMPLAINED = {Gist.STORY, Gist.OTHER_OFFICE}


# In a letter or a form these name the field that follows; nothing is said of complaints by them.
_LABEL = re.compile(
    r"(?:(?<=^)|(?<=\n))[ \t]*(?:isi|materi|uraian|hal|perihal|keluhan|laporan|pengaduan|aduan|masalah|mslh|kronologi)"
    r"(?:[ \t]+(?:laporan|pengaduan|aduan|keluhan|masalah))?[ \t]*[:=]",
    re.IGNORECASE,
)


# No matter needs more to be understood, and a text made to be slow must not keep others waiting. All of it is kept.
STORY_READ, ANSWER_READ = 3000, 600


class Reader:
    """Built once from the lexicon, the catalogue and the places.

    Of a very long text the beginning is read (`STORY_READ`, `ANSWER_READ` characters); for the language, its end.
    """

    def __init__(self, lexicon: Lexicon, catalogue: Catalogue, places: Places) -> None:
        self._lexicon = lexicon
        self._wording = lexicon.wording
        self._classifier = Classifier(lexicon)
        self._dates = Dates(lexicon.wording)
        self._services = Services(catalogue, lexicon.wording)
        self._gazetteer = Gazetteer(places)
        self._identities = Identities(lexicon, self._gazetteer)
        self._talk = Talk(lexicon)
        # While one message is answered, its text is read for several questions.
        self._read_lately = lru_cache(maxsize=8)(self._read)

    def read(self, text: str, today: date) -> Understood:
        """What a first message, or a story told in several, says. `today`: its date in Asia/Jakarta."""
        return self._read_lately(text, today)

    def _read(self, text: str, today: date) -> Understood:
        ending, text = text[-ANSWER_READ:], text[:STORY_READ]
        words = self._wording.words(_LABEL.sub(lambda label: " " * len(label[0]), text))
        heard = self._talk.heard(words)
        found = self._classifier.weigh(self._talk.matter(self._talk.without_wishes(words, heard)))
        gist = self._talk.gist(text, words, heard, found)
        if gist is Gist.STORY and "office" in heard:
            found = of_the_office(found)
        paid = sums_of_money(words)
        if paid and self._talk.misdeed(heard):
            found = money_first(found)
        matter = gist in _COMPLAINED and not self._talk.spam(heard)
        identity = self._identities.in_story(text)
        beside = self._lexicon.lists.get("empty", frozenset()) | self._words_of(identity)
        matter = matter and not (gist is Gist.STORY and self._talk.only_announces(words, heard, beside))
        when = self._dates.in_story(text, today) if matter else None
        troubled = self._talk.troubled(heard)
        complained = matter and (gist is Gist.OTHER_OFFICE or says_something(found, troubled=troubled))
        return Understood(
            gist=gist,
            language=self._talk.language(ending),
            identity=identity,
            service=self._services.in_story(text, words),
            when=when,
            complete_on=self._dates.since_in_story(text, today) if matter else None,
            progress=self._talk.progress(heard, found, waits_since=matter and self._dates.waits_since(text, today)),
            has_result=self._talk.has_result(heard),
            misdeed=self._talk.misdeed(heard),
            classification=(of_others(found) if gist is Gist.OTHER_OFFICE else found) if complained else None,
            second_component=self._classifier.second(found) if complained else None,
            # Who gives a name and wants none to be said means the same as who wants it kept secret.
            wants_secret=self._talk.wants_secret(heard) or ("no_identity" in heard and identity.name is not None),
            refuses_identity=("no_identity" in heard and identity.name is None) or _is_dash(text),
            paid=paid,
            waited_days=days_waited(words),
            greeting=self._talk.greeting(heard),
            angry=self._talk.angry(text, heard),
            danger=self._talk.danger(heard),
            threat="threat" in heard,
            secrets=secrets_in(text),
        )

    def _words_of(self, said: SaidIdentity) -> frozenset[str]:
        parts = (said.name, said.organisation, said.address, said.on_behalf_of)
        return frozenset(word.plain for part in parts if part for word in self._wording.words(part))

    def classify(self, text: str) -> Classification:
        """All fifteen components, best first, for any text, also an empty one."""
        return self._classifier.weigh(self._talk.matter(self._wording.words(text[:STORY_READ])))

    def words(self, text: str) -> tuple[Word, ...]:
        """The words as the reader takes them: what weights are learned from."""
        return tuple(self._wording.words(text[:STORY_READ]))

    def terms(self, text: str, *besides: str | None) -> frozenset[str]:
        """The words that tell which matter a complaint is about; none of `besides` (who complains).

        No address, telephone number or NIK is among them, nor the wish for secrecy: they tell of persons.
        """
        named = {word.plain for part in besides if part for word in self._wording.words(part)}
        words = self.words(REACHED_AT.sub(" ", text[:STORY_READ]))
        told = self._talk.matter(self._talk.without_wishes(words, self._talk.heard(words)))
        return terms_of(told, self._lexicon.lists.get("empty", frozenset()), named)

    def nameless_terms(self, text: str, *besides: str | None) -> frozenset[str]:
        """As `terms`, and none of the names and addresses that are said in the text."""
        said = self._identities.in_story(text[:STORY_READ])
        return self.terms(text, said.name, said.organisation, said.on_behalf_of, said.address, *besides)

    @property
    def known(self) -> frozenset[str]:
        """The words of the lexicon that are no given name."""
        return self._lexicon.known - self._lexicon.lists.get("given", frozenset())

    def words_to_learn(self, text: str, *besides: str | None) -> tuple[Word, ...]:
        """The words, without given names, places and those of `besides` (who complains): nobody is learned."""
        named = {word.plain for part in besides if part for word in self._wording.words(part)}
        lists = self._lexicon.lists
        names = lists.get("given", frozenset()) - lists.get("everyday", frozenset()) | self._gazetteer.names
        named |= names - self._lexicon.known
        return tuple(word for word in self._talk.matter(self.words(text)) if word.plain not in named)

    def classify_with(self, words: Sequence[Word], learned: Learned) -> Classification:
        """As `classify`, by other weights than those of the lexicon."""
        return self._classifier.weigh(words, learned)

    def date(self, text: str, today: date) -> SaidDate | None:
        """An answer to "when?": also a bare "15" or "rabu". None when the text holds no date at all."""
        return self._dates.answer(text[:ANSWER_READ], today)

    def service(self, text: str) -> SaidService:
        """An answer to "which service?"."""
        return self._services.answer(text[:ANSWER_READ])

    def identity(self, text: str) -> SaidIdentity:
        """An answer to "your name?": here nearly any words that are not plain talk are a name."""
        return self._identities.answer(text[:ANSWER_READ])

    def place(self, text: str) -> tuple[Place | None, str | None]:
        """An answer to "which village?": a place with the street before it, else the text as typed.

        (None, None) without words.
        """
        return self._gazetteer.answer(text[:ANSWER_READ])

    def wants_secret(self, text: str) -> bool:
        """The writer's name is to be kept secret ("jangan sampai ketahuan")."""
        return self._talk.wants_secret(self._talk.heard(self._wording.words(text[:STORY_READ])))

    def refuses_identity(self, text: str) -> bool:
        """The writer gives no name: "tanpa nama", "anonim", "hamba Allah", or only a dash."""
        words = self._wording.words(text[:STORY_READ])
        return _is_dash(text) or "no_identity" in self._talk.heard(words)

    def language(self, text: str) -> str | None:
        """`id`, `su` or `en`; None when the words do not tell. The last full sentence decides."""
        return self._talk.language(text[-ANSWER_READ:])

    def gist(self, text: str) -> Gist:
        """What kind of talk a message is."""
        text = text[:STORY_READ]
        words = self._wording.words(text)
        return self._talk.gist(text, words, self._talk.heard(words), self._classifier.weigh(self._talk.matter(words)))


def _is_dash(text: str) -> bool:
    """`-`, `--`, `_`: how people leave a field of a form empty."""
    return bool(text.strip()) and set(text.strip()) <= set("-–—_*/")
