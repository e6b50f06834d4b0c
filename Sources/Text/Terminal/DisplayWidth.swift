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
    if scalar == "\u{FE0F}" || scalar.properties.isEmojiPresentation { return 2 }
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

private func scalarWidth(_ scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x20 || (0x7F..<0xA0).contains(value) { return 0 }
  if value < 0x300 { return value == 0xAD ? 0 : 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark,
    .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation, .dashPunctuation, .openPunctuation,
    .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
    .modifierSymbol, .otherSymbol, .spaceSeparator, .surrogate, .privateUse, .unassigned:
    break
  @unknown default: break
  }
  // The vowels and finals of Korean syllables written as parts stand inside the first part's two columns.
  if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
  return isWide(value) ? 2 : 1
}

private func isWide(_ value: UInt32) -> Bool {
  guard value >= 0x1100 else { return false }
  var low = 0
  var high = wideRanges.count
  while low < high {
    let middle = (low + high) / 2
    let range = wideRanges[middle]
    if range.contains(value) { return true }
    if value < range.lowerBound { high = middle } else { low = middle + 1 }
  }
  return false
}

/// The scalars of width W and F in Unicode's EastAsianWidth.txt, gaps of unassigned ones closed.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0, 0x23F3...0x23F3,
  0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F, 0x2693...0x2693, 0x26A1...0x26A1,
  0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5, 0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA,
  0x26F2...0x26F3, 0x26F5...0x26F5, 0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B,
  0x2728...0x2728, 0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
  0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55, 0x2E80...0x303E,
  0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAD9,
  0xFE10...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F004...0x1F004,
  0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F37C,
  0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E,
  0x1F440...0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567, 0x1F57A...0x1F57A,
  0x1F595...0x1F596, 0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2,
  0x1F6D5...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7F0, 0x1F90C...0x1F93A, 0x1F93C...0x1F945,
  0x1F947...0x1F9FF, 0x1FA70...0x1FAF6, 0x20000...0x3FFFD,
]
