"""`bundel N`: one archive with all of a case, for the Ombudsman or APIP, with its audit entries and their proof.

A secret identity stays out of it like out of every export: no name, no address, no file that came with it, and `***`
in what the office wrote. The proof shows that the entries stand in the chain, and that nothing was put in or left out
since, without telling what other cases' entries say.
"""

import asyncio
import hashlib
import json
import zipfile
from collections.abc import AsyncIterator
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from handlers.desk.access import member_of, story_for, text_for_export
from handlers.desk.desk import Desk
from handlers.desk.sheet import sheet_content
from handlers.say import DESK, Say, line
from handlers.speak import in_words
from handlers.turn import Turn
from messages.speech import Words
from rules.days import JAKARTA
from storage.audit import is_of_old, told_digest
from storage.tables import AuditEntry, Case, Staff

ZIP = "application/zip"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # of the files in the archive: the same case gives the same bytes
_CHECK, _CHAIN, _SUMS = "periksa.py", "rantai.jsonl", "SHA256SUMS"
_MOST_LINKS = 100_000  # by chat: some twelve megabytes


async def bundle(turn: Turn, case: Case, rest: str) -> list[Say]:
    """`bundel N`, for the head of the office: the archive as a file in the chat."""
    desk, me = Desk.of(turn), member_of(turn)
    if me.foreign:  # a head of another agency decides on what it is asked, and sees no more than that
        return [Say((line("desk-unknown"),))]
    own, head = await desk.work.audit.of_case(case.number), await desk.work.audit.head()
    if own and head.seq - own[0].seq > _MOST_LINKS:
        return [Say((line("bundle-too-long", number=case.number),))]
    with TemporaryDirectory(prefix="aduan-bundle-") as folder:
        path = Path(folder) / "bundle.zip"
        seal = await write_bundle(desk, case, path, by=me.ref)
        content = path.read_bytes()
    file = await turn.work.attachments.make(case.id, content, name=f"{case.number}.zip", media_type=ZIP)
    return [
        Say(
            (line("bundle-made", number=case.number), line("bundle-seal", seal=seal[:16])),
            question=DESK,
            case_id=case.id,
            files=(file,),
        )
    ]


async def write_bundle(desk: Desk, case: Case, path: Path, *, by: str) -> str:
    """Write the archive to a file; its seal, the digest of the list of its files, which this work notes on the audit.
    Raises OSError.
    """
    head = await desk.work.audit.head()
    own = await desk.work.audit.of_case(case.number)
    files: dict[str, bytes] = {
        "lembar-kasus.pdf": await sheet_content(desk, case, None),
        "kasus.json": _json(await _case(desk, case)),
        "audit.json": _json([_audit_entry(entry) for entry in own]),
        "ujung.json": _json({"seq": head.seq, "hash": head.hash, "at": desk.now.astimezone(JAKARTA).isoformat()}),
        "BACA-SAYA.txt": _readme(case).encode(),
        _CHECK: (resources.files("handlers") / "desk" / "check_bundle.py").read_bytes(),
    }
    if not case.secret:
        for number, attachment in enumerate(await desk.work.attachments.of_case(case.id), 1):
            content = desk.work.attachments.content(attachment)
            if content is not None:
                ending = Path(attachment.name or "").suffix[:8]
                files[f"lampiran/{number:03}{ending}"] = content
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            await asyncio.to_thread(archive.writestr, _entry(name), content)
        chained = hashlib.sha256()
        with archive.open(_entry(_CHAIN), "w", force_zip64=True) as chain:
            first = own[0].seq if own else head.seq + 1
            async for link in _links(desk, first, head.seq, case.number):
                chain.write(link)
                chained.update(link)
        sums[_CHAIN] = chained.hexdigest()
        listed = "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items())).encode()
        archive.writestr(_entry(_SUMS), listed)
    seal = hashlib.sha256(listed).hexdigest()
    desk.work.cases.note("bundle_made", case, by=by, files=len(files), head=head.seq, seal=seal)
    return seal


async def _links(desk: Desk, first: int, last: int, number: str) -> AsyncIterator[bytes]:
    """The chain from the case's first entry to its end: of other entries only the digest of what they tell."""
    async for entry in desk.work.audit.links(first, last):
        told: dict[str, Any] = {"seq": entry.seq, "previous": entry.previous, "case": entry.case_number}
        told["hash"] = entry.hash
        if is_of_old(entry):
            told["old"] = True
        if entry.case_number == number:
            told["tells"] = [entry.at, entry.actor, entry.action, entry.facts]
        else:
            told["told"] = told_digest(entry)
        yield (json.dumps(told, ensure_ascii=False) + "\n").encode()


def _readme(case: Case) -> str:
    """What is in it and how to check it, in Indonesian: it leaves the office."""
    words = Words("id")
    parts = ("what", "secret" if case.secret else "open", "check", "compare")
    return "\n".join(in_words(line(f"bundle-readme-{part}", number=case.number), words) for part in parts) + "\n"


def _audit_entry(entry: AuditEntry) -> dict[str, Any]:
    return {
        "seq": entry.seq,
        "at": entry.at,
        "actor": entry.actor,
        "action": entry.action,
        "facts": json.loads(entry.facts),
        "hash": entry.hash,
    }


async def _case(desk: Desk, case: Case) -> dict[str, Any]:
    """Everything on file, as an outsider may read it."""
    service = desk.office.catalogue.get(case.service_id)
    people = {member.ref: member for member in await desk.work.team.with_those_who_left()}
    return {
        "number": case.number,
        "kind": case.kind,
        "state": case.state,
        "channel": case.channel,
        "service": service.name() if service else None,
        "component": case.component,
        "second_component": case.second_component,
        "secret": case.secret,
        "brought_at": _moment(case.brought_at),
        "registered_at": _moment(case.registered_at),
        "received_at": _moment(case.received_at),
        "complete_on": _moment(case.complete_on),
        "received_on": _moment(case.received_on),
        "breach": case.breach,
        "complainant": None
        if case.secret
        else {"name": case.name, "organisation": case.organisation, "address": case.address},
        "story": story_for(None, case),
        "rounds": [
            {
                "round": clock.round,
                "start": _moment(clock.start),
                "due": _moment(clock.due),
                "skipped": clock.skipped,
                "answered_at": _moment(clock.answered_at),
            }
            for clock in case.clocks
        ],
        "routes": [
            {
                "kind": route.kind,
                "status": route.status,
                "unit": desk.agency_name(route.unit) if route.unit else None,
                "asked_by": _name(people, f"staff:{route.asked_by}"),
                "asked_at": _moment(route.asked_at),
                "due": _moment(route.due),
                "said": {key: text_for_export(case, str(value)) for key, value in route.said.items()},
                "decided_by": _name(people, f"staff:{route.decided_by}") if route.decided_by else None,
                "decided_at": _moment(route.decided_at),
                "ended_at": _moment(route.ended_at),
            }
            for route in await desk.work.routes.of_case(case.id)
        ],
        "entries": [
            {
                "at": _moment(entry.at),
                "by": _name(people, entry.by),
                "kind": entry.kind,
                "delivery": entry.delivery,
                "said": {}
                if case.secret and entry.by == "citizen"  # their own words may tell who it is
                else {
                    key: text_for_export(case, str(value))
                    for key, value in (entry.body or {}).items()
                    if isinstance(value, str)
                },
            }
            for entry in await desk.work.cases.entries(case)
        ],
    }


def _name(people: dict[str, Staff], ref: str) -> str:
    return people[ref].name if ref in people else ref


def _moment(at: Any) -> str | None:
    return at.isoformat() if at is not None else None


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info
