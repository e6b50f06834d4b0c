#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Whether a signal asks the program to end.
func ends(_ signal: Int32) -> Bool { [SIGINT, SIGTERM, SIGHUP, SIGQUIT].contains(signal) }

/// Ends the program as a signal would have, so that a shell sees why.
func raiseAgain(_ number: Int32) {
  signal(number, SIG_DFL)
  raise(number)
}

/// Ends the program with a status.
func leave(_ status: Int32) -> Never {
  exit(status)
}
