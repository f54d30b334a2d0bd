"""`aduan correct`, `similar`, `reindex`: what an officer does when studying a case, for whoever keeps the machine."""

import asyncio
import json
from datetime import UTC, datetime
from typing import Annotated

import typer

from bot.cli.shared import Json, progress, stop
from bot.program import office_of, opened_database
from bot.settings import load_settings
from handlers.similar import Alike, alike, index_anew, matter_of
from messages.speech import Words
from rules.components import Component
from rules.days import local_date
from rules.number import staff_number
from rules.office import Office
from storage.tables import Case
from storage.work import Work

_OPERATOR = "operator"
_BATCH = 100  # cases that are taken in one transaction: people who write meanwhile wait no longer
Number = Annotated[str, typer.Argument(metavar="NUMBER", help="The register number; this year's also as 412.")]


def study_commands(app: typer.Typer) -> None:
    app.command("correct")(correct)
    app.command("similar")(similar)
    app.command("reindex")(reindex)


def correct(
    number: Number,
    component: Annotated[str, typer.Argument(metavar="COMPONENT", help="What it is really about, as `biaya`.")],
    as_json: Json = False,
) -> None:
    """Correct the class of a case. It is kept what was read, from what and to what; `aduan train` can learn of it."""

    wanted = component.casefold()
    if wanted not in tuple(Component):
        stop(f"{component!r} is none of {', '.join(Component)}.")

    async def put_right() -> tuple[str, str]:
        settings = load_settings()
        office = office_of(settings)
        async with opened_database(settings) as database, database.work(datetime.now(UTC)) as work:
            found = await _case(work, office, number)
            case = await work.cases.locked(found.id)
            if case.erased_at is not None:
                stop(f"{case.number} was erased: there is nothing left to be about.")
            made = await work.corrections.correct(case, Component(wanted), by=_OPERATOR)
            await work.commit()
            return case.number, made.before if made else wanted

    full, before = asyncio.run(put_right())
    if as_json:
        print(json.dumps({"number": full, "before": before, "after": wanted}))
    elif before == wanted:
        print(f"{full} is about {wanted} already.")
    else:
        print(f"{full}: {before} -> {wanted}. `aduan train --corrections` learns of it.")


def similar(number: Number, as_json: Json = False) -> None:
    """What is already on file about the same matter, the likest first."""

    async def look() -> tuple[Case, list[Alike]]:
        settings = load_settings()
        office = office_of(settings)
        async with opened_database(settings) as database, database.reading(datetime.now(UTC)) as work:
            case = await _case(work, office, number)
            person = None if case.secret else case.person_id
            found = await alike(work, office, matter_of(case, office), person_id=person, besides=case.id)
            return case, found

    case, found = asyncio.run(look())
    words = Words("id")
    for one in found:
        same = one.same_person and not (case.secret or one.case.secret)
        if as_json:
            told = {"number": one.case.number, "score": round(one.score, 3), "same_person": same}
            print(json.dumps({**told, "state": one.case.state, "kind": one.case.kind}))
            continue
        day = words.day(local_date(one.case.registered_at))
        who = ", the same person" if same else ""
        print(f"{one.case.number}  {one.score:.2f}  {one.case.state}, {day}{who}")
    if not found and not as_json:
        print(f"Nothing else is on file about the matter of {case.number}.")


def reindex(
    after: Annotated[int, typer.Option("--after", help="Go on behind this case, as an interrupted run says.")] = 0,
) -> None:
    """Take anew the words by which similar cases are found, after the lexicon has changed. Can be interrupted."""
    done = after

    async def take() -> None:
        nonlocal done
        settings = load_settings()
        office = office_of(settings)
        async with opened_database(settings) as database:
            async with database.reading(datetime.now(UTC)) as work:
                newest = await work.cases.newest()
            with progress() as bar:
                task = bar.add_task("reindex", total=newest, completed=done)
                while done < newest:
                    async with database.work(datetime.now(UTC)) as work:
                        cases = await work.cases.registered_after(done, _BATCH)
                        await index_anew(work, office, cases)
                        await work.commit()
                    done = cases[-1].id if cases else newest
                    bar.update(task, completed=done)

    try:
        asyncio.run(take())
    except KeyboardInterrupt:
        stop(f"interrupted: go on with `aduan reindex --after {done}`.")
    print("Similar cases are found by the lexicon of today.")


async def _case(work: Work, office: Office, said: str) -> Case:
    found = staff_number(said, office.profile.prefix, local_date(datetime.now(UTC)).year)
    case = await work.cases.by_number(found.number) if found and found.number else None
    if case is None:
        stop(f"{said}: no case has this number.")
    return case
