import Method
import SessionFixtures
import Testing
import Workshop

/// The languages other than English.
private let others = Library.languages.filter { $0 != "en" }

@Suite("The program's words in every language")
struct LanguageTests {
  private let english: Language

  init() throws {
    english = try Library.language("en")
  }

  @Test("English is offered first, and the order is that of the files") func theirOrder() {
    let first: [LanguageCode] = ["en", "nb", "da", "nl", "fi"]
    #expect(Library.languages.filter { first.contains($0) } == first)
    #expect(Library.languages.first == "en")
  }

  @Test("The same keys", arguments: others) func theSameKeys(_ code: LanguageCode) throws {
    let language = try Library.language(code)
    #expect(language.messages.keys.sorted() == english.messages.keys.sorted())
    #expect(language.code == code)
  }

  @Test("The same variables", arguments: others) func theSameVariables(_ code: LanguageCode) throws {
    let language = try Library.language(code)
    for (key, template) in english.messages.sorted(by: { $0.key < $1.key }) {
      #expect(language.messages[key]?.variables.sorted() == template.variables.sorted(), "\(key)")
    }
  }

  @Test("One kind of quotation marks", arguments: Library.languages)
  func oneKindOfQuotationMarks(_ code: LanguageCode) throws {
    // The pairs of the languages of Europe: opening and closing.
    let pairs = ["“”", "„“", "„”", "””", "«»", "»«", "»»"]
    var used: [String: String] = [:]
    for (key, template) in try Library.language(code).messages {
      for form in [template.one, template.other].compactMap(\.self) {
        let marks = form.filter { "“”„‘«»\"".contains($0) }
        guard let first = marks.first, let second = marks.dropFirst().first else {
          #expect(marks.isEmpty, "\(key): \(form)")
          continue
        }
        let pair = String([first, second])
        #expect(marks == String(repeating: pair, count: marks.count / 2) && pairs.contains(pair), "\(key): \(form)")
        used[pair] = key
      }
    }
    #expect(used.count <= 1, "\(used)")
  }

  @Test("The same sentences count", arguments: others) func theSameSentencesCount(_ code: LanguageCode) throws {
    let language = try Library.language(code)
    for (key, template) in english.messages.sorted(by: { $0.key < $1.key }) {
      #expect((language.messages[key]?.one == nil) == (template.one == nil), "\(key)")
    }
  }

  @Test("Nothing is left in English", arguments: others) func nothingIsLeftInEnglish(_ code: LanguageCode) throws {
    let language = try Library.language(code)
    for (key, template) in english.messages.sorted(by: { $0.key < $1.key }) where hasWords(template.other) {
      #expect(language.messages[key]?.other != template.other, "\(key)")
    }
  }

  @Test("Every sentence is written as ours are", arguments: Library.languages)
  func sentencesAreOurs(_ code: LanguageCode) throws {
    for (key, template) in try Library.language(code).messages.sorted(by: { $0.key < $1.key }) {
      for form in [template.one, template.other].compactMap(\.self) {
        #expect(!form.isEmpty && form.trimmed == form, "\(key)")
        #expect(!form.contains("!") && !form.contains("(s)") && !form.lowercased().contains("please"), "\(key)")
        #expect(form.count { $0 == "{" } == form.count { $0 == "}" }, "\(key)")
      }
    }
  }

  @Test("Numbers, days and lengths of time have their forms", arguments: Library.languages)
  func formsAreThere(_ code: LanguageCode) throws {
    let language = try Library.language(code)
    #expect(language.days.months.count == 12)
    #expect(Set(language.days.months.map { $0.prefix(3) }).count == 12, "months differ in their first three letters")
    #expect(language.numbers.decimal != language.numbers.group)
    let units = [
      language.durations.minutes, language.durations.hours, language.durations.days, language.durations.weeks,
    ]
    let durations = units.map { Set($0.all) }
    #expect(durations.allSatisfy { !$0.contains("") })
    #expect(Set(durations.joined()).count == durations.map(\.count).reduce(0, +))
    #expect(language.frequencies.weekdays.count == 7 && language.frequencies.shortWeekdays.count == 7)
    #expect(language.frequencies.words.ambiguous.isEmpty, "\(language.frequencies.words.ambiguous)")
    #expect(language.days.words.ambiguous.isEmpty, "\(language.days.words.ambiguous)")
    #expect(Set(language.days.weekPattern.variables).isSubset(of: ["weekday", "d", "M", "month"]))
    #expect(Set(language.times.variables).isSubset(of: ["H", "HH", "mm"]))
    #expect(Set(language.days.pattern.variables).isSubset(of: ["d", "dd", "M", "MM", "month", "yyyy"]))
    for words in [language.yes, language.no] {
      #expect(!words.isEmpty && words.allSatisfy { $0 == $0.lowercased() })
    }
    #expect(Set(language.yes).isDisjoint(with: language.no + ["no"]))
    #expect(!language.no.contains("yes"))
  }

  @Test("No two commands share a name", arguments: Library.languages)
  func namesOfCommandsAreUnique(_ code: LanguageCode) throws {
    let language = try Library.language(code)
    var owners: [String: CommandName] = [:]
    for command in CommandName.allCases {
      for name in command.names(in: language) {
        #expect(owners.updateValue(command, forKey: name) == nil, "/\(name)")
        #expect(!name.contains { $0.isWhitespace || $0 == "/" }, "/\(name)")
        #expect(name == name.lowercased(), "/\(name)")
      }
    }
    let known =
      CommandName.allCases.map(\.rawValue) + CommandVerb.allCases.flatMap { verb in verb.commands.map(verb.key) } + [
        "quit unsaved"
      ]
    #expect(language.commands.keys.filter { !known.contains($0) } == [])
  }

  @Test("No two verbs of a command share a name", arguments: Library.languages)
  func namesOfVerbsAreUnique(_ code: LanguageCode) throws {
    let language = try Library.language(code)
    for command in CommandName.allCases {
      let names = CommandVerb.all(of: command).flatMap { $0.names(in: language, of: command) }
      #expect(names.count == Set(names).count, "/\(command.rawValue): \(names)")
    }
  }

  @Test("No English name takes a beginning away from the room's own", arguments: Library.languages)
  func beginningsAreTheRoomsOwn(_ code: LanguageCode) throws {
    let language = try Library.language(code)
    func own(_ command: CommandName) -> [String] { language.commands[command.rawValue] ?? [command.rawValue] }
    for command in CommandName.allCases where !command.removes {
      for name in own(command) {
        for beginning in (1...name.count).map({ String(name.prefix($0)) }) {
          let isClear = CommandName.allCases.allSatisfy { other in
            let names = other.removes ? other.names(in: language) : own(other)
            return other == command || !names.contains { $0.hasPrefix(beginning) }
          }
          #expect(!isClear || (try? CommandName(typed: beginning, in: language)) != nil, "/\(beginning) of /\(name)")
        }
      }
    }
  }

  @Test("What the usage shows can be typed", arguments: Library.languages)
  func usageCanBeTyped(_ code: LanguageCode) throws {
    let language = try Library.language(code)
    for command in CommandName.allCases {
      let usage = language.sentence("usage.\(command.rawValue)")
      let name = usage.dropFirst().prefix { $0 != " " }
      #expect(try CommandName(typed: String(name), in: language) == command, "\(usage)")
    }
  }

  @Test("Commands that sentences name are there", arguments: Library.languages)
  func namedCommandsAreThere(_ code: LanguageCode) throws {
    let language = try Library.language(code)
    for (key, template) in language.messages.sorted(by: { $0.key < $1.key }) {
      for form in [template.one, template.other].compactMap(\.self) {
        for match in form.matches(of: /(?:^|[ “«])\/([\p{L}-]+)/) {
          #expect((try? CommandName(typed: String(match.1), in: language)) != nil, "\(key): /\(match.1)")
        }
      }
    }
  }
}

/// Whether a text has words to translate: two in a row, outside of variables and commands.
func hasWords(_ text: String) -> Bool {
  let words = text.replacing(/\{[^}]*\}/, with: " ").split { !$0.isLetter && $0 != "/" && $0 != "-" }
    .filter { $0.count > 1 && !$0.hasPrefix("/") && $0 != $0.uppercased() }
  return words.count > 1
}
