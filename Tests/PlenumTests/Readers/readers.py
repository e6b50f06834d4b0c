"""Reads every file of an export with a program that is not ours, and says what is wrong: readers.py FOLDER SCHEMA"""
import asyncio
import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import docx
import html5lib
import icalendar
import jsonschema
import pptx
from axe_playwright_python.async_playwright import Axe
from docx.enum.section import WD_ORIENT
from playwright.async_api import async_playwright

folder = pathlib.Path(sys.argv[1]).resolve()
schema = json.loads(pathlib.Path(sys.argv[2]).read_text())
# Hostile texts may be longer than a page of a document.
is_hostile = len(sys.argv) > 3
wrong = []
MOST_PAGES = 25


def expect(is_right, *what):
    if not is_right:
        wrong.append(" ".join(str(each) for each in what))


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=120).stdout


def named(ending):
    return sorted(folder.glob("*." + ending))


def text_of(element):
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()


def tags(tree, *names):
    return [each for each in tree.iter() if isinstance(each.tag, str) and each.tag.split("}")[-1] in names]


def headings(path):
    """The second headings of a page or of Markdown as cmark-gfm reads it; of a Word file the first ones."""
    if path.suffix == ".md":
        page = run("cmark-gfm", "--extension", "table", str(path)).decode()
        return [text_of(each) for each in tags(html5lib.parse(page), "h2")]
    tree = html5lib.parse(path.read_bytes().decode())
    sections = [each for each in tags(tree, "main")]
    return [text_of(each) for each in tags(sections[0], "h2")]


def check_pages():
    for path in named("html"):
        parser = html5lib.HTMLParser(strict=False)
        tree = parser.parse(path.read_bytes().decode())
        expect(not parser.errors, path.name, "is no valid HTML:", parser.errors[:3])
        expect(not tags(tree, "script", "img", "iframe", "link", "object", "form"), path.name, "holds something foreign")
        page = next(iter(tags(tree, "html")))
        expect(page.get("lang"), path.name, "has no language")
        policies = [each.get("content") for each in tags(tree, "meta") if each.get("http-equiv")]
        expect(policies == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"], path.name, policies)
        names = [each.get("id") for each in tree.iter() if each.get("id")]
        expect(len(names) == len(set(names)), path.name, "has a name twice")
        for each in tags(tree, "a"):
            target = each.get("href")
            if target.startswith("#"):
                expect(target[1:] in names, path.name, "leads nowhere:", target)
            else:
                expect((folder / target).exists(), path.name, "leads to no file:", target)
        levels = [int(each.tag[-1]) for each in tags(tree, "h1", "h2", "h3", "h4")]
        expect(levels[:1] == [1] and levels.count(1) == 1, path.name, "has no single first heading")
        own = path.with_suffix(".md")
        if own.exists():
            expect(headings(path) == headings(own), path.name, "and", own.name, "have other headings")


async def check_browser():
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        for path in named("html"):
            # The longest page, and those that differ from it, in every light and on every screen; the others on a phone.
            is_first = path.name.count("-") <= 1 or path == named("html")[0]
            for scheme, width in (("light", 1200), ("dark", 400)) if is_first else (("dark", 400),):
                context = await browser.new_context(
                    color_scheme=scheme, viewport={"width": width, "height": 900}, offline=True)
                page = await context.new_page()
                said, asked = [], []
                page.on("console", lambda message: said.append(message.text))
                page.on("pageerror", lambda error: said.append(str(error)))
                page.on("request", lambda request: asked.append(request.url))
                await page.goto(path.as_uri())
                expect(asked == [path.as_uri()], path.name, "asks for", asked)
                expect(not said, path.name, "says", said)
                over = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
                expect(over <= 0 or (is_hostile and width > 400), path.name, scheme, "is", over, "pixels wider than a window of", width)
                picture = await page.screenshot()
                expect(len(picture) > 5000, path.name, "is an empty picture")
                result = await Axe().run(page)
                for each in result.response["violations"]:
                    expect(False, path.name, scheme, each["id"], each["nodes"][0]["html"][:160],
                           each["nodes"][0]["failureSummary"][:300])
                await context.close()
        await browser.close()


def check_word():
    for path in named("docx"):
        document = docx.Document(str(path))
        names = [each.style.name for each in document.paragraphs]
        has_no_cover = document.paragraphs[0].style.name == "Heading 1"
        expect(has_no_cover or names[0] == "Title", path.name, "begins with", names[0])
        level = "Heading 2" if has_no_cover else "Heading 1"
        found = [re.sub(r"\s+", " ", each.text).strip() for each in document.paragraphs if each.style.name == level]
        expect(found == headings(path.with_suffix(".html")), path.name, "has other headings than the page:", found)
        for table in document.tables:
            widths = {len(row.cells) for row in table.rows}
            expect(len(widths) == 1, path.name, "has a ragged table")
        drawn = len(tags(html5lib.parse(path.with_suffix(".html").read_text()), "svg"))
        grouped = len([each for each in tags(html5lib.parse(path.with_suffix(".html").read_text()), "ul")
                       if "bars" in (each.get("class") or "")])
        loose = len([each for each in tags(html5lib.parse(path.with_suffix(".html").read_text()), "figure")
                     if any(each.iter("{http://www.w3.org/2000/svg}svg"))])
        expect(len(document.inline_shapes) >= (grouped + loose if drawn else 0), path.name, "lacks drawings of the page")
        for shape in document.inline_shapes:
            expect(shape._inline.docPr.get("descr"), path.name, "has a drawing without words")
        wide = any(len(table.columns) > 8 for table in document.tables)
        turned = any(each.orientation == WD_ORIENT.LANDSCAPE for each in document.sections)
        expect(turned or not wide, path.name, "has a wide table on an upright page")
        unnumbered = [
            number for number, section in enumerate(document.sections)
            if (number == 0 and section.footer.is_linked_to_previous) or "PAGE" not in section.footer._element.xml]
        expect(not unnumbered, path.name, "has pages without a number, in sections", unnumbered)
        relations = [each.reltype for each in document.part.rels.values() if each.is_external]
        expect(not [each for each in relations if "hyperlink" not in each], path.name, "asks for", relations)


def check_slides():
    for path in named("pptx"):
        deck = pptx.Presentation(str(path))
        expect(len(deck.slides) > 1, path.name, "has no slides")
        expect(len(deck.slides) <= 10 or is_hostile, path.name, "has", len(deck.slides), "slides")
        for number, slide in enumerate(deck.slides, 1):
            expect(slide.shapes.title is not None and slide.shapes.title.text.strip(), path.name, number, "has no title")
            for shape in slide.placeholders:
                if shape.shape_type == 13:
                    said = shape._element.nvPicPr.cNvPr.get("descr")
                    expect(said, path.name, number, "has a drawing without words")
                if shape.has_text_frame and shape != slide.shapes.title:
                    points = [each for each in shape.text_frame.paragraphs if each.text.strip()]
                    expect(len(points) <= 5, path.name, number, "has", len(points), "points")


def check_print():
    for path in named("pdf"):
        pages = int(re.search(rb"Pages:\s+(\d+)", run("pdfinfo", str(path))).group(1))
        words = run("pdftotext", str(path), "-").decode()
        title = text_of(next(iter(tags(html5lib.parse(path.with_suffix(".html").read_text()), "h1"))))
        expect(title.split()[0] in words, path.name, "does not hold its title")
        expect(b"Tagged:          yes" in run("pdfinfo", str(path)), path.name, "has no tags")
        body = next(iter(tags(html5lib.parse(path.with_suffix(".html").read_text()), "body")))
        form = body.get("class")
        expect(form != "one-page" or pages == 1, path.name, "is on", pages, "pages")
        expect(form != "report" or pages <= MOST_PAGES or is_hostile, path.name, "is on", pages, "pages")
    with tempfile.TemporaryDirectory() as home:
        files = named("docx") + named("odt") + named("pptx")
        if not files:
            return
        for ending in ("docx", "odt", "pptx"):
            if named(ending):
                run("soffice", f"-env:UserInstallation=file://{home}/office", "--headless", "--convert-to", "pdf",
                    "--outdir", f"{home}/{ending}", *map(str, named(ending)))
        for path in files:
            made = pathlib.Path(home) / path.suffix[1:] / path.with_suffix(".pdf").name
            expect(made.exists(), path.name, "is not read by LibreOffice")
            if made.exists():
                words = re.sub(r"\s+", " ", run("pdftotext", str(made), "-").decode())
                expect(len(words) > 200, path.name, "is almost empty in LibreOffice")
                page = path.with_suffix(".html")
                if page.exists() and 'body class="one-page"' in page.read_text():
                    pages = int(re.search(rb"Pages:\s+(\d+)", run("pdfinfo", str(made))).group(1))
                    expect(pages == 1, path.name, "is on", pages, "pages in LibreOffice")


def check_tables():
    for path in named("csv"):
        data = path.read_bytes()
        expect(data.endswith(b"\r\n") and b"\n" not in data.replace(b"\r\n", b""), path.name, "has other line ends")
        rows = list(csv.reader(data.decode("utf-8").splitlines(keepends=True), strict=True))
        expect(len(rows) > 1 and len({len(row) for row in rows}) == 1, path.name, "is ragged")
        for cell in (cell for row in rows for cell in row):
            is_number = re.fullmatch(r"-?\d+([.,]\d+)?", cell)
            expect(not re.match(r"[=+\-@\t\r]", cell) or is_number, path.name, "holds a formula:", cell)


def check_calendar():
    for path in named("ics"):
        data = path.read_bytes()
        expect(all(len(line) <= 75 for line in data.split(b"\r\n")), path.name, "has a line of more than 75 octets")
        calendar = icalendar.Calendar.from_ical(data)
        events = list(calendar.walk("VEVENT"))
        names = [str(each["UID"]) for each in events]
        expect(len(names) == len(set(names)), path.name, "has a UID twice")
        for each in events:
            expect(not each.errors, path.name, each.errors)
            expect(each["DTEND"].dt > each["DTSTART"].dt, path.name, each["UID"], "ends before it begins")


def check_data():
    for path in named("json"):
        state = json.loads(path.read_bytes())
        jsonschema.Draft202012Validator.check_schema(schema)
        for error in jsonschema.Draft202012Validator(schema).iter_errors(state):
            expect(False, path.name, error.json_path, error.message[:200])
        count = int(run("jq", "[.questions[].answers[]] | length", str(path)))
        expect(count == sum(len(each["answers"]) for each in state["questions"]), path.name, "is read otherwise by jq")
        handles = {answer["handle"] for each in state["questions"] for answer in each["answers"]}
        sources = {each for part in state["draft"]["parts"] for block in part["blocks"]
                   for text in block["texts"] for each in text["from"]}
        expect(sources <= handles, path.name, "names answers that are not there:", sorted(sources - handles)[:5])


check_pages()
asyncio.run(check_browser())
check_word()
check_slides()
check_print()
check_tables()
check_calendar()
check_data()
print(*wrong, sep="\n")
sys.exit(1 if wrong else 0)
