import Draft
import Facilitation
import Journal
import Method
import Workshop

/// Where a replay goes: into a new session, on in one that is there, or nowhere.
enum ReplayDestination {
  /// Nothing is left on the disk.
  case nowhere
  /// A new session; one without a name gets it from its title.
  case new(named: String?)
  /// On in a session that is open here.
  case existing(SessionLocation, Journal)
}

extension SessionLauncher {
  /// Where a replay is to go.
  ///
  /// - Parameters:
  ///   - name: The name of the session, where one is given.
  ///   - continues: Whether it goes on in a session that is there.
  ///   - isDry: Whether nothing is to be left on the disk.
  ///   - moment: The time, for a repair of the journal that is gone on in.
  /// - Returns: The place; an old session is open from now on.
  /// - Throws: A failure when the name cannot be used.
  func destination(named name: String?, continues: Bool, isDry: Bool, at moment: Moment) throws -> ReplayDestination {
    guard let name else { return isDry ? .nowhere : .new(named: nil) }
    let sessions = context.sessions
    let standing = sessions.standing(as: name)
    let isThere = standing != nil
    let place = try saving(name) { () throws(JournalError) in try SessionLocation(standing ?? name, in: sessions) }
    guard continues else {
      if !isThere, !SessionsFolder.isNewName(name) { throw failure(.notASessionName, name) }
      guard !isThere else { throw Failure(.cannotCreate, words.sentence("script.exists", ["name": name])) }
      return isDry ? .nowhere : .new(named: name)
    }
    guard isThere else { throw Failure(.noInput, words.sentence("files.no-session", ["file": name])) }
    let (journal, _) = try saving(place.journal) { () throws(JournalError) in
      try Journal.open(place.journal, at: moment, storage: context.storage)
    }
    return .existing(place, journal)
  }

  /// Brings what was played to where it goes.
  ///
  /// - Parameters:
  ///   - interpreter: The room that has heard it.
  ///   - destination: Where it goes.
  ///   - title: What a new session is called.
  ///   - source: The files of its method.
  ///   - unplaced: What had no place.
  /// - Returns: Where it is now; nil when it went nowhere.
  /// - Throws: A failure when the disk does not take it.
  func keep(
    _ interpreter: Interpreter, at destination: ReplayDestination, titled title: String, source: Library.Source,
    unplaced: UnplacedLines
  ) throws -> SessionLocation? {
    guard let inMemory = interpreter.writer.inMemory else { return nil }
    let place: SessionLocation
    switch destination {
    case .nowhere: return nil
    case .new(let name):
      place = try makePlace(named: name, titled: title, source: source)
      try saving(place.journal) { () throws(JournalError) in
        try inMemory.save(to: place.journal, storage: context.storage)
      }
    case .existing(let there, let journal):
      place = there
      try saving(place.journal) { () throws(JournalError) in
        try journal.take(inMemory, at: interpreter.clock.now()).close()
      }
    }
    if !unplaced.isEmpty {
      let path = place.folder + "/" + UnplacedLines.fileName
      try saving(path) { () throws(JournalError) in
        try saveSafely(Array(unplaced.script.utf8), to: path, storage: context.storage)
      }
      context.say(words.sentence("script.left-out", ["path": path], count: unplaced.failures.count))
    }
    return place
  }

  /// Writes the usual draft of a session that is closed or at its end.
  func writeDraft(of interpreter: Interpreter, at place: SessionLocation) throws {
    guard interpreter.session.progress.isClosed || interpreter.session.hasEnded else { return }
    let files = DraftFiles(
      session: interpreter.session, localization: interpreter.localization, folder: place.folder, name: place.name,
      system: context.system)
    for path in try files.write(ExportFormat.usual).paths {
      context.say(words.sentence("reply.draft-written", ["path": path]))
    }
  }
}
