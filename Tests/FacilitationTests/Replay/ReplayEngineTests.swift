import FacilitationFixtures
import Foundation
import Journal
import SeededRandom
import Testing
import Workshop

@testable import Facilitation

/// Playing forth and back: wherever it stands, it stands as if it had been played there directly.
struct ReplayEngineTests {
  private let rooms: Rooms

  init() throws { rooms = try Rooms() }

  private func engine(_ script: String, goesBack: Bool = true) throws -> ReplayEngine {
    let bytes = try #require(Storage.system.bytes(of: "\(repository)/Sessions/\(script)", limit: Script.mostBytes))
    return try engine(Script(bytes), goesBack: goesBack)
  }

  private func engine(_ script: Script, goesBack: Bool = true) throws -> ReplayEngine {
    var room = try rooms.remembering(language: "en")
    room.reads = Storage.system.reader(in: [repository + "/Sessions"])
    return ReplayEngine(
      ReplaySteps.lines(script.lines), in: room, times: .every(20, from: rooms.clock.now()), goesBack: goesBack)
  }

  @Test func goingToAPlaceIsPlayingToIt() throws {
    var random = Chance(seed: 7)
    var played = try engine("harbour-museum.en.plenum")
    let count = played.steps.count
    var direct: [Int: ReplayEngine] = [:]
    for _ in 0..<40 {
      let target = Int.random(in: 0...count, using: &random)
      played.go(to: target)
      if direct[target] == nil {
        var fresh = try engine("harbour-museum.en.plenum", goesBack: false)
        while fresh.position < target, !fresh.isAtEnd { _ = fresh.advance(showing: false) }
        direct[target] = fresh
      }
      let other = try #require(direct[target])
      #expect(played.position == other.position)
      let isSame = played.interpreter.session.withoutHistory == other.interpreter.session.withoutHistory
      #expect(isSame, "at \(target)")
      #expect(entries(of: played) == entries(of: other), "at \(target)")
    }
  }

  /// What is recorded, without the names of the writers, which are random.
  private func entries(of engine: ReplayEngine) -> [String] {
    let bytes = engine.interpreter.writer.inMemory?.bytes ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
      String(line).replacing(/"w":"[^"]*"/, with: "").replacing(/"c":"[^"]*"/, with: "")
    }
  }

  @Test func steppingBackOneByOneLeadsToTheBeginning() throws {
    var played = try engine("bergen-bakery-core.nb.plenum")
    let start = played.interpreter.session
    played.go(to: played.steps.count)
    #expect(played.interpreter.session.progress.isClosed)
    while played.position > 0 { played.go(to: played.position - 1) }
    let isStart = played.interpreter.session == start
    #expect(isStart)
  }

  @Test func checkpointsAreFewAndNear() {
    var random = Chance(seed: 3)
    var checkpoints = Checkpoints(for: 20_000)
    let rooms = try? Rooms()
    guard let room = try? rooms?.remembering() else { return }
    func note(_ position: Int, towards target: Int) {
      checkpoints.note(towards: target, at: position) {
        Checkpoints.Checkpoint(position: position, interpreter: room, names: [:], lost: nil, failures: 0)
      }
    }
    for position in 0...20_000 { note(position, towards: position) }
    #expect(checkpoints.positions.first == 0)
    #expect(checkpoints.positions.count < 50)
    for _ in 0..<200 {
      let target = Int.random(in: 0...20_000, using: &random)
      let nearest = checkpoints.positions.last { $0 <= target } ?? -1
      #expect(target - nearest <= max(checkpoints.least, 20_000 - target), "\(target)")
    }
  }

  @Test func theTimesStayAsTheyWereWhenGoingBack() throws {
    let clock = Ticking()
    var room = try rooms.remembering(language: "en")
    room.clock = clock.clock
    let script = Script(Array("One\n/edit 1 Two\n/edit 1 Three\n".utf8))
    var played = ReplayEngine(ReplaySteps.lines(script.lines), in: room, times: .clock(clock.clock), goesBack: true)
    played.go(to: 3)
    let before = entries(of: played)
    played.go(to: 1)
    played.go(to: 3)
    #expect(entries(of: played) == before)
  }

  /// A clock that goes on by a minute whenever it is read.
  private final class Ticking: @unchecked Sendable {
    private var minutes: Int64 = 0
    var clock: WallClock {
      var clock = WallClock.still(at: Moment(millisecondsSince1970: 0))
      clock.now = {
        self.minutes += 1
        return Moment(millisecondsSince1970: self.minutes * 60_000)
      }
      return clock
    }
  }

  @Test func linesBehindAQuestionThatIsNotThereAreNotHeard() throws {
    let text = "/goto nowhere\nBread\n/people add KH | Kari\n/park Money\n/goto situation.internal.offering\nCoffee\n"
    var played = try engine(Script(Array(text.utf8)))
    var refused: [Int] = []
    while !played.isAtEnd {
      if case .refused(let failure) = played.advance(showing: false) { refused.append(failure.step.number) }
    }
    #expect(refused == [1, 2])
    let answers = played.interpreter.session.answers(to: "situation.internal.offering").map { $0.cell(at: 0) }
    #expect(answers == ["Coffee"])
    #expect(played.interpreter.session.participants.map(\.initials) == ["KH"])
  }

  @Test func aHundredThousandLinesAreReadInOneGo() {
    let text = String(repeating: "An answer of the room\n#= Saved.\n", count: 50_000)
    let script = Script(Array(text.utf8))
    #expect(script.lines.count == 50_000)
  }
}
