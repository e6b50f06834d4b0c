/// A repair as it is stored.
struct StoredRepair: Equatable {
  var text: String?
  var rest: String?
  var nuls: Int?

  /// The end of the file that it holds, or nil when it holds none.
  var repair: Repair? {
    guard let rest = Hexadecimal.bytes(rest ?? "") else { return nil }
    return Repair(torn: Array((text ?? "").utf8) + rest, nuls: nuls ?? 0)
  }
}
