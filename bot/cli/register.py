"""`aduan verify`, `migrate`, `doctor`: the register, its audit and the state of the house."""

import asyncio
import sys
from datetime import UTC, datetime, timedelta

import typer

from bot.program import office_of, opened_database
from bot.settings import Settings, load_settings
from rules.days import JAKARTA, local_date
from rules.kind import Kind
from rules.office import Office
from rules.performance import nearness
from storage.database import Database
from storage.rekey import seal_anew

_CLOCK_RESTS = timedelta(hours=2)  # longer than that it is not running


def register_commands(app: typer.Typer) -> None:
    app.command("verify")(verify)
    app.command("migrate")(migrate)
    app.command("doctor")(doctor)
    app.command("rekey")(rekey)


def verify() -> None:
    """Walk the audit chain; exit 1 and the first broken entry when it does not hold."""

    async def walk() -> int:
        async with opened_database(load_settings()) as database, database.reading(datetime.now(UTC)) as work:
            broken = await work.audit.first_broken()
            head = await work.audit.head()
        if broken:
            print(f"aduan: audit entry {broken.seq}: {broken.reason}", file=sys.stderr)
            return 1
        print(f"{head.seq} entries, the chain holds. Head: {head.hash}")
        return 0

    raise typer.Exit(asyncio.run(walk()))


def migrate() -> None:
    """Bring the tables up to date."""

    async def bring() -> None:
        async with opened_database(load_settings()):
            print("The tables are up to date.")

    asyncio.run(bring())


def rekey() -> None:
    """Seal everything with the newest key of DATA_KEY, so that the older ones can be taken out. Can be interrupted."""

    async def seal() -> None:
        async with opened_database(load_settings()) as database:
            done = await seal_anew(database, lambda part, count: print(f"{part}: {count}", flush=True))
            print(f"{done} values are sealed anew; the older keys may be taken out of DATA_KEY.")

    asyncio.run(seal())


def doctor() -> None:
    """What works, what does not, and what to do about it. Exit 1 when something needs doing."""
    settings = load_settings()
    raise typer.Exit(asyncio.run(_examine(settings)))


async def _examine(settings: Settings) -> int:
    office = office_of(settings)
    needs_doing = 0
    today = datetime.now(UTC).date()
    profile = office.profile
    print(f"office      {profile.short_name}, {len(office.catalogue.services)} services, prefix {profile.prefix}")
    missing = office.calendar.years_without_joint_leave(today, today.replace(year=today.year + 1, day=1))
    for year in missing:
        print(f"calendar    no joint leave known for {year}: deadlines there may still move")
    async with opened_database(settings) as database:
        needs_doing += await _examine_database(database)
        needs_doing += await _examine_clock(database, office)
    print(f"telegram    {settings.TELEGRAM_MODE if settings.TELEGRAM_BOT_TOKEN else 'off (TELEGRAM_BOT_TOKEN)'}")
    if settings.TWILIO_ACCOUNT_SID:
        print(f"whatsapp    {settings.TWILIO_WHATSAPP_FROM or 'off (TWILIO_WHATSAPP_FROM)'}")
        print(f"sms         {settings.TWILIO_SMS_FROM or 'off (TWILIO_SMS_FROM)'}")
        if settings.PUBLIC_URL:
            print(f"twilio      enter as webhook: {settings.PUBLIC_URL}/twilio/message#rc=5&rp=all")
        else:
            print("twilio      PUBLIC_URL is not set: webhooks are refused, messages come by the sweep alone")
        if not settings.TWILIO_TEMPLATE_NOTICE:
            print("twilio      TWILIO_TEMPLATE_NOTICE is not set: replies after 24 hours cannot be announced")
        if not settings.TWILIO_TEMPLATE_DIGEST:
            print("twilio      TWILIO_TEMPLATE_DIGEST is not set: digests after 24 hours cannot be announced")
    else:
        print("twilio      off (TWILIO_ACCOUNT_SID)")
    return 1 if needs_doing else 0


async def _examine_clock(database: Database, office: Office) -> int:
    """What supervisors watch: deadlines, and whether the clock that watches them goes."""
    now = datetime.now(UTC)
    async with database.reading(now) as work:
        rounds = await work.cases.open_rounds()
        tick, digest = await work.jobs.latest("hourly"), await work.jobs.latest("digest:")
    near = nearness([one.due for one in rounds], local_date(now), office.calendar)
    print(f"deadlines   {near.total} open: {near.late} late, {near.today} today, {near.within_3} in 1-3 working days")
    print(f"digests     {f'last sent on {digest.slot}' if digest else 'none was sent yet'}")
    if tick is None:
        print("clock       has not run yet: reminders and digests go out while `aduan run` runs")
        return 0
    late = now - tick.at > _CLOCK_RESTS
    print(f"clock       last ran {tick.at.astimezone(JAKARTA):%Y-%m-%d %H:%M} (Jakarta)")
    if late:
        print("clock       is not running: start `aduan run`, or nobody is reminded")
    return int(late)


async def _examine_database(database: Database) -> int:
    async with database.reading(datetime.now(UTC)) as work:
        complaints, suggestions = (
            await work.cases.count(Kind.COMPLAINT),
            await work.cases.count(Kind.SUGGESTION),
        )
        depth = await work.outbox.depth()
        dead = await work.outbox.dead_letters()
        unhandled = await work.inbox.failures()
        head = await work.audit.head()
    print(f"register    {complaints} complaints, {suggestions} suggestions")
    print(f"outbox      {depth.waiting} waiting, {depth.held} held, {depth.dead} dead letters")
    for posting in dead:
        print(f"dead letter {posting.channel} message {posting.id}: {posting.trouble}")
    if unhandled:
        print(f"inbox       {unhandled} messages were kept but not answered: read them and call the people")
    print(f"audit       {head.seq} entries, head {head.hash[:16]}")
    return int(bool(dead) or bool(unhandled))
