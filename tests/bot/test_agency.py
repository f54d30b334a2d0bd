"""The agency folder: the shipped one is whole, and every slip in a folder is one line that names the file."""

import shutil
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.agency import AgencyTrouble, load_office, shipped_folder
from bot.agency_standard import StandardFile, read_standard, write_standards
from rules.agency import Closure, Place
from rules.components import OF_A_STANDARD, Component
from rules.office import Office
from rules.standard import Completion, Fee, ServiceStandard


@pytest.fixture(scope="module")
def office() -> Office:
    return load_office()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped folder, to break."""
    return shutil.copytree(shipped_folder(), tmp_path / "agency")


def trouble(folder: Path) -> str:
    with pytest.raises(AgencyTrouble) as caught:
        load_office(folder)
    assert "\n" not in caught.value.line
    return caught.value.line


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_profile_says_what_component_6_says(office: Office) -> None:
    profile = office.profile
    assert profile.short_name == "DPMPTSP Purwakarta"
    assert profile.phone == "(0264) 8224794 ext. 103"
    assert (profile.prefix, profile.time_zone) == ("ADU", "Asia/Jakarta")
    assert (profile.reply_days, profile.window_days) == (14, 30)
    assert (profile.opens, profile.closes) == (time(8), time(15, 30))
    assert [tier.id for tier in profile.tiers] == ["pelaksana", "atasan", "kepala"]
    assert profile.emergency["Panggilan darurat"] == "112"


def test_thirteen_ways_in_and_the_two_the_office_adds(office: Office) -> None:
    ways = {way.id: way.answered_by_bot for way in office.profile.ways_in}
    assert len(ways) == 15
    assert {way for way, answered in ways.items() if answered} == {"sms", "whatsapp", "telegram", "webchat"}


def test_other_offices_are_known_and_one_is_for_everything_else(office: Office) -> None:
    by_topic = {topic: referral.id for referral in office.profile.referrals for topic in referral.topics}
    assert by_topic["mati lampu"] == "pln"
    assert by_topic["ktp"] == "disdukcapil"
    assert [r.contact for r in office.profile.referrals if not r.topics] == ["lapor.go.id atau SMS 1708"]


def test_every_village_of_the_regency(office: Office) -> None:
    places = office.places.places
    assert sum(place.village is None for place in places) == 17
    assert sum(place.village is not None and not place.urban for place in places) == 183
    assert sum(place.urban for place in places) == 9
    labels = {place.label() for place in places}
    assert {
        "Desa Cigelam, Babakancikao",
        "Kel. Ciseureuh, Purwakarta",
        "Kel. Sindangkasih, Purwakarta",
        "Desa Cibening, Bungursari",
        "Desa Cinangka, Bungursari",
        "Desa Jatimekar, Jatiluhur",
        "Kec. Plered",
    } <= labels
    assert Place("Cibatu") in places


def test_standard_53_as_data(office: Office) -> None:
    service = office.catalogue.by_kbli("27203")
    assert service is not None
    standard = service.standard
    assert standard is not None
    assert (service.id, standard.id, standard.number) == ("kbli-27203", "kbli-27203", 53)
    assert standard.completion == Completion(7, "working")
    assert standard.fee == Fee(free=True, amount=0)
    assert (standard.reply_days, standard.window_days, standard.staff) == (14, 30, 30)
    assert standard.missing_components() == ()
    assert len(standard.components[Component.REQUIREMENTS]) == 10
    assert "baterai motor listrik" in service.aliases


def test_services_without_a_standard_are_there_all_the_same(office: Office) -> None:
    reklame = office.catalogue.get("reklame")
    assert reklame is not None
    assert reklame.standard is None
    assert reklame.variants == ("reklame-baru", "reklame-perpanjangan")
    assert office.catalogue.services["sip-perawat"].name("en") == "Practice permit, nurse (SIPP)"
    assert "imb" in office.catalogue.services["pbg"].aliases


@pytest.mark.parametrize(
    ("said", "service"),
    [
        ("imb saya salah luas", "pbg"),
        ("ijin apotik belum keluar", "apotek"),
        ("KBLI 27203 kami lama sekali", "kbli-27203"),
    ],
)
def test_the_reader_knows_this_offices_services(office: Office, said: str, service: str) -> None:
    assert office.reader.read(said, date(2026, 11, 23)).service.service_id == service


def test_closures_are_no_working_days(folder: Path) -> None:
    (folder / "closures.toml").write_text('[[closures]]\nday = 2027-07-20\nname = "Hari Jadi"\n', encoding="utf-8")
    office = load_office(folder)
    assert office.profile.closures == (Closure(date(2027, 7, 20), "Hari Jadi"),)
    assert not office.calendar.is_working_day(date(2027, 7, 20))
    assert office.calendar.is_working_day(date(2027, 7, 21))


def test_an_office_adds_words_of_its_own(folder: Path) -> None:
    (folder / "lexicon").mkdir()
    (folder / "lexicon" / "slang.toml").write_text('[says]\n"blekutuk" = "lama"\n', encoding="utf-8")
    own, shipped = load_office(folder), load_office()
    said = "izinnya blekutuk"
    assert own.reader.classify(said).component is Component.COMPLETION_TIME
    assert own.reader.classify("izinnya lama").score == own.reader.classify(said).score
    assert shipped.reader.classify(said).score < own.reader.classify(said).score


def test_a_standard_without_an_entry_is_a_service_of_its_own(folder: Path) -> None:
    source = folder / "standards" / "kbli-27203.toml"
    text = source.read_text(encoding="utf-8").split("aliases = [")[0]
    text = text.replace("27203", "10710") + source.read_text(encoding="utf-8").split("[names]")[1].split("\n\n", 1)[1]
    (folder / "standards" / "kbli-10710.toml").write_text(text, encoding="utf-8")
    service = load_office(folder).catalogue.by_kbli("10710")
    assert service is not None
    assert service.names == {"id": service.standard.title if service.standard else ""}


def test_a_standard_belongs_to_the_service_of_its_id(folder: Path) -> None:
    source = (folder / "standards" / "kbli-27203.toml").read_text(encoding="utf-8")
    text = source.replace('id = "kbli-27203"', 'id = "apotek"', 1).replace('kbli = "27203"\n', "", 1)
    text = text[: text.index("aliases")] + text[text.index("[completion]") :]
    (folder / "standards" / "apotek.toml").write_text(text, encoding="utf-8")
    service = load_office(folder).catalogue.services["apotek"]
    assert service.standard is not None
    assert service.name() == "Izin apotek"


Break = Callable[[Path], None]


def broken(file: str, old: str, new: str) -> Break:
    return lambda folder: edit(folder / file, old, new)


STANDARD = "standards/kbli-27203.toml"


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda folder: (folder / "profile.toml").unlink(), "profile.toml: the file is missing"),
        (lambda folder: (folder / "places.toml").write_bytes(b"\xff\xfe"), "places.toml: is not UTF-8 text"),
        (broken("profile.toml", 'id = "purwakarta"', "id ="), "profile.toml: is not TOML"),
        (broken("profile.toml", "short_name", "shortname"), "profile.toml: short_name is missing"),
        (broken("profile.toml", "# Opens every", 'fax = "1"\n# Opens'), "profile.toml: unknown key fax"),
        (broken("profile.toml", "reply_days = 14", 'reply_days = "14"'), "reply_days must be a whole number"),
        (broken("profile.toml", "reply_days = 14", "reply_days = true"), "reply_days must be a whole number"),
        (broken("profile.toml", "reply_days = 14", "reply_days = 0"), "reply_days must be 1 or more"),
        (broken("profile.toml", "opens = 08:00:00", "opens = 17:00:00"), "opens must be earlier than closes"),
        (
            broken("profile.toml", '"Asia/Jakarta"', '"Asia/Purwakarta"'),
            "time_zone 'Asia/Purwakarta' is not known",
        ),
        (
            broken("profile.toml", 'prefix = "ADU"', 'prefix = "adu-"'),
            "prefix must be 2 to 6 capital letters",
        ),
        (broken("profile.toml", 'id = "mall"', 'id = "office"'), "ways_in: office is there twice"),
        (broken("profile.toml", 'id = "mall"', 'id = "The Mall"'), "id must be lower case letters"),
        (broken("profile.toml", 'name = "Surel"', 'nama = "Surel"'), "ways_in email: name is missing"),
        (broken("profile.toml", 'topics = ["kua"', 'topics = ["", "kua"'), "topics must be a list of texts"),
        (
            broken("closures.toml", "closures = []", "[[closures]]\nday = 2027-07-20"),
            "closures 1: name is missing",
        ),
        (
            broken("closures.toml", "closures = []", '[[closures]]\nday = 2027-07-20T10:00:00\nname = "x"'),
            "day must be a date",
        ),
        (broken("places.toml", '"Nagri Kidul"', '"Nagri Kaler"'), "is there twice"),
        (broken("services.toml", 'id = "lkpm"', 'id = "kkpr"'), "services.toml: service kkpr is there twice"),
        (broken("services.toml", '"lapor lkpm"', '"nib"'), "'nib' is said for two services"),
        (
            broken("services.toml", '"reklame-baru"', '"reklame-lama"'),
            "no other service is called reklame-lama",
        ),
        (broken("services.toml", 'en = "Business', 'jp = "Business'), "names: unknown language jp"),
        (broken("services.toml", '{ id = "NIB"', '{ en = "NIB"'), "services.toml"),
        (broken(STANDARD, 'id = "kbli-27203"', 'id = "kbli-1"'), "the file must be named kbli-1.toml"),
        (broken(STANDARD, 'kbli = "27203"', 'kbli = "272"'), "kbli must be five digits"),
        (
            broken(STANDARD, 'unit = "working"', 'unit = "days"'),
            "completion: unit must be working or calendar",
        ),
        (broken(STANDARD, "amount = 0", "amount = 5"), "fee: amount must be 0 when free"),
        (broken(STANDARD, "persyaratan = [", "syarat = ["), "components: unknown key syarat"),
        (broken(STANDARD, "number = 53", "number = 53\nissued = 2021"), "unknown key issued"),
    ],
)
def test_every_slip_is_one_line_that_names_the_file(folder: Path, damage: Break, said: str) -> None:
    damage(folder)
    assert said in trouble(folder)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "missing" in trouble(tmp_path / "nowhere")


def test_a_wrong_word_list_is_named(folder: Path) -> None:
    (folder / "lexicon").mkdir()
    (folder / "lexicon" / "slang.toml").write_text('says = ["a"]\n', encoding="utf-8")
    assert "slang.toml" in trouble(folder)


TEXTS = st.text(min_size=1, max_size=20).filter(lambda text: text.strip())
STANDARDS = st.builds(
    ServiceStandard,
    id=st.just("kbli-10710"),
    number=st.integers(1, 999),
    title=TEXTS,
    kbli=st.sampled_from([None, "10710"]),
    completion=st.none() | st.builds(Completion, st.integers(0, 365), st.sampled_from(["working", "calendar"])),
    fee=st.sampled_from([None, Fee(True, 0), Fee(False, None), Fee(False, 25_000)]),
    reply_days=st.none() | st.integers(1, 60),
    window_days=st.none() | st.integers(1, 60),
    staff=st.none() | st.integers(1, 60),
    components=st.dictionaries(
        st.sampled_from(OF_A_STANDARD), st.lists(TEXTS, min_size=1, max_size=3).map(tuple), max_size=3
    ),
)


@given(STANDARDS, st.lists(TEXTS, max_size=3).map(tuple))
def test_a_standard_that_is_written_reads_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, standard: ServiceStandard, aliases: tuple[str, ...]
) -> None:
    folder = tmp_path_factory.mktemp("standards")
    file = StandardFile(standard, {"id": standard.title}, aliases)
    assert write_standards(folder, [file]) == (folder / "kbli-10710.toml",)
    assert read_standard(folder / "kbli-10710.toml") == file
    assert [path.name for path in folder.iterdir()] == ["kbli-10710.toml"]
