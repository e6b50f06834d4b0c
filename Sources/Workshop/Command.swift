/// What is asked for: typed, scripted or chosen. It may be turned down.
public enum Command: Hashable, Sendable {
  /// A line that is no command: an answer, or the cell being asked for.
  case answer(String)
  /// An empty line: on to the next question, or past an optional cell.
  case goOn
  /// On to the next question.
  case next
  /// To the question before.
  case back
  /// Past this question on purpose; the reason may be empty.
  case skip(reason: String)
  /// To the question, step or stage that is named by id, number or words.
  case goto(String)
  /// Another text for an answer; without a text, the old one is handed out for changing.
  case edit(target: String, text: String?)
  /// A text in the person's own editor: that of an answer, or a new one where none is named.
  case editor(target: String)
  /// An answer taken away.
  case delete(String)
  /// An answer to the place of another.
  case move(String, to: String)
  /// The last recorded thing taken back.
  case undo
  /// What was taken back, again.
  case redo
  /// One more participant, as a row of cells.
  case addPerson(String)
  /// Who says the next lines; empty for nobody in particular.
  case by(String)
  /// Another language for the room.
  case language(String)
  /// Another run.
  case run(String)
  /// A finding let stand, by its number in the list of all, with the reason.
  case accept(String, reason: String)
  /// Something to look at; changes nothing.
  case look(Look)
  /// The draft as files, in these formats.
  case export([String])
  /// Everything to another folder, to go on there.
  case save(to: String)
  /// Nothing that is said is recorded from here on.
  case offRecord
  /// What is said is recorded again.
  case onRecord
  /// The text of an answer removed for good, wherever it stands.
  case redact(String)
  /// The name of a participant hidden for good, wherever it stands.
  case pseudonym(String)
  /// Leave; without what could not be saved only when that is said.
  case quit(leavingUnsaved: Bool = false)

  /// What can be looked at.
  public enum Look: Hashable, Sendable {
    /// The commands, or one of them.
    case help(String)
    /// How to run this question with a group.
    case tip
    /// Answers as somebody might give them.
    case example
    /// The whole agenda.
    case map
    /// The answers of this question.
    case list
    /// The participants.
    case people
    /// The answers of a question, set as in the draft; of this one when none is named.
    case show(String)
    /// What is missing.
    case check(all: Bool)
    /// The draft so far, or one section of it.
    case draft(String)
    /// What an answer comes from and leads to.
    case why(String)
    /// The catalogue of measures, or what of it fits some words.
    case kpis(String)
    /// The answers that the question offers for changing, or one of them by its number.
    case suggest(String)
  }
}

/// The name of a command: the canonical one. Every language adds its own names for it.
public enum CommandName: String, CaseIterable, Sendable {
  case help, tip, example
  case next, back, skip, goto, map
  case list, edit, editor, delete, move
  case undo, redo
  case people, by
  case suggest, show, why, kpis
  case check, accept, draft
  case language, run
  case export, save
  case off, on, redact, pseudonym
  case quit

  /// Whether it takes something away; such a command must be written out.
  public var removes: Bool { self == .delete || self == .redact || self == .pseudonym }

  /// The names a language has for it, the canonical one first.
  public func names(in language: Language) -> [String] {
    [rawValue] + (language.commands[rawValue] ?? []).filter { $0 != rawValue }
  }
}

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
    case .map: self = .look(.map)
    case .list: self = .look(.list)
    case .edit:
      let (target, text) = try argument.needed(by: name).firstWord
      self = .edit(target: target, text: text.isEmpty ? nil : text)
    case .editor: self = .editor(target: argument)
    case .delete: self = .delete(try argument.needed(by: name))
    case .move:
      let (from, to) = try argument.needed(by: name).firstWord
      self = .move(from, to: try to.needed(by: name))
    case .undo: self = .undo
    case .redo: self = .redo
    case .people:
      let (verb, row) = argument.firstWord
      let adding = ["add"] + (language.commands["people add"] ?? [])
      self = adding.contains(verb.lowercased()) ? .addPerson(try row.needed(by: name)) : .look(.people)
    case .by: self = .by(argument)
    case .show: self = .look(.show(argument))
    case .check: self = .look(.check(all: !argument.isEmpty))
    case .draft: self = .look(.draft(argument))
    case .why: self = .look(.why(try argument.needed(by: name)))
    case .kpis: self = .look(.kpis(argument))
    case .suggest: self = .look(.suggest(argument))
    case .accept:
      let (number, reason) = try argument.needed(by: name).firstWord
      self = .accept(number, reason: try reason.needed(by: name))
    case .language: self = .language(try argument.needed(by: name))
    case .run: self = .run(try argument.needed(by: name))
    case .export: self = .export(argument.split { $0 == "," || $0.isWhitespace }.map { $0.lowercased() })
    case .save: self = .save(to: try argument.needed(by: name))
    case .off: self = .offRecord
    case .on: self = .onRecord
    case .redact: self = .redact(try argument.needed(by: name))
    case .pseudonym: self = .pseudonym(try argument.needed(by: name))
    case .quit:
      let words = ["unsaved"] + (language.commands["quit unsaved"] ?? [])
      self = .quit(leavingUnsaved: words.contains(argument.lowercased()))
    }
  }
}

extension CommandName {
  /// The command that a typed name means.
  ///
  /// - Throws: A refusal that holds the nearest names, or all that could be meant.
  public init(typed: String, in language: Language) throws(Refusal) {
    let wanted = typed.lowercased()
    for name in CommandName.allCases where name.names(in: language).contains(wanted) {
      self = name
      return
    }
    // A command that removes must be written out, and its beginning never means another one.
    let fitting = CommandName.allCases.flatMap { name in
      name.names(in: language).filter { !wanted.isEmpty && $0.hasPrefix(wanted) }.map { (name: name, as: $0) }
    }
    // `/ed` means edit though editor begins like that as well: what is typed further only ever says more.
    let meant = fitting.filter { shorter in
      fitting.allSatisfy { $0.name == shorter.name || $0.as.hasPrefix(shorter.as) }
    }
    if let only = meant.first?.name, !only.removes {
      self = only
      return
    }
    var names: [CommandName] = []
    for command in fitting where !names.contains(command.name) { names.append(command.name) }
    guard names.count < 2 else { throw .ambiguousCommand(typed, names.map { $0.shown(in: language) }) }
    let known = CommandName.allCases.flatMap { $0.names(in: language) }
    throw .unknownCommand(typed, nearest: nearest(to: typed, among: known))
  }

  /// The name a room with that language reads first.
  public func shown(in language: Language) -> String {
    language.commands[rawValue]?.first ?? rawValue
  }
}

extension String {
  fileprivate func needed(by name: CommandName) throws(Refusal) -> String {
    guard !isEmpty else { throw .missingArgument(name) }
    return self
  }

  fileprivate var firstWord: (String, String) {
    let words = split(maxSplits: 1, whereSeparator: \.isWhitespace)
    return (words.first.map(String.init) ?? "", words.count > 1 ? words[1].trimmed : "")
  }
}
