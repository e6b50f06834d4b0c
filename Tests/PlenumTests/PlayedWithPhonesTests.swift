import FacilitationFixtures
import Foundation
import Journal
import PseudoTerminal
import Testing
import Workshop

@testable import Facilitation
@testable import plenum

/// A workshop of eighteen phones and one facilitator, from joining to the draft, with the real programs; and both of them
/// killed in the midst of it.
@Suite(.enabled(if: PhonesOfARoom.program != nil, "Scripts/test phones runs them"), .serialized)
struct PlayedWithPhonesTests {
  private static let question = "q-situation.internal.offering"
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func open(_ room: inout PhonesOfARoom, _ arguments: [String]) throws -> PseudoTerminal {
    let terminal = try Program.open(arguments, in: folder, environment: room.environment, columns: 100, rows: 40)
    try terminal.wait(for: " of ")
    try terminal.type("/phones\r")
    try terminal.wait(for: "Take out your phone")
    try terminal.type("\r")
    try terminal.wait(for: "Phones: 127.0.0.1")
    try room.look(in: "played")
    return terminal
  }

  private func read() throws -> Session {
    let bytes = try Data(contentsOf: URL(filePath: folder.path + "/Sessions/played/journal.jsonl"))
    return try JournalContents(of: [UInt8](bytes)).session(of: try Rooms().method)
  }

  @Test func `eighteen phones write and vote, and the draft says what was taken`() async throws {
    var room = try PhonesOfARoom(in: folder)
    let start = ["start", "Played", "--language", "en", "--run", "half-day"]
    let terminal = try open(&room, start)
    let phones = (0..<18).map { [room] _ in PhoneOnLoopback(room) }
    try terminal.type("/goto situation.internal.offering\r")
    for phone in phones { try await phone.wait(forForm: PlayedWithPhonesTests.question) }
    for (number, phone) in phones.enumerated() {
      let status = try await phone.send("idea", form: PlayedWithPhonesTests.question, ["c0": "Idea \(number + 1)"])
      #expect(status == 204)
    }
    try terminal.wait(for: "18 in the inbox")
    try terminal.type("/inbox take 1-4\r")
    try terminal.wait(for: "4 ideas taken in")
    try terminal.type("/inbox park 5\r")
    try terminal.wait(for: "One idea is parked")
    try terminal.type("/vote dots 2 heads 18\r")
    for phone in phones { try await phone.wait(forForm: "v1") }
    for (number, phone) in phones.enumerated() {
      let marks = number < 10 ? ["m0": "2"] : ["m1": "1", "m2": "1"]
      #expect(try await phone.send("vote", form: "v1", marks.merging(["seq": "1"]) { $1 }) == 204)
    }
    try terminal.wait(for: "Voted: 18 of 18")
    try terminal.type("/vote close\r")
    try terminal.wait(for: "20")
    try terminal.type("\r/inbox drop 6-18\r")
    try terminal.wait(for: "thrown away")
    try terminal.type("/phones off\r")
    try terminal.wait(for: "closed to phones")
    try terminal.type("/quit\r")
    #expect(try terminal.waitForExit() == .code(0))
    let session = try read()
    #expect(session.answers(to: "situation.internal.offering").map { $0.cell(at: 0) } == (1...4).map { "Idea \($0)" })
    #expect(session.vote(1)?.ballots.count == 18)
    #expect(session.vote(1)?.marks.map { $0.reduce(0, +) } == [20, 8, 8, 0])
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/Sessions/played/.letterbox/letterbox.jsonl"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/Sessions/played/.phones"))
    let draft = try String(contentsOfFile: folder.path + "/Sessions/played/played-strategy.md", encoding: .utf8)
    #expect(draft.contains("Idea 1"))
    #expect(!draft.contains("Idea 7"))
  }

  @Test func `either program is killed, and no letter is lost or comes twice`() async throws {
    var room = try PhonesOfARoom(in: folder)
    var terminal = try open(&room, ["start", "Played", "--language", "en", "--run", "half-day"])
    let phone = PhoneOnLoopback(room)
    try terminal.type("/goto situation.internal.offering\r")
    try await phone.wait(forForm: PlayedWithPhonesTests.question)
    let again = PhoneOnLoopback.id()
    for (id, text) in [(again, "First"), (PhoneOnLoopback.id(), "Second")] {
      #expect(try await phone.send("idea", form: PlayedWithPhonesTests.question, id: id, ["c0": text]) == 204)
    }
    try terminal.wait(for: "2 in the inbox")
    try terminal.type("/inbox take 1\r")
    try terminal.wait(for: "One idea taken in")
    // The room itself goes at once; the port is free again, and the letterbox stays.
    terminal.signal(SIGKILL)
    _ = try terminal.waitForExit()
    terminal = try open(&room, ["resume", "played"])
    try terminal.wait(for: "one in the inbox")
    try await phone.wait(forForm: PlayedWithPhonesTests.question)
    // What was told "received" and comes again is the same letter.
    #expect(try await phone.send("idea", form: PlayedWithPhonesTests.question, id: again, ["c0": "First"]) == 204)
    try room.kill()
    try terminal.wait(for: "The program that answers phones has ended")
    try terminal.type("/phones\r")
    try terminal.wait(for: "Take out your phone")
    try terminal.type("\r")
    try terminal.type("/inbox take all\r")
    try terminal.wait(for: "One idea taken in")
    try terminal.type("/quit\r")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(try read().answers(to: "situation.internal.offering").map { $0.cell(at: 0) } == ["First", "Second"])
  }
}
