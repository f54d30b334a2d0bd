"""A case from a citizen's first word to its end, through the internal route."""

from rules.lifecycle import State
from tests.stories.desk.conftest import Desk


async def test_from_the_queue_to_the_answer_that_arrived(desk: Desk) -> None:
    citizen, number = await desk.complaint()
    officer, town = desk.officer, desk.town
    print(officer.text)
    for said in (
        "antrean",
        f"kasus {number}",
        f"ambil {number}",
        f"telaah {number}",
        "pakai usulan",
        "1",
        "tidak ada",
        "2 ke bagian penerbitan, hari ini",
        f"jalur {number} internal",
    ):
        await officer.says(said)
        print(">>", said)
        print(officer.text)
        print(officer.offered)
    print("SUP", desk.superior.text, desk.superior.last.files)
    await officer.says(f"balas {number} Sertifikat terbit hari ini dan dapat diunduh di akun OSS.")
    print(officer.text, officer.offered)
    await officer.says("kirim")
    print(officer.text)
    print("CIT", citizen.text, citizen.offered)
    await town.passes(seconds=6)
    print(officer.text)
    print("SUP", desk.superior.text)
    await citizen.says("selesai")
    print("CIT", citizen.text)
    await town.passes(hours=1)
    print(officer.text)
    case = await town.case(number)
    print(case.state, case.clocks[-1].answered_at)
    assert case.state == State.CLOSED
