import FacilitationFixtures
import Method
import Testing
import Text
import Workshop

@testable import Facilitation

/// A replay that is watched, without a terminal or a clock: what is due, and what the keys do.
struct PlayerTests {
  private let rooms: Rooms

  init() throws { rooms = try Rooms() }

  private let offering = "/goto situation.internal.offering\nBread\nBuns\nCoffee\n/list\n"

  private func player(
    _ script: String, isPaused: Bool = false, speed: Double = 1, idle: Duration = .seconds(2)
  ) throws -> Player {
    let script = Script(Array(script.utf8))
    let times: ReplayEngine.Times = script.begins == nil ? .every(0, from: rooms.clock.now()) : .scripted
    let engine = ReplayEngine(
      ReplaySteps.lines(script.lines), in: try rooms.remembering(language: "en"), times: times, goesBack: true)
    return Player(engine, typing: Typing(idle: idle, speed: speed), isPaused: isPaused, at: .zero)
  }

  private func answers(_ player: Player) -> [String] {
    player.engine.interpreter.session.answers(to: "situation.internal.offering").map { $0.cell(at: 0) }
  }

  /// Lets everything happen that happens by itself, and says when each line was played.
  private func run(_ player: inout Player) -> [Duration] {
    var played: [Duration] = []
    while let due = player.due {
      let before = player.engine.position
      player.tick(at: due)
      if player.engine.position != before { played.append(due) }
    }
    return played
  }

  @Test func keysAppearOneAfterTheOther() throws {
    var player = try player("Bakery\n")
    var texts: [String] = []
    while let due = player.due {
      texts.append(String((player.line ?? "").prefix(player.typed)))
      player.tick(at: due)
    }
    #expect(texts == ["", "B", "Ba", "Bak", "Bake", "Baker", "Bakery"])
    #expect(player.line == nil)
    #expect(player.engine.isAtEnd)
  }

  @Test func nothingHappensBeforeItsTime() throws {
    var player = try player("Bakery\n")
    let due = try #require(player.due)
    player.tick(at: due - .milliseconds(1))
    #expect(player.typed == 0)
    player.tick(at: due)
    #expect(player.typed == 1)
  }

  @Test func twiceAsFastTakesHalfAsLong() throws {
    var slow = try player(offering)
    var fast = try player(offering, speed: 2)
    let (long, short) = (run(&slow), run(&fast))
    #expect(long.count == 5)
    for (long, short) in zip(long, short) {
      #expect(short * 2 - long < .milliseconds(1) && long - short * 2 < .milliseconds(1))
    }
    #expect(answers(slow) == ["Bread", "Buns", "Coffee"])
  }

  @Test func aScriptThatSaysTheTimeIsTypedInThatTime() throws {
    let script = "#@ 2026-02-10T09:00:00Z\nBakery\n#@ +10\n/goto situation.internal.offering\n#@ +600\nBread\n"
    var player = try player(script, idle: .seconds(3600))
    let played = run(&player)
    #expect(played.count == 3)
    #expect(played[1] - played[0] == .seconds(10))
    #expect(played[2] - played[1] == .seconds(600))
    var capped = try self.player(script, idle: .seconds(1))
    let soon = run(&capped)
    #expect(soon[2] - soon[1] < .seconds(3))
  }

  @Test func spacePausesAndGoesOn() throws {
    var player = try player(offering)
    player.press(.character(" "), at: .zero)
    #expect(player.due == nil && player.isPaused)
    player.press(.character(" "), at: .seconds(9))
    #expect(player.due.map { $0 > .seconds(9) } == true)
  }

  @Test func theArrowsStepForthAndBack() throws {
    var player = try player(offering, isPaused: true)
    #expect(player.line == "/goto situation.internal.offering")
    for _ in 0..<4 { player.press(.right, at: .zero) }
    #expect(answers(player) == ["Bread", "Buns", "Coffee"])
    for _ in 0..<3 { player.press(.left, at: .zero) }
    #expect(answers(player) == [])
    #expect(player.line == "Bread")
    player.press(.enter, at: .zero)
    #expect(answers(player) == ["Bread"])
    for _ in 0..<9 { player.press(.left, at: .zero) }
    #expect(player.engine.position == 0)
  }

  @Test func steppingBackWaits() throws {
    var player = try player(offering)
    player.press(.right, at: .zero)
    player.press(.right, at: .zero)
    #expect(player.due != nil)
    player.press(.left, at: .zero)
    #expect(player.due == nil && player.isPaused)
  }

  @Test func upAndDownChangeTheSpeed() throws {
    var player = try player(offering)
    var speeds: [Double] = []
    for press in [KeyPress.up, .up, .down, .down, .down, .down, .down] {
      player.press(press, at: .zero)
      speeds.append(player.typing.speed)
    }
    #expect(speeds == [2, 4, 2, 1, 0.5, 0.25, 0.25])
    for _ in 0..<20 { player.press(.up, at: .zero) }
    #expect(player.typing.speed == 64)
  }

  @Test func aStageIsChosen() throws {
    let script = "Bakery\n/goto situation.internal.offering\nBread\n/goto post.people.audiences\nA | b | c | d\n"
    var player = try player(script)
    player.press(.character("g"), at: .zero)
    #expect(player.menu?.starts.starts.map(\.stage) == ["frame", "situation", "post"])
    #expect(player.due == nil)
    player.press(.down, at: .zero)
    player.press(.down, at: .zero)
    player.press(.down, at: .zero)
    player.press(.enter, at: .zero)
    #expect(player.engine.position == 4)
    #expect(player.line == "A | b | c | d")
    #expect(answers(player) == ["Bread"])
    player.press(.character("g"), at: .zero)
    #expect(player.menu?.chosen == 2)
    player.press(.character("2"), at: .zero)
    player.press(.enter, at: .zero)
    #expect(player.line == "Bread")
    player.press(.character("g"), at: .zero)
    player.press(.escape, at: .zero)
    #expect(player.menu == nil && player.line == "Bread")
  }

  @Test func aRefusedLineWaitsAndIsCountedOnce() throws {
    var player = try player("Bakery\n/nxt\n/next\n")
    _ = run(&player)
    #expect(player.isPaused)
    guard case .refused? = player.last?.outcome else {
      Issue.record("it is not refused")
      return
    }
    player.press(.left, at: .zero)
    player.press(.right, at: .zero)
    player.press(.right, at: .zero)
    #expect(player.engine.failures.map(\.step.number) == [2])
    #expect(player.engine.isAtEnd)
  }

  @Test func theLastKeysEndIt() throws {
    for (press, end) in [(KeyPress.character("l"), Player.End.live), (.character("q"), .left), (.interrupt, .left)] {
      var player = try player(offering)
      #expect(player.end == nil)
      player.press(press, at: .zero)
      #expect(player.end == end)
    }
  }

  @Test func whatIsMissedIsNotMadeUpForAtOnce() throws {
    var player = try player(offering)
    let due = try #require(player.due)
    // The lid was shut for an hour.
    player.tick(at: due + .seconds(3600))
    #expect(player.due.map { $0 > due + .seconds(3599) } == true)
  }

  @Test(arguments: Library.languages) func theMarkAndTheKeysFit(_ code: LanguageCode) throws {
    var player = try player("/language \(code)\n" + offering, isPaused: true)
    player.press(.right, at: .zero)
    let view = ReplayView(player: player, file: "x.plenum")
    #expect(view.keys.width <= 60)
    #expect(view.mark.width <= 60)
    let size = WindowSize(columns: 60, rows: 16)
    #expect(view.picture.above(size).first?.plainText == view.mark.plainText)
    #expect(view.picture.below(size).map(\.plainText) == [view.keys.plainText])
    player.press(.character("g"), at: .zero)
    #expect(ReplayView(player: player, file: "x.plenum").keys.width <= 60)
  }
}
