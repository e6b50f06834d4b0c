package import Analytics
package import Journal
package import Method
package import Workshop

/// Why a line did not happen.
package enum LineError: Error {
  /// It was turned down.
  case refused(Workshop.Refusal)
  /// Nothing can be taken from a file.
  case unusableFile(Analytics.Refusal, file: String)
  /// There is no number for a figure in a file, of the days that are wanted.
  case noValue(ValueRefusal, wanted: Workshop.DayRange?)
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
