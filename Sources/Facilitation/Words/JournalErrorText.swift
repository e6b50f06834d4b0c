package import Journal
package import Workshop

/// The words for what keeps a journal, or another file, from being opened or written.
package struct JournalErrorText {
  package let language: Language
  /// The file, as it is named to the reader.
  package let file: String

  package init(language: Language, file: String) {
    (self.language, self.file) = (language, file)
  }

  /// The sentence for an error.
  package func sentence(_ error: JournalError) -> String {
    switch error {
    case .notFound: words("files.no-file")
    case .alreadyExists: words("files.exists")
    case .notAJournal(let why): notAJournal(why)
    case .newerFormat(let format):
      language.sentence(
        "files.newer", ["file": file, "format": String(format), "known": String(Header.format)])
    case .isReadOnly(let why): isReadOnly(why)
    case .lockedElsewhere: words("files.open-elsewhere")
    case .notARegularFile: words("files.not-regular")
    case .belongsToSomebodyElse: words("files.not-ours")
    case .cannotOpen(let fault), .cannotRead(let fault): because("files.unreadable", fault)
    case .cannotCreate(let fault): because("files.cannot-create", fault)
    case .cannotWrite(let fault): because("files.cannot-write", fault)
    case .syncFailed(let fault): because("files.cannot-sync", fault)
    case .replaced: words("files.replaced")
    case .tooLarge(let limit): tooLarge(limit)
    case .notASessionName: words("files.bad-session-name")
    case .ambiguous(let names):
      language.sentence("files.several-sessions", ["file": file, "names": JournalErrorText.few(names)])
    case .closed: words("files.closed")
    }
  }

  /// What the facilitator should know about a journal that was read, a sentence each. What is mended or harmless is not
  /// worth a word in front of a room.
  package func notes(_ contents: JournalContents) -> [String] {
    var damaged: [Int] = []
    var edited: [Int] = []
    var rivals = 0
    for note in contents.issues {
      switch note {
      case .damaged(let line, _), .headerDamaged(let line), .otherSession(let line, _): damaged.append(line)
      case .rivals: rivals += 1
      case .editedByHand(let line): edited.append(line)
      case .byteOrderMark, .carriageReturns, .blankLines, .torn, .nulsAtEnd, .repeated, .missing, .conflictMarker,
        .headerRepeated, .joined, .unknownEvent, .unknownMember:
        break
      }
    }
    return counted("files.damaged", damaged) + counted("files.edited", edited)
      + (rivals > 0 ? [language.sentence("merge.rivals", count: rivals)] : [])
  }

  /// The words for what the operating system answers.
  package static func reason(_ fault: Fault, _ language: Language) -> String {
    switch fault {
    case .diskFull: language.sentence("system.full")
    case .quotaExceeded: language.sentence("system.quota")
    case .fileTooLarge: language.sentence("system.too-large")
    case .inputOutput: language.sentence("system.broken")
    case .readOnlyDisk: language.sentence("system.read-only")
    case .notPermitted: language.sentence("system.forbidden")
    case .noSuchFile: language.sentence("system.folder")
    case .exists: language.sentence("system.exists")
    case .symbolicLink: language.sentence("system.link")
    case .isFolder: language.sentence("system.is-folder")
    case .isNoFolder: language.sentence("system.is-no-folder")
    case .nameTooLong: language.sentence("system.name-too-long")
    case .tooManyFiles: language.sentence("system.too-many-files")
    case .interrupted, .wouldBlock: language.sentence("system.busy")
    case .notSupported: language.sentence("system.not-supported")
    case .other(let number): language.sentence("system.other", ["number": String(number)])
    }
  }

  /// Names, at most as many as a screen holds, and how many there are.
  private static func few(_ names: [String]) -> String {
    let most = 12
    return names.prefix(most).joined(separator: ", ") + (names.count > most ? " … (\(names.count))" : "")
  }

  private func words(_ key: String) -> String {
    language.sentence(key, ["file": file])
  }

  private func because(_ key: String, _ fault: Fault) -> String {
    language.sentence(key, ["file": file, "reason": JournalErrorText.reason(fault, language)])
  }

  private func notAJournal(_ why: NotAJournal) -> String {
    switch why {
    case .empty, .onlyNULs: words("files.empty")
    case .utf16: words("files.utf16")
    case .noHeader: words("files.not-a-journal")
    }
  }

  private func isReadOnly(_ why: ReadOnly) -> String {
    switch why {
    case .needs(let features):
      language.sentence("files.needs", ["file": file, "features": features.joined(separator: ", ")])
    case .otherSession(let line): language.sentence("files.other-session", ["file": file, "line": String(line)])
    case .headerDamaged: words("files.header-damaged")
    }
  }

  private func tooLarge(_ limit: Limit) -> String {
    switch limit {
    case .cell: language.sentence("files.cell-too-large", ["limit": String(limit.most)])
    case .line, .lines, .file: language.sentence("files.too-large", ["file": file, "limit": String(limit.most)])
    }
  }

  private func counted(_ key: String, _ lines: [Int]) -> [String] {
    guard !lines.isEmpty else { return [] }
    let numbers = JournalErrorText.few(lines.map { String($0) })
    return [language.sentence(key, ["file": file, "lines": numbers], count: lines.count)]
  }
}
