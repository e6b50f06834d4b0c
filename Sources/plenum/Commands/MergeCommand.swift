import ArgumentParser
import Facilitation
import Journal
import Method
import Workshop

/// `plenum merge`: copies of a session, or the sessions of several groups, as one. What is united stays as it is.
struct MergeCommand: SystemCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Unite copies of a session, or the sessions of several groups.")

  @Argument(help: "Sessions by name, or journals by file.", completion: SessionCompletion.kind)
  var sessions: [String]

  @Option(help: ArgumentHelp("The name of the new session.", valueName: "name"))
  var into: String

  @OptionGroup var options: CommonOptions

  /// Everything that is known of one session.
  private struct Part {
    var path: String
    var union: Union
    var last: Moment
  }

  mutating func run(on system: System) throws {
    let context = try CommandContext(options, on: system)
    let launcher = SessionLauncher(context)
    let words = context.language
    var all: [(path: String, contents: JournalContents)] = []
    var readings: [String: [(path: String, contents: JournalContents)]] = [:]
    for typed in sessions {
      let path = try launcher.journalPath(typed)
      let contents = try launcher.saving(path) { () throws(JournalError) in
        try Journal.read(path, storage: context.storage)
      }
      for note in JournalErrorText(language: words, file: path).notes(contents) { context.say(note) }
      if let reason = contents.isReadOnlyBecause, reason != .headerDamaged {
        throw launcher.failure(.isReadOnly(reason), path)
      }
      all.append((path, contents))
    }
    for (path, contents) in all {
      var contents = contents
      // A copy without its first line is known by the writers that it shares with another one.
      if contents.isReadOnlyBecause == .headerDamaged {
        guard let whole = all.first(where: { $0.contents.isOfSameSession(as: contents) }) else {
          throw launcher.failure(.isReadOnly(.headerDamaged), path)
        }
        contents.header = whole.contents.header
      }
      readings[contents.header.session, default: []].append((path, contents))
    }
    let parts = readings.sorted { $0.key < $1.key }.compactMap { _, copies in
      Union(of: copies.map(\.contents)).map { union in
        Part(path: copies[0].path, union: union, last: union.entries.map(\.at).max() ?? union.header.created)
      }
    }
    let ordered = parts.sorted {
      ($0.union.header.created, $0.union.header.session) < ($1.union.header.created, $1.union.header.session)
    }
    guard let first = ordered.first else { return }
    for part in ordered where part.union.header.method != first.union.header.method {
      throw Failure(.badInput, words.sentence("merge.methods", ["file": part.path, "first": first.path]))
    }
    let (method, source) = try launcher.method(of: first.union.header, at: first.path)
    let bytes: [UInt8]
    let said: String
    if ordered.count == 1 {
      bytes = first.union.bytes
      said = words.sentence("merge.copies", ["name": into], count: first.union.entries.count)
    } else {
      let (made, count) = gathered(ordered, method)
      bytes = made
      said = words.sentence("merge.groups", ["name": into, "groups": String(ordered.count)], count: count)
    }
    try save(bytes, source, launcher)
    let rivals = ordered.reduce(0) { $0 + $1.union.rivals.count }
    if rivals > 0 { context.say(words.sentence("merge.rivals", count: rivals)) }
    if ordered.count > 1 { reportLeftOut(ordered, context) }
    for part in ordered { launcher.sayRenamed(in: part.union.entries) }
    context.say(said)
  }

  /// The journal of a new session that holds the answers of several.
  private func gathered(_ parts: [Part], _ method: Workshop.Method) -> (bytes: [UInt8], answers: Int) {
    let sessions = parts.map { Session(of: method, inCausalOrder: $0.union.entries, header: $0.union.header) }
    let gatherings = zip(parts, sessions).map { part, session in
      SessionMerge(
        session, named: part.union.header.session, created: Int(part.union.header.created.millisecondsSince1970))
    }
    let gathering = gatherings.dropFirst().reduce(gatherings[0]) { $0.united(with: $1) }
    var header = parts[0].union.header
    (header.language, header.run) = (sessions[0].language, sessions[0].run)
    var session = Session(method: method, language: header.language, run: header.run)
    var entries = gathering.events(title: into, method: method)
    for (index, events) in entries.enumerated() {
      session.apply(events, as: EntryID(epoch: "merge", number: index + 1), at: header.created)
    }
    if let question = session.walk.first { entries.append([.questionEntered(question.id)]) }
    let moment = parts.map(\.last).max() ?? header.created
    let count = method.questions.reduce(0) { $0 + session.answers(to: $1.id).count }
    return (Journal.made(header, of: entries, at: moment), count)
  }

  private func save(_ bytes: [UInt8], _ source: Library.Source, _ launcher: SessionLauncher) throws {
    let place = try launcher.makePlace(named: into, titled: into, source: source)
    try launcher.saving(into) { () throws(JournalError) in
      try saveSafely(bytes, to: place.journal, storage: launcher.context.storage)
    }
  }

  /// What is no answer stays where it is; nobody shall look for it in vain.
  private func reportLeftOut(_ parts: [Part], _ context: CommandContext) {
    for part in parts {
      let count = part.union.entries.count { !$0.events.allSatisfy { $0.has(.isMerged) } }
      if count > 0 { context.say(context.language.sentence("merge.not-carried", ["file": part.path], count: count)) }
    }
  }
}

extension SessionLauncher {
  /// The method that a journal says it walks: the built-in one, or the one whose files lie beside it.
  func method(
    of header: Header, at path: String
  ) throws -> (method: Workshop.Method, source: Library.Source) {
    let own = path.folder + "/method.yaml"
    // Where the first line is damaged, the files beside it tell.
    let isOwn = header.method.isEmpty ? context.storage.isThere(own) : header.method != Library.builtIn
    let name = isOwn ? own : Library.builtIn
    try requirePlainFiles(ofMethodAt: name)
    return try SessionLauncher.reading(context.language) { () throws(MethodError) in
      try context.library.method(name, knowing: context.language, isKept: true)
    }
  }
}
