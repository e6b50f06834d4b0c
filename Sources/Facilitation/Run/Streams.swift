/// The two output streams of a program, as values: the real ones, and tests hand in ones that fail or remember.
package struct Streams {
  /// Writes what was asked for, as it is.
  ///
  /// It throws when that is not taken, so that lost output is never called a success.
  package var output: (String) throws -> Void
  /// Writes a line of what else there is to say.
  package var error: (String) -> Void

  /// Streams made of their two ends.
  ///
  /// - Parameters:
  ///   - output: Writes what was asked for; throws when it is not taken.
  ///   - error: Writes a line of what else there is to say.
  package init(output: @escaping (String) throws -> Void, error: @escaping (String) -> Void) {
    (self.output, self.error) = (output, error)
  }
}
