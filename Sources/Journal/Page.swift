internal import Dispatch
internal import Synchronization

/// Entries that are being written as lines on another core, while the room goes on.
final class Page: Sendable {
  private let written = Mutex<[UInt8]>([])
  private let writing = DispatchGroup()

  /// Begins to write.
  init(_ entries: [Entry]) {
    DispatchQueue.global(qos: .userInitiated).async(group: writing) { [self] in
      let lines = entries.lines
      written.withLock { $0 = lines }
    }
  }

  /// The lines of the entries, each with its line feed, as soon as they are written.
  var lines: [UInt8] {
    writing.wait()
    return written.withLock { $0 }
  }
}
