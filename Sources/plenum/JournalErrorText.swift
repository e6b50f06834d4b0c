import Journal
import Workshop

/// The words for what keeps a journal, or another file, from being opened or written.
struct JournalErrorText {
  let language: Language

  /// The sentence for an error.
  func sentence(_ error: JournalError) -> String {
    switch error {
    case .notFound(let file): language.sentence("files.no-file", ["file": file])
    case .cannotRead(let file, let number):
      language.sentence("files.unreadable", ["file": file, "reason": systemMessage(number, language)])
    case .empty(let file): language.sentence("files.empty", ["file": file])
    case .notAJournal(let file): language.sentence("files.not-a-journal", ["file": file])
    case .otherFormat(let file, let format):
      language.sentence("files.newer", ["file": file, "format": String(format), "known": String(Header.format)])
    case .needs(let file, let features):
      language.sentence("files.needs", ["file": file, "features": features.joined(separator: ", ")])
    case .notRegular(let file): language.sentence("files.not-regular", ["file": file])
    case .tooLarge(let file, let limit):
      language.sentence("files.too-large", ["file": file, "limit": String(limit)])
    case .lockedElsewhere(let file): language.sentence("files.open-elsewhere", ["file": file])
    case .replaced(let file): language.sentence("files.replaced", ["file": file])
    case .cannotCreate(let file, let number):
      language.sentence("files.cannot-create", ["file": file, "reason": systemMessage(number, language)])
    case .cannotWrite(let file, let number), .cannotSynchronise(let file, let number):
      language.sentence("files.cannot-write", ["file": file, "reason": systemMessage(number, language)])
    case .badName(let name): language.sentence("files.bad-session-name", ["name": name])
    case .nameTaken(let name): language.sentence("files.exists", ["name": name])
    }
  }

  /// What the facilitator should know about a file that was read, a sentence each.
  func notes(_ reading: Reading, in file: String) -> [String] {
    var damaged: [Int] = []
    var edited: [Int] = []
    for note in reading.notes {
      switch note {
      case .damaged(let line), .conflicting(let line, _), .otherSession(let line): damaged.append(line)
      case .edited(let line): edited.append(line)
      // What is mended or harmless is not worth a word in front of a room.
      case .torn, .duplicate, .gap, .conflictMark, .repeatedHeader, .unknownEvent, .zeros, .carriageReturns,
        .byteOrderMark:
        break
      }
    }
    func sentence(_ key: String, _ lines: [Int]) -> [String] {
      guard !lines.isEmpty else { return [] }
      let numbers = lines.map { String($0) }.joined(separator: ", ")
      return [language.sentence(key, ["file": file, "lines": numbers], count: lines.count)]
    }
    return sentence("files.damaged", damaged) + sentence("files.edited", edited)
  }
}

extension JournalError {
  /// The exit status of a command that ends with this error.
  var status: Failure.Status {
    switch self {
    case .notFound: .noInput
    case .empty, .notAJournal, .otherFormat, .needs, .notRegular, .tooLarge: .badInput
    case .lockedElsewhere: .tryLater
    case .cannotCreate, .nameTaken: .cannotCreate
    case .cannotRead, .replaced, .cannotWrite, .cannotSynchronise: .inputOutput
    case .badName: .usage
    }
  }
}
