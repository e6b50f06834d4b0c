/// What a command can be told to do, behind its name: `/people out KH`. Every language adds its own words for it.
public enum CommandVerb: String, CaseIterable, Sendable {
  case add, out, `in`, facilitator, counts
  case dots, hands, fist, scale, order, heads, top, most, each, close, anyway, cancel, again, list
  case stop, plan, bell, quiet
  case off
  case next, end, done
  case changed, from
  case all
  case undoable
  case yes
  case who, names, mute, admit, wifi, test, code
  case take, merge, park, drop, named

  /// The commands it belongs to.
  public var commands: [CommandName] {
    switch self {
    case .add, .out, .in, .facilitator, .counts: [.people]
    case .stop, .plan, .bell, .quiet: [.time]
    case .off: [.shared, .phones]
    case .anyway: [.vote, .phones]
    case .next, .end, .done: [.iteration]
    case .changed, .from: [.measure]
    case .all: [.suggest, .inbox]
    case .undoable: [.undo]
    case .yes: [.redact]
    case .dots, .hands, .fist, .scale, .order, .heads, .top, .most, .each, .close, .cancel, .again, .list: [.vote]
    case .who, .names, .mute, .admit, .wifi, .test, .code: [.phones]
    case .take, .merge, .park, .drop, .named: [.inbox]
    }
  }

  /// The key of its words in a language, behind the name of a command.
  public func key(of command: CommandName) -> String { "\(command.rawValue) \(rawValue)" }

  /// The words a language has for it behind a command, the canonical one first.
  public func names(in language: Language, of command: CommandName) -> [String] {
    [rawValue] + (language.commands[key(of: command)] ?? []).filter { $0 != rawValue }
  }

  /// The word a room with that language reads first.
  public func shown(in language: Language, of command: CommandName) -> String {
    language.commands[key(of: command)]?.first ?? rawValue
  }

  /// Those of a command.
  public static func all(of command: CommandName) -> [CommandVerb] {
    allCases.filter { $0.commands.contains(command) }
  }

  /// Those of a command, as a room with that language reads them.
  static func shown(of command: CommandName, in language: Language) -> [String] {
    all(of: command).map { $0.shown(in: language, of: command) }
  }

  /// The verb that a typed word means; it must be written out, for what follows it may be anything.
  ///
  /// - Throws: A refusal that holds the verbs of the command.
  init(_ typed: String, of command: CommandName, in language: Language) throws(Refusal) {
    guard let verb = CommandVerb.known(typed, of: command, in: language) else {
      throw .unknownVerb(typed, of: command, known: CommandVerb.shown(of: command, in: language))
    }
    self = verb
  }

  /// The verb of a command that a word means, with or without dashes before it.
  static func known(_ typed: String, of command: CommandName, in language: Language) -> CommandVerb? {
    let wanted = typed.lowercased().drop { $0 == "-" }
    return all(of: command).first { $0.names(in: language, of: command).contains(String(wanted)) }
  }
}
