import FacilitationFixtures
import Foundation
import Journal
import LineEditor
import Method
import PseudoTerminal
import Testing
import Text
import Workshop

@testable import Facilitation
@testable import plenum

@Suite("The recording of a session")
struct CastTests {
  /// A recording, read.
  private struct ReplaySource {
    var header: [String: Any]
    var events: [(time: Double, code: String, data: String)]

    init(_ text: String) throws {
      let lines = try text.split(separator: "\n").map {
        try JSONSerialization.jsonObject(with: Data($0.utf8))
      }
      header = try #require(lines.first as? [String: Any])
      events = try lines.dropFirst().map { line in
        let event = try #require(line as? [Any])
        #expect(event.count == 3)
        let time = try #require(event[0] as? NSNumber)
        return (time.doubleValue, try #require(event[1] as? String), try #require(event[2] as? String))
      }
    }
  }

  private func played(_ script: String, into name: String, in folder: TemporaryFolder) async throws {
    let outcome = try await Program.run(
      [
        "replay", repository + "/Sessions/" + script, "--into", name, "--at", "2026-09-15T08:00:00Z", "--every", "45",
      ], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test(
    "Of a worked workshop, in any window",
    arguments: ["harbour-museum.en.plenum", "bergen-bakery-core.nb.plenum"], [(80, 24), (60, 16), (132, 40)])
  func ofAWorkedWorkshop(_ script: String, _ size: (columns: Int, rows: Int)) throws {
    let rooms = try Rooms()
    var room = try rooms.open("told", language: "en")
    room.reads = { path in Storage.system.bytes(of: repository + "/Sessions/" + path, limit: 1 << 20) }
    for (place, line) in try scriptLines(script).enumerated() {
      room.clock = .still(at: rooms.clock.now().later(by: place * 45))
      _ = try room.hear(line)
    }
    let window = WindowSize(columns: size.columns, rows: size.rows)
    let contents = try rooms.contents("told")
    let cast = try Cast(
      of: contents, method: rooms.method, source: rooms.source, size: window, idle: 1.5, goesOn: { _ in "" })
    let replaySource = try ReplaySource(cast.text)
    #expect(replaySource.header["version"] as? Int == 2)
    #expect(replaySource.header["width"] as? Int == size.columns && replaySource.header["height"] as? Int == size.rows)
    #expect(replaySource.header["idle_time_limit"] as? Double == 1.5)
    #expect(replaySource.events.first?.time == 0)
    for (event, next) in zip(replaySource.events, replaySource.events.dropFirst()) {
      #expect((0...1.5).contains((next.time - event.time).rounded(toPlaces: 3)))
    }
    // A mark wherever another stage begins.
    var session = Session(method: rooms.method, language: contents.header.language, run: contents.header.run)
    var stages: [StageID] = []
    for entry in contents.inCausalOrder {
      session.apply(entry.events, as: entry.id, at: entry.at)
      if !session.privacy.isOffRecord, let stage = session.position.flatMap(rooms.method.location)?.stage.id,
        stage != stages.last
      {
        stages.append(stage)
      }
    }
    #expect(replaySource.events.count { $0.code == "m" } == stages.count)
    #expect(replaySource.events.allSatisfy { ["o", "m"].contains($0.code) })
    // Played to a terminal, the last picture is what the projector shows in the end.
    var screen = Screen(columns: size.columns, rows: size.rows)
    for event in replaySource.events where event.code == "o" { screen.feed(Array(event.data.utf8)) }
    let last = try #require(contents.inCausalOrder.last)
    let view = ProjectorView(
      session: session, localization: try rooms.source.localization(session.language), size: window, now: last.at)
    let shown = view.rows.prefix(size.rows).map { $0.plainText.trimmedAtTheEnd }
    #expect(Array(screen.lines.map(\.trimmedAtTheEnd).prefix(shown.count)) == shown)
    #expect(screen.lines.dropFirst(shown.count).allSatisfy { $0.trimmed.isEmpty })
  }

  @Test func nothingPrivateIsInIt() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      /people add KH | Kari Hauge | leader
      /goto situation.internal.offering
      Bread
      A secret recipe
      /redact 2
      /note Ola looks at his watch
      /off
      Nobody may know
      /goto situation.internal.history
      /goto situation.internal.offering
      /on
      Buns
      \u{1B}[31mRed\u{202E}
      /pseudonym KH
      """, to: "x.plenum")
    let played = try await Program.run(["replay", "x.plenum", "--at", "2026-09-15T08:00:00Z"], in: folder)
    #expect(played.status == 0, "\(played.errors)")
    let cast = try await Program.run(["cast", "x"], in: folder)
    #expect(cast.status == 0 && cast.errors.isEmpty)
    for text in ["secret", "watch", "Nobody", "Kari", "Hauge", "worked before"] {
      #expect(!cast.output.contains(text), "\(text)")
    }
    #expect(cast.output.contains("Bread") && cast.output.contains("Buns"))
    // What somebody typed does nothing to the terminal that plays it.
    let replaySource = try ReplaySource(cast.output)
    #expect(!replaySource.events.contains { $0.data.contains("\u{1B}[31m") || $0.data.contains("\u{202E}") })
    #expect(replaySource.events.contains { $0.data.contains("␛[31mRed") })
    let history = try Library { _ in nil }.method(Library.builtIn).source.localization("en").texts
      .questions["situation.internal.history"]
    #expect(!cast.output.contains(try #require(history?.ask)))
  }

  @Test("asciinema reads it") func asciinemaReadsIt() async throws {
    let folder = try TemporaryFolder()
    try await played("harbour-museum.en.plenum", into: "museum", in: folder)
    let cast = try await Program.run(["cast", "museum", "--columns", "100", "--rows", "30", "--idle", "1"], in: folder)
    try folder.write(cast.output, to: "museum.cast")
    let python = repository + "/.build/readers/bin/python"
    let read = try await Program.shell("\"\(python)\" -m asciinema cat museum.cast", in: folder)
    #expect(read.status == 0, "\(read.errors)")
    let replaySource = try ReplaySource(cast.output)
    #expect(read.output == replaySource.events.filter { $0.code == "o" }.map(\.data).joined())
    #expect(replaySource.events.count > 100)
  }

  @Test(arguments: [["--columns", "2"], ["--rows", "1000"], ["--idle", "0"], ["--idle", "nan"]])
  func sizesThatAreNoneAreRefused(_ arguments: [String]) async throws {
    let outcome = try await Program.run(["cast", "x"] + arguments, in: try TemporaryFolder())
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
  }
}

extension String {
  fileprivate var trimmedAtTheEnd: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

extension Double {
  fileprivate func rounded(toPlaces places: Int) -> Double {
    let scale = pow(10, Double(places))
    return (self * scale).rounded() / scale
  }
}
