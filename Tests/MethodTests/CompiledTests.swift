import BuiltInFiles
import Foundation
import Method
import MethodTree
import Testing

/// What is built in is what the YAML files say.
@Suite("Compiled files")
struct CompiledTests {
  private static let resources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/Method/Resources")

  private static let files = (FileManager.default.subpaths(atPath: resources.path) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  private func written(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: CompiledTests.resources.appending(path: path)))
  }

  @Test func allOfThemAreBuiltIn() {
    #expect(!CompiledTests.files.isEmpty)
    #expect(BuiltInFile.all.map(\.path).filter { $0.hasSuffix(".yaml") }.sorted() == CompiledTests.files)
  }

  @Test("They say what the YAML says", arguments: files) func theyAreUpToDate(_ path: String) throws {
    let file = try #require(BuiltInFile.all.first { $0.path == path })
    let content = file.content.withUTF8Buffer { unsafe Array($0) }
    let written = try written(path)
    // The example is for people to read.
    #expect(content == (path.hasPrefix("example/") ? written : try Tree(written).compiled))
  }

  @Test("What is compiled is read again, and is UTF-8", arguments: files)
  func theyAreReadAgain(_ path: String) throws {
    let compiled = try Tree(try written(path)).compiled
    #expect(try #require(tree(compiled)).compiled == compiled)
    #expect(String(validating: compiled, as: UTF8.self) != nil)
  }

  @Test("A language has its three files", arguments: files.filter { $0.hasPrefix("languages/") })
  func threeFiles(_ path: String) {
    let name = path.dropFirst("languages/".count)
    let folders = ["social-media-plan"] + Starter.allCases.map { "example/\($0.rawValue)" }
    for folder in folders { #expect(CompiledTests.files.contains("\(folder)/\(name)")) }
  }

  @Test("A number is written in as many groups as it needs", arguments: [0, 63, 64, 4095, 4096, 1 << 30])
  func numbers(_ number: Int) throws {
    let compiled = Tree(text: "æ", line: number).compiled
    #expect(try #require(tree(compiled)).line == number)
    #expect(String(validating: compiled, as: UTF8.self) != nil)
  }

  @Test func damageIsNoTree() throws {
    let compiled = try Tree(Array("a: [b, {c: d}]\n".utf8)).compiled
    for length in 0..<compiled.count { #expect(tree(Array(compiled.prefix(length))) == nil) }
    #expect(tree(compiled + [0]) == nil)
    for place in compiled.indices {
      var damaged = compiled
      damaged[place] = 255
      _ = tree(damaged)
    }
  }

  private func tree(_ compiled: [UInt8]) -> Tree? { Tree(compiled: compiled.span) }
}
