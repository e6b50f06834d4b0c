import Draft
import FacilitationFixtures
import Foundation
import Journal
import Method
import Testing
import Workshop

@testable import Facilitation
@testable import plenum

/// A folder with a worked workshop as the session x.
private func workshop(_ name: String = "bergen-bakery-core.nb.plenum") async throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  let script = repository + "/Sessions/" + name
  _ = try await Program.run(["replay", script, "--into", "x", "--at", "2026-02-10"], in: folder)
  return folder
}

/// What the readers say of a folder; they are installed by `Scripts/test`.
private func readers(
  _ path: String, in folder: TemporaryFolder, hostile: Bool = false
) async throws -> Program.Outcome {
  let schema = try await Program.run(["export", "--schema"], in: folder)
  try folder.write(schema.output, to: "schema.json")
  let python = repository + "/.build/readers/bin/python"
  let script = repository + "/Tests/PlenumTests/Readers/readers.py"
  return try await Program.shell(
    "'\(python)' '\(script)' '\(path)' schema.json \(hostile ? "hostile" : "") 2>&1", in: folder)
}

/// The worked workshops, each by other readers at the same time as the rest of the exports.
@Suite(.serialized) struct WorkshopExportTests {
  private static let workshops =
    (try? FileManager.default.contentsOfDirectory(atPath: repository + "/Sessions"))?
    .filter { $0.hasSuffix(".plenum") && !$0.contains("core") && !$0.hasPrefix("first") }.sorted() ?? []

  /// Every workshop in the formats that take no time, and on the one page that must be one whatever was said.
  @Test(arguments: workshops) func everyWorkshopIsRead(_ name: String) async throws {
    let folder = try await workshop(name)
    let texts = ["--to", "markdown,html,csv,ics,json", "--document", "strategy,one-page", "--output", "all"]
    for formats in [texts, ["--to", "pdf,docx", "--document", "one-page", "--output", "all"]] {
      let exported = try await Program.run(["export", "x"] + formats, in: folder)
      #expect(exported.status == 0, "\(exported.errors)")
    }
    let read = try await readers("all", in: folder)
    #expect(read.status == 0, "\(read.output)")
  }
}

/// `plenum export`: every file is opened by a program that is not ours.
@Suite(.serialized) struct ExportTests {
  /// Every kind of document in every format, once: what sets them is the same whatever was said.
  @Test func everyFileIsReadByItsReader() async throws {
    let folder = try await workshop("bergen-bakery.nb.plenum")
    let exported = try await Program.run(["export", "x", "--to", "all", "--output", "all"], in: folder)
    #expect(exported.status == 0, "\(exported.errors)")
    #expect(exported.errors.split(separator: "\n").count == 1 && exported.errors.contains("--excel"))
    let paths = exported.output.split(separator: "\n").map(String.init)
    for format in ExportFormat.allCases {
      #expect(paths.contains { $0.hasSuffix("." + format.fileExtension) }, "\(format)")
    }
    let read = try await readers("all", in: folder)
    #expect(read.status == 0, "\(read.output)")
  }

  @Test func theSameSessionGivesTheSameBytes() async throws {
    let folder = try await workshop()
    for place in ["one", "two"] {
      let formats = "markdown,html,csv,ics,json"
      let exported = try await Program.run(["export", "x", "--to", formats, "--output", place], in: folder)
      #expect(exported.status == 0)
    }
    let compared = try await Program.shell("diff -r one two && ls one | wc -l", in: folder)
    #expect(compared.status == 0)
    #expect(compared.output.contains("7"))
  }

  @Test func withoutPandocTheOthersAreWritten() async throws {
    let folder = try await workshop()
    let none = ["PATH": folder.path]
    let only = try await Program.run(["export", "x", "--to", "docx,pdf"], in: folder, environment: none)
    #expect(only.status == 69)
    #expect(only.errors.contains("x-strategi.docx ble ikke skrevet: det trengs pandoc."))
    #expect(only.errors.contains("apt install weasyprint"))
    #expect(only.errors.split(separator: "\n").count == 2)
    let both = try await Program.run(["export", "x", "--to", "docx,html"], in: folder, environment: none)
    #expect(both.status == 0)
    #expect(both.output == "Sessions/x/x-strategi.html\n")
    #expect(both.errors.contains("pandoc"))
  }

  @Test func anExportThatFailsLeavesTheOldOne() async throws {
    let folder = try await workshop()
    try folder.write("the old one", to: "Sessions/x/x-strategi.docx")
    try folder.write("#!/bin/sh\necho broken >&2\nexit 3\n", to: "pandoc")
    _ = try await Program.shell("chmod +x pandoc", in: folder)
    let environment = ["PATH": folder.path + ":/usr/bin:/bin"]
    let failed = try await Program.run(["export", "x", "--to", "docx,json"], in: folder, environment: environment)
    #expect(failed.status == 74)
    #expect(failed.output == "Sessions/x/x.json\n")
    #expect(failed.errors.contains("for pandoc mislyktes: broken"))
    #expect(try folder.text("Sessions/x/x-strategi.docx") == "the old one")
  }

  @Test func theHouseStyleIsUsed() async throws {
    let folder = try await workshop()
    let style = repository + "/Sources/Draft/Resources/reference.docx"
    let styled = try await Program.run(["export", "x", "--to", "docx", "--reference-doc", style], in: folder)
    #expect(styled.status == 0, "\(styled.errors)")
    let missing = try await Program.run(["export", "x", "--to", "docx", "--reference-doc", "no.docx"], in: folder)
    #expect(missing.status == 66)
    #expect(missing.errors.contains("no.docx does not exist"))
  }

  @Test func whatHasChangedIsMarked() async throws {
    let folder = try TemporaryFolder()
    try folder.write("Bakeri\n/goto frame.goals.organisation\nMore | org\nLess | org\n", to: "a.plenum")
    _ = try await Program.run(["replay", "a.plenum", "--into", "x", "--at", "2026-02-10"], in: folder)
    let lines = "/goto frame.goals.organisation\n/edit 1 Much more\n/delete 2\nBetter | org\n/quit\n"
    _ = try await Program.run(["resume", "x"], in: folder, input: lines)
    let marked = try await Program.run(["export", "x", "--since", "2026-02-10"], in: folder)
    #expect(marked.status == 0, "\(marked.errors)")
    let text = try folder.text("Sessions/x/x-strategy.md")
    #expect(text.contains("New answers: 1. Changed: 1. Deleted: 1."))
    #expect(text.contains("| **[changed]** Much more |"))
    #expect(text.contains("| **[new]** Better |"))
    #expect(text.contains("Deleted from “Organisation goals”: Less"))
    let nothing = try await Program.run(["export", "x", "--since", "yesterday"], in: folder)
    #expect(nothing.status == 64)
    #expect(nothing.errors.contains("“yesterday” is neither a date nor an entry"))
  }

  @Test func documentsOfTheirOwn() async throws {
    let folder = try await workshop()
    let manual = try await Program.run(
      ["export", "x", "--document", "crisis-manual,kpi-sheet", "--to", "markdown", "--language", "fi"], in: folder)
    #expect(manual.output == "Sessions/x/x-kriisiviestintaohje.md\nSessions/x/x-mittarit.md\n")
    // What version 0.1 called the one page.
    let brief = try await Program.run(["export", "x", "--brief", "--to", "markdown", "--language", "fi"], in: folder)
    #expect(brief.output.hasPrefix("Sessions/x/x-") && brief.output.split(separator: "\n").count == 1)
    #expect(brief.status == 0)
    let unknown = try await Program.run(["export", "x", "--document", "poem"], in: folder)
    #expect(unknown.status == 64)
    #expect(
      unknown.errors.contains("There is no document “poem”; choose from: strategy, one-page, slides, crisis-manual"))
  }

  @Test func theTranscriptSaysWhatWasSaidAndByWhom() async throws {
    let folder = try await workshop()
    let account = try await Program.run(["transcript", "x"], in: folder)
    #expect(account.status == 0)
    #expect(account.output.contains("Kari Hauge: Styrker: Seks butikker midt i nabolagene"))
    #expect(account.output.contains("Ny tekst: «Alltid utsolgt etter klokka tre» \\| negativ"))
    let page = try await Program.run(["transcript", "x", "--to", "html", "--language", "en"], in: folder)
    #expect(page.output.hasPrefix("<!DOCTYPE html>"))
    #expect(page.output.contains("The session is closed."))
  }

  @Test func hostileTextsStayTexts() async throws {
    let folder = try TemporaryFolder()
    _ = try await Program.shell("mkdir -p Sessions/x", in: folder)
    try Hostile.write(to: folder.path + "/Sessions/x/journal.jsonl")
    let texts = try await Program.run(
      ["export", "x", "--to", "markdown,html,csv,ics,json", "--output", "texts"], in: folder)
    #expect(texts.status == 0, "\(texts.errors)")
    let formats = "markdown,html,docx,odt,pptx,csv,ics,json"
    let exported = try await Program.run(["export", "x", "--to", formats, "--output", "all"], in: folder)
    #expect(exported.status == 0, "\(exported.errors)")
    let read = try await readers("all", in: folder, hostile: true)
    #expect(read.status == 0, "\(read.output)")
  }

  /// A page is set far slower than a text is written, so the texts stand in a list, a table and a few lines here.
  @Test func hostileTextsStayTextsOnPaper() async throws {
    let folder = try TemporaryFolder()
    _ = try await Program.shell("mkdir -p Sessions/x", in: folder)
    try Hostile.write(
      to: folder.path + "/Sessions/x/journal.jsonl",
      about: ["frame.session.organisation", "situation.internal.offering", "situation.internal.reputation"])
    let exported = try await Program.run(["export", "x", "--to", "pdf", "--output", "paper"], in: folder)
    #expect(exported.status == 0, "\(exported.errors)")
    let read = try await Program.shell("pdftotext -layout paper/*.pdf - | tr -d '\\n\\f '", in: folder)
    for text in [
      "<script>alert(1)</script>", "</style><imgsrc=xonerror=alert(1)>", "=HYPERLINK(", "![x](/etc/passwd)",
      "[a](javascript:alert(1))",
    ] {
      #expect(read.output.contains(text), "\(text)")
    }
    #expect(!read.output.contains("root:x:"))
  }
}

/// A journal from a stranger: texts that mean something elsewhere, in every place that a document has.
enum Hostile {
  static let texts = [
    "=HYPERLINK(\"http://a.example\",\"x\")", "+1+1", "-2+3", "@SUM(A1)", "\tTAB", "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>", "![x](/etc/passwd)", "[a](javascript:alert(1))", "| a | b |", "# Heading",
    "BEGIN:VEVENT\r\nSUMMARY:x\\;,", "\\input{/etc/passwd} $x^2$ \\write18{ls}", "```\ncode\n```", "{{x}} ${x} %n",
    "<w:p><w:r><w:t>x</w:t></w:r></w:p>", "&lt;b&gt; &#x41;", "\u{202E}txt.exe", "שלום עולם", "مرحبا بالعالم",
    "a\u{0}b\u{7}c\u{1B}[31m", "\u{FFFE}\u{FFFF}", "👩‍👩‍👧‍👦🇳🇴", String(repeating: "[", count: 8_000),
    "a" + String(repeating: "\u{301}", count: 4_000), String(repeating: "W", count: 3_000),
    String(repeating: "ab ", count: 2_000),
  ]

  /// Writes the journal.
  ///
  /// - Parameters:
  ///   - path: Where.
  ///   - questions: What the texts are answers to; nil for all questions.
  /// - Throws: What hinders the writing.
  static func write(to path: String, about questions: Set<QuestionID>? = nil) throws {
    let rooms = try Rooms()
    let moment = Moment(millisecondsSince1970: 1_770_710_400_000)
    let header = Header(
      session: "hostile", method: rooms.method.name, methodVersion: rooms.method.version,
      methodDigest: rooms.source.digest, language: "en", run: "half-day", timeZone: "UTC", created: moment)
    // Nobody waits for the disk: it is read at once.
    var storage = Storage.system
    storage.syncData = { _ in }
    let journal = try Journal.create(at: path, header: header, storage: storage)
    var events: [Event] = [.titleGiven(texts[5])]
    for question in rooms.method.questions where questions?.contains(question.id) != false {
      for (number, text) in texts.enumerated() where number < question.most(in: "half-day") + 3 {
        let places: [Place?] =
          if case .grid(let grid) = question.kind, case .fixed(let rows) = grid.rows, let row = rows.first {
            [Place(row: row.rawValue)]
          } else {
            [nil]
          }
        // What is chosen, dated and counted is as it should be: those are read by rules, the texts are anybody's.
        let cells = question.columns.enumerated().map { place, column -> String in
          switch column.type {
          case .date: "2026-0\(number % 9 + 1)-1\(place % 9)"
          case .number, .scale: String(number % 5 + 1)
          case .choice(.own(let options)), .multi(.own(let options)): options[number % options.count].rawValue
          case .yesNo: "yes"
          case .text, .texts, .duration, .person, .persons, .choice(.list), .multi(.list), .suggestion, .kpi,
            .frequency,
            .repeats, .reference, .references:
            texts[(number + place) % texts.count]
          }
        }
        let series = question.handles.series.first
        events.append(
          .answerGiven(
            Answer(
              id: AnswerID(question: question.id, series: series, number: number + 1), place: places[0], cells: cells,
              speaker: text)))
      }
    }
    // A line of a journal has an end.
    for event in events { try journal.append([event], at: moment) }
    try journal.close()
  }
}
