"""What people do when they are asked how satisfied they are, and what becomes of it."""

from handlers.survey.results import Satisfaction, satisfaction
from messages.envelope import Channel
from rules.periods import Quarter
from tests.stories.desk.conftest import Desk
from tests.talk import Citizen

CHATS = [Channel.TELEGRAM, Channel.WHATSAPP, Channel.WEB]
RATINGS = ["Tidak puas", "Kurang puas", "Puas", "Sangat puas"]
OFFER = ["Isi", "Nanti", "Tidak"]
ANOTHER = "petugas loket PBG kasar sekali kemarin waktu saya tanya syarat. Dedi Kurniawan, Plered"
NEW_STORY = "sertifikat standar KBLI 27203 saya belum terbit juga padahal berkas lengkap 23 oktober"
THIS, NEXT = Quarter(2026, 4), Quarter(2027, 1)


async def results(desk: Desk, quarter: Quarter = THIS) -> Satisfaction | None:
    async with desk.town.database.reading(desk.town.now) as work:
        return await satisfaction(work, quarter)


async def told(desk: Desk, quarter: Quarter = THIS) -> Satisfaction:
    result = await results(desk, quarter)
    assert result is not None
    return result


async def once_more(desk: Desk, citizen: Citizen, story: str = ANOTHER) -> str:
    """Another report of the same person is filed, worked and answered; gives its number."""
    await citizen.says(f"lapor {story}")
    await citizen.reaches_review(name="Dedi Kurniawan", place="Plered")
    await citizen.says("kirim")
    number = citizen.number
    await desk.officer.says(f"ambil {number}")
    await desk.studies(number)
    await desk.officer.says(f"jalur {number} internal")
    await desk.replies(number, "Sudah kami perbaiki.")
    await desk.town.arrives(citizen, desk.superior)
    return number


async def served(desk: Desk, channel: Channel = Channel.TELEGRAM) -> Citizen:
    """Somebody whose case was answered and who said that it is solved."""
    citizen, _ = await desk.answered(channel)
    await citizen.says("selesai. makasih")
    citizen.hears("outcome-solved", "rating-ask")
    return citizen


async def offered(desk: Desk, channel: Channel = Channel.TELEGRAM) -> Citizen:
    """The same, who answered the one question and is offered the survey."""
    citizen = await served(desk, channel)
    await citizen.says("3")
    citizen.hears("rating-thanks", "survey-offer")
    return citizen


async def fills_in(citizen: Citizen, values: list[int]) -> None:
    """Answers the nine questions, the first of which was just asked."""
    for nth, value in enumerate(values, start=1):
        citizen.hears(f"survey-u{nth}")
        citizen.reads(f"{nth}/9. ")
        assert len(citizen.offered) == 4
        await citizen.says(str(value))
    citizen.hears("survey-thanks")


async def in_the_survey(desk: Desk, answered: int = 3, channel: Channel = Channel.TELEGRAM) -> Citizen:
    citizen = await offered(desk, channel)
    await citizen.says("isi")
    for _ in range(answered):
        await citizen.says("1")
    citizen.hears(f"survey-u{answered + 1}")
    return citizen


async def fills_rest(citizen: Citizen, nth: int) -> None:
    for question in range(nth, 10):
        citizen.hears(f"survey-u{question}")
        await citizen.says("4")
    citizen.hears("survey-thanks")
