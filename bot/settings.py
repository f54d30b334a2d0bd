"""Settings: from the environment or `.env`. A bad or unknown one stops the start with one clear line.

`.env.example` documents every one; a test holds the two together.
"""

import io
import os
import re
import secrets
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal

from dotenv import dotenv_values
from dotenv.parser import parse_stream
from pydantic import Field, PrivateAttr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from bot.channel import SettingsTrouble
from handlers.turn import Timing
from storage.vault import Vault, WrongKey, new_key

ENV_FILE = Path(".env")
KEY_FILE = "data.key"
# An unknown setting with one of these beginnings in the environment is a slip, not somebody else's variable.
# These beginnings are others' too: there only what nearly is one of our names is a slip ("DATABASE_ULR").
_SHARED_PREFIXES = ("DATABASE_", "DATA_", "PUBLIC_", "LOG_")
_A_SLIP = 2  # letters added, left out, changed or swapped
_OWN_PREFIXES = ("TELEGRAM_", "TWILIO_", "DRAFT_", "BURST_", "AGENCY_", "METRICS_")


class Settings(BaseSettings):
    """Every setting, with its default. Addresses are whole URLs; hours may be fractions."""

    model_config = SettingsConfigDict(env_file=None, extra="ignore", case_sensitive=True, env_ignore_empty=True)

    DATABASE_URL: str = "sqlite+aiosqlite:///data/aduan.db"
    DATA_DIR: Path = Path("data")
    DATA_KEY: str = Field(default="", repr=False)
    AGENCY_DIR: Path | None = None
    HOST: str = "127.0.0.1"
    PORT: int = Field(default=8000, ge=1, le=65535)
    PUBLIC_URL: str = ""
    FORWARDED_ALLOW_IPS: str = "127.0.0.1,::1"  # uvicorn's own name for it
    TELEGRAM_BOT_TOKEN: str = Field(default="", repr=False)
    TELEGRAM_API_URL: str = ""
    TELEGRAM_MODE: Literal["polling", "webhook"] = "polling"
    TELEGRAM_WEBHOOK_SECRET: str = Field(default="", repr=False)
    TWILIO_ACCOUNT_SID: str = ""
    TWILIO_AUTH_TOKEN: str = Field(default="", repr=False)
    TWILIO_WHATSAPP_FROM: str = ""
    TWILIO_SMS_FROM: str = ""
    TWILIO_API_URL: str = ""
    TWILIO_TEMPLATE_NOTICE: str = ""
    TWILIO_TEMPLATE_DIGEST: str = ""
    BURST_SECONDS: float = Field(default=3, ge=0, le=20)
    DRAFT_NUDGE_HOURS: float = Field(default=20, gt=0)
    DRAFT_EXPIRE_HOURS: float = Field(default=24, gt=0)
    METRICS_TOKEN: str = Field(default="", repr=False)
    LOG_LEVEL: Literal["debug", "info", "warning", "error"] = "info"
    LOG_FORMAT: Literal["console", "json"] = "console"
    FAILPOINT: str = ""
    _made_key: bool = PrivateAttr(default=False)
    _made_folder: bool = PrivateAttr(default=False)

    @field_validator("LOG_LEVEL", "LOG_FORMAT", "TELEGRAM_MODE", mode="before")
    @classmethod
    def _lower(cls, value: Any) -> Any:
        return value.lower() if isinstance(value, str) else value

    @field_validator("PUBLIC_URL", "TELEGRAM_API_URL", "TWILIO_API_URL")
    @classmethod
    def _whole_address(cls, value: str) -> str:
        if value and not value.startswith(("http://", "https://")):
            raise ValueError("must be a whole address that begins with https:// (or http:// on this machine)")
        return value.rstrip("/")

    @field_validator("TWILIO_WHATSAPP_FROM", "TWILIO_SMS_FROM")
    @classmethod
    def _a_number(cls, value: str) -> str:
        if value and not re.fullmatch(r"\+[1-9][0-9]{5,14}", value):
            raise ValueError("must be a number in the international form, such as +62264820001")
        return value

    @field_validator("TELEGRAM_BOT_TOKEN")
    @classmethod
    def _a_token(cls, value: str) -> str:
        if value and not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]+", value):
            raise ValueError("is not of the form 123456:ABC... that BotFather gives")
        return value

    @field_validator("TELEGRAM_WEBHOOK_SECRET")
    @classmethod
    def _a_secret_telegram_takes(cls, value: str) -> str:
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", value):
            raise ValueError("must be at most 256 of A-Z a-z 0-9 _ -")
        return value

    @field_validator("DATABASE_URL")
    @classmethod
    def _a_driver_we_have(cls, value: str) -> str:
        if not value.startswith(("sqlite+aiosqlite://", "postgresql+asyncpg://")):
            raise ValueError("must begin with sqlite+aiosqlite:/// or postgresql+asyncpg://")
        return value

    @property
    def timing(self) -> Timing:
        return Timing(
            burst=timedelta(seconds=self.BURST_SECONDS),
            nudge=timedelta(hours=self.DRAFT_NUDGE_HOURS),
            expire=timedelta(hours=self.DRAFT_EXPIRE_HOURS),
        )

    @property
    def files_dir(self) -> Path:
        return self.DATA_DIR / "attachments"

    def vault(self) -> Vault:
        """The keys: from the setting, else from DATA_DIR, made there on the first run with mode 600."""
        try:
            return Vault.from_text(self.DATA_KEY or self._kept_key())
        except WrongKey as wrong:
            raise SettingsTrouble(str(wrong)) from None

    def _kept_key(self) -> str:
        path = self.DATA_DIR / KEY_FILE
        try:
            if not path.exists():
                self._refuse_a_lost_key()
                self._made_folder = not self.DATA_DIR.exists()
                self.DATA_DIR.mkdir(parents=True, exist_ok=True)
                self._made_key = _put_new_key(path)
            return path.read_text(encoding="ascii").strip()
        except OSError as trouble:
            raise SettingsTrouble(f"DATA_DIR: {path} cannot be used ({trouble.strerror}).") from None
        except UnicodeDecodeError:
            raise SettingsTrouble(f"DATA_KEY: {path} does not hold a key.") from None

    def take_back_new_key(self) -> bool:
        """The database was not opened: a key that was made for it is removed. Whether there was one."""
        if self._made_key:
            (self.DATA_DIR / KEY_FILE).unlink(missing_ok=True)
            if self._made_folder:
                with suppress(OSError):
                    self.DATA_DIR.rmdir()
            self._made_key = False
            return True
        return False

    def _refuse_a_lost_key(self) -> None:
        """A database without its key is not given a new one: everything in it would be unreadable for ever."""
        name = self.DATABASE_URL.partition(":///")[2]
        if self.DATABASE_URL.startswith("sqlite") and name and Path(name).exists() and Path(name).stat().st_size:
            raise SettingsTrouble(
                f"DATA_KEY: the database {name} is there, but its key {self.DATA_DIR / KEY_FILE} is not. "
                "Put the key file back, or set DATA_KEY."
            )


def load_settings() -> Settings:
    """Read and check. Raises `SettingsTrouble` with one line."""
    in_file = _env_file()
    known = set(Settings.model_fields)
    for name in in_file:
        if name not in known:
            raise SettingsTrouble(f"{ENV_FILE}: {name} is not a setting. {_nearest(name, known)}")
    for name in os.environ:
        if name not in known and (name.startswith(_OWN_PREFIXES) or _slipped(name, known)):
            raise SettingsTrouble(f"environment: {name} is not a setting. {_nearest(name, known)}")
    values = {**in_file, **{name: os.environ[name] for name in known if name in os.environ}}
    try:
        settings = Settings.model_validate({k: v for k, v in values.items() if v != ""})
    except ValidationError as wrong:
        first = wrong.errors()[0]
        message = first["msg"].removeprefix("Value error, ")
        raise SettingsTrouble(f"{first['loc'][0]}: {message}.") from None
    _check_together(settings)
    return settings


def _slipped(name: str, known: set[str]) -> bool:
    near = (DamerauLevenshtein.distance(name, one, score_cutoff=_A_SLIP) <= _A_SLIP for one in known)
    return name.startswith(_SHARED_PREFIXES) and any(near)


def _env_file() -> dict[str, str]:
    """The names and values in `.env`; a line that is neither a setting nor a comment stops the start."""
    if not ENV_FILE.is_file():
        return {}
    try:
        text = ENV_FILE.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as trouble:
        raise SettingsTrouble(f"{ENV_FILE} cannot be read: {type(trouble).__name__}.") from None
    for binding in parse_stream(io.StringIO(text)):
        if binding.error or (binding.key and binding.value is None):
            raise SettingsTrouble(f"{ENV_FILE}: line {binding.original.line} is not of the form NAME=value.")
    return {name: value or "" for name, value in dotenv_values(stream=io.StringIO(text)).items()}


def _put_new_key(path: Path) -> bool:
    """A new key, there whole or not at all; False when another process was first."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
    with open(draft, "x", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(new_key() + "\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        return False
    finally:
        draft.unlink()
    return True


def _check_together(s: Settings) -> None:
    if bool(s.TWILIO_ACCOUNT_SID) != bool(s.TWILIO_AUTH_TOKEN):
        raise SettingsTrouble("TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN belong together: set both or neither.")
    if s.TWILIO_ACCOUNT_SID and not (s.TWILIO_WHATSAPP_FROM or s.TWILIO_SMS_FROM):
        raise SettingsTrouble("TWILIO_WHATSAPP_FROM or TWILIO_SMS_FROM is needed: the number that people write to.")
    if s.TELEGRAM_BOT_TOKEN and s.TELEGRAM_MODE == "webhook" and not s.PUBLIC_URL:
        raise SettingsTrouble("PUBLIC_URL is needed for TELEGRAM_MODE=webhook: the https address Telegram calls.")
    if s.DRAFT_EXPIRE_HOURS <= s.DRAFT_NUDGE_HOURS:
        raise SettingsTrouble("DRAFT_EXPIRE_HOURS must be more than DRAFT_NUDGE_HOURS: the nudge comes before the end.")


def _nearest(name: str, known: set[str]) -> str:
    near = process.extractOne(name, sorted(known), score_cutoff=70)
    return f"Did you mean {near[0]}?" if near else "See .env.example for all of them."
