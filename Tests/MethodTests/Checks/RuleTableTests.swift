import Foundation
import Testing
import Workshop

@testable import Method

/// The article's table of rules says what the reader takes and what the sentences may have.
@Suite("The table of rules in the article")
struct RuleTableTests {
  /// A row of the table: the kind, what it needs, what it may have, its variables.
  private struct Row {
    let kind: String
    let needed: [[String]]
    let optional: [String]
    let variables: Set<String>
  }

  private static let article: String = {
    let article = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/plenum/Plenum.docc/WritingAMethod.md")
    return (try? String(contentsOf: article, encoding: .utf8)) ?? ""
  }()

  private static let rows: [Row] = {
    let table = article.components(separatedBy: "| kind | finds | needs | may have | variables |\n").last ?? ""
    return table.components(separatedBy: "\n").dropFirst().prefix { $0.hasPrefix("| `") }.map { line in
      let cells = line.components(separatedBy: " | ").map { cell in
        cell.matches(of: /`([a-z-]+)`/).map { String($0.1) }
      }
      let needs = line.components(separatedBy: " | ")[2].components(separatedBy: ", ")
        .map { part in part.matches(of: /`([a-z-]+)`/).map { String($0.1) } }.filter { !$0.isEmpty }
      return Row(kind: cells[0].first ?? "", needed: needs, optional: cells[3], variables: Set(cells[4]))
    }
  }()

  @Test("Every kind of block stands there", arguments: BlockReading.contents) func blocks(kind: String) {
    #expect(RuleTableTests.article.contains("`\(kind):"))
  }

  /// The rows of the table of blocks: their kinds and what stands beside them.
  private static let blockRows: [(kinds: [String], operands: Set<String>)] = {
    let table = article.components(separatedBy: "| block | what it sets |\n").last ?? ""
    return table.components(separatedBy: "\n").dropFirst().prefix { $0.hasPrefix("| `") }.map { line in
      let cell = line.components(separatedBy: " | ")[0]
      let names = cell.matches(of: /`([a-z-]+)/).map { String($0.1) }
      // A bare colon tells a kind from what belongs to the first one.
      let kinds = names.filter { BlockReading.contents.contains($0) && ($0 == names[0] || cell.contains("`\($0):`")) }
      return (kinds, Set(names.filter { !kinds.contains($0) }))
    }
  }()

  @Test("Every block takes what stands in its row", arguments: BlockReading.contents)
  func blockOperands(kind: String) throws {
    let row = try #require(RuleTableTests.blockRows.first { $0.kinds.contains(kind) })
    let operands = BlockOperands.of(kind)
    #expect(row.operands == Set(operands.needed + operands.optional))
  }

  @Test func everyKindHasItsRow() {
    #expect(RuleTableTests.rows.map(\.kind).sorted() == Rule.Kind.allCases.map(\.rawValue).sorted())
  }

  @Test("It takes what stands there", arguments: Rule.Kind.allCases) func operands(of kind: Rule.Kind) throws {
    let row = try #require(RuleTableTests.rows.first { $0.kind == kind.rawValue })
    let operands = RuleOperands.of(kind)
    #expect(Set(row.needed.map(Set.init)) == Set(operands.needed.map(Set.init)))
    #expect(Set(row.optional) == Set(operands.optional))
  }

  @Test("Its sentence may have the variables that stand there", arguments: Rule.Kind.allCases)
  func variables(of kind: Rule.Kind) throws {
    let row = try #require(RuleTableTests.rows.first { $0.kind == kind.rawValue })
    var rule = Rule(kind: kind, subject: nil, message: "m", severity: .note)
    rule.numbers = ["least": 1, "most": 1]
    #expect(row.variables == Set(rule.variables))
  }
}
