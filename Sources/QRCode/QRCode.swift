/// A QR code (ISO/IEC 18004) of model 2, error correction level M: about 15 % of it may be hidden.
public struct QRCode: Hashable, Sendable {
  /// How many modules a side has: 21 to 57.
  public let size: Int
  private var dark: [Bool]
  private var isFunction: [Bool]

  /// The code of a text, with the least version that holds it and the mask that is best read.
  ///
  /// What is not alphanumeric (`0-9 A-Z $%*+-./:` and the space) stands in byte mode as UTF-8, so that the scheme of an
  /// address can stay in small letters, which readers want.
  ///
  /// - Parameter text: At most 213 bytes of UTF-8; a longer one has no code here.
  public init?(_ text: String) {
    guard let (version, data) = Bits.codewords(of: text) else { return nil }
    self.init(version: version)
    place(version.withCorrection(data))
    let bare = self
    let candidates = (0..<8).map { bare.masked(by: $0) }
    guard let best = candidates.min(by: { $0.penalty < $1.penalty }) else { return nil }
    self = best
  }

  /// Whether a module is dark.
  ///
  /// - Parameters:
  ///   - x: The column, from 0 at the left.
  ///   - y: The row, from 0 at the top.
  /// - Returns: Whether it is; outside all are light.
  public func isDark(x: Int, y: Int) -> Bool {
    (0..<size).contains(x) && (0..<size).contains(y) && dark[y * size + x]
  }

  /// The code in half blocks: two rows of modules on each line, dark where there is ink. It is to be painted in black on
  /// white, both set, whatever the terminal's own colours are.
  ///
  /// - Parameter margin: The light modules around it; readers want four.
  /// - Returns: The lines, all of one width.
  public func halfBlocks(margin: Int = 4) -> [String] {
    stride(from: -margin, to: size + margin, by: 2).map { y in
      String(
        (-margin..<size + margin).map { x -> Character in
          switch (isDark(x: x, y: y), isDark(x: x, y: y + 1)) {
          case (true, true): "█"
          case (true, false): "▀"
          case (false, true): "▄"
          case (false, false): " "
          }
        })
    }
  }

  private mutating func set(_ x: Int, _ y: Int, _ isDark: Bool) {
    dark[y * size + x] = isDark
    isFunction[y * size + x] = true
  }
}

// What is the same in every code of a version.
extension QRCode {
  private init(version: Version) {
    size = version.size
    dark = Array(repeating: false, count: size * size)
    isFunction = dark
    for place in 0..<size {
      set(6, place, place.isMultiple(of: 2))
      set(place, 6, place.isMultiple(of: 2))
    }
    for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] { finder(x, y) }
    let centres = version.alignment
    let last = centres.count - 1
    for (row, y) in centres.enumerated() {
      for (column, x) in centres.enumerated() where ![[0, 0], [0, last], [last, 0]].contains([row, column]) {
        alignment(x, y)
      }
    }
    format(mask: 0)
    if version.number >= 7 { self.version(version) }
  }

  private mutating func finder(_ x: Int, _ y: Int) {
    for dy in -4...4 {
      for dx in -4...4 where (0..<size).contains(x + dx) && (0..<size).contains(y + dy) {
        set(x + dx, y + dy, ![2, 4].contains(max(abs(dx), abs(dy))))
      }
    }
  }

  private mutating func alignment(_ x: Int, _ y: Int) {
    for dy in -2...2 { for dx in -2...2 { set(x + dx, y + dy, max(abs(dx), abs(dy)) != 1) } }
  }

  /// The level and the mask, with their correction (section 7.9).
  private mutating func format(mask: Int) {
    // Level M is 00.
    var remainder = mask
    for _ in 0..<10 { remainder = remainder << 1 ^ (remainder >> 9) * 0x537 }
    let bits = (mask << 10 | remainder) ^ 0x5412
    func isOne(_ place: Int) -> Bool { bits >> place & 1 == 1 }
    for place in 0...5 { set(8, place, isOne(place)) }
    set(8, 7, isOne(6))
    set(8, 8, isOne(7))
    set(7, 8, isOne(8))
    for place in 9..<15 { set(14 - place, 8, isOne(place)) }
    for place in 0..<8 { set(size - 1 - place, 8, isOne(place)) }
    for place in 8..<15 { set(8, size - 15 + place, isOne(place)) }
    set(8, size - 8, true)
  }

  /// The version, with its correction (section 7.10).
  private mutating func version(_ version: Version) {
    var remainder = version.number
    for _ in 0..<12 { remainder = remainder << 1 ^ (remainder >> 11) * 0x1F25 }
    let bits = version.number << 12 | remainder
    for place in 0..<18 {
      let (long, short) = (size - 11 + place % 3, place / 3)
      set(long, short, bits >> place & 1 == 1)
      set(short, long, bits >> place & 1 == 1)
    }
  }
}

// What the text makes of it.
extension QRCode {
  /// Places the codewords in their zigzag (section 7.7.3).
  private mutating func place(_ codewords: [UInt8]) {
    var place = 0
    var right = size - 1
    while right >= 1 {
      if right == 6 { right = 5 }
      for step in 0..<size {
        for x in [right, right - 1] {
          let isUpward = (right + 1) & 2 == 0
          let y = isUpward ? size - 1 - step : step
          guard !isFunction[y * size + x], place < codewords.count * 8 else { continue }
          dark[y * size + x] = codewords[place / 8] >> (7 - place % 8) & 1 == 1
          place += 1
        }
      }
      right -= 2
    }
  }

  /// The code with a mask laid over it (section 7.8.2).
  private func masked(by mask: Int) -> QRCode {
    var code = self
    for y in 0..<size {
      for x in 0..<size where !isFunction[y * size + x] {
        let inverts =
          switch mask {
          case 0: (x + y) % 2 == 0
          case 1: y % 2 == 0
          case 2: x % 3 == 0
          case 3: (x + y) % 3 == 0
          case 4: (x / 3 + y / 2) % 2 == 0
          case 5: x * y % 2 + x * y % 3 == 0
          case 6: (x * y % 2 + x * y % 3) % 2 == 0
          case _: ((x + y) % 2 + x * y % 3) % 2 == 0
          }
        if inverts { code.dark[y * size + x].toggle() }
      }
    }
    code.format(mask: mask)
    return code
  }

  /// How badly it is read (section 7.8.3): long runs, blocks, what looks like a finder, too much of one colour.
  private var penalty: Int {
    var penalty = 0
    for line in 0..<size {
      penalty += QRCode.penalty(of: (0..<size).map { isDark(x: $0, y: line) })
      penalty += QRCode.penalty(of: (0..<size).map { isDark(x: line, y: $0) })
    }
    for place in 0..<size * (size - 1) where place % size < size - 1 {
      let first = dark[place]
      if dark[place + 1] == first, dark[place + size] == first, dark[place + size + 1] == first { penalty += 3 }
    }
    let percent = dark.count { $0 } * 100 / dark.count
    return penalty + abs(percent - 50) / 5 * 10
  }

  private static func penalty(of line: [Bool]) -> Int {
    var penalty = 0
    var run = 0
    var before: Bool?
    // The last eleven modules, to be compared with a finder that has four light ones behind or before it.
    var last = 0b111_1111_1111
    for isDark in line {
      run = isDark == before ? run + 1 : 1
      before = isDark
      if run == 5 { penalty += 3 } else if run > 5 { penalty += 1 }
      last = (last << 1 | (isDark ? 1 : 0)) & 0b111_1111_1111
      if last == 0b101_1101_0000 || last == 0b000_0101_1101 { penalty += 40 }
    }
    return penalty
  }
}
