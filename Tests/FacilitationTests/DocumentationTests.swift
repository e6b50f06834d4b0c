import FacilitationFixtures
import Foundation
import Testing

/// What the articles and the README name is there: types, functions, folders and files.
struct DocumentationTests {
  private static let catalog = repository + "/Sources/plenum/Plenum.docc"
  private static let documents =
    ["Glossary", "Tour", "Testing", "AddingACommand", "AddingALanguage"].map { "\(catalog)/\($0).md" } + [
      repository + "/README.md"
    ]

  private static let sources: String = {
    ["Sources", "Tests"].flatMap { folder in
      (FileManager.default.enumerator(atPath: "\(repository)/\(folder)")?.allObjects ?? []).compactMap { $0 as? String }
        .filter { $0.hasSuffix(".swift") }
        .compactMap { try? String(contentsOfFile: "\(repository)/\(folder)/\($0)", encoding: .utf8) }
    }.joined(separator: "\n")
  }()

  @Test(arguments: documents) func `what a document names is there`(path: String) throws {
    var text = try String(contentsOfFile: path, encoding: .utf8)
    // Of the README, the part for programmers: what stands before it names what is typed.
    if path.hasSuffix("README.md") { text = String(text.split(separator: "# For programmers").last ?? "") }
    let names = text.matches(of: /`+([^`\n]+)`+/).map { String($0.1) }
    #expect(names.filter { !DocumentationTests.isThere($0) } == [])
  }

  /// Whether a name in code type is no name of ours, or is declared, or is a file.
  private static func isThere(_ name: String) -> Bool {
    if let path = name.wholeMatch(of: /(Sources|Tests|Scripts|Sessions|findings)\/[A-Za-z0-9_.\/-]*/) {
      return FileManager.default.fileExists(atPath: "\(repository)/\(path.0)")
    }
    let bare = name.hasPrefix("/") ? String(name.split(separator: "/").dropFirst().joined(separator: ".")) : name
    guard let first = bare.first, first.isUppercase, bare.wholeMatch(of: /[A-Za-z.]+(\([a-z_:A-Z]*\))?/) != nil,
      !["NAME", "RECORD", "CI", "XX"].contains(bare)
    else { return true }
    return bare.split(separator: "(")[0].split(separator: ".").allSatisfy { part in
      let kinds = part.first?.isUppercase == true ? "struct|enum|class|protocol|typealias" : "func|var|let|case"
      let isDeclared = (try? Regex("\\b(\(kinds)) \(part)\\b")).map { sources.contains($0) } ?? false
      return isDeclared || FileManager.default.fileExists(atPath: "\(repository)/Sources/\(part)")
    }
  }
}
