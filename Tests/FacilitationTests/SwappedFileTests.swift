import FacilitationFixtures
import Journal
import SeededRandom
import Testing
import Workshop

@testable import Facilitation

/// Two rooms go on with copies of one session, and the file of either is swapped for another at any moment, as a pull, a
/// synchronising folder or a copy by hand does. Nothing that was called saved is without its place, and no line changes
/// another answer than the one that its room saw.
struct SwappedFileTests {
  private static let question: QuestionID = "monitor.listening.keywords"

  /// Two rooms and what was said in them.
  private struct Rig {
    let rooms: Rooms
    var chance: Chance
    var live: [String: Interpreter] = [:]
    /// Older states of each file.
    var before: [String: [[UInt8]]] = ["a": [], "b": []]
    /// The marks of all answers that were called saved, each a word of its own; and of those that a room deleted.
    var given: Set<String> = []
    var deleted: Set<String> = []
    var recoveries: [JournalRecovery] = []
    private var number = 0

    init(seed: UInt64) throws {
      rooms = try Rooms(seed: seed)
      chance = Chance(seed: seed &+ 77)
      var room = try rooms.open("a", run: "full", titled: "Test")
      try room.hear("/goto \(SwappedFileTests.question.rawValue)")
      for _ in 0..<3 { try room.hear(newAnswer()) }
      try room.close()
      try rooms.folder.write(bytes("a"), to: "b")
      live = ["a": try rooms.reopen("a"), "b": try rooms.reopen("b")]
      for name in ["a", "b"] { try live[name]?.resume() }
    }

    func bytes(_ name: String) throws -> [UInt8] { Array(try rooms.folder.text(name).utf8) }

    mutating func newAnswer() -> String {
      number += 1
      given.insert("mark\(number)")
      return "mark\(number) first"
    }

    /// The marks that a session shows, one for each answer.
    func marks(_ session: Session) -> [String] {
      session.answers(to: SwappedFileTests.question).map { SwappedFileTests.mark($0) }
    }

    /// A line in one of the rooms; what it means is what that room shows.
    mutating func type(in name: String) throws {
      let room = try #require(live[name])
      let answers = room.session.answers(to: SwappedFileTests.question)
      let target = chance.one(of: answers)
      switch (Int.random(in: 0..<12, using: &chance), target) {
      case (0..<5, _), (_, nil): try hear(newAnswer(), name)
      case (5..<9, let target?):
        number += 1
        try hear("/edit \(target.handle) \(SwappedFileTests.mark(target)) again\(number)", name)
      case (9, let target?):
        deleted.insert(SwappedFileTests.mark(target))
        try hear("/delete \(target.handle)", name)
      case (10, let target?): try hear("/move \(target.handle) \(answers[0].handle)", name)
      case (_, _): try hear("/list", name)
      }
    }

    mutating func hear(_ line: String, _ name: String) throws {
      let old = (try? bytes(name)) ?? []
      before[name]?.append(old)
      do throws(LineError) { try live[name]?.hear(line) } catch {
        // A list has its length.
        guard case .refused(.tooManyAnswers) = error else { throw error }
        given.remove(String(line.prefix { $0 != " " }))
      }
      recoveries += live[name]?.takeRecoveries() ?? []
      let room = try #require(live[name])
      #expect(room.writer.isSaved)
      #expect(room.session.withoutHistory == (try rooms.read(name)).withoutHistory)
      #expect(room.session.position == SwappedFileTests.question)
    }

    /// Something that others do to a file that is open.
    mutating func swap(_ name: String) throws {
      let other = name == "a" ? "b" : "a"
      guard let mine = try? bytes(name).lines, let theirs = try? bytes(other).lines else { return }
      let united = mine + theirs.filter { !mine.contains($0) }
      let now: [[UInt8]]
      switch Int.random(in: 0..<7, using: &chance) {
      case 0: now = theirs
      case 1: now = (before[name]?.randomElement(using: &chance) ?? []).lines
      case 2: now = [united[0]] + united.dropFirst().shuffled(using: &chance)
      case 3: now = united + mine.shuffled(using: &chance)
      case 4: return try rooms.folder.remove(name)
      case _: now = united
      }
      guard !now.isEmpty else { return }
      try rooms.folder.replace(name, by: now.flatMap { $0 + [0x0A] })
    }
  }

  private static func mark(_ answer: Answer) -> String { String(answer.cell(at: 0).prefix { $0 != " " }) }

  @Test(arguments: 1...8)
  func `whatever becomes of the files, every answer has its place and no other is changed`(seed: Int) throws {
    var rig = try Rig(seed: UInt64(seed))
    for _ in 0..<45 {
      let name = rig.chance.element(of: ["a", "b"])
      if Int.random(in: 0..<5, using: &rig.chance) == 0 { try rig.swap(name) } else { try rig.type(in: name) }
    }
    // In the end each has what both have.
    for name in ["a", "b"] { try rig.hear("/list", name) }
    for (name, other) in [("a", "b"), ("b", "a"), ("a", "b")] {
      let (mine, theirs) = (try rig.bytes(name).lines, try rig.bytes(other).lines)
      try rig.rooms.folder.replace(name, by: (mine + theirs.filter { !mine.contains($0) }).flatMap { $0 + [0x0A] })
      try rig.hear("/list", name)
    }
    let sessions = try ["a", "b"].map { try #require(rig.live[$0]).session }
    #expect(rig.marks(sessions[0]) == rig.marks(sessions[1]))
    for session in sessions {
      let marks = rig.marks(session)
      #expect(Set(marks).count == marks.count, "no answer was overwritten by another: \(marks)")
      #expect(Set(marks).isSuperset(of: rig.given.subtracting(rig.deleted)))
      #expect(Set(marks).isSubset(of: rig.given))
    }
    #expect(rig.recoveries.contains { if case .followed = $0 { true } else { false } })
  }

  @Test func `an edit means the answer that was seen, and the room is told what is called otherwise`() throws {
    var rig = try Rig(seed: 5)
    try rig.hear("mark91 of b", "b")
    try rig.hear("mark90 of a", "a")
    let target = try #require(rig.live["a"]?.session.answers(to: SwappedFileTests.question).last)
    let (mine, theirs) = (try rig.bytes("a").lines, try rig.bytes("b").lines)
    try rig.rooms.folder.replace("a", by: (mine + theirs.filter { !mine.contains($0) }).flatMap { $0 + [0x0A] })
    try rig.hear("/edit \(target.handle) mark90 corrected", "a")
    let texts = try rig.rooms.read("a").answers(to: SwappedFileTests.question).map { $0.cell(at: 0) }
    #expect(texts.contains("mark90 corrected") && texts.contains("mark91 of b"))
    guard case .followed(let news)? = rig.recoveries.last else {
      Issue.record("nothing was followed")
      return
    }
    // Whose number is changed is decided by the names of the writers.
    #expect(news.heard == 2 && news.speakers.map(\.count) == [1])
    #expect(news.renamed.count <= 1)
  }

  @Test func `edits of one answer in two rooms are told, until somebody who has read both decides`() throws {
    var rig = try Rig(seed: 6)
    let target = try #require(rig.live["a"]?.session.answers(to: SwappedFileTests.question).first)
    try rig.hear("/edit \(target.handle) mark1 by a", "a")
    try rig.hear("/edit \(target.handle) mark1 by b", "b")
    let (mine, theirs) = (try rig.bytes("a").lines, try rig.bytes("b").lines)
    try rig.rooms.folder.replace("a", by: (mine + theirs.filter { !mine.contains($0) }).flatMap { $0 + [0x0A] })
    try rig.hear("/list", "a")
    guard case .followed(let news)? = rig.recoveries.last else {
      Issue.record("nothing was followed")
      return
    }
    let holding = try rig.rooms.read("a").answers(to: SwappedFileTests.question)[0].cell(at: 0)
    let putAside = holding == "mark1 by a" ? "mark1 by b" : "mark1 by a"
    #expect(news.conflicts.map(\.cells) == [[putAside]])
    #expect(try rig.rooms.contents("a").entries.remapping.conflicts == news.conflicts)
    try rig.hear("/edit \(target.handle) mark1 as agreed", "a")
    #expect(try rig.rooms.contents("a").entries.remapping.conflicts == [])
  }

  @Test func `whoever was off the record or somewhere else still is`() throws {
    var rig = try Rig(seed: 7)
    try rig.hear("/off", "a")
    try rig.live["b"]?.hear("/goto situation.internal.resources")
    let (mine, theirs) = (try rig.bytes("a").lines, try rig.bytes("b").lines)
    try rig.rooms.folder.replace("a", by: (mine + theirs.filter { !mine.contains($0) }).flatMap { $0 + [0x0A] })
    try rig.hear("/list", "a")
    #expect(rig.live["a"]?.session.privacy.isOffRecord == true)
  }
}

extension [UInt8] {
  /// Its lines, without their line feeds.
  fileprivate var lines: [[UInt8]] { split(separator: 0x0A).map(Array.init) }
}
