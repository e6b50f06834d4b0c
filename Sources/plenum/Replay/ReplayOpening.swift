import Journal
import Method
import Workshop

/// How a replay begins, and where it goes in the end.
struct ReplayOpening {
  let desk: Desk
  let recording: Recording
  /// The time it goes by.
  let times: Playback.Times
  private let clock: WallClock
  private let destination: Destination
  /// What the session is called, and in which language and run it begins.
  private let settings: StartSettings

  /// Finds out how it begins.
  ///
  /// - Parameters:
  ///   - desk: Opens sessions.
  ///   - recording: What is played.
  ///   - start: The time it is, where the person says it.
  ///   - every: The seconds from one line to the next, then.
  ///   - name: The session it goes into.
  ///   - continues: Whether that is there already.
  ///   - isDry: Whether nothing is to be left on the disk.
  /// - Throws: A failure when it cannot begin so.
  init(
    desk: Desk, recording: Recording, start: Moment?, every: Int, name: String?, continues: Bool, isDry: Bool
  ) throws {
    let words = desk.words
    (self.desk, self.recording) = (desk, recording)
    let system = WallClock.system(environment: desk.surroundings.environment)
    switch recording.content {
    case .journal(let reading):
      guard !continues else { throw Failure(.usage, words.sentence("script.continue-journal")) }
      var clock = system
      clock.now = { reading.header.created }
      clock.timeZone = reading.header.timeZone
      (self.clock, times) = (clock, .scripted)
      settings = StartSettings(
        title: name ?? recording.title, language: reading.header.language, run: reading.header.run)
    case .script(let script, _):
      if let start {
        (clock, times) = (.still(at: start), .every(every, from: start))
      } else if let begins = script.begins {
        (clock, times) = (.still(at: begins), .scripted)
      } else {
        (clock, times) = (system, .clock(system))
      }
      settings = try ReplayOpening.settings(script.head, recording, name, words)
    }
    destination = try desk.destination(named: name, continues: continues, isDry: isDry, at: clock.now())
  }

  /// A script that says nothing of it begins in English and the shortest run, and says in its lines what is typed in
  /// another.
  private static func settings(
    _ head: ScriptHead, _ recording: Recording, _ name: String?, _ words: Language
  ) throws(Failure) -> StartSettings {
    let method = recording.method
    let language = head.language ?? (method.languages.contains("en") ? "en" : method.languages.first ?? "en")
    guard method.languages.contains(language) else {
      let known = method.languages.map(\.rawValue).joined(separator: ", ")
      throw Failure(
        .badInput, words.sentence("start.language-unknown", ["typed": language.rawValue, "known": known]))
    }
    let run = head.run ?? method.runs.first?.id ?? ""
    guard method.run(run) != nil else {
      let known = method.runs.map(\.id.rawValue).joined(separator: ", ")
      throw Failure(.badInput, words.sentence("start.run-unknown", ["typed": run.rawValue, "known": known]))
    }
    return StartSettings(title: name ?? recording.title, language: language, run: run)
  }

  /// The room that hears it.
  func room() throws -> Room {
    if case .existing(let place, let journal) = destination { return try room(behind: journal, at: place) }
    let header = desk.header(settings, method: recording.method, source: recording.source, clock: clock)
    let session = Session(method: recording.method, language: settings.language, run: settings.run)
    let tape = Tape(header: header, storage: .system)
    var room = try Desk.reading(desk.words) { () throws(MethodError) in
      try Room(
        session: session, recorder: Recorder(tape), source: recording.source, clock: clock)
    }
    room.reads = Files.reader(in: [Files.folder(of: recording.file)])
    if case .script(let script, _) = recording.content, !script.opensItself {
      let title = script.head.title ?? settings.title
      try desk.saving(settings.title) { () throws(JournalError) in try room.open(titled: title) }
    }
    return room
  }

  private func room(behind journal: Journal, at place: SessionPlace) throws -> Room {
    let (session, source, reading) = try desk.read(place)
    let silentSince = reading.entries.last { $0.events.contains(.wentOffRecord) }?.at
    var room = try Desk.reading(desk.words) { () throws(MethodError) in
      try Room(
        session: session, recorder: Recorder(Tape(behind: journal)), source: source, clock: clock,
        silentSince: silentSince)
    }
    room.reads = place.reads(besides: recording.file)
    try desk.saving(place.journal) { () throws(JournalError) in try room.resume() }
    return room
  }

  /// Brings what was played to where it goes.
  ///
  /// - Returns: Where it is; nil when it went nowhere.
  func keep(_ room: Room, leftOut: LeftOut) throws -> SessionPlace? {
    try desk.keep(room, at: destination, titled: settings.title, source: recording.source, leftOut: leftOut)
  }

  /// Brings what was played to the disk, in a session of its own when it was to go nowhere: somebody goes on with it.
  ///
  /// - Returns: Where it is.
  /// - Throws: A failure when the disk does not take it.
  func keepForGood(_ room: Room, leftOut: LeftOut) throws -> SessionPlace {
    if let place = try keep(room, leftOut: leftOut) { return place }
    let place = try desk.keep(
      room, at: .new(named: nil), titled: settings.title, source: recording.source, leftOut: leftOut)
    guard let place else { throw Failure(.cannotCreate, "") }
    return place
  }
}
