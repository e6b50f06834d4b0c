internal import Workshop

/// The epochs of a journal: which of their numbers are there, and which must be somewhere else.
struct Epochs {
  private var epochs: [Epoch] = []
  /// The epoch of the last entry, which is nearly always that of the next.
  private var latest = 0

  private struct Epoch {
    var name: String
    /// Where an entry stands, by its number.
    var places: [Int: Int] = [:]
    /// The last number that another epoch's writer had seen.
    var seen = 0
    /// The last number that is here.
    var last = 0
  }

  /// Where an entry of that name stands already; nil when it is new, and then it is noted to stand at the given place.
  mutating func place(of id: EntryID, or place: Int) -> Int? {
    let index = index(of: id.epoch)
    if id.number > epochs[index].last {
      epochs[index].last = id.number
    } else if let known = epochs[index].places[id.number] {
      return known
    }
    epochs[index].places[id.number] = place
    return nil
  }

  /// Notes that an epoch exists, and that somebody has seen that entry of it.
  mutating func issue(_ id: EntryID) {
    let index = index(of: id.epoch)
    epochs[index].seen = max(epochs[index].seen, id.number)
  }

  /// Every epoch with the last number that is here.
  var last: [EntryID] { epochs.map { EntryID(epoch: $0.name, number: $0.last) } }

  /// The numbers that are not here, although later ones are, or somebody has seen them.
  var gaps: [(epoch: String, numbers: ClosedRange<Int>)] {
    var gaps: [(epoch: String, numbers: ClosedRange<Int>)] = []
    for epoch in epochs where epoch.places.count < max(epoch.last, epoch.seen) {
      var next = 1
      for number in epoch.places.keys.sorted() {
        if number > next { gaps.append((epoch.name, next...number - 1)) }
        next = number + 1
      }
      if epoch.seen >= next { gaps.append((epoch.name, next...epoch.seen)) }
    }
    return gaps
  }

  private mutating func index(of name: String) -> Int {
    if latest < epochs.count, epochs[latest].name == name { return latest }
    latest = epochs.firstIndex { $0.name == name } ?? epochs.count
    if latest == epochs.count { epochs.append(Epoch(name: name)) }
    return latest
  }
}

extension EntryID {
  /// Whether a text can name an epoch: letters a–z and digits, at most 15.
  static func isEpoch(_ text: String) -> Bool {
    (1...15).contains(text.utf8.count)
      && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (97...122).contains($0) }
  }
}
