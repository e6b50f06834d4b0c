package import Journal
package import Method
package import Workshop

/// Why a line did not happen.
package enum LineError: Error {
  /// It was turned down.
  case refused(Refusal)
  /// It cannot be recorded.
  case notSaved(JournalError, file: String)
  /// Leaving now would lose what is not on the disk, and that was not said to be meant.
  case unsaved(Int)
  /// The words of a language could not be read.
  case noWords(MethodError)
  /// A remark of a script that means something cannot be read.
  case unreadableDirective(String)
  /// There is no such format to export to.
  case unknownFormat(String)
}
