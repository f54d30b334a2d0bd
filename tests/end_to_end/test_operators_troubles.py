"""What an operator can get wrong: one clear line on standard error, another exit code than 0, nothing left behind."""

import base64
import re
import socket
from pathlib import Path

import pytest
from dotenv import dotenv_values

from bot.settings import Settings
from tests.end_to_end.process import DATA_KEY, command, environment, free_port
from tests.servers.telegram import TOKEN, TelegramServer
from tests.servers.twilio import TwilioServer

ROOT = Path(__file__).parents[2]
ANOTHER_KEY = base64.b64encode(b"another key, of 32 bytes exactly").decode()


def left_behind(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"PORT": "eighty"}, ["PORT", "integer"]),
        ({"PORT": "70000"}, ["PORT", "65535"]),
        ({"TELEGRAM_MODE": "carrier-pigeon"}, ["TELEGRAM_MODE", "polling", "webhook"]),
        ({"PUBLIC_URL": "aduan.example"}, ["PUBLIC_URL", "https://"]),
        ({"DATABASE_URL": "mysql://here/aduan"}, ["DATABASE_URL", "sqlite+aiosqlite", "postgresql+asyncpg"]),
        ({"DATABASE_URL": "postgresql+asyncpg://host:port/aduan"}, ["DATABASE_URL"]),
        ({"BURST_SECONDS": "-1"}, ["BURST_SECONDS", "0"]),
        ({"DRAFT_NUDGE_HOURS": "24", "DRAFT_EXPIRE_HOURS": "2"}, ["DRAFT_EXPIRE_HOURS", "DRAFT_NUDGE_HOURS"]),
        ({"LOG_LEVEL": "chatty"}, ["LOG_LEVEL", "debug"]),
        ({"DATA_KEY": "c2hvcnQ="}, ["DATA_KEY", "32 bytes"]),
        ({"DATA_KEY": "not base64 at all"}, ["DATA_KEY", "base64"]),
        ({"FAILPOINT": "in.nowhere"}, ["FAILPOINT", "in.committed"]),
        ({"FAILPOINT": "in.committed:0"}, ["FAILPOINT"]),
        ({"AGENCY_DIR": "/nowhere/at/all"}, ["/nowhere/at/all"]),
        ({"TELEGRAM_TOKEN": "1:x"}, ["TELEGRAM_TOKEN", "Did you mean TELEGRAM_BOT_TOKEN?"]),
        ({"DATABASE_ULR": "x"}, ["environment", "DATABASE_ULR", "Did you mean DATABASE_URL?"]),
        ({"TELEGRAM_BOT_TOKEN": "no-token"}, ["TELEGRAM_BOT_TOKEN"]),
        ({"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_MODE": "webhook"}, ["PUBLIC_URL", "TELEGRAM_MODE"]),
        ({"TWILIO_ACCOUNT_SID": "AC1"}, ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "together"]),
        ({"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "x"}, ["TWILIO_WHATSAPP_FROM", "TWILIO_SMS_FROM"]),
        (
            {"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "x", "TWILIO_SMS_FROM": "0264 820001"},
            ["TWILIO_SMS_FROM", "international"],
        ),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)
async def test_a_bad_setting_stops_the_start(settings: dict[str, str], words: list[str], tmp_path: Path) -> None:
    ended = await command(tmp_path, "run", settings={"PORT": str(free_port()), **settings})
    ended.one_line_of_trouble(*words)
    assert left_behind(tmp_path) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("DATABASE_ULR=sqlite+aiosqlite:///x.db\n", [".env", "DATABASE_ULR", "Did you mean DATABASE_URL?"]),
        ("SOMETHING_ELSE=1\n", [".env", "SOMETHING_ELSE", ".env.example"]),
        ("# fine\nPORT=80a\n", ["PORT"]),
        ("PORT=8000\nthis is no setting\n", [".env", "line 2"]),
        ("METRICS_TOKEN\n", [".env", "line 1"]),
    ],
)
async def test_a_slip_in_the_env_file_stops_the_start(text: str, words: list[str], tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(text)
    ended = await command(tmp_path, "run")
    ended.one_line_of_trouble(*words)
    assert left_behind(tmp_path) == [".env"]


async def test_the_environment_wins_over_the_env_file_and_empty_means_default(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        "LOG_LEVEL=nonsense\nPORT=\nDATA_DIR=kept\nDATABASE_URL=sqlite+aiosqlite:///kept/a.db\n"
    )
    ended = await command(tmp_path, "doctor", settings={"LOG_LEVEL": "error", "PUBLIC_URL": ""})
    assert ended.status == 0, ended.err
    assert {"kept/a.db", "kept/data.key"} <= set(left_behind(tmp_path))


async def test_a_busy_port(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ended = await command(tmp_path, "run", settings={"PORT": port})
    ended.one_line_of_trouble("Cannot listen on", port, "Set PORT to another number")
    assert left_behind(tmp_path) == []


async def test_a_host_that_is_not_ours(tmp_path: Path) -> None:
    ended = await command(tmp_path, "run", settings={"HOST": "203.0.113.9", "PORT": str(free_port())})
    ended.one_line_of_trouble("Cannot listen on 203.0.113.9")


async def test_a_database_server_that_is_not_there(tmp_path: Path) -> None:
    url = f"postgresql+asyncpg://aduan:geheim@127.0.0.1:{free_port()}/aduan"
    ended = await command(tmp_path, "run", settings={"DATABASE_URL": url, "PORT": str(free_port())})
    assert "geheim" not in ended.one_line_of_trouble("database", "DATABASE_URL")
    assert not (tmp_path / "data" / "data.key").exists()


async def test_a_database_on_the_server_that_is_not_there(tmp_path: Path, postgres: str) -> None:
    url = f"{postgres.rpartition('/')[0]}/no_such_database"
    ended = await command(tmp_path, "run", settings={"DATABASE_URL": url, "PORT": str(free_port())})
    ended.one_line_of_trouble("database", "no_such_database")


async def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("this is not a database\n" * 100)
    settings = {"DATABASE_URL": "sqlite+aiosqlite:///notes.txt", "DATA_KEY": DATA_KEY, "PORT": str(free_port())}
    ended = await command(tmp_path, "run", settings=settings)
    ended.one_line_of_trouble("database", "notes.txt")
    assert (tmp_path / "notes.txt").read_text().startswith("this is not a database")


async def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("a file where a folder should be")
    for settings in (
        {"DATABASE_URL": "sqlite+aiosqlite:///blocked/aduan.db", "DATA_KEY": DATA_KEY},
        {"DATA_DIR": "blocked/data"},
        {"DATABASE_URL": "sqlite+aiosqlite:////proc/aduan.db", "DATA_KEY": DATA_KEY},
    ):
        ended = await command(tmp_path, "run", settings={"PORT": str(free_port()), **settings})
        ended.one_line_of_trouble()
    assert left_behind(tmp_path) == ["blocked"]


async def test_the_wrong_key(tmp_path: Path) -> None:
    settings = {"DATABASE_URL": "sqlite+aiosqlite:///aduan.db", "DATA_KEY": DATA_KEY}
    assert (await command(tmp_path, "migrate", settings=settings)).status == 0
    wrong = await command(tmp_path, "run", settings={**settings, "DATA_KEY": ANOTHER_KEY, "PORT": str(free_port())})
    line = wrong.one_line_of_trouble("DATA_KEY is not the key of this database")
    assert ANOTHER_KEY not in line
    assert (await command(tmp_path, "doctor", settings=settings)).status == 0, "nothing was changed"


async def test_a_lost_key_file_is_not_replaced(tmp_path: Path, database_url: str) -> None:
    # A file that is there already would be missed at once.
    url = database_url.replace("aduan.db", "another.db")
    assert (await command(tmp_path, "migrate", settings={"DATABASE_URL": url})).status == 0
    key = (tmp_path / "data" / "data.key").read_text()
    (tmp_path / "data" / "data.key").unlink()
    ended = await command(tmp_path, "run", settings={"DATABASE_URL": url, "PORT": str(free_port())})
    ended.one_line_of_trouble("data.key", "Put the key file back")
    assert not (tmp_path / "data" / "data.key").exists()
    (tmp_path / "data" / "data.key").write_text(key)
    assert (await command(tmp_path, "doctor", settings={"DATABASE_URL": url})).status == 0


async def test_a_token_that_telegram_does_not_know(tmp_path: Path) -> None:
    async with TelegramServer() as server:
        wrong = "700100:a-token-of-nobody"
        settings = {"TELEGRAM_BOT_TOKEN": wrong, "TELEGRAM_API_URL": server.url, "PORT": str(free_port())}
        ended = await command(tmp_path, "run", settings=settings)
    assert "a-token-of-nobody" not in ended.one_line_of_trouble("TELEGRAM_BOT_TOKEN", "not accepted")


async def test_keys_that_twilio_does_not_take(tmp_path: Path) -> None:
    async with TwilioServer() as server:
        settings = {
            "TWILIO_ACCOUNT_SID": server.account_sid,
            "TWILIO_AUTH_TOKEN": "wrong-token",
            "TWILIO_SMS_FROM": server.sms_from,
            "TWILIO_API_URL": server.url,
            "PORT": str(free_port()),
        }
        ended = await command(tmp_path, "run", settings=settings)
    assert "wrong-token" not in ended.one_line_of_trouble("TWILIO_AUTH_TOKEN", "refused")


def test_the_example_documents_every_setting_with_its_default() -> None:
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    shown = dict(re.findall(r"^#([A-Z_]+)=(.*)$", text, re.MULTILINE))
    assert set(shown) == set(Settings.model_fields)
    defaults = Settings.model_construct()
    for name, value in shown.items():
        default = getattr(defaults, name)
        assert value == ("" if default is None else str(default)), name
    for name in shown:
        comment = text.partition(f"\n#{name}=")[0].rpartition("\n\n")[2]
        assert "\n# " in f"\n{comment}", f"{name} stands there without a word"


async def test_the_example_as_it_stands_starts_with_the_defaults(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text((ROOT / ".env.example").read_text(encoding="utf-8"))
    assert dotenv_values(tmp_path / ".env") == {}
    uncommented = re.sub(r"^#(?=[A-Z_]+=)", "", (tmp_path / ".env").read_text(), flags=re.MULTILINE)
    (tmp_path / ".env").write_text(uncommented)
    assert (await command(tmp_path, "doctor")).status == 0


def test_a_run_sees_nothing_of_the_settings_of_whoever_runs_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1:x")
    assert "TELEGRAM_BOT_TOKEN" not in environment({})
