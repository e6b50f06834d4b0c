import FacilitationFixtures
import Foundation
import Method
import SeededRandom
import Testing
import Workshop

/// What a language shows and what a repeat expands to, against Python's Babel and python-dateutil, which are installed by
/// `Scripts/test`.
@Suite(
  .enabled(
    if: FileManager.default.isExecutableFile(atPath: repository + "/.build/readers/bin/python"),
    "Python's readers are not installed"))
struct CalendarReaderTests {
  private func python(
    _ script: String, _ arguments: String, in folder: TemporaryFolder
  ) async throws -> Program.Outcome {
    let readers = repository + "/Tests/PlenumTests/Readers"
    return try await Program.shell(
      "'\(repository)/.build/readers/bin/python' '\(readers)/\(script)' \(arguments)", in: folder)
  }

  @Test func everyLanguageHasTheFormsOfCLDR() async throws {
    let read = try await python(
      "cldr.py", Library.languages.map(\.rawValue).joined(separator: " "), in: TemporaryFolder())
    #expect(read.status == 0, "\(read.errors)")
    let lines = read.output.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    #expect(lines.count >= Library.languages.count * 15)
    for line in lines {
      try #require(line.count == 3, "\(line)")
      let language = try Library.language(LanguageCode(line[0]))
      #expect(form(line[1], of: language) == line[2], "\(line[0]): \(line[1])")
    }
  }

  private func form(_ name: String, of language: Language) -> String? {
    let (numbers, days) = (language.numbers, language.days)
    return switch name {
    case "decimal": String(numbers.decimal)
    case "group": String(numbers.group)
    case "minus": numbers.minus
    case "percent": numbers.percent.other
    case "money": numbers.money.other
    case "time": language.times.other
    case "day": days.pattern.other
    case "day-of-week": days.weekPattern.other
    case "day-of-month": days.monthPattern.other
    case "ranges.month": days.ranges.month.other
    case "ranges.year": days.ranges.year.other
    case "ranges.other": days.ranges.other.other
    case "months": days.months.joined(separator: ", ")
    case "short-months": days.shortMonths.joined(separator: ", ")
    case "weekdays": language.frequencies.weekdays.joined(separator: ", ")
    case "short-weekdays": days.shortWeekdays.joined(separator: ", ")
    case _: nil
    }
  }

  @Test("Repeats come on the days that python-dateutil has for their rules") func expansions() async throws {
    let folder = try TemporaryFolder()
    var lines: [String] = []
    for (rule, begin) in try rules() {
      let first = rule.first(from: begin)
      let days = rule.days(from: begin, within: 500, of: begin)
      lines.append(
        [
          begin.description, "500", first.description, rule.recurrenceRule(from: first),
          days.map(\.description).joined(separator: " "),
        ].joined(separator: "\t"))
    }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "rules.tsv")
    let read = try await python("recurrences.py", "rules.tsv", in: folder)
    #expect(read.status == 0, "\(read.output.prefix(2000))\(read.errors)")
    #expect(read.output.hasSuffix("\(lines.count) rules\n"))
  }

  /// What rooms say, from a few days on; and whatever can be stored.
  private func rules() throws -> [(Repeat, Day)] {
    var chance = Chance(seed: 27)
    func day() -> Day { Day(daysSinceEpoch: Int.random(in: 20_000...22_000, using: &chance)) }
    var rules: [(Repeat, Day)] = []
    for code in Library.languages {
      let file = repository + "/Tests/MethodTests/Resources/Phrases/\(code).tsv"
      for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
        let cells = line.split(separator: "\t")
        guard cells.count == 3, cells[0] == "when", !cells[2].hasPrefix("!") else { continue }
        let rule = try #require(try Library.language(code).frequencies.repeat(from: String(cells[1])), "\(line)")
        rules += [(rule, day()), (rule, day())]
      }
    }
    #expect(rules.count > 200)
    for stored in ["weekly", "monthly", "every-3-months", "every-2-weeks", "monthly:29", "monthly:30", "monthly:31"] {
      let rule = try #require(Repeat(stored: stored))
      rules += [(rule, try #require(Day(iso: "2028-01-31"))), (rule, day()), (rule, day())]
    }
    return rules
  }
}
