import Facilitation
import FacilitationFixtures
import Foundation
import Testing
import Text

/// The articles as a terminal shows them.
struct ArticleTests {
  @Test(arguments: [
    ("a heading", "## Votes", ["Votes"]),
    ("a paragraph is broken anew", "one two\nthree four", ["one two three", "four"]),
    ("marks go, links say where they lead", "**a** [b](c) <doc:D>", ["a b (c) D"]),
    ("an item hangs", "- one two three\n  four", ["• one two", "  three four"]),
    ("a number", "2. two", ["2. two"]),
    ("a row", "| a \\| b | c |\n| --- | --- |\n| d | e |", ["a | b  c", "d  e"]),
    ("what is to be typed stays as it is", "```sh\nplenum start --language nb\n```", ["  plenum start --language nb"]),
    ("gaps are one line", "a\n\n\nb", ["a", "", "b"]),
  ])
  func `it reads`(what: String, article: String, shown: [String]) {
    #expect(ArticleView(text: article, columns: 14).lines.map(\.plainText) == shown, "\(what)")
  }

  private static let catalog = repository + "/Sources/plenum/Plenum.docc"
  private static let articles =
    (try? FileManager.default.contentsOfDirectory(atPath: catalog))?
    .filter { $0.hasSuffix(".md") }.sorted() ?? []

  @Test(arguments: articles) func `no line is wider than the window`(article: String) throws {
    let text = try String(contentsOfFile: "\(ArticleTests.catalog)/\(article)", encoding: .utf8)
    let lines = ArticleView(text: text, columns: 60).lines
    #expect(lines.count > 10)
    #expect(lines.filter { $0.width > 60 && !$0.plainText.hasPrefix("  ") }.map(\.plainText) == [])
  }
}
