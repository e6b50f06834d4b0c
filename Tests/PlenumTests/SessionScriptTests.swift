import Draft
import FacilitationFixtures
import Foundation
import Journal
import Method
import SessionFixtures
import Testing

@testable import Workshop
@testable import Facilitation
@testable import plenum

@Suite("The script that gives a session again")
struct SessionScriptTests {
  /// Which sessions are typed; with `PLENUM_TESTS=full` they are many.
  private static let seeds: [UInt64] =
    ProcessInfo.processInfo.environment["PLENUM_TESTS"] == "full" ? Array(1...150) : Array(1...9)

  @Test("Of a worked workshop: the same session and the same files", arguments: workedWorkshops)
  func ofAWorkedWorkshop(_ script: String) throws {
    let rooms = try Rooms()
    var room = try rooms.open("told", language: "en")
    room.reads = { path in Storage.system.bytes(of: repository + "/Sessions/" + path, limit: 1 << 20) }
    for (place, line) in try scriptLines(script).enumerated() {
      room.clock = .still(at: rooms.clock.now().later(by: place * 60))
      _ = try room.hear(line)
    }
    let written = try rooms.script("told")
    let again = try rooms.replay(written, as: "again")
    let inCausalOrder = try rooms.contents("told")
    let isDiscreet = inCausalOrder.entries.contains { $0.events.contains { $0.has(.isPrivate) } }
    try expectSame(inCausalOrder, try rooms.contents("again"), rooms, isDiscreet: isDiscreet)
    #expect(again.session.position == room.session.position)
    // Whatever was typed is typed again: only what a group hands in, and what is hidden, is told otherwise.
    let cues = written.split(separator: "\n").filter { $0.hasPrefix("#+") }
    #expect(cues.allSatisfy { $0.contains("handed-in") || $0.contains("\"\"") || $0.contains("pseudonym-given") })
  }

  @Test("Of whatever was typed into the built-in method", arguments: seeds)
  func ofAnything(_ seed: UInt64) throws {
    try play(seed, in: try Rooms(), languages: Library.languages, runs: ["core", "half-day", "full"])
  }

  @Test("Of whatever was typed into a method with every kind of question", arguments: seeds)
  func ofAnythingOdd(_ seed: UInt64) throws {
    try play(seed, in: try Rooms(.odd), languages: ["en", "nb"], runs: ["short", "long"])
  }

  @Test("Of one in which nothing is typed as it was from the first line on")
  func ofAnOpeningThatIsHidden() throws {
    let rooms = try Rooms(.odd)
    var room = try rooms.open("told", language: "en", run: "short")
    for line in ["Wrens", "/redact 1"] { _ = try room.hear(line) }
    let written = try rooms.script("told")
    _ = try rooms.replay(written, as: "again")
    try expectSame(try rooms.contents("told"), try rooms.contents("again"), rooms, isDiscreet: false)
    #expect(try rooms.script("again") == written)
  }

  @Test("Of a journal without its first entry") func ofAnOpeningThatIsGone() throws {
    let rooms = try Rooms(.odd)
    var room = try rooms.open("whole", language: "en", run: "short")
    for line in ["/goto walk.plan.gear", "map"] { _ = try room.hear(line) }
    var lines = try rooms.folder.text("whole").split(separator: "\n")
    lines.remove(at: 1)
    try rooms.folder.write(lines.joined(separator: "\n") + "\n", to: "told")
    _ = try rooms.replay(try rooms.script("told"), as: "again")
    try expectSame(try rooms.contents("told"), try rooms.contents("again"), rooms, isDiscreet: false)
    #expect(try rooms.read("again").title.isEmpty)
  }

  /// Types at random, tells it as a script, plays that, and compares.
  private func play(_ seed: UInt64, in rooms: Rooms, languages: [LanguageCode], runs: [RunID]) throws {
    let isDiscreet = seed.isMultiple(of: 3)
    var facilitator = Facilitator(seed: seed, isDiscreet: isDiscreet)
    let language = languages[Int(seed) % languages.count]
    var room: Interpreter? = try rooms.open("told", language: language, run: runs[Int(seed) % runs.count])
    room?.reads = reads(try rooms.handedIn())
    var now = rooms.clock.now().millisecondsSince1970
    for _ in 0..<160 {
      now += facilitator.pause()
      let clock = WallClock.still(at: Moment(millisecondsSince1970: now))
      if facilitator.pausesForLong() {
        // The lock goes with the room.
        room = nil
        room = try rooms.reopen("told")
        room?.clock = clock
        room?.reads = reads(try rooms.handedIn())
        try room?.resume()
      }
      room?.clock = clock
      let line = facilitator.line(in: try #require(room))
      _ = try? room?.hear(line)
    }
    let written = try rooms.script("told")
    #expect(!written.contains("\u{1B}") && !written.contains("\u{202E}"))
    _ = try rooms.replay(written, as: "again")
    try expectSame(try rooms.contents("told"), try rooms.contents("again"), rooms, isDiscreet: isDiscreet)
    #expect(try rooms.script("again") == written, "the script of what it gives is the same")
  }

  private func reads(_ journal: [UInt8]) -> (String) -> [UInt8]? {
    let text = "An idea of ours\n- another one\n- 3\n"
    return { path in path == "hand.md" ? Array(text.utf8) : path == "other.jsonl" ? journal : nil }
  }

  // MARK: What is the same

  private func expectSame(
    _ inCausalOrder: JournalContents, _ again: JournalContents, _ rooms: Rooms, isDiscreet: Bool,
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    var (left, right) = (inCausalOrder.session(of: rooms.method), again.session(of: rooms.method))
    #expect(left.lastUndoable == right.lastUndoable || isDiscreet, sourceLocation: place)
    // Entries have other names in every journal. What a script leaves out took its time.
    (left, right) = (left.public.withoutHistory, right.public.withoutHistory)
    if isDiscreet { right.time = left.time }
    #expect(left == right, sourceLocation: place)
    let files = [try Exports(left, inCausalOrder, rooms), try Exports(right, again, rooms)]
    for (name, bytes) in files[0].files where !isDiscreet || name != "transcript" {
      #expect(files[1].files[name] == bytes, "\(name)", sourceLocation: place)
    }
    #expect(files[0].files.count == files[1].files.count)
  }
}

/// Every file of a session that we write ourselves.
private struct Exports {
  private(set) var files: [String: [UInt8]] = [:]

  init(_ session: Session, _ contents: JournalContents, _ rooms: Rooms) throws {
    let localization = try rooms.source.localization(session.language)
    let draft = Document(draftOf: session, in: localization)
    files["json"] = JSONExportWriter().text(of: session, in: localization, draft: draft)
    let others = rooms.method.drafts.map { Document(draftOf: session, in: localization, as: $0.id) }
    for (place, document) in ([draft] + others).enumerated() {
      files["markdown \(place)"] = Array(MarkdownWriter().text(of: document).utf8)
      files["html \(place)"] = HTMLWriter().text(of: document)
    }
    files["calendar"] = CalendarWriter(session: "told").text(of: session, in: localization)
    for question in rooms.method.sheets.compactMap(rooms.method.question) {
      files["\(question.id) csv"] = CSVWriter().text(of: question, in: session, localization)
    }
    let place = DraftFiles(session: session, localization: localization, folder: "", name: "told", system: .still)
    let account = TranscriptFiles(files: place, contents: contents).document
    files["transcript"] = Array(MarkdownWriter().text(of: account).utf8)
  }
}

extension Rooms {
  /// The journal of a session that a group has held by itself.
  fileprivate func handedIn() throws -> [UInt8] {
    let name = "other"
    if let bytes = Storage.system.bytes(of: folder.path + "/" + name, limit: 1 << 20) { return bytes }
    var room = try open(name, language: "en", run: method.runs[0].id)
    for place in 1...12 {
      _ = try? room.hear("/goto \(place)")
      for line in ["Something of the group", "1", "A | B"] { _ = try? room.hear(line) }
    }
    try room.close()
    return Storage.system.bytes(of: folder.path + "/" + name, limit: 1 << 20) ?? []
  }
}

extension Session {
  /// The session without what is private.
  fileprivate var `public`: Session {
    var session = self
    session.sideItems.all.removeAll { $0.id.kind == .note }
    session.privacy.redactedSideItems = session.privacy.redactedSideItems.filter { $0.kind != .note }
    session.sideItems.numbers[.note] = nil
    session.privacy.offRecordPeriods = []
    session.privacy.offRecordSince = nil
    return session
  }
}
