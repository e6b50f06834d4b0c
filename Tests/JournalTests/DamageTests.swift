import SeededRandom
import Testing
import Workshop

@testable import Journal

/// Every prefix and every damaged byte of a journal. The environment's `PLENUM_TESTS=full` makes the journal long.
@Suite struct DamageTests {
  private static let isFull = Environment.isFull

  @Test func `no prefix loses a line`() throws {
    let (bytes, ends) = Sample.journal(entries: DamageTests.isFull ? 300 : 25)
    let whole = try JournalContents(of: bytes).entries
    for length in ends[0] - 1...bytes.count {
      let contents = try JournalContents(of: Array(bytes[..<length]))
      // A line that lacks nothing but its line feed is whole.
      let lines = ends.count { $0 - 1 <= length } - 1
      #expect(contents.entries == Array(whole[..<lines]))
      let isTorn = !ends.contains { length == $0 || length == $0 - 1 }
      #expect(contents.issues == (isTorn ? [.torn(line: lines + 2)] : []))
      #expect(contents.isReadOnlyBecause == nil)
      #expect(contents.end.length == (isTorn ? ends[lines] : length))
    }
  }

  /// Long enough to be read by several cores, and in several goes.
  @Test func `a long journal is read in order, and each damaged line is named by its number`() throws {
    var (bytes, ends) = Sample.journal(entries: ParsedLines.most + 100)
    let whole = try JournalContents(of: bytes).entries
    #expect(whole.map(\.id.number) == Array(1...ends.count - 1))
    let lines = [2, 700, ParsedLines.most + 1, ends.count - 1]
    for line in lines { bytes[ends[line - 2]] = UInt8(ascii: "x") }
    let contents = try JournalContents(of: bytes)
    #expect(contents.entries == whole.filter { !lines.contains($0.id.number + 1) })
    let damaged = contents.issues.compactMap { issue in if case .damaged(let line, _) = issue { line } else { nil } }
    #expect(damaged == lines)
  }

  @Test func `no prefix of a header opens as something else`() throws {
    let header = Sample.header.line(epoch: "k3f9")
    for length in 1..<header.count {
      #expect(throws: JournalError.notAJournal(.noHeader)) { try JournalContents(of: Array(header[..<length])) }
    }
  }

  @Test func `what was typed in a torn line is offered as far as it goes`() throws {
    let line = Entry(
      id: EntryID(epoch: "k3f9", number: 1), at: Sample.moment,
      events: [.titleGiven("Kaffe"), Sample.answer(1, ["Brød \"og\" \u{1B}", "b"])]
    ).line
    var longest = 0
    for length in 0...line.count {
      let text = TornEnd(Array(line[..<length])).text ?? ""
      #expect("Kaffe\nBrød \"og\" \u{1B} | b".utf8.starts(with: text.utf8) || text.hasSuffix(" | "))
      #expect(text.utf8.count >= longest)
      longest = text.utf8.count
    }
    #expect(longest == "Kaffe\nBrød \"og\" \u{1B} | b".utf8.count)
  }

  /// Three flips of every byte, without it, with a NUL and with a line feed before it.
  @Test func `no damage goes unseen, and none costs more than two lines`() throws {
    let (bytes, ends) = Sample.journal(entries: DamageTests.isFull ? 120 : 4)
    let whole = try JournalContents(of: bytes)
    for index in bytes.indices {
      for flip in 0..<6 {
        var damaged = bytes
        switch flip {
        case 0: damaged[index] ^= 1 << UInt8(index % 8)
        case 1: damaged[index] ^= 1 << UInt8((index + 3) % 8)
        case 2: damaged[index] = ~damaged[index]
        case 3: damaged.remove(at: index)
        case 4: damaged.insert(0, at: index)
        case _: damaged.insert(0x0A, at: index)
        }
        let contents: JournalContents
        do { contents = try JournalContents(of: damaged) } catch {
          Issue.record("byte \(index), damage \(flip): \(error)")
          continue
        }
        let same = Set(whole.entries).intersection(contents.entries)
        let isHeader = index < ends[0]
        guard same.count >= whole.entries.count - (isHeader ? 1 : 2) else {
          Issue.record("byte \(index), damage \(flip): \(whole.entries.count - same.count) lines lost")
          continue
        }
        // A line feed more or less at the end of a line is no damage; everything else is seen.
        let isHarmless = damaged.split(separator: 0x0A) == bytes.split(separator: 0x0A)
        #expect(isHarmless || !contents.issues.isEmpty, "byte \(index), damage \(flip)")
        if isHarmless { #expect(contents.entries == whole.entries) }
      }
    }
  }

  @Test func `bytes by chance are no journal, and do no harm`() throws {
    var numbers = Chance(seed: 7)
    let (journal, ends) = Sample.journal(entries: 5)
    for _ in 0..<(DamageTests.isFull ? 50_000 : 500) {
      var bytes = journal
      for _ in 0..<Int.random(in: 1...20, using: &numbers) {
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...9, using: &numbers)))
        case 2: bytes.insert(contentsOf: Array("\"{}[],:\\u0".utf8).shuffled(using: &numbers), at: place)
        case _: bytes.insert(contentsOf: bytes[..<min(place, ends[1])], at: place)
        }
        if bytes.isEmpty { bytes = [0x0A] }
      }
      guard let contents = try? JournalContents(of: bytes) else { continue }
      #expect(contents.end.length <= bytes.count)
      #expect(Set(contents.entries.map(\.id)).count == contents.entries.count)
    }
  }
}
