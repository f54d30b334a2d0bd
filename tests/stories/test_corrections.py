"""What officers correct is kept to learn from: the text, from what, to what; until its person is erased."""

from rules.components import Component
from tests.talk import COMPLAINT, Town


async def correct(town: Town, number: str, component: Component, by: str = "officer") -> bool:
    case = await town.case(number)
    async with town.database.work(town.now) as work:
        made = await work.corrections.correct(await work.cases.locked(case.id), component, by=by)
        await work.commit()
        return made is not None


async def kept(town: Town) -> list[tuple[str, str, str | None]]:
    async with town.database.reading(town.now) as work:
        return [(one.before, one.after, one.text) for one, _ in await work.corrections.last_words()]


async def test_a_correction_keeps_the_text_from_what_and_to_what(town: Town) -> None:
    number = await town.citizen().files()
    assert await correct(town, number, Component.PROCEDURE)
    assert await kept(town) == [("kompetensi", "prosedur", COMPLAINT)]
    case = await town.case(number)
    assert (case.component, case.component_by) == ("prosedur", "officer")
    async with town.database.reading(town.now) as work:
        assert await work.audit.first_broken() is None


async def test_what_is_right_already_is_no_correction(town: Town) -> None:
    number = await town.citizen().files()
    assert not await correct(town, number, Component.STAFF_COMPETENCE)
    assert await kept(town) == []


async def test_the_last_word_counts(town: Town) -> None:
    number = await town.citizen().files()
    await correct(town, number, Component.PROCEDURE)
    await correct(town, number, Component.SUPERVISION)
    assert [after for _, after, _ in await kept(town)] == ["pengawasan"]


async def test_the_second_component_goes_when_it_becomes_the_first(town: Town) -> None:
    siti = town.citizen()
    await siti.says("petugas loket PBG kasar, dan diminta uang 500 ribu kemarin. Siti Aminah, Plered")
    await siti.reaches_review()
    await siti.says("kirim")
    before = await town.case(siti.number)
    assert before.second_component is not None
    await correct(town, siti.number, Component(before.second_component))
    after = await town.case(siti.number)
    assert (after.component, after.second_component) == (before.second_component, None)


async def test_erasing_a_person_erases_what_would_be_learned_of_their_words(town: Town) -> None:
    budi = town.citizen()
    number = await budi.files()
    await correct(town, number, Component.PROCEDURE)
    for said in ("hapus data saya", "hapus data saya", "ya hapus semua"):
        await budi.says(said)
    budi.hears("mydata-erased")
    assert await kept(town) == []
