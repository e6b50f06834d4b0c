/// The name of a command: the canonical one. Every language adds its own names for it.
public enum CommandName: String, CaseIterable, Sendable {
  case help, tip, example
  case next, back, skip, goto, map
  case list, edit, editor, mend, delete, move, gaps
  case undo, redo
  case people, by
  case suggest, show, why, kpis
  case measure, measures
  case check, accept, draft
  case vote, rank
  case time, blank, shared, swot
  case checkin, checkout
  case groups, worksheet, take, same
  case iteration, confirm
  case phones, inbox
  case breakTime = "break"
  case park, decide, task, note, close
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
    // No English name takes a beginning away from the room's own, but that of one that removes.
    let own = fitting.filter { fit in
      fit.name.removes || language.commands[fit.name.rawValue]?.contains(fit.as) ?? true
    }
    if let only = CommandName.meant(by: fitting) ?? CommandName.meant(by: own), !only.removes {
      self = only
      return
    }
    var names: [CommandName] = []
    for command in fitting where !names.contains(command.name) { names.append(command.name) }
    guard names.count < 2 else { throw .ambiguousCommand(typed, names.map { $0.shown(in: language) }) }
    let known = CommandName.allCases.flatMap { $0.names(in: language) }
    throw .unknownCommand(typed, nearest: nearest(to: typed, among: known))
  }

  /// The command that all of some names mean, or that the shortest of them means: `/ed` means edit though editor begins
  /// like that as well, since what is typed further only ever says more.
  private static func meant(by fitting: [(name: CommandName, as: String)]) -> CommandName? {
    fitting.first { shorter in
      fitting.allSatisfy { $0.name == shorter.name || $0.as.hasPrefix(shorter.as) }
    }?.name
  }

  /// The name a room with that language reads first.
  public func shown(in language: Language) -> String {
    language.commands[rawValue]?.first ?? rawValue
  }
}
