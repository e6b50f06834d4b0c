"""Either side is killed at random while phones send: no acknowledged letter is lost, none comes twice, no ballot twice.

python3 Tests/PhonesTests/crash.py [KILLS [PHONES]]
Every phone sends ideas and votes, and tries each again with the same id until it is told yes or no, as the page does.
The room takes letters meanwhile, and its word that it did may be lost in the crash, too.
"""
import http.client
import random
import secrets
import sys
import threading
import time

from room import Phone, Room, ideas, vote

KILLS = int(sys.argv[1]) if len(sys.argv) > 1 else 100
PHONES = int(sys.argv[2]) if len(sys.argv) > 2 else 30
chance = random.Random(22)
acknowledged, sent_marks, acknowledged_marks = {}, {}, {}
over = threading.Event()
lock = threading.Lock()


def insist(phone, kind, fields):
    """Sends until there is an answer that stays; whether it was yes."""
    identity = secrets.token_hex(12)
    for _ in range(2000):
        try:
            answer = phone.send(kind, id=identity, form="f1" if kind == "idea" else "f2", **fields)
            if answer.status == 204:
                return identity
            if answer.status == 409 and kind == "idea":
                # 200 phones fill the box sooner than it is emptied: this one did not come.
                return None
            if answer.status not in (429, 503):
                raise RuntimeError(f"{kind}: {answer.status} {answer.text}")
            time.sleep(0.3)
        except (OSError, http.client.HTTPException):
            phone.connection.close()
            if over.is_set():
                return None
            time.sleep(0.05)
    return None


def live(number, room):
    phone = Phone(room)
    while not over.is_set():
        try:
            phone.join()
            break
        except (OSError, http.client.HTTPException):
            phone.connection.close()
            time.sleep(0.05)
    turn = 0
    while not over.is_set():
        turn += 1
        text = f"phone {number} idea {turn}"
        if turn <= 55:
            identity = insist(phone, "idea", {"c0": text})
            if identity:
                with lock:
                    acknowledged[identity] = text
        mark = turn % 4
        with lock:
            sent_marks.setdefault(number, []).append(mark)
        if insist(phone, "vote", {"m0": mark, "seq": turn}):
            with lock:
                acknowledged_marks[number] = len(sent_marks[number]) - 1
        time.sleep(0.3)
    owners[number] = phone.cookies.get("phone")


owners = {}
room = Room()
folder, port, code = room.folder, room.port, room.code
journal = {}


def show(room):
    if not journal:
        room.notice(form=ideas(), form_id="f1", version=1)
    room.notice(form=vote("dots", dots=3), form_id="f2", version=2)


def take(room, some):
    """The room takes letters: into its journal first, then it says so."""
    fresh = [letter for letter in room.letters() if letter["id"] not in journal]
    for letter in fresh:
        if chance.random() < some:
            journal[letter["id"]] = letter["content"]["cells"][0]
    known = [letter["id"] for letter in room.letters() if letter["id"] in journal]
    if known and chance.random() < 0.7:
        room.tell({"is": "settle", "letters": known[:2000]})


show(room)
threads = [threading.Thread(target=live, args=(number, room)) for number in range(PHONES)]
for thread in threads:
    thread.start()
began = time.time()
for kill in range(KILLS):
    time.sleep(chance.uniform(0.05, 0.35))
    try:
        take(room, 0.7)
    except OSError:
        pass
    if chance.random() < 0.25:
        # The room is gone: its end of the pipe closes.
        room.process.stdin.close()
        assert room.process.wait(timeout=20) == 0
    else:
        room.kill()
    room = Room(folder, port)
    assert (room.port, room.code) == (port, code), (room.port, room.code)
    show(room)
over.set()
for thread in threads:
    thread.join()
time.sleep(0.5)
room.kill()
room = Room(folder, port)
show(room)
take(room, 1)
room.notice("nothing", version=9)
take(room, 1)
texts = list(journal.values())
lost = [text for identity, text in acknowledged.items() if text not in set(texts)]
ids = [identity.split("-", 1)[1] for identity in journal]
room.tell({"is": "close-round", "round": 1})
ballots = room.wait("round-closed")["ballots"]
phones = [ballot["phone"] for ballot in ballots]
print(f"{KILLS} crashes in {time.time() - began:.0f} s, {len(acknowledged)} ideas acknowledged, {len(journal)} taken, "
      f"{len(ballots)} ballots of {PHONES} phones, {sum(map(len, sent_marks.values()))} votes sent")
assert not lost, f"lost: {lost}"
assert len(texts) == len(set(texts)), "a letter was taken twice"
assert len(ids) == len(set(ids)), "an id was given twice"
assert len(phones) == len(set(phones)) and len(ballots) <= PHONES, "a phone has two ballots"
assert sum(1 for number in acknowledged_marks) <= len(ballots), "a ballot was lost"
# Which phone is which is told by its token, in the letterbox.
import json
numbers = {}
with open(f"{folder}/letterbox.jsonl") as box:
    for line in box:
        record = json.loads(line)
        if record["is"] == "phone":
            numbers[record["token"]] = record["number"]
given = {ballot["phone"]: ballot["marks"][0] for ballot in ballots}
for number, last in acknowledged_marks.items():
    later = sent_marks[number][last:]
    assert given[numbers[owners[number]]] in later, f"phone {number}: {given[numbers[owners[number]]]} of {later}"
room.close()
print("no acknowledged letter lost, none twice; one ballot a phone, the last one")
