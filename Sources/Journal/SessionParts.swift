internal import Workshop

/// Which of several sessions in one file an entry belongs to. Two sessions that were begun under one name in two clones are
/// one file once git has united them, their lines in any order.
struct SessionParts {
  /// The session that each epoch belongs to, as far as it is known by what it says.
  private var known: [String: String] = [:]
  /// What the writers of the other epochs had seen, and in which session's lines they stand.
  private var seen: [(epoch: String, seen: [String])] = []
  private var nearest: [String: String] = [:]
  private var current: String?
  private var sessions: Set<String> = []
  private var noted: Set<String> = []

  /// Whether there is more than one.
  var areSeveral: Bool { sessions.count > 1 }

  /// A header was read.
  mutating func begin(_ session: String, epoch: String?) {
    sessions.insert(session)
    current = session
    if let epoch { known[epoch] = session }
  }

  /// An entry was read.
  mutating func note(_ entry: Entry) {
    let epoch = entry.id.epoch
    if !entry.seen.isEmpty { seen.append((epoch, entry.seen.map(\.epoch))) }
    guard noted.insert(epoch).inserted else { return }
    nearest[epoch] = current
  }

  /// The session of each epoch: that whose header names it, else that of the epochs its writer had seen, else that whose
  /// header stands before it.
  var owners: [String: String] {
    var owners = known
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for (epoch, seen) in seen where owners[epoch] == nil {
        guard let owner = seen.lazy.compactMap({ owners[$0] }).first else { continue }
        owners[epoch] = owner
        isGrowing = true
      }
    }
    return owners.merging(nearest) { known, _ in known }
  }
}

extension SessionParts {
  /// Those of a file.
  init(of bytes: [UInt8]) {
    var reader = LineParser(bytes)
    for line in bytes.partedLines {
      switch try? reader.record(in: bytes[line].last == 0x0D ? line.dropLast() : line) {
      case .header(let header)?: begin(header.session ?? "", epoch: header.w)
      case .entry(let entry)?: note(entry)
      case nil: continue
      }
    }
  }
}
