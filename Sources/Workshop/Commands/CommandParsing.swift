extension Command {
  /// Reads a typed line.
  ///
  /// A line that begins with `/` is a command, `//` types a literal slash. Any unambiguous beginning of a name will do,
  /// except for commands that remove.
  ///
  /// - Parameters:
  ///   - line: The line as it was typed.
  ///   - language: The language whose names of commands are known besides the canonical ones.
  /// - Throws: A refusal when the line begins with `/` and no command is meant, or its argument is missing.
  public init(parsing line: String, in language: Language) throws(Refusal) {
    let text = line.trimmed
    guard text.hasPrefix("/") else {
      self = text.isEmpty ? .goOn : .answer(text)
      return
    }
    guard !text.hasPrefix("//") else {
      self = .answer(String(text.dropFirst()))
      return
    }
    let words = text.dropFirst().split(maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: \.isWhitespace)
    let name = words.first.map(String.init) ?? ""
    let argument = words.count > 1 ? words[1].trimmed : ""
    self = try Command(CommandName(typed: name, in: language), argument, in: language)
  }

  private init(_ name: CommandName, _ argument: String, in language: Language) throws(Refusal) {
    switch name {
    case .help: self = .look(.help(argument))
    case .tip: self = .look(.tip)
    case .example: self = .look(.example)
    case .next: self = .next
    case .back: self = .back
    case .skip: self = .skip(reason: argument)
    case .goto: self = .goto(try argument.needed(by: name))
    case .map: self = try Command(argument, in: language) { _ in .map }
    case .list: self = .look(.list)
    case .edit:
      let (target, text) = try argument.needed(by: name).firstWord
      self = .edit(target: target, text: text.isEmpty ? nil : text)
    case .editor: self = .editor(target: argument)
    case .mend: self = .mend
    case .delete: self = .delete(try argument.needed(by: name))
    case .move:
      let (from, to) = try argument.needed(by: name).firstWord
      self = .move(from, to: try to.needed(by: name))
    case .gaps: self = .walkGaps
    case .undo:
      if argument.isEmpty {
        self = .undo
      } else {
        _ = try CommandVerb(argument, of: .undo, in: language)
        self = .look(.undoable)
      }
    case .redo: self = .redo
    case .people: self = try Command(people: argument, in: language)
    case .by: self = .people(.speaker(argument))
    case .vote: self = try Command(vote: argument, in: language)
    case .rank: self = try Command(vote: CommandVerb.order.rawValue + " " + argument, in: language)
    case .time: self = try Command(time: argument, in: language)
    case .breakTime: self = .time(.pause(try argument.needed(by: name).number(in: 1...240)))
    case .checkin: self = Command(.checkIn, argument)
    case .checkout: self = Command(.checkOut, argument)
    case .groups:
      self = argument.isEmpty ? .look(.groups(.now)) : .groups(.form(try argument.number(in: 1...100)))
    case .worksheet: self = .groups(.worksheet(argument))
    case .take: self = .groups(.take(try argument.needed(by: name)))
    case .same:
      let (first, second) = argument.firstWord
      self = first.isEmpty ? .look(.groups(.similar)) : .groups(.join(first, try second.needed(by: name)))
    case .iteration: self = try Command(iteration: argument, in: language)
    case .confirm: self = .iteration(.confirm(argument))
    case .phones: self = try Command(phones: argument, in: language)
    case .inbox: self = try Command(inbox: argument, in: language)
    case .blank: self = .screen(.blank)
    case .shared:
      if !argument.isEmpty { _ = try CommandVerb(argument, of: .shared, in: language) }
      self = .screen(.share(argument.isEmpty))
    case .swot: self = .look(.swot)
    case .park: self = Command(.parked, argument)
    case .decide: self = Command(.decision, argument)
    case .task: self = Command(.task, argument)
    case .note: self = Command(.note, argument)
    case .close:
      let (target, outcome) = try argument.needed(by: name).firstWord
      self = .sideItem(.close(target, outcome: outcome))
    case .show: self = try Command(argument, in: language) { .show($0) }
    case .measure: self = Command(measure: argument, in: language)
    case .measures: self = .look(.measures)
    case .check: self = .look(.check(all: !argument.isEmpty))
    case .draft: self = .look(.draft(argument))
    case .why:
      self = try Command(argument, in: language) { argument throws(Refusal) in .why(try argument.needed(by: name)) }
    case .kpis: self = .look(.kpis(argument))
    case .suggest:
      // One is offered for changing; several are taken as they are.
      self =
        argument.isEmpty || Int(digits: argument) != nil ? .look(.suggest(argument)) : .takeSuggestions(argument)
    case .accept:
      let (number, reason) = try argument.needed(by: name).firstWord
      self = .accept(number, reason: try reason.needed(by: name))
    case .language: self = .language(try argument.needed(by: name))
    case .run: self = .run(try argument.needed(by: name))
    case .export: self = .export(argument.split { $0 == "," || $0.isWhitespace }.map { $0.lowercased() })
    case .save: self = .save(to: try argument.needed(by: name))
    case .off: self = .privacy(.offRecord)
    case .on: self = .privacy(.onRecord)
    case .redact:
      let (target, word) = try argument.needed(by: name).firstWord
      let isMeant = CommandVerb.known(word, of: .redact, in: language) == .yes
      self = .privacy(.redact(isMeant || word.isEmpty ? target : argument, isMeant: isMeant))
    case .pseudonym: self = .privacy(.pseudonym(try argument.needed(by: name)))
    case .quit:
      let words = ["unsaved"] + (language.commands["quit unsaved"] ?? [])
      self = .quit(leavingUnsaved: words.contains(argument.lowercased()))
    }
  }
}

extension String {
  /// The argument of a command that cannot do without.
  func needed(by name: CommandName) throws(Refusal) -> String {
    guard !isEmpty else { throw .missingArgument(name) }
    return self
  }

  /// The first word, and what follows it.
  var firstWord: (String, String) {
    let words = split(maxSplits: 1, whereSeparator: \.isWhitespace)
    return (words.first.map(String.init) ?? "", words.count > 1 ? words[1].trimmed : "")
  }
  /// A whole number within a range.
  func number(in range: ClosedRange<Int>) throws(Refusal) -> Int {
    guard let number = Int(digits: self), range.contains(number) else {
      throw .numberOutOfRange(self, range)
    }
    return number
  }
}
