import ArgumentParser
import Facilitation
import Journal
import Text
import Workshop

/// `plenum doctor`: what is wrong with a journal, line by line; and what can be done about it.
struct DoctorCommand: SystemCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what is wrong with a journal, and mend it; the file as it was stays beside it.")

  @Argument(help: "The journal: a file, or the name of a session.", completion: SessionCompletion.kind)
  var file: String

  @Flag(help: "Seal lines that were edited by hand as they are.")
  var acceptEdits = false

  @Option(help: ArgumentHelp("Make UTF-8 of a file in another encoding: utf16.", valueName: "encoding"))
  var from: String?

  @Flag(help: "Part sessions that stand in one file.")
  var split = false

  @Flag(help: "Write the first line anew: that of a copy beside it, else what the entries tell.")
  var header = false

  @OptionGroup var options: CommonOptions

  mutating func run(on system: System) throws {
    let context = try CommandContext(options, on: system)
    let launcher = SessionLauncher(context)
    let words = context.language
    let path = try launcher.journalPath(file)
    if let from, from != "utf16" {
      throw Failure(.usage, words.sentence("doctor.unknown-encoding", ["typed": from]))
    }
    let wanted: [(isWanted: Bool, remedy: Remedy)] = [
      (acceptEdits, .acceptEdits), (from != nil, .fromUTF16), (split, .split),
    ]
    var remedies = wanted.filter(\.isWanted).map(\.remedy)
    if header { remedies.append(try launcher.headerRemedy(for: path)) }
    guard remedies.count < 2 else { throw Failure(.usage, words.sentence("doctor.one-remedy")) }
    if let remedy = remedies.first {
      var mended = try launcher.saving(path) { () throws(JournalError) in
        try Journal.mend(path, remedy, storage: context.storage)
      }
      try launcher.makeSessions(of: &mended, from: path)
      try context.print(visible(said(of: mended, remedy, path, words)) + "\n")
      return
    }
    let contents = try launcher.saving(path) { () throws(JournalError) in
      try Journal.read(path, storage: context.storage)
    }
    let findings = DoctorText(language: words).lines(contents)
    let count = words.sentence("doctor.entries", ["file": path], count: contents.entries.count)
    // That numbers were changed is no problem any more, but nobody shall look for the old ones in vain.
    let renamed = MergingText(language: words).renamed(contents.entries.remapping.renamed)
    let lines = [count] + (findings.isEmpty ? [words.sentence("doctor.clean", ["file": path])] : findings) + renamed
    try context.print(lines.map { visible($0) + "\n" }.joined())
    if !findings.isEmpty { throw Failure(.found, "") }
  }

  private func said(of mended: Mended, _ remedy: Remedy, _ path: String, _ words: Language) -> String {
    guard let old = mended.old else {
      switch remedy {
      case .acceptEdits: return words.sentence("doctor.nothing-edited", ["file": path])
      case .fromUTF16: return words.sentence("doctor.not-utf16", ["file": path])
      case .split: return words.sentence("doctor.nothing-to-split", ["file": path])
      case .header: return words.sentence("doctor.nothing-to-head", ["file": path])
      }
    }
    switch remedy {
    case .acceptEdits: return words.sentence("doctor.accepted", ["old": old], count: mended.lines)
    case .fromUTF16: return words.sentence("doctor.converted", ["file": path, "old": old])
    case .header: return words.sentence("doctor.headed", ["file": path, "old": old])
    case .split:
      return mended.parted.map {
        words.sentence("doctor.split", ["session": $0.session, "path": $0.path, "old": old])
      }.joined(separator: " ")
    }
  }
}

/// The words for what is found in a journal, a sentence each.
struct DoctorText {
  let language: Language

  /// What was found.
  func lines(_ contents: JournalContents) -> [String] {
    contents.issues.map(sentence) + (contents.holdsHidden ? [language.sentence("doctor.hidden")] : [])
      + MergingText(language: language).conflicts(contents.entries.remapping.conflicts)
  }

  private func sentence(_ note: JournalIssue) -> String {
    switch note {
    case .byteOrderMark: language.sentence("doctor.bom")
    case .carriageReturns(let count): language.sentence("doctor.crlf", count: count)
    case .blankLines(let count): language.sentence("doctor.blanks", count: count)
    case .damaged(let line, let damage): damaged(line, damage)
    case .headerDamaged(let line): language.sentence("doctor.header", ["line": String(line)])
    case .torn(let line): language.sentence("doctor.torn", ["line": String(line)])
    case .nulsAtEnd(let count): language.sentence("doctor.nuls", count: count)
    case .editedByHand(let line): language.sentence("doctor.edited", ["line": String(line)])
    case .repeated(let count): language.sentence("doctor.repeated", count: count)
    case .rivals(_, let lines):
      language.sentence("doctor.rivals", ["lines": lines.map { String($0) }.joined(separator: ", ")])
    case .missing(let epoch, let numbers):
      language.sentence(
        "doctor.missing",
        ["first": String(numbers.lowerBound), "last": String(numbers.upperBound), "writer": epoch])
    case .conflictMarker(let line): language.sentence("doctor.marker", ["line": String(line)])
    case .joined(let line, let count): language.sentence("doctor.joined", ["line": String(line)], count: count)
    case .headerRepeated(let line): language.sentence("doctor.header-again", ["line": String(line)])
    case .otherSession(let line, _): language.sentence("doctor.other-session", ["line": String(line)])
    case .unknownEvent(let line, let type):
      language.sentence("doctor.unknown-event", ["line": String(line), "name": type])
    case .unknownMember(let line, let name):
      language.sentence("doctor.unknown-member", ["line": String(line), "name": name])
    }
  }

  private func damaged(_ line: Int, _ damage: Damage) -> String {
    switch damage {
    case .notUTF8: language.sentence("doctor.not-utf8", ["line": String(line)])
    case .notJSON: language.sentence("doctor.not-json", ["line": String(line)])
    case .tooDeep: language.sentence("doctor.too-deep", ["line": String(line)])
    case .tooLarge: language.sentence("doctor.too-large", ["line": String(line)])
    case .notARecord: language.sentence("doctor.not-a-record", ["line": String(line)])
    }
  }
}

extension SessionLauncher {
  /// The journal that a name or a path means: a file, a folder with one in it, or a session.
  func journalPath(_ typed: String) throws -> String {
    let storage = context.storage
    switch try? storage.statusOfPath(typed).kind {
    case .folder where (try? storage.statusOfPath(typed + "/" + SessionsFolder.journalName)) != nil:
      return typed + "/" + SessionsFolder.journalName
    case .regular, .symbolicLink, .special: return typed
    case .folder, nil: return try locate(typed).journal
    }
  }
}
