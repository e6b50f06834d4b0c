import Draft
import Method
import Testing
import Workshop

/// The commands of the room on one page.
@Suite("The cheat sheet")
struct CheatSheetTests {
  @Test(arguments: Library.languages) func everyCommandStandsOnItOnce(_ code: LanguageCode) throws {
    let language = try Library.language(code)
    let sheet = CheatSheet(in: language)
    let usages = sheet.groups.flatMap(\.commands).map(\.usage)
    #expect(usages.sorted() == CommandName.allCases.map { language.sentence("usage.\($0.rawValue)") }.sorted())
    for (usage, does) in sheet.groups.flatMap(\.commands) {
      // It begins with the name that a room of that language reads first, and says what that does in a few words.
      let name = try #require(usage.dropFirst().split(whereSeparator: \.isWhitespace).first)
      #expect((try? CommandName(typed: String(name), in: language)) != nil, "\(usage)")
      #expect((5...160).contains(does.count), "\(does)")
      #expect(sheet.html.contains("<dt>"))
    }
    for text in [sheet.markdown, sheet.html] {
      #expect(!text.contains("cheatsheet.") && !text.contains("help.") && !text.contains("usage."))
    }
    // A page of three columns holds about 65 rows of some 60 characters in each.
    let rows = sheet.groups.reduce(0) { rows, group in
      rows + 2 + group.commands.reduce(0) { $0 + 1 + $1.usage.count / 55 + 1 + $1.does.count / 62 }
    }
    #expect(rows <= 185, "\(rows) rows")
  }

  @Test func aLanguageIsCalledByItsCodeOrAName() {
    let all = Library.languages
    let called: [(String, LanguageCode?)] = [
      ("nb", "nb"), ("NB", "nb"), ("no", "nb"), ("norsk", "nb"), ("Norwegian", "nb"), ("norsk bokmål", "nb"),
      ("dansk", "da"), ("danish", "da"), ("Dan", "da"), ("suomi", "fi"), ("Finnish", "fi"), ("nederlands", "nl"),
      ("dutch", "nl"), ("svenska", "sv"), ("Deutsch", "de"), ("german", "de"), ("english", "en"), ("klingon", nil),
      ("", nil), ("x", nil),
    ]
    for (typed, code) in called { #expect(Library.language(called: typed, among: all) == code, "\(typed)") }
    #expect(Library.language(called: "norsk", among: ["en", "da"]) == nil)
  }
}
