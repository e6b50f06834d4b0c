import SeededRandom
import Synchronization

@testable import Journal

/// A disk in memory with one folder. It remembers every change in order, so that it can tell what a power cut at any
/// moment may have left of them.
final class RecordingDisk: Sendable {
  /// A change, or a promise that was given on the strength of those before it.
  enum Step: Sendable {
    case made(String, file: Int)
    case wrote(file: Int, at: Int, [UInt8])
    case cut(file: Int, Int)
    case renamed(String, to: String)
    case removed(String)
    case synced(file: Int)
    case syncedNames
    case acknowledged(Promise)
  }

  /// What somebody was told is on the disk.
  enum Promise: Hashable, Sendable {
    /// A journal.
    case journal(String)
    /// An entry of a journal.
    case entry(Entry, in: String)
    /// A file that holds just that.
    case file(String, [UInt8])
  }

  /// Requests that do nothing, and say that they did.
  enum Lie: CaseIterable, Sendable { case syncData, sync, syncNames }

  private struct State {
    var files: [[UInt8]] = []
    var names: [String: Int] = [:]
    var opened: [Int32: (file: Int?, position: Int)] = [:]
    var steps: [Step] = []
    var next: Int32 = 3
    var numbers = Chance(seed: 1)
  }

  private let state = Mutex(State())
  private let lie: Lie?

  /// A disk that holds these files, all of them safe, and lies about one kind of request or none.
  init(_ files: [String: [UInt8]] = [:], lie: Lie? = nil) {
    self.lie = lie
    state.withLock { state in
      for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
        state.steps += [
          .made(name, file: state.files.count), .wrote(file: state.files.count, at: 0, bytes),
          .synced(file: state.files.count), .syncedNames,
        ]
        state.names[name] = state.files.count
        state.files.append(bytes)
      }
    }
  }

  /// Everything that happened.
  var steps: [Step] { state.withLock { $0.steps } }

  /// What a file holds now.
  func fileBytes(of path: String) -> [UInt8]? { state.withLock { state in state.names[path].map { state.files[$0] } } }

  /// Notes that somebody was told so.
  func acknowledge(_ promise: Promise) { state.withLock { $0.steps.append(.acknowledged(promise)) } }

  private func issue(_ step: Step, unless lie: Lie? = nil) {
    guard lie == nil || lie != self.lie else { return }
    state.withLock { $0.steps.append(step) }
  }

  private func file(_ descriptor: Descriptor) throws(Fault) -> Int {
    guard let file = state.withLock({ $0.opened[descriptor.number]?.file }) else { throw .isFolder }
    return file
  }

  private func write(_ bytes: ArraySlice<UInt8>, to file: Int, at place: Int) -> Int {
    state.withLock { state in
      RecordingDisk.put(Array(bytes), into: &state.files[file], at: place)
      state.steps.append(.wrote(file: file, at: place, Array(bytes)))
    }
    return bytes.count
  }

  /// Writes into a file; what is skipped becomes NULs.
  static func put(_ bytes: [UInt8], into file: inout [UInt8], at place: Int) {
    if file.count < place { file += Array(repeating: 0, count: place - file.count) }
    let end = min(file.count, place + bytes.count)
    file.replaceSubrange(place..<end, with: bytes)
  }

  private func open(_ path: String, _ opening: Opening) throws(Fault) -> Descriptor {
    try state.withLock { state throws(Fault) in
      var file: Int?
      switch opening {
      case .folder: break
      case .creating:
        guard state.names[path] == nil else { throw .exists }
        file = state.files.count
        state.steps.append(.made(path, file: state.files.count))
        state.names[path] = state.files.count
        state.files.append([])
      case .reading, .readingLinked, .appending, .overwriting:
        guard let known = state.names[path] else { throw .noSuchFile }
        file = known
      }
      state.next += 1
      state.opened[state.next] = (file, 0)
      return Descriptor(state.next)
    }
  }

  private func read(_ descriptor: Descriptor, _ most: Int) -> [UInt8] {
    state.withLock { state in
      guard let (opened, position) = state.opened[descriptor.number], let file = opened else { return [] }
      let bytes = Array(state.files[file].dropFirst(position).prefix(most))
      state.opened[descriptor.number] = (file, position + bytes.count)
      return bytes
    }
  }

  private func status(file: Int?, size: Int) -> FileStatus {
    FileStatus(
      kind: file == nil ? .folder : .regular, device: 1, inode: UInt64(file ?? 0), links: 1, size: size, owner: 1,
      modified: 0)
  }

  /// The storage.
  var storage: Storage {
    Storage(
      open: { path, opening throws(Fault) in try self.open(path, opening) },
      read: { file, most throws(Fault) in self.read(file, most) },
      write: { file, bytes throws(Fault) in
        let number = try self.file(file)
        return self.write(bytes, to: number, at: self.state.withLock { $0.files[number].count })
      },
      overwrite: { file, bytes, place throws(Fault) in self.write(bytes, to: try self.file(file), at: place) },
      truncate: { file, length throws(Fault) in
        let number = try self.file(file)
        self.state.withLock { $0.files[number] = Array($0.files[number].prefix(length)) }
        self.issue(.cut(file: number, length))
      },
      sync: { file throws(Fault) in
        guard let number = try? self.file(file) else { return self.issue(.syncedNames, unless: .syncNames) }
        self.issue(.synced(file: number), unless: .sync)
      },
      syncData: { file throws(Fault) in self.issue(.synced(file: try self.file(file)), unless: .syncData) },
      lock: { _ throws(Fault) in }, close: { _ throws(Fault) in },
      status: { descriptor throws(Fault) in
        let file = try? self.file(descriptor)
        return self.status(file: file, size: file.map { file in self.state.withLock { $0.files[file].count } } ?? 0)
      },
      statusOfPath: { path throws(Fault) in
        let file = self.state.withLock { $0.names[path] }
        guard let file else { throw .noSuchFile }
        return self.status(file: file, size: self.state.withLock { $0.files[file].count })
      },
      rename: { path, target throws(Fault) in
        self.state.withLock { $0.names[target] = $0.names.removeValue(forKey: path) }
        self.issue(.renamed(path, to: target))
      },
      remove: { path throws(Fault) in
        self.state.withLock { $0.names[path] = nil }
        self.issue(.removed(path))
      },
      makeFolder: { _ throws(Fault) in throw .exists }, names: { _ throws(Fault) in [] }, isOnNetwork: { _ in false },
      user: { 1 },
      random: { self.state.withLock { $0.numbers.next() } })
  }
}
