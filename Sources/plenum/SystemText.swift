import Workshop

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The words for an error number of the system: those of the language for what happens, the system's own for the rest.
func systemMessage(_ number: Int32, _ language: Language) -> String {
  switch number {
  case ENOSPC, EFBIG: language.sentence("system.full")
  case EDQUOT: language.sentence("system.quota")
  case EACCES, EPERM: language.sentence("system.forbidden")
  case EROFS: language.sentence("system.read-only")
  case EIO: language.sentence("system.broken")
  case ENOENT, ENOTDIR: language.sentence("system.folder")
  case _: unsafe strerror(number).map { unsafe String(cString: $0) } ?? String(number)
  }
}
