import CPseudoTerminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A terminal without a program, for code that asks a descriptor whether it is one.
public final class IdleTerminal {
  /// The terminal's descriptor, closed when the terminal goes out of use.
  public let descriptor: Int32
  private let primary: Int32

  /// Opens one.
  ///
  /// - Throws: ``PseudoTerminalError`` when there is none to be had.
  public init() throws(PseudoTerminalError) {
    var primary: Int32 = -1
    var secondary: Int32 = -1
    let failure = unsafe cpt_open(&primary, &secondary, 80, 24)
    guard failure == 0 else { throw .noTerminal(errno: failure) }
    self.primary = primary
    descriptor = secondary
  }

  deinit {
    close(descriptor)
    close(primary)
  }
}
