"""A room for the tests of plenum-phones: it starts the program, talks with it over its pipes, and stands in for a phone."""
import http.client
import json
import os
import queue
import re
import secrets
import subprocess
import tempfile
import threading
import urllib.parse

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.environ.get("PLENUM_PHONES", f"{ROOT}/.build/phones/release/plenum-phones")
LANGUAGES = {
    "en": ("Situation › Internal", "What have we done so far: which campaigns, on which channels, with what result?",
           ["Activity", "Channel"], ["Facebook", "Newsletter"]),
    "nb": ("Situasjonsanalyse › Internt", "Hva har vi gjort til nå: hvilke kampanjer, i hvilke kanaler, med hvilket resultat?",
           ["Aktivitet", "Kanal"], ["Facebook", "Nyhetsbrev"]),
    "da": ("Situation › Internt", "Hvad har vi gjort indtil nu: hvilke kampagner, på hvilke kanaler, med hvilket resultat?",
           ["Aktivitet", "Kanal"], ["Facebook", "Nyhedsbrev"]),
    "nl": ("Situatie › Intern", "Wat hebben we tot nu toe gedaan: welke campagnes, op welke kanalen, met welk resultaat?",
           ["Activiteit", "Kanaal"], ["Facebook", "Nieuwsbrief"]),
    "fi": ("Tilanne › Sisäinen", "Mitä olemme tehneet tähän mennessä: mitä kampanjoita, missä kanavissa, millä tuloksella?",
           ["Toiminta", "Kanava"], ["Facebook", "Uutiskirje"]),
}
ITEMS = ["Christmas bread", "Gift card contest <b>&amp;</b>", "Behind the counter"]


def ideas(question="post.internal"):
    return {"is": "ideas", "question": question,
            "fields": [{"is": "text", "required": True}, {"is": "choice", "required": False, "options": ["fb", "mail"]}]}


def vote(way, round=1, items=ITEMS, dots=None, most=None):
    return {"is": "vote", "round": round, "way": way, "dots": dots, "most": most, "items": items}


class Room:
    """The program, opened on loopback; what it says is in `said`, a list of messages."""

    program = []

    def __init__(self, folder=None, port=0, address="127.0.0.1", prefix=8):
        self.folder = folder or tempfile.mkdtemp(prefix="phones.")
        self.version, self.said, self.news = 0, [], queue.Queue()
        self.process = subprocess.Popen([*self.program, PROGRAM, self.folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        threading.Thread(target=self._listen, daemon=True).start()
        self.tell({"is": "open", "address": address, "prefix": prefix, "port": port})
        opened = self.wait("opened", "hindered")
        if opened["is"] == "hindered":
            raise RuntimeError(opened["by"])
        self.port, self.code, self.site = opened["port"], opened["code"], f"{address}:{opened['port']}"
        self.url = f"http://{self.site}/{self.code}"

    def _listen(self):
        for line in self.process.stdout:
            message = json.loads(line)
            self.said.append(message)
            self.news.put(message)
        self.news.put(None)

    def tell(self, message):
        self.process.stdin.write(json.dumps(message).encode() + b"\n")
        self.process.stdin.flush()

    def wait(self, *kinds, timeout=30):
        while True:
            message = self.news.get(timeout=timeout)
            if message is None or message["is"] in kinds:
                return message

    def notice(self, standing="asking", form=None, form_id=None, asks_name=False, title="Kringla & Korn", version=None):
        self.version = version or self.version + 1
        wordings = [{"language": code, "trail": trail, "text": text, "labels": labels if form and form["is"] == "ideas" else [],
                     "options": [[], options] if form and form["is"] == "ideas" else []}
                    for code, (trail, text, labels, options) in LANGUAGES.items()]
        self.tell({"is": "notice", "notice": {
            "version": self.version, "form-id": form_id or f"f{self.version}", "title": title, "standing": standing,
            "form": form, "asks-name": asks_name, "wordings": wordings}})
        while self.wait("in-force")["version"] != self.version:
            pass

    def close(self):
        if self.process.poll() is None:
            self.tell({"is": "shut"})
        self.process.wait(timeout=10)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def letters(self):
        return [message["letter"] for message in self.said if message["is"] == "letter"]

    def kilobytes(self, field="VmHWM"):
        with open(f"/proc/{self.process.pid}/status") as status:
            return int(re.search(rf"{field}:\s+(\d+)", status.read())[1])


class Phone:
    """A phone: its cookies, and one connection."""

    def __init__(self, room, language="en"):
        self.room, self.cookies, self.language = room, {}, language
        self.connection = http.client.HTTPConnection(room.site, timeout=40)

    def ask(self, method, path, fields=None, script=True, **head):
        head = {"Accept-Language": self.language, **{name.replace("_", "-"): value for name, value in head.items()}}
        if self.cookies:
            head["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            head.setdefault("Content-Type", "application/x-www-form-urlencoded")
        if script:
            head["X-Plenum"] = "1"
        self.connection.request(method, path, body, head)
        answer = self.connection.getresponse()
        answer.text = answer.read().decode()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return answer

    def join(self):
        answer = self.ask("GET", f"/{self.room.code}", script=False)
        self.form = re.search(r'data-form="([^"]*)"', answer.text)[1]
        return answer

    def send(self, kind, id=None, form=None, **fields):
        fields = {"form": form or self.form, "id": id or secrets.token_hex(12), **fields}
        return self.ask("POST", f"/{self.room.code}/{kind}", fields)
