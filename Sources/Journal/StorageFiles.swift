// Plain files that are no journals, by the same requests.
extension Storage {
  /// The bytes of a plain file that somebody names.
  ///
  /// - Parameters:
  ///   - path: Where it is; symbolic links are followed.
  ///   - limit: The most bytes it may have.
  /// - Returns: The bytes; nil when there is none, it is no plain file, it is larger, or it cannot be read.
  package func bytes(of path: String, limit: Int) -> [UInt8]? {
    guard let file = try? open(path, .readingLinked) else { return nil }
    defer { try? close(file) }
    guard let status = try? status(file), status.kind == .regular, status.size <= limit,
      let bytes = try? readAll(file, most: limit), bytes.count <= limit
    else { return nil }
    return bytes
  }

  /// Reads files by their paths, or by their names in the first of some folders that has them.
  package func reader(in folders: [String]) -> (String) -> [UInt8]? {
    let most = 1 << 26
    return { path in
      if let bytes = bytes(of: path, limit: most) { return bytes }
      guard !path.hasPrefix("/") else { return nil }
      return folders.lazy.compactMap { bytes(of: $0 + "/" + path, limit: most) }.first
    }
  }

  /// The paths that begin like that, in the order of the alphabet, at most 100; a folder has a slash behind it. What is
  /// hidden is left out unless its dot is written.
  package func paths(from typed: String) -> [String] {
    let slash = typed.lastIndex(of: "/")
    let folder = slash.map { String(typed[...$0]) } ?? ""
    let start = slash.map { String(typed[typed.index(after: $0)...]) } ?? typed
    let names = (try? names(folder.isEmpty ? "." : folder)) ?? []
    let fitting = names.filter { $0.hasPrefix(start) && ($0.first != "." || start.first == ".") }.sorted()
    return fitting.prefix(100).map { name in
      let isFolder = (try? self.names(folder + name)) != nil
      return folder + name + (isFolder ? "/" : "")
    }
  }

  /// Whether something stands under a name.
  package func isThere(_ path: String) -> Bool { (try? statusOfPath(path)) != nil }

  /// Removes a file; that it was not there is no matter.
  package func discard(_ path: String) { try? remove(path) }

  /// Makes a folder for its owner alone, with those above it, and brings their names to the disk; that it is there already
  /// is as good.
  ///
  /// - Throws: Why it is not there now.
  package func makeFolders(_ path: String) throws(Fault) {
    do throws(Fault) { try makeFolder(path) } catch {
      switch error {
      case .exists:
        guard (try? names(path)) != nil else { throw .isNoFolder }
        return
      case .noSuchFile where path.folder != path:
        try makeFolders(path.folder)
        try makeFolder(path)
      case .noSuchFile, .diskFull, .quotaExceeded, .fileTooLarge, .inputOutput, .readOnlyDisk, .notPermitted,
        .symbolicLink, .isFolder, .isNoFolder, .nameTooLong, .tooManyFiles, .interrupted, .wouldBlock, .notSupported,
        .other:
        throw error
      }
    }
    try syncFolder(path.folder)
  }
}
