#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Sees to it that the descriptors 0, 1 and 2 are taken before anything else is opened: whoever has closed one of them would
/// have what is shown written into the first file that is opened, which may be the journal.
///
/// A closed one is opened so that what is asked of it fails: reading where nothing comes, writing where nothing is taken.
func holdStandardStreams() {
  for file: Int32 in 0...2 where fcntl(file, F_GETFD) == -1 && errno == EBADF {
    let opened = unsafe open("/dev/null", file == 0 ? O_WRONLY : O_RDONLY)
    // It gets the lowest number that is free.
    guard opened != file, opened >= 0 else { continue }
    _ = dup2(opened, file)
    close(opened)
  }
}
