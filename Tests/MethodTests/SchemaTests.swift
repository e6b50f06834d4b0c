import Foundation
import MethodTree
import SessionFixtures
import Testing
import Workshop

@testable import Method

/// The schema for editors refuses the keys that the reader refuses, and takes what it takes.
@Suite("The schema of a method")
struct SchemaTests {
  private let schema: Schema

  init() throws {
    let object = try JSONSerialization.jsonObject(with: Data(Library.schema.utf8))
    schema = Schema(whole: try #require(object as? [String: Any]))
  }

  @Test func `the built-in method follows it`() throws {
    let problems = schema.problems(try Library.tree(builtIn: "social-media-plan/method.yaml"))
    #expect(problems.isEmpty, "\(problems)")
  }

  @Test(arguments: [SessionFixtures.MethodFiles.bets, .odd, .project]) func `a method that can be read follows it`(
    files: SessionFixtures.MethodFiles
  ) throws {
    let tree = try Tree(Array(try #require(files.contents[files.name]).utf8), file: files.name)
    #expect(schema.problems(tree).isEmpty, "\(schema.problems(tree))")
  }

  /// Where a key stands that nothing knows, in the method that `plenum method new` writes.
  private static let places = [
    "method: team-agreement", "participants: start.people.names", "  core: true", "- stage: start",
    "  - step: start.people",
    "      kind: table", "- section: doc.agreement", "    sorted-by: from", "count: agree.talk.rules,",
    "{check: too-many-rules,",
  ]

  @Test(arguments: places) func `a key that there is not is refused by both`(place: String) throws {
    let file = try #require(Starter.agreement.files().first { $0.name == "method.yaml" })
    let text = String(decoding: file.bytes, as: UTF8.self)
    try #require(text.contains(place))
    let indent = place.prefix { $0 == " " || $0 == "-" }.map { _ in " " }.joined()
    let added =
      place.hasSuffix(",")
      ? place + " zzz: 1," : place == SchemaTests.places[1] ? place + "\n  zzz: a" : place + "\n\(indent)zzz: 1"
    let damaged = text.replacing(place, with: added, maxReplacements: 1)
    #expect(!schema.problems(try Tree(Array(damaged.utf8), file: "method.yaml")).isEmpty)
    let words = try #require(Starter.agreement.files().first { $0.name == "en.yaml" }).bytes
    let library = Library { path in
      path == "t/method.yaml" ? Array(damaged.utf8) : path == "t/en.yaml" ? words : nil
    }
    let line = try #require(
      damaged.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("zzz") })
    let problems = library.problems(of: "t/method.yaml").problems
    #expect(problems.map(\.line) == [line + 1], "\(problems)")
  }
}

/// As much of JSON Schema as the schema of a method needs.
private struct Schema {
  let whole: [String: Any]

  func problems(_ tree: Tree) -> [String] { problems(tree, whole) }

  private func problems(_ tree: Tree, _ schema: Any) -> [String] {
    if let truth = schema as? Bool { return truth ? [] : ["line \(tree.line)"] }
    guard var schema = schema as? [String: Any] else { return ["no schema"] }
    if let reference = schema["$ref"] as? String, let name = reference.split(separator: "/").last,
      let part = (whole["$defs"] as? [String: Any])?[String(name)] as? [String: Any]
    {
      schema = part
    }
    var found: [String] = []
    if let types = schema["type"] as? [String] ?? (schema["type"] as? String).map({ [$0] }),
      !types.contains(where: { isOf($0, tree) })
    {
      return ["line \(tree.line): not \(types)"]
    }
    if let words = schema["enum"] as? [String], !words.contains(tree.shown) {
      found.append("line \(tree.line): \(words)")
    }
    if let any = schema["anyOf"] as? [Any], !any.contains(where: { problems(tree, $0).isEmpty }) {
      found.append("line \(tree.line): none of \(any.count)")
    }
    for each in schema["allOf"] as? [[String: Any]] ?? [] {
      let fitting = (each["oneOf"] as? [Any] ?? []).filter { problems(tree, $0).isEmpty }
      if fitting.count != 1 { found.append("line \(tree.line): \(fitting.count) of a group") }
    }
    switch tree.content {
    case .text(let text):
      if let pattern = schema["pattern"] as? String, text.range(of: pattern, options: .regularExpression) == nil {
        found.append("line \(tree.line): \(pattern)")
      }
    case .list(let elements):
      if let items = schema["items"] { found += elements.flatMap { problems($0, items) } }
    case .map(let entries):
      for needed in schema["required"] as? [String] ?? [] where !entries.contains(where: { $0.key == needed }) {
        found.append("line \(tree.line): \(needed) is missing")
      }
      for entry in entries {
        let known = (schema["properties"] as? [String: Any])?[entry.key] ?? schema["additionalProperties"]
        if let known { found += problems(entry.value, known) }
      }
    }
    return found
  }

  private func isOf(_ type: String, _ tree: Tree) -> Bool {
    switch (type, tree.content) {
    case ("object", .map), ("array", .list), ("string", .text): true
    case ("array", .text(let text)): !text.isEmpty
    case ("object", .text(let text)): text.isEmpty
    case ("integer", .text(let text)): Int(text) != nil
    case ("boolean", .text(let text)): ["true", "false"].contains(text)
    case ("null", .text(let text)): text.isEmpty
    case _: false
    }
  }
}
