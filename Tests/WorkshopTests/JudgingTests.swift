import Foundation
import SeededRandom
import SessionFixtures
import Testing

@testable import Workshop

/// A figure with its course, made by chance.
private struct Figure {
  var course: Course
  var rhythm: Rhythm?
  var number: FixedDecimal
  var day: Day

  var state: MeasureState { course.state(of: number, on: day, rhythm: rhythm) }

  /// What Python reads.
  var line: String {
    [
      course.from.text, course.since.description, course.to.text, course.by.description, course.kind.rawValue,
      String(course.tolerance), course.better?.rawValue ?? "-", rhythm?.rawValue ?? "-", number.text, day.description,
    ].joined(separator: " ")
  }

  init(_ chance: inout Chance) {
    let size = chance.element(of: [3, 40, 1000, 999_999_999])
    func number(_ chance: inout Chance) -> FixedDecimal {
      let decimals = chance.element(of: ["", ".5", ".25", ".333333333", ".000000001"])
      return FixedDecimal(String(Int.random(in: -size...size, using: &chance)) + decimals) ?? .zero
    }
    let from = number(&chance)
    // Often the same, and often what is expected to the digit: that is where rules differ.
    let to = Int.random(in: 0..<6, using: &chance) == 0 ? from : number(&chance)
    let since = Day(daysSinceEpoch: Int.random(in: 19_000...21_000, using: &chance))
    let by = Day(daysSinceEpoch: since.daysSinceEpoch + Int.random(in: 1...900, using: &chance))
    course = Course(
      from: from, since: since, to: to, by: by, kind: chance.element(of: Course.Kind.allCases),
      tolerance: chance.element(of: [0, 1, 5, 10, 33, 100]), better: chance.element(of: [nil, .up, .down, .band]))
    rhythm = chance.element(of: [nil] + Rhythm.allCases.map(Optional.some))
    day = Day(daysSinceEpoch: since.daysSinceEpoch + Int.random(in: 0...1000, using: &chance))
    self.number = number(&chance)
    if Int.random(in: 0..<2, using: &chance) == 0 {
      let edge = chance.element(of: [-course.tolerance, 0, course.tolerance])
      let way = course.to.units - course.start.units
      self.number = FixedDecimal(
        units: course.expected(on: day).units + way * Int128(edge) / 100
          + Int128(Int.random(in: -1...1, using: &chance)))
    }
  }
}

@Suite("How measured figures stand")
struct JudgingTests {
  private static func figures(_ count: Int, seed: UInt64) -> [Figure] {
    var chance = Chance(seed: seed)
    return (0..<count).map { _ in Figure(&chance) }
  }

  @Test("The same as Python reckons, for 10,000 figures") func asPythonReckons() throws {
    let figures = JudgingTests.figures(10_000, seed: 7)
    let folder = FileManager.default.temporaryDirectory.appending(path: "judging-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appending(path: "figures")
    try figures.map { $0.line + "\n" }.joined().write(to: input, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3",
      URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
        path: "Peers/judging.py"
      )
      .path,
    ]
    process.standardInput = try FileHandle(forReadingFrom: input)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    // What it says ends when it does. Its end is not waited for: Foundation can miss it beside other programs that end.
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    let states = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    try #require(states.count == figures.count)
    let different = zip(figures, states).filter { $0.state.rawValue != $1 }
    #expect(different.map { "\($0.line): \($0.state.rawValue), Python: \($1)" }.prefix(5) == [])
    #expect(Set(states).count == 6, "every state is met")
  }

  @Test("Unit and values scaled together change no state") func scaled() throws {
    for figure in JudgingTests.figures(2000, seed: 11) {
      for factor in [2, 10, 1000] as [Int128] {
        var scaled = figure
        scaled.course.from = FixedDecimal(units: figure.course.from.units * factor)
        scaled.course.to = FixedDecimal(units: figure.course.to.units * factor)
        scaled.number = FixedDecimal(units: figure.number.units * factor)
        #expect(scaled.state == figure.state, "\(figure.line) × \(factor)")
      }
    }
  }

  @Test("In the mirror, where less is wanted, everything stands the same") func mirrored() throws {
    for figure in JudgingTests.figures(2000, seed: 13) {
      var mirrored = figure
      mirrored.course.from = FixedDecimal(units: -figure.course.from.units)
      mirrored.course.to = FixedDecimal(units: -figure.course.to.units)
      mirrored.number = FixedDecimal(units: -figure.number.units)
      mirrored.course.better =
        figure.course.better == .up ? .down : figure.course.better == .down ? .up : figure.course.better
      #expect(mirrored.state == figure.state, "\(figure.line)")
    }
  }

  @Test("More of what is wanted never stands worse") func monotonic() throws {
    let order: [MeasureState] = [.missed, .behind, .onTrack, .ahead, .reached]
    for figure in JudgingTests.figures(2000, seed: 17) where figure.course.direction != .keep {
      var better = figure
      better.number = FixedDecimal(
        units: figure.number.units + (figure.course.direction == .up ? 1_000_000_000 : -1_000_000_000))
      guard let before = order.firstIndex(of: figure.state), let after = order.firstIndex(of: better.state) else {
        continue
      }
      #expect(after >= before, "\(figure.line)")
    }
  }

  @Test(
    "Numbers are read and written as they are",
    arguments: [
      "0", "1", "-1", "412", "0.5", "-0.000000001", "999999999999999.999999999", "1080.25",
    ]) func numbers(_ text: String) throws
  {
    #expect(FixedDecimal(text)?.text == text)
  }

  @Test(
    "What is no number, or has too many digits, is none",
    arguments: [
      "", "-", ".", "1.", ".5", "1.2.3", "1e5", "１", "1234567890123456", "0.0000000001", "+1", "--1",
    ]) func noNumbers(_ text: String)
  {
    #expect(FixedDecimal(text) == nil)
  }
}
