import CPseudoTerminal

/// How a terminal counts columns; they differ in this.
public enum Widths: Hashable, Sendable, CaseIterable {
  /// By grapheme cluster: joined emoji and flags take two columns.
  case clusters
  /// By Unicode scalar, each for itself: joined emoji take two columns per part.
  case scalars

  static func width(of scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x7F ? 1 : Int(cpt_width(scalar.value))
  }

  /// The columns of a cluster where terminals count by cluster.
  static func width(ofCluster cluster: String) -> Int {
    let scalars = cluster.unicodeScalars
    if scalars.contains(where: { $0 == "\u{FE0F}" || $0.properties.isEmojiPresentation }) { return 2 }
    return min(scalars.reduce(0) { $0 + width(of: $1) }, 2)
  }
}
