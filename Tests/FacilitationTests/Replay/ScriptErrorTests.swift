import FacilitationFixtures
import Foundation
import Journal
import Testing
import Workshop

@testable import Facilitation

/// Each error that a script can give has a file that provokes it, its message, and a place in the README of the folder.
/// With `RECORD` set, messages and README are written anew.
struct ScriptErrorTests {
  private static let folder = repository + "/Tests/FacilitationTests/ScriptErrors"
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD"] != nil

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".plenum") }.map { String($0.dropLast(7)) }.sorted()
  }()

  @Test(arguments: names) func itSaysSo(_ name: String) throws {
    let text = try #require(ScriptErrorTests.messages[name]).text
    let path = "\(ScriptErrorTests.folder)/\(name).expected"
    if ScriptErrorTests.isRecording { try text.write(toFile: path, atomically: true, encoding: .utf8) }
    let expected = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    #expect(
      text.split(separator: "\n") == expected.split(separator: "\n"), "run RECORD=1 Scripts/test ScriptErrorTests")
  }

  @Test func theReadmeIsMadeOfThem() throws {
    var readme = """
      # What is said about a script that cannot be played

      A file for each error: it ends in a line that is turned down, and below it stands what is said. The test that
      compares them makes this page as well.

      """
    for name in ScriptErrorTests.names {
      let (script, text, _) = try #require(ScriptErrorTests.messages[name])
      readme += "\n## \(name.drop { $0.isNumber || $0 == "-" }.replacing("-", with: " "))\n\n"
      readme += (script + "\n" + text).dropLast().split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
    }
    let path = ScriptErrorTests.folder + "/README.md"
    if ScriptErrorTests.isRecording { try readme.write(toFile: path, atomically: true, encoding: .utf8) }
    let written = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    #expect(readme.split(separator: "\n") == written.split(separator: "\n"))
  }

  /// What no script for the built-in method can meet, and why.
  private static let unmet: [String: String] = [
    "people.noParticipants": "the method asks who takes part",
    "people.presenceNotAsked": "it asks who is in the room",
    "measure.notInMethod": "it measures its KPIs", "vote.notHeard": "what it follows is turned down before it",
    "noCross": "it has a grid of four fields", "noSuchQuestion": "a journal of another version gives it",
    "lineError": "", "flaw": "", "refused": "", "cell": "", "groups.inFile": "",
    "notSaved": "a disk that takes nothing", "unsaved": "a disk that takes nothing",
    "noWords": "words that cannot be read",
  ]

  @Test func everyErrorHasItsFile() throws {
    #expect(ScriptErrorTests.messages.count == ScriptErrorTests.names.count)
    let named = ScriptErrorTests.messages.values.map(\.cases)
    let met = Set(named.joined()).union(named.flatMap { zip($0, $0.dropFirst()).map { "\($0).\($1)" } })
    let sources = ["Workshop/Commands/Refusal", "Facilitation/Replay/ReplayFailure"]
    var known: Set<String> = ["notUTF8", "newerForm", "answersNothing", "unreadableMethod", "unreadableDirective"]
    for source in sources {
      let text = try String(contentsOfFile: "\(repository)/Sources/\(source).swift", encoding: .utf8)
      known.formUnion(text.matches(of: /\n +(?:indirect )?case (\w+)/).map { String($0.1) })
    }
    let topics = [
      "sideItem": "SideItems/SideItemCommand", "vote": "Votes/VoteCommand", "time": "Time/TimeCommand",
      "people": "People/PeopleCommand", "groups": "Groups/GroupsCommand", "screen": "Screen/Screen",
      "measure": "Measures/MeasureCommand", "phones": "Phones/PhonesCommand",
      "privacy": "Privacy/PrivacyCommand",
    ]
    for (topic, source) in topics {
      let text = try String(contentsOfFile: "\(repository)/Sources/Workshop/\(source).swift", encoding: .utf8)
      let refusals = try #require(text.firstMatch(of: /\n(?:public )(?:indirect )?enum \w+Refusal[^\n]*\{\n[^}]*/))
        .output
      known.formUnion(refusals.matches(of: /\n +case (\w+)/).map { "\(topic).\($0.1)" })
    }
    let missing = known.subtracting(met).subtracting(ScriptErrorTests.unmet.keys)
    #expect(missing == [], "no file in ScriptErrors provokes these")
  }

  private static let messages = Dictionary(
    names.compactMap { name in (try? message(of: name)).map { (name, $0) } }, uniquingKeysWith: { $1 })

  /// What is said about the line that is turned down, and the names of the cases that say it.
  private static func message(of name: String) throws -> (script: String, text: String, cases: [String]) {
    let bytes = try #require(Storage.system.bytes(of: "\(folder)/\(name).plenum", limit: 1 << 20))
    let rooms = try Rooms()
    var room = try rooms.remembering(language: "en")
    room.reads = Storage.system.reader(in: [folder])
    var engine = ReplayEngine(
      ReplaySteps.lines(Script(bytes).lines), in: room, times: .every(0, from: rooms.clock.now()), goesBack: false)
    var last: ReplayFailure?
    while let step = engine.next {
      guard case .refused(let failure) = engine.advance(showing: false) else { continue }
      last = failure
      guard step.number >= engine.steps.count - 1 else { throw Early(file: name, line: step.number) }
    }
    let failure = try #require(last)
    let text = ReplayFailureText(file: "\(name).plenum", failure: failure, words: room.localization.language).lines
    return (String(decoding: bytes, as: UTF8.self), text.map { $0 + "\n" }.joined(), cases(of: failure.fault))
  }

  /// A file of which more is turned down than what comes last.
  private struct Early: Error {
    var file: String
    var line: Int
  }

  /// The names of a case and of those within it.
  private static func cases(of value: Any) -> [String] {
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .enum else {
      return mirror.displayStyle == .tuple ? mirror.children.flatMap { cases(of: $0.value) } : []
    }
    guard let child = mirror.children.first else { return ["\(value)"] }
    return (child.label.map { [$0] } ?? []) + cases(of: child.value)
  }
}
