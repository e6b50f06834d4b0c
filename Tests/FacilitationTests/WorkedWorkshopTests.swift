import FacilitationFixtures
import Foundation
import Journal
import Method
import SessionFixtures
import Testing
import Workshop

@testable import Facilitation

@Suite("Worked workshops")
struct WorkedWorkshopTests {
  @Test("Each is played without a refusal and has nothing gravely wrong", arguments: workedWorkshops)
  func nothingIsGravelyWrong(_ script: String) throws {
    let room = try played(script)
    // A first try of the program is no workshop, and a room that is late leaves much to the next session.
    guard !script.hasPrefix("first-steps"), !script.hasPrefix("harbour-museum") else { return }
    let errors = room.session.findings(in: room.localization).filter { $0.severity == .error }
    #expect(errors.map { "\($0.message) \($0.answer?.rawValue ?? $0.question.rawValue)" } == [])
  }

  @Test func theBakeryOfHalfADayIsAsWorkedOut() throws {
    let room = try played("bergen-bakery.nb.plenum")
    let findings = room.session.findings(in: room.localization)
    #expect(findings.map(\.message) == ["account-unsafe", "goal-without-objective"])
    #expect(findings.map(\.severity) == [.warning, .note])
    #expect(room.session.readiness(findings) == .steering)
  }

  @Test func thereIsOneInEachLanguage() throws {
    let languages = Set(workedWorkshops.compactMap { $0.split(separator: ".").dropFirst().first })
    #expect(languages.isSuperset(of: Library.languages.map { Substring($0.rawValue) }))
  }

  private func played(_ script: String) throws -> Interpreter {
    let rooms = try Rooms()
    var room = try rooms.open("worked")
    room.reads = { path in Storage.system.bytes(of: repository + "/Sessions/" + path, limit: 1 << 20) }
    for line in try scriptLines(script) { _ = try room.hear(line) }
    return room
  }
}
