import Journal

extension JournalError {
  /// The exit status of a command that ends with this error.
  var status: Failure.Status {
    switch self {
    case .notFound, .ambiguous: .noInput
    case .notAJournal, .newerFormat, .isReadOnly, .notARegularFile, .belongsToSomebodyElse, .tooLarge: .badInput
    case .lockedElsewhere: .tryLater
    case .alreadyExists, .cannotCreate: .cannotCreate
    case .cannotOpen, .cannotRead, .cannotWrite, .syncFailed, .replaced, .closed: .inputOutput
    case .notASessionName: .usage
    }
  }
}
