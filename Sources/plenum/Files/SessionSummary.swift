import Journal
import Method
import Workshop

/// What a list says of one session, whatever state its files are in.
struct SessionSummary {
  /// The session's name: that of its folder.
  var name: String
  /// What is known of the workshop; nil when nothing can be read.
  var workshop: Workshop?
  /// Whether it can be used as it is.
  var state: State
  /// What is wrong or unusual, as a sentence; nil when nothing is.
  var problem: String?

  /// How the files of a session are.
  enum State: String, CaseIterable {
    /// As they should be.
    case fine
    /// Somebody has the session open.
    case open
    /// Copies of the journal lie beside it and hold what it lacks, or a merge has left its marks in it.
    case conflicted
    /// Something in the journal cannot be read; the rest can.
    case damaged
    /// Nothing can be read.
    case unreadable
  }

  /// What a session holds.
  struct Workshop {
    var title: String
    var method: String
    var language: LanguageCode
    var run: RunID
    /// How many of the questions that must be answered are, and how many there are.
    var answered: Int
    var required: Int
    var created: Moment
    var changed: Moment
    var isClosed: Bool
    /// Counts the findings that nobody has let stand, by how grave they are; every check is made anew for it.
    var countFindings: () -> [Finding.Severity: Int]
  }
}

/// Reads many sessions, and what they have in common only once.
struct SessionSummaries {
  let desk: Desk
  private var methods: [String: (method: Workshop.Method, source: Library.Source)] = [:]
  private var wordings: [String: Wording] = [:]

  init(desk: Desk) { self.desk = desk }

  /// A session; what is wrong with it never stops whoever lists the others.
  mutating func summary(of name: String) -> SessionSummary {
    do {
      let place = try SessionPlace(name, in: desk.surroundings.sessions)
      let reading = try desk.saving(place.journal) { () throws(JournalError) in
        try Journal.read(place.journal, storage: .system)
      }
      let (state, problem) = state(of: reading, at: place)
      return SessionSummary(name: name, workshop: try workshop(reading, at: place), state: state, problem: problem)
    } catch {
      let problem = (error as? Failure)?.description ?? "\(error)"
      return SessionSummary(name: name, workshop: nil, state: .unreadable, problem: problem)
    }
  }

  private mutating func workshop(_ reading: Reading, at place: SessionPlace) throws -> SessionSummary.Workshop {
    let isBuiltIn = reading.header.method == Library.builtIn
    let key = isBuiltIn ? "" : place.name
    let (method, source) = try methods[key] ?? desk.method(of: reading.header, at: place.journal)
    methods[key] = (method, source)
    let session = reading.session(of: method)
    let wordingKey = "\(key) \(session.language)"
    let wording = try wordings[wordingKey] ?? desk.wording(session.language, from: source)
    wordings[wordingKey] = wording
    let required = session.walk.filter { session.requires($0) }
    return SessionSummary.Workshop(
      title: session.title, method: method.name, language: session.language, run: session.run,
      answered: required.count { session.isAnswered($0.id) }, required: required.count,
      created: reading.header.created, changed: reading.entries.last?.at ?? reading.header.created,
      isClosed: session.isClosed,
      countFindings: {
        let open = session.findings(in: wording).filter { $0.acceptance == nil }
        return Dictionary(open.map { ($0.severity, 1) }, uniquingKeysWith: +)
      })
  }

  private func state(of reading: Reading, at place: SessionPlace) -> (SessionSummary.State, String?) {
    let words = desk.words
    let notes = JournalErrorText(language: words, file: place.journal).notes(reading)
    if reading.isReadOnlyBecause != nil || reading.isDamaged { return (.damaged, notes.first) }
    let isMarked = reading.notes.contains { if case .conflictMarker = $0 { true } else { false } }
    let copies = SessionCopy.all(beside: place, known: reading)
    if isMarked || !copies.isEmpty {
      return (.conflicted, copies.first.map { words.sentence("list.copy", ["file": $0.name]) })
    }
    guard let holder = place.holder, holder.isThere else { return (.fine, nil) }
    return (.open, words.sentence("list.holder", ["holder": holder.text(words)]))
  }
}

extension Reading {
  /// Whether lines of it cannot be read.
  fileprivate var isDamaged: Bool {
    notes.contains { note in
      switch note {
      case .damaged, .headerDamaged, .otherSession, .rivals: true
      case .torn, .byteOrderMark, .carriageReturns, .blankLines, .nulsAtEnd, .editedByHand, .repeated, .missing,
        .conflictMarker, .headerRepeated, .unknownEvent, .unknownMember:
        false
      }
    }
  }
}
