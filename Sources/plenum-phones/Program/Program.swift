internal import CPhoneSystem
internal import Porch

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// `plenum-phones FOLDER`: answers the phones of a room. `plenum` starts it, and talks with it over its input and output.
@main struct Program {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 1, let folder = arguments.first, !folder.hasPrefix("-") else {
      let usage = """
        plenum-phones FOLDER answers the phones of a room; its letterbox lies in FOLDER.
        It is started by plenum, with /phones in the room, and is told what to do on its standard input.

        """
      _ = unsafe Array(usage.utf8).withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
      exit(64)
    }
    unsafe phone_drop_rights(folder)
    exit(runPorch(folder: folder, input: STDIN_FILENO, output: STDOUT_FILENO) ? 0 : 74)
  }
}
