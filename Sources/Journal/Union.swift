internal import Workshop

/// Copies of one session as one journal: every entry once, whatever copy it comes from.
///
/// It depends on nothing but what the copies hold, so that uniting is commutative, associative and idempotent to the byte.
/// An entry comes after everything that its writer had seen; clocks do not matter.
public struct Union: Sendable {
  /// The first line.
  public let header: Header
  /// The entries, each name once.
  public let entries: [Entry]
  /// Entries that bear the name of another one and hold something else.
  public let rivals: [Entry]
  private let epoch: String

  /// What these copies hold together.
  ///
  /// - Parameter readings: Copies of the same session, at least one.
  public init?(of readings: [JournalContents]) {
    let headers = readings.map { ($0.header, $0.epochs.first?.epoch ?? "0") }
    guard
      let first = headers.min(by: { left, right in
        left.0.line(epoch: left.1).lexicographicallyPrecedes(right.0.line(epoch: right.1))
      }), readings.allSatisfy({ $0.header.session == first.0.session })
    else { return nil }
    (header, epoch) = first
    let all = readings.flatMap { $0.entries + $0.rivals }
    var versions: [EntryID: Set<Entry>] = [:]
    for entry in all { versions[entry.id, default: []].insert(entry) }
    let remapping = Array(versions.compactMapValues { Union.sorted($0).first }.values).remapping
    let redactions = Redactions(in: all.flatMap { remapping.events($0.events, by: $0.id.epoch) })
    if !redactions.isEmpty {
      versions = versions.mapValues { entries in Set(entries.map { $0.redacting(redactions, remapping) }) }
    }
    var rivals: [Entry] = []
    var kept: [EntryID: Entry] = [:]
    for (id, entries) in versions {
      let sorted = Union.sorted(entries)
      kept[id] = sorted.first
      rivals += sorted.dropFirst()
    }
    self.rivals = rivals.sorted { $0.line.lexicographicallyPrecedes($1.line) }
    entries = Union.ordered(kept)
  }

  /// The entries so that each stands behind what its writer had seen. An epoch is not left while it can be gone on with;
  /// of several that can be begun, the one whose name comes first is. Where nothing can be, since a cause is missing or
  /// somebody made a circle, the same rule decides.
  static func ordered(_ entries: [EntryID: Entry]) -> [Entry] {
    var queues = Dictionary(grouping: entries.values, by: \.id.epoch).mapValues { queue in
      queue.sorted { $0.id.number > $1.id.number }
    }
    // Whoever has lost the line that tells what was seen comes behind those who have it.
    let known = queues.filter { $0.value.last?.tellsCauses == true }.keys
    let names = known.sorted() + queues.keys.filter { !known.contains($0) }.sorted()
    var result: [Entry] = []
    var current: String?
    func isReady(_ name: String) -> Bool {
      guard let next = queues[name]?.last else { return false }
      return next.seen.allSatisfy { seen in
        seen.epoch == name || (queues[seen.epoch]?.last?.id.number ?? .max) > seen.number
      }
    }
    while result.count < entries.count {
      if current.map(isReady) != true { current = names.first(where: isReady) }
      guard let name = current ?? names.first(where: { queues[$0]?.isEmpty == false }),
        let next = queues[name]?.popLast()
      else { break }
      result.append(next)
    }
    return result
  }

  static func sorted(_ entries: Set<Entry>) -> [Entry] {
    entries.count == 1 ? Array(entries) : entries.sorted { $0.line.lexicographicallyPrecedes($1.line) }
  }

  /// The journal that holds all of it. Rivals stand right behind the entry whose name they bear.
  public var bytes: [UInt8] {
    let rivals = Dictionary(grouping: rivals, by: \.id)
    var bytes = header.line(epoch: epoch) + [0x0A]
    for entry in entries {
      bytes += entry.line + [0x0A]
      for rival in rivals[entry.id] ?? [] { bytes += rival.line + [0x0A] }
    }
    return bytes
  }
}

extension Entry {
  /// Whether it is known what the writer of its epoch had seen, when this is the first entry there is of it.
  fileprivate var tellsCauses: Bool { id.number == 1 || !seen.isEmpty }
}
