import Method
import Testing
import Workshop

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
  ]

  @Test(arguments: damages) func `it is found, with its line`(damage: Damage) throws {
    var files: [String: [UInt8]] = [:]
    for file in Library.example where ["method.yaml", "en.yaml"].contains(file.name) {
      files["team/\(file.name)"] = file.bytes
    }
    let words = String(decoding: try #require(files["team/en.yaml"]), as: UTF8.self)
    let damaged = words.replacing(damage.old, with: damage.new)
    files["team/en.yaml"] = Array(damaged.utf8)
    let problems = Library { [files] path in files[path] }.problems(of: "team/method.yaml").problems
    #expect(damaged != words)
    #expect(problems.contains { $0.fault == damage.fault && $0.file == "team/en.yaml" && $0.line > 0 }, "\(problems)")
  }
}
