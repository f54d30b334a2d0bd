"""Finding what is already on file about the same matter, without a readable word in the database.

Each word that tells what a case is about is kept as a keyed digest of eight bytes; two words with one digest do no
harm, for what is found is read and compared afterwards. Of every word the newest cases are looked at: how close
together they lie also tells how rare the word is, so that nobody has to count.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Case, CaseTerm
from storage.upsert import insert_into
from storage.vault import Vault

_NEWEST = 250  # cases that are looked at for each word
_WORDS = 150  # of a very long text the longest words are looked up
_FIRST_SIGHT = 200  # cases whose service and component are looked at
_OWN = 20  # the person's own newest cases are looked at, whatever their words
_ANY_WORD = 1.0  # what a word tells that stands in every case
_SAME_SERVICE, _SAME_COMPONENT = 4.0, 2.0  # worth as much as a word that one in 50 cases holds, or one in 7


@dataclass(frozen=True, slots=True)
class Near:
    """Cases that may be about the same, the most likely first, and what each word tells (log odds: rare ones more)."""

    cases: tuple[Case, ...]
    rarity: Mapping[str, float]


class Terms:
    """The words of cases, as digests."""

    def __init__(self, session: AsyncSession, vault: Vault) -> None:
        self._session = session
        self._vault = vault

    async def keep(self, case_id: int, terms: Collection[str]) -> None:
        """Kept once however often it is said."""
        rows = [{"term": digest, "case_id": case_id} for digest in sorted(set(self._digests(terms).values()))]
        if rows:
            insert = insert_into(self._session, CaseTerm).on_conflict_do_nothing()
            await self._session.execute(insert, rows)

    async def replace(self, case_id: int, terms: Collection[str]) -> None:
        """These instead of those that were kept."""
        await self._session.execute(delete(CaseTerm).where(CaseTerm.case_id == case_id))
        await self.keep(case_id, terms)

    async def near(
        self,
        terms: Collection[str],
        *,
        service_id: str | None,
        components: Collection[str],
        person_id: int | None = None,
        besides: int | None = None,
        limit: int = 24,
    ) -> Near:
        """Cases that share rare words, the service, the component. `besides`: the case itself, where it is on file."""
        digests = self._digests(_longest(terms))
        held, rarity = await self._looked_up(digests)
        weights: dict[int, float] = {}
        for term, digest in digests.items():
            for case_id in held[digest]:
                weights[case_id] = weights.get(case_id, 0.0) + rarity[term]
        seen = sorted(weights, key=lambda case_id: (-weights[case_id], -case_id))[:_FIRST_SIGHT]
        about = await self._session.execute(
            select(Case.id, Case.service_id, Case.component, Case.second_component).where(Case.id.in_(seen))
        )
        for case_id, service, component, second in about.all():
            weights[case_id] += _SAME_SERVICE * (service is not None and service == service_id)
            weights[case_id] += _SAME_COMPONENT * (component in components or second in components)
        best = sorted(seen, key=lambda case_id: (-weights[case_id], -case_id))[:limit]
        if person_id is not None:
            own = select(Case.id).where(Case.person_id == person_id).order_by(Case.id.desc()).limit(_OWN)
            best = list(dict.fromkeys([*best, *(await self._session.execute(own)).scalars()]))
        found = await self._session.execute(select(Case).where(Case.id.in_(best), Case.erased_at.is_(None)))
        cases = sorted((case for case in found.scalars() if case.id != besides), key=lambda case: best.index(case.id))
        return Near(tuple(cases), rarity)

    async def rarity(self, terms: Collection[str]) -> Mapping[str, float]:
        """What each word tells: the fewer cases hold it, the more."""
        _, rarity = await self._looked_up(self._digests(_longest(terms)))
        return rarity

    async def _looked_up(self, digests: Mapping[str, int]) -> tuple[Mapping[int, list[int]], Mapping[str, float]]:
        held = await self._newest_with(list(digests.values()))
        newest = (await self._session.execute(select(func.max(Case.id)))).scalar_one() or 0
        return held, {term: _rarity(held[digest], newest) for term, digest in digests.items()}

    async def _newest_with(self, digests: Sequence[int]) -> Mapping[int, list[int]]:
        """The newest cases that hold each word."""
        held: dict[int, list[int]] = {digest: [] for digest in digests}
        if digests:
            of_each = [
                select(CaseTerm.term, CaseTerm.case_id)
                .where(CaseTerm.term == digest)
                .order_by(CaseTerm.case_id.desc())
                .limit(_NEWEST)
                .subquery()
                for digest in digests
            ]
            found = await self._session.execute(union_all(*(select(one.c.term, one.c.case_id) for one in of_each)))
            for term, case_id in found.all():
                held[term].append(case_id)
        return held

    def _digests(self, terms: Collection[str]) -> dict[str, int]:
        return {term: term_digest(self._vault, term) for term in terms}


def _longest(terms: Collection[str]) -> list[str]:
    return sorted(terms, key=lambda term: (-len(term), term))[:_WORDS]


def term_digest(vault: Vault, term: str) -> int:
    """Eight bytes of the keyed digest."""
    return int.from_bytes(vault.blind("case.term", term)[:8], "big", signed=True)


def _rarity(newest_with_it: list[int], newest: int) -> float:
    """The fewer cases hold a word, the more it tells. Of a common word the share among the newest is taken."""
    among = newest if len(newest_with_it) < _NEWEST else newest - min(newest_with_it) + 1
    return math.log((among + 1) / (len(newest_with_it) + 0.5)) + _ANY_WORD
