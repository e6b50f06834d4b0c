import Testing
import Workshop

@testable import Method

/// The method that `plenum method new` writes, with one mistake in its words: what would stand raw before a room is found.
@Suite("Mistakes in the words of a method")
struct ExampleDamageTests {
  struct Damage: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let old: String
    let new: String
    let fault: MethodError.Fault
  }

  static let damages: [Damage] = [
    Damage(
      testDescription: "a variable of a check that nothing fills", old: "There are {n} rules",
      new: "There are {nn} rules",
      fault: .unknownVariable("nn", sentence: "too-many-rules", known: ["n", "most", "count"])),
    Damage(
      testDescription: "a variable that another kind of rule has", old: "“{answer}”: nobody", new: "“{value}”: nobody",
      fault: .unknownVariable("value", sentence: "rule-without-owner", known: ["answer", "missing"])),
    Damage(
      testDescription: "a variable of the draft that nothing fills", old: "again on {date}", new: "again on {day}",
      fault: .unknownVariable("day", sentence: "next", known: ["date"])),
    Damage(
      testDescription: "a sentence that is not there", old: "  next: ", new: "  last: ",
      fault: .missingWords("sentences: next")),
    Damage(
      testDescription: "a sentence that nothing sets", old: "  next: ", new: "  last: \"Soon.\"\n  next: ",
      fault: .unknownName("last")),
    Damage(
      testDescription: "the words of another language", old: "language: en", new: "language: de",
      fault: .unknownWord("de", known: ["en"])),
    Damage(
      testDescription: "an example that is no day", old: "15 November 2026", new: "soon",
      fault: refused(
        "soon", .cell("date", question: "agree.close.next", typed: "soon", fault: .notADay))),
    Damage(
      testDescription: "an example of too many cells", old: "AB | Anna Bell", new: "AB | Anna Bell | here",
      fault: refused(
        "AB | Anna Bell | here",
        .tooManyCells(expected: ["initials", "name"], found: 3, question: "start.people.names"))),
  ]

  private static func refused(_ line: String, _ refusal: Refusal) -> MethodError.Fault {
    .refusedExample(RefusedExample(line, refusal))
  }

  @Test(arguments: damages) func `it is found once, with its line`(damage: Damage) throws {
    let problems = try Damaged(["en": [(damage.old, damage.new)]]).problems
    #expect(problems.map(\.fault).contains(damage.fault), "\(problems)")
    #expect(problems.allSatisfy { $0.file == "team/en.yaml" && $0.line > 1 }, "\(problems)")
  }

  @Test func `a label that begins another is found`() throws {
    let options = "kind: single\n      options: [high, medium]"
    let problems = try Damaged([
      "method": [
        ("kind: date\n      required", options + "\n      required"),
        ("column: date, than: session, days: 90", "column: x"),
      ],
      "en": [
        ("label: \"Look back\"", "label: \"Look back\"\n    options: {high: High, medium: high enough}")
      ],
    ]).problems
    #expect(problems.map(\.fault).contains(.labelBegins("High", other: "high enough")), "\(problems)")
  }

  @Test func `every mistake is said once and at once`() throws {
    let problems = try Damaged([
      "method": [
        ("kind: list ", "kind: lits "), ("text(120)!", "txt(120)!"), ("most: 5}", "mots: 5}"),
        ("participants: start.people.names", "participants: start.people.nmes"),
      ],
      "en": [("{value} is a long way off", "{valeu} is a long way off"), ("  next: ", "  nxt: ")],
    ]).problems
    #expect(
      problems.map { "\($0.file.dropFirst(5)):\($0.line)" } == [
        "method.yaml:12", "method.yaml:37", "method.yaml:48", "method.yaml:67", "en.yaml:50", "en.yaml:54",
        "en.yaml:54",
      ], "\(problems)")
  }

  @Test func `a run that there is not is found where it can be chosen`() throws {
    let problems = try Damaged([
      "method": [
        ("participants: start.people.names", "participants: start.people.names\n  run: agree.talk.good"),
        ("kind: list ", "options: [short, slow]\n      kind: single "),
      ]
    ]).problems
    let fault = MethodError.Fault.unknownWord("slow", known: ["short", "long"])
    #expect(problems.contains(MethodError(file: "team/method.yaml", line: 13, fault: fault)), "\(problems)")
  }

  @Test func `files in a language that is not spoken are named`() throws {
    let problems = try Damaged([:], beside: ["fr.yaml", "en.yml", "notes.yaml", "sv.yaml", "README.md"]).problems
    #expect(problems.map(\.file) == ["team/en.yml", "team/fr.yaml"])
  }

  @Test func `a session keeps what would be refused today`() throws {
    let files = try Damaged(["method": [("sorted-by: from", "sums: [rule]")]])
    #expect(throws: MethodError.self) { try files.library.method("team/method.yaml") }
    #expect(try files.library.method("team/method.yaml", isKept: true).method.questions.count == 6)
  }
}

/// The method that `plenum method new` writes in one language, with pieces replaced.
struct Damaged {
  let library: Library

  init(_ pieces: [String: [(old: String, new: String)]], beside names: [String] = []) throws {
    var files: [String: [UInt8]] = [:]
    for file in Starter.agreement.files() where ["method.yaml", "en.yaml"].contains(file.name) {
      var text = String(decoding: file.bytes, as: UTF8.self)
      for piece in pieces[String(file.name.dropLast(5))] ?? [] {
        try #require(text.contains(piece.old), "\(piece.old)")
        text = text.replacing(piece.old, with: piece.new)
      }
      files["team/\(file.name)"] = Array(text.utf8)
    }
    library = Library(listFolder: { [names] _ in names }, readFile: { [files] path in files[path] })
  }

  var problems: [MethodError] { library.problems(of: "team/method.yaml").problems }
}
