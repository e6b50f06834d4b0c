import Facilitation
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
    /// A newer version of the program has written it; it can only be read.
    case newer
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
    /// How many figures are behind or missed, as they stand today.
    var behind: Int
    /// Counts the findings that nobody has let stand, by how grave they are; every check is made anew for it.
    var countFindings: () -> [Finding.Severity: Int]
  }
}

/// Reads many sessions, and what they have in common only once.
struct SessionSummaries {
  let launcher: SessionLauncher
  private var methods: [String: (method: Workshop.Method, source: Library.Source)] = [:]
  private var localizations: [String: Localization] = [:]

  init(launcher: SessionLauncher) { self.launcher = launcher }

  /// A session; what is wrong with it never stops whoever lists the others.
  mutating func summary(of name: String) -> SessionSummary {
    do {
      let place = try SessionLocation(name, in: launcher.context.sessions)
      let contents = try launcher.saving(place.journal) { () throws(JournalError) in
        try Journal.read(place.journal, storage: place.storage)
      }
      let (state, problem) = state(of: contents, at: place)
      return SessionSummary(name: name, workshop: try workshop(contents, at: place), state: state, problem: problem)
    } catch {
      let problem = (error as? Failure)?.description ?? "\(error)"
      return SessionSummary(name: name, workshop: nil, state: .unreadable, problem: problem)
    }
  }

  private mutating func workshop(
    _ contents: JournalContents, at place: SessionLocation
  ) throws -> SessionSummary.Workshop {
    let isBuiltIn = contents.header.method == Library.builtIn
    let key = isBuiltIn ? "" : place.name
    let (method, source) = try methods[key] ?? launcher.method(of: contents.header, at: place.journal)
    methods[key] = (method, source)
    let session = contents.session(of: method)
    let wordingKey = "\(key) \(session.language)"
    let localization = try localizations[wordingKey] ?? launcher.localization(session.language, from: source)
    localizations[wordingKey] = localization
    let today = launcher.context.system.clock.today()
    let required = session.walk.filter { session.requires($0) }
    return SessionSummary.Workshop(
      title: session.title, method: method.name, language: session.language, run: session.run,
      answered: required.count { session.isAnswered($0.id) }, required: required.count,
      created: contents.header.created, changed: contents.entries.last?.at ?? contents.header.created,
      isClosed: session.progress.isClosed,
      behind: session.measurable.count { session.judgement(of: $0, on: today).state.callsForCorrection },
      countFindings: {
        let open = session.findings(in: localization).filter { $0.acceptance == nil }
        return Dictionary(open.map { ($0.severity, 1) }, uniquingKeysWith: +)
      })
  }

  private func state(of contents: JournalContents, at place: SessionLocation) -> (SessionSummary.State, String?) {
    let words = launcher.words
    let notes = JournalErrorText(language: words, file: place.journal).notes(contents)
    if case .otherSession? = contents.isReadOnlyBecause {
      return (.conflicted, words.sentence("list.two-sessions", ["name": place.name]))
    }
    if case .needs? = contents.isReadOnlyBecause, let reason = contents.isReadOnlyBecause {
      return (.newer, JournalErrorText(language: words, file: place.journal).sentence(.isReadOnly(reason)))
    }
    if contents.isReadOnlyBecause != nil || contents.isDamaged { return (.damaged, notes.first) }
    if let file = place.file { return (.conflicted, words.sentence("saving.rescued", ["path": file])) }
    if contents.holdsHidden { return (.conflicted, words.sentence("doctor.hidden")) }
    if !contents.rivals.isEmpty {
      return (.conflicted, words.sentence("merge.rivals", count: contents.rivals.count))
    }
    let copies = SessionCopy.all(beside: place, known: contents)
    if contents.holdsMarkers || !copies.isEmpty {
      return (.conflicted, copies.first.map { words.sentence("list.copy", ["file": $0.name]) })
    }
    let (remapping, text) = (contents.entries.remapping, MergingText(language: words))
    let merged =
      text.conflicts(remapping.conflicts) + (remapping.isKnownToSomebody ? [] : text.renamed(remapping.renamed))
    if !merged.isEmpty { return (.conflicted, merged.joined(separator: " ")) }
    guard let lockHolder = place.lockHolder, lockHolder.isThere(asSeenBy: launcher.context.system.process) else {
      return (.fine, nil)
    }
    return (.open, words.sentence("list.holder", ["holder": lockHolder.text(words)]))
  }
}

extension JournalContents {
  /// Whether lines of it cannot be read.
  fileprivate var isDamaged: Bool {
    issues.contains { note in
      switch note {
      case .damaged, .headerDamaged, .otherSession: true
      case .rivals, .torn, .byteOrderMark, .carriageReturns, .blankLines, .nulsAtEnd, .editedByHand, .repeated,
        .missing,
        .conflictMarker, .headerRepeated, .joined, .unknownEvent, .unknownMember:
        false
      }
    }
  }
}
