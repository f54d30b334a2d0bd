"""The same matter again: from the same person the case is named, from others it is found (study step 6c)."""

from sqlalchemy import delete

from handlers.similar import Alike, alike, index_anew, matter_of
from messages.envelope import Channel
from storage.tables import CaseTerm
from tests.talk import Citizen, Town

AC = "urus NIB, AC di ruang tunggu MPP mati sejak Senin, panas sekali, ibu saya sampai pusing. Siti Aminah, Plered"
AC_AGAIN = "ruang tunggu MPP masih panas, AC nya blm nyala juga"
AC_BY_OTHERS = "hareudang pisan di ruang tunggu mpp kemarin, AC pareum. abdi Ujang ti Wanayasa"
STAMP = "berkas NIB saya ditolak loket 2 kemarin karena stempelnya tidak basah. Budi Santoso, Plered"


async def files(citizen: Citizen, story: str) -> str:
    """Files it, whatever is asked; its number."""
    await citizen.says(story)
    await citizen.reaches_review(name="Siti Aminah", place="Plered")
    await citizen.says("kirim")
    citizen.hears("receipt-number")
    return citizen.number


async def found_for(town: Town, number: str) -> list[Alike]:
    case = await town.case(number)
    async with town.database.reading(town.now) as work:
        matter = matter_of(case, town.office)
        return await alike(work, town.office, matter, person_id=case.person_id, besides=case.id)


async def test_the_case_that_it_is_about_is_named_among_several(town: Town) -> None:
    siti = town.citizen(Channel.WHATSAPP)
    about_the_ac = await files(siti, AC)
    await siti.says(STAMP)
    await siti.presses("Laporan baru")
    await siti.reaches_review()
    await siti.says("kirim")
    siti.hears("receipt-complaint")
    assert siti.number != about_the_ac
    await siti.says(AC_AGAIN)
    siti.hears("case-or-new")
    assert siti.offered[0] == about_the_ac, "the likest first"
    await siti.presses(about_the_ac)
    siti.hears("add-done")
    siti.reads(about_the_ac)


async def test_another_matter_is_asked_about_without_guessing(town: Town) -> None:
    siti = town.citizen()
    await files(siti, AC)
    await siti.says("izin apotek saya sudah sebulan belum terbit")
    siti.hears("case-or-new-one")


async def test_the_same_trouble_told_by_others_is_found_on_every_channel(town: Town) -> None:
    first = await files(town.citizen(Channel.TELEGRAM), AC)
    await files(town.citizen(Channel.WHATSAPP), STAMP)
    for channel in (Channel.SMS, Channel.WEB):
        other = town.citizen(channel)
        found = await found_for(town, await files(other, AC_BY_OTHERS))
        assert first in [one.case.number for one in found]
        assert not any(one.same_person for one in found if one.case.number == first)


async def test_the_same_person_is_told_apart_from_others(town: Town) -> None:
    siti = town.citizen()
    first = await files(siti, AC)
    await siti.says(AC_AGAIN)
    await siti.presses("Laporan baru")
    await siti.reaches_review(name="Siti Aminah", place="Plered")
    await siti.says("kirim")
    assert [(one.case.number, one.same_person) for one in await found_for(town, siti.number)] == [(first, True)]


async def test_a_shared_name_and_village_are_no_shared_matter(town: Town) -> None:
    await files(town.citizen(), STAMP)
    budi = town.citizen()
    number = await files(budi, "toilet lantai dua MPP mampet kemarin. Budi Santoso, Plered")
    assert await found_for(town, number) == []


async def test_what_is_erased_is_found_no_more(town: Town) -> None:
    siti = town.citizen()
    await files(siti, AC)
    other = town.citizen()
    number = await files(other, AC.replace("Siti Aminah", "Neng Rina"))
    assert len(await found_for(town, number)) == 1
    for said in ("hapus data saya", "hapus data saya", "ya hapus semua"):
        await siti.says(said)
    siti.hears("mydata-erased")
    assert await found_for(town, number) == []


async def test_the_only_open_case_is_named_as_the_same(town: Town) -> None:
    siti = town.citizen(Channel.SMS)
    number = await files(siti, AC)
    await siti.says(AC_AGAIN)
    siti.hears("case-same-or-new")
    siti.reads(number)


async def test_how_somebody_is_reached_and_the_wish_for_secrecy_make_nothing_alike(town: Town) -> None:
    """Or a secret case would be found by its person's telephone, NIK, address, or by being secret."""
    who = "hubungi 081234567890 atau siti.aminah@contoh.id, NIK 3214012501900001, rahasiakan identitas saya"
    await files(town.citizen(), f"urus NIB, AC di ruang tunggu mati kemarin, {who}. Siti Aminah, Plered")
    number = await files(town.citizen(), f"berkas NIB ditolak karena stempel tidak basah kemarin, {who}. Siti, Plered")
    assert await found_for(town, number) == []


async def test_a_case_that_is_only_followed_is_named_by_its_number_alone(town: Town) -> None:
    siti = town.citizen()
    number = await files(siti, AC)
    follower = town.citizen(Channel.WHATSAPP)
    await follower.says(f"status {number}")
    await follower.says(siti.code)
    await follower.presses("Kabari di sini juga")
    await follower.says(AC_AGAIN)
    follower.hears("case-or-new-one", "case-which-row")
    assert "AC" not in follower.text


async def test_older_cases_are_found_again_when_their_words_are_taken_anew(town: Town) -> None:
    first = await files(town.citizen(), AC)
    second = await files(town.citizen(), AC_BY_OTHERS)
    async with town.database.engine.begin() as connection:
        await connection.execute(delete(CaseTerm))
    assert await found_for(town, second) == []
    async with town.database.work(town.now) as work:
        await index_anew(work, town.office, await work.cases.registered_after(0, limit=100))
        await work.commit()
    assert [one.case.number for one in await found_for(town, second)] == [first]
