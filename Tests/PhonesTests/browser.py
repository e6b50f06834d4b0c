"""The phones' pages in Chromium: script on and off, storage blocked, offline, five languages, narrow, and with axe.

python3 -m venv V && V/bin/pip install playwright axe-playwright-python && V/bin/python Tests/PhonesTests/browser.py [PICTURES]
Needs Debian's chromium, and Scripts/phones to have been run.
"""
import os
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from room import ITEMS, LANGUAGES, Room, ideas, vote

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PICTURES = sys.argv[1] if len(sys.argv) > 1 else None
NARROW = {"width": 320, "height": 640}
failures, passed = [], 0


def check(name, holds, found=""):
    global passed
    if holds:
        passed += 1
    else:
        failures.append(name)
        print(f"✗ {name} {found}", flush=True)


def context(browser, **options):
    return browser.new_context(**{"viewport": NARROW, "has_touch": True, "is_mobile": True, "locale": "en", **options})


def watched(page, name):
    """A page whose errors, and whose requests elsewhere, are failures."""
    page.on("console", lambda message: message.type == "error" and "ERR_" not in message.text and "status of" not in message.text
            and check(f"{name}: console", False, message.text))
    page.on("pageerror", lambda error: check(f"{name}: script", False, error))
    page.on("request", lambda request: check(f"{name}: only this site", "127.0.0.1" in request.url or request.url == "data:,", request.url))
    return page


def picture(page, name):
    if PICTURES:
        os.makedirs(PICTURES, exist_ok=True)
        page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)


def says(page, beginning):
    page.wait_for_selector(f'#s:text("{beginning}")', state="attached")


def fits(page, name):
    check(f"{name}: no sideways scrolling", page.evaluate("document.documentElement.scrollWidth <= innerWidth"),
          page.evaluate("document.documentElement.scrollWidth"))
    small = page.evaluate("""() => [...document.querySelectorAll('a,button,select,textarea,input:not([type=hidden])')]
        .filter(e => e.offsetParent && (e.type == 'radio' ? e.parentNode : e).getBoundingClientRect().height < 44)
        .map(e => e.outerHTML.slice(0, 90))""")
    check(f"{name}: targets of 44 px", not small, small)


def accessible(page, name):
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
    check(f"{name}: axe", found.violations_count == 0, found.generate_report() if found.violations_count else "")


VOTES = {
    "dots": (vote("dots", dots=3, most=2), [2, 1, 0]), "hands": (vote("hands"), [0, 0, 1]), "fist": (vote("fist"), [1, 5, 3]),
    "scale": (vote("scale"), [10, 1, 7]), "ranking": (vote("ranking"), [1, 3, 2]),
}


def give(page, way, marks):
    if way == "dots":
        for place, mark in enumerate(marks):
            page.fill(f"#m{place}", str(mark))
    elif way == "hands":
        page.check(f"input[name=hand][value='{marks.index(1)}']")
    elif way == "ranking":
        for place, mark in enumerate(marks):
            page.select_option(f"#m{place}", str(len(marks) + 1 - mark))
    else:
        for place, mark in enumerate(marks):
            page.check(f"input[name=m{place}][value='{mark}']")


def states(room, browser):
    """Every state in every language: it fits, axe finds nothing, and it looks as the pictures show."""
    forms = [("ideas", "asking", ideas(), True), ("mood-word", "asking", {"is": "mood", "moment": "in", "as": "word"}, False),
             ("mood-score", "asking", {"is": "mood", "moment": "out", "as": "score"}, False)]
    forms += [(way, "asking", form, False) for way, (form, _) in VOTES.items()]
    forms += [(standing, standing, None, standing == "nothing") for standing in ["nothing", "covered", "pause", "off-record", "vote-closed"]]
    contexts = {}
    for language in LANGUAGES:
        for dark in [False] if language != "en" else [False, True]:
            own = context(browser, locale=language, color_scheme="dark" if dark else "light")
            contexts[language, dark] = watched(own.new_page(), language)
    for name, standing, form, asks in forms:
        room.notice(standing, form, asks_name=asks)
        for (language, dark), page in contexts.items():
            where = f"{name}-{language}{'-dark' if dark else ''}"
            page.goto(room.url)
            check(f"{where}: language", page.get_attribute("html", "lang") == language)
            fits(page, where)
            if language in ("en", "fi"):
                accessible(page, where)
            picture(page, where)
    for (language, dark), page in contexts.items():
        for path, name in [("", "door"), (f"/{room.code}/privacy", "privacy")]:
            page.goto(f"http://{room.site}{path}")
            fits(page, f"{name}-{language}")
            accessible(page, f"{name}-{language}")
            picture(page, f"{name}-{language}{'-dark' if dark else ''}")
        page.context.close()


def with_script(room, browser):
    page = watched(context(browser).new_page(), "script")
    room.notice(form=ideas(), asks_name=True)
    page.goto(f"http://{room.site}/")
    page.fill("#code", room.code.lower())
    page.click("button.send")
    page.wait_for_selector("#c0")
    page.fill("#c0", "Christmas bread <b>")
    page.select_option("#c1", "fb")
    page.fill("#name", "Kari")
    page.click("button.send")
    letter = room.wait("letter")["letter"]
    check("script: idea", letter["content"]["cells"] == ["Christmas bread <b>", "fb"] and letter["name"] == "Kari", letter)
    says(page, 'Received.')
    check("script: shown as sent", page.inner_text("#sent") == "Christmas bread <b> ✓", page.inner_text("#sent"))
    check("script: field empty, name kept", page.input_value("#c0") == "" and page.input_value("#name") == "Kari")
    page.click("button.send")
    says(page, '✗ Nothing is written yet')
    # Half-typed text outlives another notice with the same form, a reload, and coming back to the form.
    page.fill("#c0", "half typ")
    room.notice(form=ideas(), form_id=f"f{room.version}")
    page.wait_for_timeout(300)
    check("script: what is half typed stays", page.input_value("#c0") == "half typ")
    page.reload()
    check("script: it outlives a reload", page.input_value("#c0") == "half typ")
    form = f"f{room.version - 1}"
    room.notice("covered")
    page.wait_for_selector("h1:text-is('Look up at the screen.')")
    check("script: nothing of the question while covered", "campaign" not in page.content())
    room.notice(form=ideas(), form_id=form)
    page.wait_for_selector("#c0")
    check("script: it outlives a cover", page.input_value("#c0") == "half typ")
    picture(page, "script-idea")
    for round, (way, (form, marks)) in enumerate(VOTES.items(), 100):
        room.notice(form={**form, "round": round})
        page.wait_for_selector("form[data-kind=vote]")
        if way == "dots":
            more = page.get_by_role("button", name="One more for “Christmas bread”")
            for _ in range(5):
                more.click()
            check("script: at most two on one", page.input_value("#m0") == "2")
            check("script: dots left", page.inner_text("output") == "1 left", page.inner_text("output"))
        if way == "ranking":
            page.get_by_role("button", name="Move “Behind the counter” up").click()
            check("script: places change", [page.input_value(f"#m{place}") for place in range(3)] == ["1", "3", "2"])
        give(page, way, marks)
        picture(page, f"script-{way}")
        page.click("button.send")
        check(f"script: {way} voted", room.wait("voted")["round"] == round)
        says(page, 'Received. The result will be on the screen.')
        page.reload()
        page.click("button.send")
        room.wait("voted")
        room.tell({"is": "close-round", "round": round})
        ballots = room.wait("round-closed")["ballots"]
        check(f"script: {way} once, as given", [each["marks"] for each in ballots] == [marks], ballots)
        page.click("button.send")
        says(page, '✗ The vote is closed.')
        room.tell({"is": "forget-round", "round": round})
    page.context.close()


def without_script(room, browser):
    page = watched(context(browser, java_script_enabled=False, locale="nb").new_page(), "no script")
    room.notice(form=ideas())
    page.goto(room.url)
    page.fill("#c0", "Julebrød")
    page.click("button.send")
    check("no script: idea", room.wait("letter")["letter"]["content"]["cells"] == ["Julebrød", ""])
    check("no script: said", page.inner_text("#s") == "Mottatt.", page.inner_text("#s"))
    check("no script: shown", "Julebrød ✓" in page.content())
    before = len(room.letters())
    page.go_back()
    page.click("button.send")
    page.wait_for_timeout(300)
    check("no script: going back and pressing again is harmless", len(room.letters()) == before, room.letters()[before:])
    page.goto(room.url)
    page.click("button.send")
    check("no script: refused in words", "er tomt" in page.inner_text(".error") or "Ingenting" in page.inner_text(".error"))
    for round, (way, (form, marks)) in enumerate(VOTES.items(), 200):
        room.notice(form={**form, "round": round})
        page.goto(room.url)
        give(page, way, marks)
        page.click("button.send")
        check(f"no script: {way} said", page.inner_text("#s").startswith("Mottatt."))
        picture(page, f"no-script-{way}")
        room.tell({"is": "close-round", "round": round})
        ballots = room.wait("round-closed")["ballots"]
        check(f"no script: {way}", [each["marks"] for each in ballots] == [marks], ballots)
        room.tell({"is": "forget-round", "round": round})
    page.click("text=Suomi")
    check("no script: another language, and it stays", page.get_attribute("html", "lang") == "fi")
    page.goto(room.url)
    check("no script: it stays", page.get_attribute("html", "lang") == "fi")
    page.context.close()


def offline(room, browser):
    own = context(browser)
    page = watched(own.new_page(), "offline")
    room.notice(form=ideas())
    page.goto(room.url)
    own.set_offline(True)
    page.fill("#c0", "written offline")
    page.click("button.send")
    says(page, 'It is kept on this phone')
    check("offline: waits in the list", page.inner_text("#sent") == "written offline …", page.inner_text("#sent"))
    picture(page, "offline")
    own.set_offline(False)
    check("offline: arrives", room.wait("letter")["letter"]["content"]["cells"][0] == "written offline")
    own.close()


def blocked(room, browser):
    own = context(browser)
    own.add_init_script("Object.defineProperty(window, 'localStorage', { get: function () { throw new Error('blocked'); } });")
    page = watched(own.new_page(), "blocked")
    room.notice(form=ideas())
    page.goto(room.url)
    check("blocked: said", page.inner_text("#s").startswith("This browser keeps nothing"))
    page.fill("#c0", "without storage")
    page.click("button.send")
    check("blocked: sent all the same", room.wait("letter")["letter"]["content"]["cells"][0] == "without storage")
    own.close()


def crash(browser):
    """The program is killed while two ideas are written, and comes back at the same place."""
    room = Room()
    room.notice(form=ideas())
    own = context(browser)
    page = own.new_page()
    page.goto(room.url)
    room.kill()
    for text in ["first", "second"]:
        page.fill("#c0", text)
        page.click("button.send")
    page.close()
    again = Room(room.folder, room.port)
    check("crash: the same code and port", again.url == room.url)
    again.notice(form=ideas(), form_id="f1")
    page = own.new_page()
    page.goto(again.url)
    texts = [again.wait("letter")["letter"]["content"]["cells"][0] for _ in range(2)]
    check("crash: both arrive, each once", sorted(texts) == ["first", "second"], texts)
    page.wait_for_timeout(500)
    check("crash: and no more", len(again.letters()) == 2)
    page.fill("#c0", "never sent")
    again.close()
    says(page, 'The room has closed. Thank you.')
    check("closed: what was not sent can be copied", page.inner_text("#unsent li") == "never sent", page.inner_text("#unsent"))
    picture(page, "closed")
    own.close()


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    room = Room()
    for part in [with_script, without_script, offline, blocked, states]:
        try:
            part(room, browser)
        except Exception as error:  # The other parts still tell something.
            check(f"{part.__name__}: {type(error).__name__}", False, str(error).split("Call log")[0])
    room.close()
    crash(browser)
    browser.close()
print(f"{passed} held, {len(failures)} did not")
sys.exit(1 if failures else 0)
