@testable import Journal

/// What the power cuts during a recorded run may leave on the disk, and whether it keeps what was promised.
///
/// The disk keeps the order of the requests within a file and within a folder, and nothing else: what was not synced may be
/// there, may be missing, may be torn at any byte, with NULs in place of what did not arrive, at its end or at its beginning.
struct PowerCuts {
  let steps: [RecordingDisk.Step]
  /// How many states were looked at.
  private(set) var count = 0
  /// What was promised and is not there, a sentence each.
  private(set) var losses: [String] = []

  private var promises: [RecordingDisk.Promise] = []
  /// Files as they are at least, and the changes that may be missing.
  private var safe: [Int: [UInt8]] = [:]
  private var pending: [Int: [RecordingDisk.Step]] = [:]
  private var names: [String: Int] = [:]
  private var pendingNames: [RecordingDisk.Step] = []

  init(_ disk: RecordingDisk) {
    steps = disk.steps
  }

  /// Cuts the power before every step that makes something safe, and at the end.
  ///
  /// - Parameter continuing: Whether a state can also be gone on with.
  mutating func cutEverywhere(continuing: (_ path: String, _ bytes: [UInt8]) -> String? = { _, _ in nil }) {
    for step in steps {
      switch step {
      case .made(_, let file):
        safe[file] = []
        pendingNames.append(step)
      case .wrote(let file, _, _), .cut(let file, _): pending[file, default: []].append(step)
      case .renamed, .removed: pendingNames.append(step)
      case .acknowledged(let promise): promises.append(promise)
      case .synced(let file):
        cut(continuing)
        for change in pending.removeValue(forKey: file) ?? [] { PowerCuts.apply(change, to: &safe[file, default: []]) }
      case .syncedNames:
        cut(continuing)
        for change in pendingNames { PowerCuts.apply(change, to: &names) }
        pendingNames = []
      }
    }
    cut(continuing)
  }

  private static func apply(_ step: RecordingDisk.Step, to bytes: inout [UInt8]) {
    if case .wrote(_, let place, let written) = step { RecordingDisk.put(written, into: &bytes, at: place) }
    if case .cut(_, let length) = step { bytes = Array(bytes.prefix(length)) }
  }

  private static func apply(_ step: RecordingDisk.Step, to names: inout [String: Int]) {
    if case .made(let name, let file) = step { names[name] = file }
    if case .renamed(let name, let target) = step { names[target] = names.removeValue(forKey: name) }
    if case .removed(let name) = step { names[name] = nil }
  }

  /// Every state that a cut here may leave: any number of the names, and any of the contents of one file at a time.
  private mutating func cut(_ continuing: (String, [UInt8]) -> String?) {
    for known in 0...pendingNames.count {
      var names = names
      for change in pendingNames[..<known] { PowerCuts.apply(change, to: &names) }
      let changing = names.filter { pending[$0.value] != nil }.sorted { $0.key < $1.key }
      if changing.isEmpty { look(names, file: nil, [], continuing) }
      for (_, file) in changing {
        for bytes in fileBytes(of: file) { look(names, file: file, bytes, continuing) }
      }
    }
  }

  /// What a file may hold.
  private func fileBytes(of file: Int) -> [[UInt8]] {
    var bytes = safe[file] ?? []
    var states = [bytes]
    for step in pending[file] ?? [] {
      if case .wrote(_, let place, let written) = step {
        for length in 0..<written.count {
          var torn = bytes
          RecordingDisk.put(Array(written[..<length]), into: &torn, at: place)
          states.append(torn)
          if place + written.count > torn.count {
            states.append(torn + Array(repeating: 0, count: place + written.count - torn.count))
          }
          var late = bytes
          let nuls = place < bytes.count ? [] : [UInt8](repeating: 0, count: length)
          RecordingDisk.put(nuls + written[length...], into: &late, at: nuls.isEmpty ? place + length : place)
          states.append(late)
        }
      }
      PowerCuts.apply(step, to: &bytes)
      states.append(bytes)
    }
    return states
  }

  /// Looks whether every promise is kept in one state; files that are not the one that changes are as safe as they can be.
  private mutating func look(
    _ names: [String: Int], file: Int?, _ bytes: [UInt8], _ continuing: (String, [UInt8]) -> String?
  ) {
    count += 1
    var readings: [String: JournalContents?] = [:]
    for path in Set(promises.map(\.path)).sorted() {
      let found = names[path].map { $0 == file ? bytes : safe[$0] ?? [] }
      let contents = found.flatMap { try? JournalContents(of: $0) }
      readings[path] = contents
      if let found, contents != nil, let loss = continuing(path, found) { losses.append(loss) }
    }
    for promise in promises {
      switch promise {
      case .journal(let path): if readings[path].flatMap(\.self) == nil { losses.append("no journal") }
      case .entry(let entry, let path):
        if readings[path]??.entries.contains(entry) != true { losses.append("\(entry.id) is gone") }
      case .file(let path, let promised):
        // Until the next promise for that file only an older or a newer whole one may stand there.
        let contents = names[path].map { $0 == file ? bytes : safe[$0] ?? [] }
        if contents != promised { losses.append("\(path) holds \(contents?.count ?? -1) bytes") }
      }
    }
  }
}

extension RecordingDisk.Promise {
  var path: String {
    switch self {
    case .journal(let path), .entry(_, let path), .file(let path, _): path
    }
  }
}
