/// Chance that falls the same way every time: SplitMix64.
public struct Chance: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Chance from a seed.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// One of several, or nothing when there is none.
  public mutating func one<Element>(of elements: [Element]) -> Element? {
    elements.randomElement(using: &self)
  }

  /// One of several, of which there is at least one.
  public mutating func element<Element>(of elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &self)]
  }

  /// A text of at most so many characters: letters, marks that mean something to some program, and any other Unicode.
  public mutating func text(upTo length: Int) -> String {
    let marks = Array(
      "/|:;,~-–#*_`[]()<>&!\\{}\"'.+=@%$^x0123456789 \t\u{A0}\u{200B}\u{202E}\u{FEFF}\u{0301}\u{1F469}\u{200D}")
    let words = [
      "/goto", "/edit 1", "/delete 1", "Kari:", " | ", "BIRD1", " x ", "n ", "&amp;", "<b>", "www.a.no", "http://",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...max(length, 0), using: &self) {
      switch Int.random(in: 0..<10, using: &self) {
      case 0..<4: text.append(marks.randomElement(using: &self) ?? " ")
      case 4..<7: text.unicodeScalars.append(Unicode.Scalar(UInt8.random(in: 97...122, using: &self)))
      case 7: text += words.randomElement(using: &self) ?? ""
      case 8: text.unicodeScalars.append(Unicode.Scalar(UInt32.random(in: 0...0x2FFF, using: &self)) ?? "å")
      case _: text.unicodeScalars.append(Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &self)) ?? "ø")
      }
    }
    return text
  }
}
