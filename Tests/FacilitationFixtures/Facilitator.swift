import SeededRandom
import SessionFixtures
import Workshop

package import Facilitation

/// Somebody who types what comes to mind: mostly a good answer, often a command, sometimes a mistake.
package struct Facilitator {
  private var chance: Chance
  /// Whether things are said off the record and noted in private.
  private let isDiscreet: Bool

  package init(seed: UInt64, isDiscreet: Bool) {
    chance = Chance(seed: seed)
    self.isDiscreet = isDiscreet
  }

  /// How many milliseconds pass before the next line.
  package mutating func pause() -> Int64 {
    Int64(chance.one(of: [0, 1, 20, 950, 1_000, 4_321, 60_000, 61_500, 400_000, 2_000_000, 90_000_000]) ?? 0)
  }

  /// Whether the lid is shut and opened again before the next line.
  package mutating func pausesForLong() -> Bool { Int.random(in: 0..<30, using: &chance) == 0 }

  /// The next line.
  package mutating func line(in room: Interpreter) -> String {
    let session = room.session
    if session.openVote != nil, Int.random(in: 0..<4, using: &chance) > 0 { return voteLine(session) }
    switch Int.random(in: 0..<20, using: &chance) {
    case 0..<8: return answer(room)
    case 8..<12: return chance.one(of: walking) ?? ""
    case 12..<18: return command(session)
    case _: return chance.one(of: odd) ?? chance.text(upTo: 30)
    }
  }

  private mutating func answer(_ room: Interpreter) -> String {
    guard let question = room.session.position.flatMap(room.session.method.question) else { return "" }
    let example = chance.one(of: room.session.examples(of: question, in: room.localization)) ?? "An answer"
    return (chance.one(of: ["", "", "", "Kari: ", "OL: "]) ?? "") + example
  }

  private let walking = [
    "", "", "", "~", "/next", "/next", "/back", "/skip", "/skip later, perhaps", "/goto 1", "/goto 3", "/goto 5",
    "/goto 8", "/goto 12", "/goto 20",
  ]

  private let odd = [
    "something else", "a | b | c | d", "1, 2", "~", "31.12.2026", "1 080,5", "// slash", "//", " # no remark", "#x",
    "s no", "Kari: Ola: who", "with a \\| bar", "tab\there", "escape \u{1B}[31m", "turned \u{202E}round", "e\u{301}",
    "Nest", "BIRD1 3", "1:5 2:4", "n Fen", "s: Moor | 4", "BIRD1 x map: to fly", "lake: ducks", "so | Both",
    "Owl; Wren",
    "Nest | 1 | BIRD2 | a; b | 1.5 | 3 | 5 | 10 kr | 4 | 1.5. | 2h | KH | KH | hen | map | moor | yes | 3",
  ]

  private mutating func command(_ session: Session) -> String {
    let handles = session.method.questions.flatMap { session.answers(to: $0.id) }.map(\.handle.rawValue)
    let handle = chance.one(of: handles) ?? "OBJ1"
    let other = chance.one(of: handles) ?? "OBJ1"
    let number = String(Int.random(in: 1...4, using: &chance))
    let common = [
      "/edit \(number) Something else", "/edit \(handle) Corrected | and more", "/edit \(handle) ~ | 3",
      "/delete \(number)", "/delete \(handle)", "/move \(number) 1", "/move \(handle) \(other)", "/undo", "/undo",
      "/undo",
      "/redo", "/redo", "/by KH", "/by", "/people add KH | Kari Hauge | leader", "/people add OL | Ola Lie | cook",
      "/people add X\(number) | Name | role | operations", "/people out OL", "/people in OL", "/people facilitator KH",
      "/people facilitator", "/language en", "/language nb", "/language da", "/language nl", "/language fi",
      "/run half-day", "/run core", "/run full", "/run long", "/run short", "/check", "/accept 1 Because",
      "/accept 3 So",
      "/park The weather", "/park Kari: Rain", "/decide Go", "/task Feed the birds @KH 2027-03-01", "/task Count",
      "/close PARK1", "/close TASK1 fed", "/edit PARK1 Snow", "/edit TASK1 Feed @OL", "/delete DEC1", "/delete PARK2",
      "/vote heads 3", "/vote hands heads 2 each", "/rank heads 2", "/rank heads 2 each", "/vote fist heads 3",
      "/vote scale heads 2 each", "/vote dots 5 heads 4 top 2 most 3", "/vote again", "/vote again heads 2 fist",
      "/time 5", "/time +2", "/time -1", "/time stop", "/time plan 60", "/time plan", "/time bell", "/time quiet",
      "/measure", "/measure KPI1 412", "/measure SEE1 3 a remark", "/measure 1 7", "/edit VAL1 5", "/delete VAL1",
      "/measure KPI1 changed 9", "/break 10", "/blank", "/groups 2", "/same 1 2", "/same 2 3", "/take hand.md",
      "/take other.jsonl",
      "/checkin Kari: curious, OL: 4, 3", "/checkout Kari: 5, tired", "/quit",
      "/iteration next anyway focus | Webcare | Answer | 2027-09-01", "/iteration next anyway", "/iteration end anyway",
      "/iteration done 1 As agreed", "/confirm", "/confirm \(handle)", "/show --iteration 1",
    ]
    let seldom = [
      "/redact \(number)", "/redact \(handle)", "/redact PARK1", "/redact TASK1", "/redact DEC1", "/redact VAL1",
      "/pseudonym KH",
      "/pseudonym OL",
    ]
    let private_ =
      isDiscreet ? ["/off", "/on", "/on", "/note Tired", "/edit NOTE1 Rested", "/close NOTE1", "/redact NOTE1"] : []
    let all = Int.random(in: 0..<8, using: &chance) == 0 ? seldom + private_ : common
    return chance.one(of: all) ?? ""
  }

  /// Votes that are mostly as they should be.
  private mutating func voteLine(_ session: Session) -> String {
    guard let round = session.openVote else { return "" }
    let names = round.items.compactMap { session.answer($0) }.map {
      $0.id.series == nil ? "\($0.id.number)" : "\($0.handle)"
    }
    let (first, second) = (names.first ?? "1", names.dropFirst().first ?? "2")
    let scores = names.map { _ in String(Int.random(in: 1...5, using: &chance)) }
    return chance.one(of: [
      "", "", "1", "2", "3 4", "\(first):1", "\(first):1 \(second):2", "\(second) 1, \(first) 1",
      "\(first)x2 \(second)",
      "Kari: \(first)", scores.joined(separator: " "), "OL: " + scores.joined(separator: " "),
      names.joined(separator: " "), "Kari: " + names.reversed().joined(separator: " "), "/vote close",
      "/vote close anyway", "/vote close anyway", "/vote cancel",
    ]) ?? ""
  }
}
