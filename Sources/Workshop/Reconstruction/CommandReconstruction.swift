/// Says what somebody would type so that events happen just as they did: commands by their canonical names, answers as
/// the room reads them.
///
/// A line is given only when deciding it makes these events and no others happen, so what is retold adds up to the same
/// session, down to its handles.
public struct CommandReconstruction {
  let session: Session
  let localization: Localization
  /// When the events happened.
  let now: Moment

  /// A retelling of what happened next in a session.
  ///
  /// - Parameters:
  ///   - session: The session before it.
  ///   - localization: The words of the room's language.
  ///   - now: When it happened.
  public init(in session: Session, _ localization: Localization, at now: Moment) {
    (self.session, self.localization, self.now) = (session, localization, now)
  }

  /// The line for the events of one entry.
  ///
  /// - Parameters:
  ///   - events: The events.
  ///   - isWritable: Whether a text can be a line where it is written.
  /// - Returns: The line; empty for Enter alone, nil when nothing that can be typed makes just these events happen.
  public func line(for events: [Event], where isWritable: (String) -> Bool = { _ in true }) -> String? {
    candidates(for: events).first { line in
      !line.contains(where: \.isNewline) && isWritable(line) && isHeard(line, as: events)
    }
  }

  private func isHeard(_ line: String, as events: [Event]) -> Bool {
    guard let command = try? Command(parsing: line, in: localization.language) else { return false }
    // Every day is written out, so it does not matter which one it is.
    let today = Day(daysSinceEpoch: Int(now.millisecondsSince1970 / 86_400_000))
    return (try? session.decide(command, hearing: localization, today: today, now: now)) == events
  }

  /// Lines that may make the events happen, the best one first.
  private func candidates(for events: [Event]) -> [String] {
    // The end of a break goes before whatever was typed to end it.
    let own = Array(events.drop { $0.has(.bringsBack) })
    guard let first = own.first else { return ["", "/blank"] }
    switch first {
    case .questionEntered(let question): return ["/next", "/back", "/goto \(question)", "/redo", "/gaps"]
    case .questionSkipped(_, let reason): return ["/skip \(reason)"]
    case .endReached: return ["/next"]
    case .cellsAsked(let id, _): return ["", CellParser.open, "/edit \(id.handle)"]
    case .gapsWalked: return ["/gaps"]
    case .answerGiven, .answerRevised: return answers(own)
    case .answerDeleted:
      let handles = own.compactMap { if case .answerDeleted(let id) = $0 { id.handle.rawValue } else { nil } }
      return ["/delete \(handles.joined(separator: " "))"]
    case .answerMoved(let id, let place):
      let siblings = session.answers(to: id.question)
      return siblings.indices.contains(place) ? ["/move \(id.handle) \(siblings[place].handle)"] : []
    case .languageChosen(let language): return ["/language \(language)"]
    case .runChosen(let run): return ["/run \(run)"]
    case .findingAccepted(let key, let acceptance):
      let number = session.findings(in: localization).firstIndex { $0.key == key }
      return number.map { ["/accept \($0 + 1) \(acceptance.reason)"] } ?? []
    case .undone: return ["/undo"]
    case .redone: return ["/redo"]
    case .sideItem(let event): return lines(event)
    case .vote(let event): return lines(event, own)
    case .time(let event): return lines(event)
    case .people(let event): return lines(event, own)
    case .groups(.formed(let groups)): return ["/groups \(groups.count)"]
    case .groups(.answersJoined(let handle, let other)): return ["/same \(other) \(handle)"]
    case .iteration(let event): return lines(event)
    case .measures(let event): return lines(event)
    case .screen(.blanked): return ["/blank"]
    case .screen(.shared(let isShared)): return [isShared ? "/shared" : "/shared off"]
    case .privacy(.wentOffRecord): return ["/off"]
    case .privacy(.cameOnRecord): return ["/on"]
    case .privacy(.answerRedacted(let id)): return ["/redact \(id.handle)"]
    case .privacy(.sideItemRedacted(let id)): return ["/redact \(id.handle)"]
    case .privacy(.valueRedacted(let id)): return ["/redact \(id.handle)"]
    case .privacy(.pseudonymGiven(let id, _)): return session.answer(id).map { ["/pseudonym \($0.cell(at: 0))"] } ?? []
    case .sessionClosed: return ["/quit"]
    case .titleGiven: return []
    }
  }
}
