/// Why a journal, or another file, cannot be opened or written. Facts only; each names the file.
public enum JournalError: Error, Hashable, Sendable {
  /// There is no such file.
  case notFound(String)
  /// The file cannot be opened or read; with the system's error number.
  case cannotRead(String, errno: Int32)
  /// There is nothing in the file.
  case empty(String)
  /// The file is no journal of this program.
  case notAJournal(String)
  /// The file is a journal of another format.
  case otherFormat(String, Int)
  /// The file must not be written without features this version does not have.
  case needs(String, [String])
  /// A link, a folder, a pipe or somebody else's file where a plain file of ours is expected.
  case notRegular(String)
  /// The file is larger than a journal may be, in bytes.
  case tooLarge(String, limit: Int)
  /// The session is open in another window.
  case lockedElsewhere(String)
  /// The file was replaced or changed while it was open.
  case replaced(String)
  /// The file or folder cannot be made; with the system's error number.
  case cannotCreate(String, errno: Int32)
  /// The file cannot be written; what was written of the entry is taken back. With the system's error number.
  case cannotWrite(String, errno: Int32)
  /// The system could not bring the file to the disk; no later attempt on it can be trusted.
  case cannotSynchronise(String, errno: Int32)
  /// A name that no session can have.
  case badName(String)
  /// There already is a session of that name.
  case nameTaken(String)
}
