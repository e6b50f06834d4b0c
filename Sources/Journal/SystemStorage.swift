#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#endif

extension Storage {
  /// The operating system's own.
  public static var system: Storage {
    Storage(
      open: { path, opening throws(Fault) in
        Descriptor(try answered(systemOpen(path, opening.flags, 0o600)))
      },
      read: { file, most throws(Fault) in try systemRead(file.number, most) },
      write: { file, bytes throws(Fault) in
        try answered(unsafe bytes.withUnsafeBytes { unsafe systemWrite(file.number, $0.baseAddress, $0.count) })
      },
      overwrite: { file, bytes, place throws(Fault) in
        try answered(
          unsafe bytes.withUnsafeBytes { unsafe pwrite(file.number, $0.baseAddress, $0.count, off_t(place)) })
      },
      truncate: { file, length throws(Fault) in try done(ftruncate(file.number, off_t(length))) },
      sync: { file throws(Fault) in try systemSync(file.number) },
      syncData: { file throws(Fault) in try systemSyncData(file.number) },
      lock: { file throws(Fault) in try done(flock(file.number, LOCK_EX | LOCK_NB)) },
      close: { file throws(Fault) in try done(systemClose(file.number)) },
      status: { file throws(Fault) in
        var status = stat()
        try done(unsafe fstat(file.number, &status))
        return FileStatus(status)
      },
      statusOfPath: { path throws(Fault) in
        var status = stat()
        try done(unsafe lstat(path, &status))
        return FileStatus(status)
      },
      rename: { path, target throws(Fault) in try done(systemRename(path, target)) },
      remove: { path throws(Fault) in try done(unsafe unlink(path)) },
      makeFolder: { path throws(Fault) in try done(unsafe mkdir(path, 0o700)) },
      names: { path throws(Fault) in try systemNames(path) },
      isOnNetwork: { path in systemIsOnNetwork(path) },
      removeFolder: { path throws(Fault) in try done(unsafe rmdir(path)) },
      readAt: { file, place, most throws(Fault) in
        var answer = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
          answer = unsafe pread(file.number, buffer.baseAddress, most, off_t(place))
          count = max(answer, 0)
        }
        _ = try answered(answer)
        return bytes
      },
      makePrivate: { file throws(Fault) in
        var status = stat()
        try done(unsafe fstat(file.number, &status))
        try done(fchmod(file.number, status.st_mode & 0o700))
      },
      isExecutable: { path in unsafe access(path, X_OK) == 0 },
      user: { geteuid() },
      random: { UInt64.random(in: .min ... .max) })
  }
}

extension Opening {
  fileprivate var flags: Int32 {
    switch self {
    // Without O_NONBLOCK a pipe would keep us waiting for somebody to write into it.
    case .reading: O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW
    case .readingLinked: O_RDONLY | O_NONBLOCK | O_CLOEXEC
    case .appending: O_RDWR | O_APPEND | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW
    case .overwriting: O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW
    case .creating: O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    case .folder: O_RDONLY | O_DIRECTORY | O_CLOEXEC
    }
  }
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    let kind: FileKind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      case _: .special
      }
    #if canImport(Darwin)
    let modified = status.st_mtimespec
    #else
    let modified = status.st_mtim
    #endif
    self.init(
      kind: kind, device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(status.st_ino),
      links: Int(status.st_nlink), size: Int(status.st_size), owner: status.st_uid,
      modified: Int64(modified.tv_sec) * 1_000_000_000 + Int64(modified.tv_nsec),
      permissions: UInt32(status.st_mode & 0o777))
  }
}

extension Fault {
  fileprivate init(_ number: Int32) {
    self =
      switch number {
      case ENOSPC: .diskFull
      case EDQUOT: .quotaExceeded
      case EFBIG: .fileTooLarge
      case EIO: .inputOutput
      case EROFS: .readOnlyDisk
      case EACCES, EPERM: .notPermitted
      case ENOENT: .noSuchFile
      case EEXIST: .exists
      case ELOOP: .symbolicLink
      case EISDIR: .isFolder
      case ENOTDIR: .isNoFolder
      case ENAMETOOLONG: .nameTooLong
      case EMFILE, ENFILE: .tooManyFiles
      case EINTR: .interrupted
      case EWOULDBLOCK: .wouldBlock
      case EINVAL, ENOTSUP: .notSupported
      case _: .other(number)
      }
  }
}

/// The answer to a request, unless it is −1.
private func answered<Answer: SignedInteger>(_ answer: Answer) throws(Fault) -> Answer {
  guard answer >= 0 else { throw Fault(errno) }
  return answer
}

private func done(_ answer: Int32) throws(Fault) {
  _ = try answered(answer)
}

private func systemRead(_ file: Int32, _ most: Int) throws(Fault) -> [UInt8] {
  var answer = 0
  let bytes = unsafe [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
    answer = unsafe systemReadBytes(file, buffer.baseAddress, most)
    count = max(answer, 0)
  }
  _ = try answered(answer)
  return bytes
}

private func systemNames(_ path: String) throws(Fault) -> [String] {
  guard let folder = unsafe opendir(path) else { throw Fault(errno) }
  defer { unsafe closedir(folder) }
  var names: [String] = []
  while let entry = unsafe readdir(folder) {
    let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}

private func systemIsOnNetwork(_ path: String) -> Bool {
  #if canImport(Darwin)
  var disk = statfs()
  return unsafe statfs(path, &disk) == 0 && disk.f_flags & UInt32(MNT_LOCAL) == 0
  #else
  var status = stat()
  guard unsafe stat(path, &status) == 0,
    let file = try? answered(systemOpen("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC, 0))
  else { return false }
  defer { _ = systemClose(file) }
  var mounts: [UInt8] = []
  while let more = try? systemRead(file, 1 << 16), !more.isEmpty { mounts += more }
  return Mounts(String(decoding: mounts, as: UTF8.self)).isNetwork(device: UInt64(status.st_dev))
  #endif
}

private func systemSync(_ file: Int32) throws(Fault) {
  #if canImport(Darwin)
  // There, fsync stops at the disk's own memory.
  if fcntl(file, F_FULLFSYNC) == 0 { return }
  #endif
  try done(fsync(file))
}

private func systemSyncData(_ file: Int32) throws(Fault) {
  #if canImport(Darwin)
  try systemSync(file)
  #else
  try done(fdatasync(file))
  #endif
}

// The C functions whose names the closures above would hide.
private func systemOpen(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { unsafe open(path, flags, mode) }
/// Closes a file. Its lock is given back by name: a child that was started meanwhile holds the file open until it
/// becomes another program, and the lock with it.
private func systemClose(_ file: Int32) -> Int32 {
  flock(file, LOCK_UN)
  return close(file)
}
private func systemRename(_ path: String, _ target: String) -> Int32 { unsafe rename(path, target) }
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(file, bytes, count)
}
private func systemReadBytes(_ file: Int32, _ bytes: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
  unsafe read(file, bytes, count)
}
