import Foundation
import Testing

@testable import Method

/// The built-in files are compiled from YAML here, and nowhere else: with `RECORD` set they are written anew.
@Suite("Compiled files")
struct CompiledTests {
  private static let resources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/Method/Resources")

  private static let files: [String] =
    ["social-media-plan/method"]
    + ["en", "nb", "da", "nl", "fi"].flatMap { ["languages/\($0)", "social-media-plan/\($0)"] }

  @Test("They say what the YAML says", arguments: files) func theyAreUpToDate(_ name: String) throws {
    let written = [UInt8](try Data(contentsOf: CompiledTests.resources.appending(path: name + ".yaml")))
    let tree = try Tree(written, file: name)
    let target = CompiledTests.resources.appending(path: "compiled/\(name).tree")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(tree.compiled).write(to: target)
    }
    let compiled = [UInt8]((try? Data(contentsOf: target)) ?? Data())
    #expect(
      compiled == tree.compiled,
      "\(name).yaml has changed since it was compiled: run RECORD=1 Scripts/test Compiled, and build again")
  }

  @Test("What is compiled is read again", arguments: files) func theyAreReadAgain(_ name: String) throws {
    let written = [UInt8](try Data(contentsOf: CompiledTests.resources.appending(path: name + ".yaml")))
    let compiled = try Tree(written, file: name).compiled
    #expect(try #require(tree(compiled)).compiled == compiled)
  }

  @Test func damageIsNoTree() throws {
    let compiled = try Tree(Array("a: [b, {c: d}]\n".utf8), file: "x").compiled
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
