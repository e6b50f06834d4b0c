import ArgumentParser
import Draft
import FacilitationFixtures
import Journal
import Testing
import Workshop

@testable import Facilitation
@testable import plenum

/// Exports, resuming and listing on a system on which something fails: a sentence and a status, and nothing is harmed.
struct SystemFaultTests {
  private let folder: TemporaryFolder
  private var sessions: [String] { ["--sessions", folder.path + "/Sessions"] }

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("# plenum 1\n# language: en\n# run: core\nHarbour Museum\n", to: "script.plenum")
    try run(ReplayCommand.self, [folder.path + "/script.plenum", "--into", "x"] + sessions, on: .still)
  }

  /// A system on which something fails, the command that meets it, and what comes of it.
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var fails: Failing
    var command: [String]
    var status: Failure.Status
    var says: String

    /// What fails.
    enum Failing: Sendable {
      /// Every request of that kind to the disk.
      case opening(Fault)
      case writing(Fault)
      case syncing(Fault)
      /// Nobody takes what is written to standard output.
      case output
    }
  }

  @Test(arguments: [
    Row(
      testDescription: "an export on a full disk", fails: .writing(.diskFull), command: ["export", "x"],
      status: .inputOutput, says: "full"),
    Row(
      testDescription: "an export to a disk that breaks", fails: .syncing(.inputOutput), command: ["export", "x"],
      status: .inputOutput, says: "x-strategy.md"),
    Row(
      testDescription: "an export without a descriptor left", fails: .opening(.tooManyFiles), command: ["export", "x"],
      status: .inputOutput, says: "too many files"),
    Row(
      testDescription: "resuming without a descriptor left", fails: .opening(.tooManyFiles), command: ["resume", "x"],
      status: .inputOutput, says: "too many files"),
    Row(
      testDescription: "a transcript that nobody takes", fails: .output, command: ["transcript", "x"],
      status: .inputOutput, says: "output"),
    Row(
      testDescription: "a list that nobody takes", fails: .output, command: ["list"], status: .inputOutput,
      says: "output"),
    Row(
      testDescription: "the paths of an export that nobody takes", fails: .output, command: ["export", "x"],
      status: .inputOutput, says: "output"),
  ]) func `what fails is a sentence and a status`(row: Row) throws {
    try run(ExportCommand.self, ["x"] + sessions, on: .still)
    let before = try folder.text("Sessions/x/x-strategy.md")
    var system = System.still
    switch row.fails {
    case .opening(let fault): system.storage.open = { _, _ throws(Fault) in throw fault }
    case .writing(let fault): system.storage.write = { _, _ throws(Fault) in throw fault }
    case .syncing(let fault):
      system.storage.sync = { _ throws(Fault) in throw fault }
      system.storage.syncData = { _ throws(Fault) in throw fault }
    case .output: system.streams.output = { _ in throw System.OutputLost() }
    }
    let failure = #expect(throws: Failure.self) {
      var command = try Plenum.parseAsRoot(row.command + sessions) as? any SystemCommand
      try command?.run(on: system)
    }
    #expect(failure?.status == row.status)
    #expect(failure?.description.lowercased().contains(row.says) == true, "\(failure?.description ?? "")")
    #expect(try folder.text("Sessions/x/x-strategy.md") == before)
  }

  @Test func `a list names what it cannot open, and goes on`() throws {
    var system = System.still
    system.storage.open = { _, _ throws(Fault) in throw .tooManyFiles }
    let said = try run(ListCommand.self, sessions, on: system)
    #expect(said.contains("x: "))
  }

  @Test func `an export that is interrupted stops there`() throws {
    var system = System.still
    system.storage.isExecutable = { _ in true }
    system.run = { _ in .interrupted(by: 2) }
    let rooms = try Rooms()
    let room = try rooms.remembering(language: "en")
    let files = DraftFiles(
      session: room.session, localization: room.localization, folder: folder.path, name: "y", system: system)
    let outcome = try files.write([.markdown, .docx, .json])
    #expect(outcome.interruption == 2)
    #expect(outcome.paths == [folder.path + "/y-strategy.md"])
    #expect(outcome.complaints.count == 1)
  }

  @Test func `a transcript tells the time where the session was held`() throws {
    let asked = Asked()
    var system = System.still
    let clock = system.clock
    system.clockInZone = { name in
      asked.names.append(name)
      return clock
    }
    try run(TranscriptCommand.self, ["x"] + sessions, on: system)
    #expect(asked.names == ["UTC"])
  }

  /// What was written to both streams.
  private final class Said {
    var text = ""
  }

  /// The zones that were asked for.
  private final class Asked {
    var names: [String] = []
  }

  /// Runs a subcommand.
  ///
  /// - Returns: What it wrote to both streams.
  @discardableResult
  private func run<Command: SystemCommand>(
    _ command: Command.Type, _ arguments: [String], on system: System
  ) throws -> String {
    let said = Said()
    var system = system
    let output = system.streams.output
    system.streams = Streams(
      output: {
        said.text += $0
        try output($0)
      }, error: { said.text += $0 + "\n" })
    var command = try Command.parse(arguments)
    try command.run(on: system)
    return said.text
  }
}
