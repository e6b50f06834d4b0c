import Foundation
import Method
import Testing
import Workshop

/// Keys of messages are texts in the sources, so only reading the sources tells whether they fit the language files.
@Suite("Keys of messages in the sources")
struct MessageKeyTests {
  private let used: [(key: String, file: String)]
  private let known: Set<String>

  init() throws {
    known = Set(try Library.language("en").messages.keys)
    let groups = Set(known.map { $0.prefix { $0 != "." } })
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    var used: [(key: String, file: String)] = []
    for case let file as URL in files ?? FileManager.DirectoryEnumerator() where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /"([a-z]+)\.([a-z][a-z0-9-]*)"/)
      where groups.contains(match.1) && match.2 != "yaml" {
        used.append(("\(match.1).\(match.2)", file.lastPathComponent))
      }
      // A family: one message per command, or per choice that is named in the same file.
      let choices = text.matches(of: /choice\("([a-z-]+)"\)/).map { String($0.1) }
      for match in text.matches(of: /"([a-z]+)\.\\\(([^)]*)\)(-[a-z]+)?"/) where groups.contains(match.1) {
        let names =
          if match.2.contains("readiness") {
            Readiness.allCases.map(\.rawValue)
          } else if match.2.hasSuffix("message") {
            Finding.ownMessages.map(\.rawValue)
          } else {
            match.2.hasSuffix("rawValue") ? CommandName.allCases.map(\.rawValue) : choices
          }
        used += names.map { ("\(match.1).\($0)\(match.3 ?? "")", file.lastPathComponent) }
      }
    }
    self.used = used
  }

  @Test func sourcesAreRead() {
    #expect(used.count > 200)
  }

  @Test func everyKeyInTheSourcesIsThere() {
    #expect(used.filter { !known.contains($0.key) }.map { "\($0.file): \($0.key)" } == [])
  }

  @Test func everyKeyIsUsed() {
    #expect(known.subtracting(used.map(\.key)).sorted() == [])
  }
}
