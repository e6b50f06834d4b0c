import Foundation
import Testing
import Workshop

@Suite("What the article about writing a method says of checks")
struct DescribedKindTests {
  @Test("Every kind of rule is described", arguments: Rule.Kind.allCases) func isDescribed(_ kind: Rule.Kind) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let article = root.appending(path: "Sources/plenum/Plenum.docc/WritingAMethod.md")
    let rows = try String(contentsOf: article, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("| `") }
    let kinds = rows.map { $0.split(separator: "|")[0] }
    #expect(kinds.contains { $0.contains("`\(kind.rawValue)`") || $0.contains("`\(kind.rawValue): all`") })
  }
}
