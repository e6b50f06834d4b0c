import Foundation
import Method
import SeededRandom
import SessionFixtures
import Testing

@testable import Workshop

/// What people type, language by language: a file each in `Resources/Phrases`, a phrase a line. A line has the kind, the phrase,
/// and what is stored; behind `!`, why it is refused.
@Suite("What people mean when they type")
struct PhraseTests {
  struct Phrase: Sendable, CustomTestStringConvertible {
    let language: LanguageCode
    let kind: String
    let text: String
    let meaning: String
    var testDescription: String { "\(language) \(kind): \(text)" }
  }

  static func phrases(of code: LanguageCode) throws -> [Phrase] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Resources/Phrases")
    let file = try String(contentsOf: folder.appending(path: "\(code).tsv"), encoding: .utf8)
    return try file.split(separator: "\n").map { line in
      let cells = line.split(separator: "\t").map(String.init)
      try #require(cells.count == 3, "\(line)")
      return Phrase(language: code, kind: cells[0], text: cells[1], meaning: cells[2])
    }
  }

  @Test("Each is understood, or refused with the right remedy", arguments: Library.languages)
  func meanings(_ code: LanguageCode) throws {
    let language = try Library.language(code)
    let phrases = try PhraseTests.phrases(of: code)
    #expect(phrases.count { $0.kind == "often" || $0.kind == "when" } >= 40)
    for phrase in phrases {
      #expect(stored(phrase, in: language) == phrase.meaning, "\(phrase.testDescription)")
    }
  }

  @Test("What is shown of it is typed again", arguments: Library.languages)
  func shownAndTyped(_ code: LanguageCode) throws {
    let language = try Library.language(code)
    for phrase in try PhraseTests.phrases(of: code) where !phrase.meaning.hasPrefix("!") {
      switch phrase.kind {
      case "often":
        let shown = language.frequencies.text(phrase.meaning)
        #expect(language.frequencies.frequency(from: shown)?.stored == phrase.meaning, "\(shown)")
      case "when":
        let shown = language.frequencies.repeatText(phrase.meaning)
        #expect(language.frequencies.repeat(from: shown)?.stored == phrase.meaning, "\(shown)")
      case "day", "start", "past":
        let day = try #require(Day(iso: phrase.meaning))
        let shown = [language.days.text(day), language.days.weekText(day) + " \(day.year)"]
        for text in shown { #expect(language.days.day(from: text, today: TestSession.today) == day, "\(text)") }
      case _: break
      }
    }
  }

  /// What is stored, or why not; nil for a kind there is none of.
  private func stored(_ phrase: Phrase, in language: Language) -> String? {
    switch phrase.kind {
    case "often": why { () throws(RecurrenceFault) in try language.frequencies.readFrequency(phrase.text).stored }
    case "when": why { () throws(RecurrenceFault) in try language.frequencies.readRepeat(phrase.text).stored }
    case "day": day(phrase.text, .end, in: language)
    case "start": day(phrase.text, .start, in: language)
    case "past": day(phrase.text, .past, in: language)
    case "number":
      switch language.numbers.quantity(from: phrase.text) {
      case nil: "!"
      case let quantity?:
        switch quantity.mark {
        case .plain, .money(nil): quantity.number
        case .percent: quantity.number + " %"
        case .money(let code?): quantity.number + " " + code
        }
      }
    case _: nil
    }
  }

  private func why(_ read: () throws(RecurrenceFault) -> String) -> String {
    do throws(RecurrenceFault) { return try read() } catch {
      switch error {
      case .unreadable: return "! unreadable"
      case .notStored(let nearest): return "! " + nearest.stored
      case .daysNeeded: return "! days"
      case .either: return "! either"
      case .onDemand: return "! on-demand"
      }
    }
  }

  private func day(_ text: String, _ role: DayRole, in language: Language) -> String {
    do throws(DayFault) {
      return try language.days.day(text, today: TestSession.today, as: role).description
    } catch {
      switch error {
      case .unreadable: return "! unreadable"
      case .either: return "! either"
      case .otherWeekday: return "! weekday"
      }
    }
  }

  @Test("A number with a sign is no part of a day", arguments: Library.languages)
  func signs(_ code: LanguageCode) throws {
    let language = try Library.language(code)
    for text in ["-0001-01-01", "-01-01-01", "-1.2.2026", "−1.2.2026", "+1.2.2026", "-31.12", "1.2. -2026"] {
      #expect(day(text, .end, in: language) == "! unreadable", "\(text)")
    }
    for phrase in try PhraseTests.phrases(of: code) where phrase.kind == "day" && !phrase.meaning.hasPrefix("!") {
      guard let digit = phrase.text.firstIndex(where: { $0.isASCII && $0.isNumber }) else { continue }
      let isWord = digit == phrase.text.startIndex || phrase.text[phrase.text.index(before: digit)] == " "
      guard isWord else { continue }
      let text = phrase.text[..<digit] + "-" + phrase.text[digit...]
      #expect(day(String(text), .end, in: language) == "! unreadable", "\(text)")
    }
  }

  @Test("Any words of the language are read or refused", arguments: Library.languages)
  func anyWords(_ code: LanguageCode) throws {
    let language = try Library.language(code)
    let phrases = try PhraseTests.phrases(of: code)
    let words = phrases.flatMap { $0.text.split(separator: " ").map(String.init) }
    var chance = Chance(seed: 26)
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 1...6, using: &chance)).compactMap { _ in chance.one(of: words) }
        .joined(separator: " ")
      if let frequency = language.frequencies.frequency(from: text) {
        #expect(Frequency(stored: frequency.stored) == frequency, "\(text)")
        #expect(language.frequencies.frequency(from: language.frequencies.text(frequency)) == frequency, "\(text)")
      }
      if let rule = language.frequencies.repeat(from: text) {
        #expect(Repeat(stored: rule.stored) == rule, "\(text)")
        #expect(language.frequencies.repeat(from: language.frequencies.text(rule)) == rule, "\(text)")
      }
      if let quantity = language.numbers.quantity(from: text) {
        #expect(language.numbers.number(from: language.numbers.text(quantity.number)) == quantity.number, "\(text)")
      }
      _ = language.days.day(from: text, today: TestSession.today)
    }
  }
}
