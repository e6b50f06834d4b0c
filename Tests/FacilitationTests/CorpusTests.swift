import Draft
import FacilitationFixtures
import Foundation
import Journal
import Method
import Testing
import Workshop

@testable import Facilitation

/// What version 0.1 left behind: journals, with the answers that it read in them, and a script of everything there was. They
/// are read for ever.
struct CorpusTests {
  private static let folder = repository + "/Tests/FacilitationTests/Corpus"
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".jsonl") }.map { String($0.dropLast(6)) }.sorted()
  }()

  private let rooms: Rooms

  init() throws { rooms = try Rooms() }

  @Test(arguments: names) func `a journal holds the answers that it held`(name: String) throws {
    let bytes = try #require(Storage.system.bytes(of: "\(CorpusTests.folder)/\(name).jsonl", limit: 1 << 24))
    let contents = try JournalContents(of: bytes)
    #expect(contents.issues == [])
    let expected = try String(contentsOfFile: "\(CorpusTests.folder)/\(name).answers", encoding: .utf8)
    #expect(try answers(of: contents.session(of: rooms.method)) == expected.split(separator: "\n").map(String.init))
  }

  @Test(arguments: names) func `its script gives the same answers again`(name: String) throws {
    let bytes = try #require(Storage.system.bytes(of: "\(CorpusTests.folder)/\(name).jsonl", limit: 1 << 24))
    let contents = try JournalContents(of: bytes)
    let script = try SessionScript(of: contents, method: rooms.method, source: rooms.source).text
    let replayed = try rooms.replay(script, as: name).session
    #expect(try answers(of: replayed) == answers(of: contents.session(of: rooms.method)))
  }

  @Test func `a script of everything there was is heard as it was`() throws {
    let bytes = try #require(Storage.system.bytes(of: CorpusTests.folder + "/everything.en.plenum", limit: 1 << 20))
    var engine = ReplayEngine(
      .lines(Script(bytes).lines), in: try rooms.remembering(language: "en", run: "half-day"), times: .scripted,
      goesBack: false)
    var refused: [Int] = []
    while engine.next != nil {
      if case .refused(let failure) = engine.advance(showing: true) { refused.append(failure.step.number) }
    }
    // Two in the room are too few for groups, and an error is not accepted.
    #expect(refused == [45, 57])
  }

  /// The answers as they are stored, by their handles.
  private func answers(of session: Session) throws -> [String] {
    let localization = try rooms.source.localization("en")
    let text = JSONExportWriter().text(
      of: session, in: localization, draft: Document(draftOf: session, in: localization))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text)) as? [String: Any])
    let questions = try #require(object["questions"] as? [[String: Any]])
    return questions.flatMap { question -> [String] in
      let columns = (question["columns"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
      return (question["answers"] as? [[String: Any]] ?? []).map { answer in
        let cells = answer["cells"] as? [String: Any] ?? [:]
        let values = columns.filter { cells[$0] != nil }.map { CorpusTests.shown(cells[$0]) }
        return [answer["handle"] as? String ?? "", answer["speaker"] as? String ?? "", values.joined(separator: " | ")]
          .joined(separator: "\t")
      }
    }
  }

  private static func shown(_ value: Any?) -> String {
    switch value {
    case let text as String: text
    case let texts as [String]: texts.joined(separator: ", ")
    case let number as NSNumber:
      // `true` and `false` are numbers of one byte.
      unsafe String(cString: number.objCType) == "c" ? (number.boolValue ? "yes" : "no") : number.stringValue
    case _: ""
    }
  }
}
