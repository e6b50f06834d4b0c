/// How many columns of a terminal a text takes, counted by grapheme cluster.
///
/// East Asian wide characters and emoji take 2, combining marks 0. Control characters count as the signs that
/// ``visible(_:)`` shows for them only once they have been through it; here they take 0.
///
/// - Parameter text: any text, without line ends.
/// - Returns: the number of columns. Linear in the length of the text.
public func displayWidth(of text: some StringProtocol) -> Int {
  var width = 0
  for cluster in text { width += clusterWidth(cluster) }
  return width
}

/// The columns of one grapheme cluster.
package func clusterWidth(_ cluster: Character) -> Int {
  if let ascii = cluster.asciiValue { return ascii >= 0x20 && ascii < 0x7F ? 1 : 0 }
  // Most of what is written here; the tables are slow to ask.
  if isWidthCertain(cluster) { return 1 }
  let scalars = cluster.unicodeScalars
  var width = 0
  for scalar in scalars {
    // Anything that asks for its emoji form is drawn two columns wide, however many scalars are joined in it.
    if scalar.properties.isEmojiPresentation || (scalar == "\u{FE0F}" && width > 0) { return 2 }
    width += scalarWidth(scalar)
  }
  return width
}

/// Whether every terminal agrees that a cluster takes one column, so that no new anchor is needed after it.
package func isWidthCertain(_ cluster: Character) -> Bool {
  if let ascii = cluster.asciiValue { return ascii >= 0x20 && ascii < 0x7F }
  let scalars = cluster.unicodeScalars
  guard let only = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex else { return false }
  switch only.value {
  case 0xA0..<0xAD, 0xAE..<0x300: return true
  // Dashes, quotation marks, arrows and lines, of which the frames on the screen are made.
  case 0x2010...0x2027, 0x2030...0x203E, 0x2190...0x2193, 0x2500...0x259F: return true
  default: return false
  }
}

/// The columns of one scalar by itself, from Unicode's tables.
private func scalarWidth(_ scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  // Latin letters, between what controls and what combines.
  if (0xAE..<0x300).contains(value) { return 1 }
  if isIn(zeroWidthRanges, value) { return 0 }
  return isIn(wideRanges, value) ? 2 : 1
}

/// Whether a value stands in one of the ranges, which are in order, each by its first and its last.
private func isIn(_ ranges: [UInt32], _ value: UInt32) -> Bool {
  var low = 0
  var high = ranges.count / 2
  while low < high {
    let middle = (low + high) / 2
    if value < ranges[2 * middle] {
      high = middle
    } else if value > ranges[2 * middle + 1] {
      low = middle + 1
    } else {
      return true
    }
  }
  return false
}
