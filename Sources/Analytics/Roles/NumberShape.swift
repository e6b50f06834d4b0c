/// A number as it is written, before it is known whether its point or its comma is the decimal mark.
struct NumberShape {
  private(set) var isNegative = false
  /// All digits, as one number; for a duration its seconds.
  private(set) var digits = 0
  private(set) var digitCount = 0
  private(set) var dots = 0
  private(set) var commas = 0
  /// The digits behind the last point or comma.
  private(set) var behindMark = 0
  /// The digits before the first mark.
  private(set) var beforeMark = 0
  private(set) var isLastMarkComma = false
  /// Whether three digits stand between any two marks, and one to three before the first.
  private(set) var isGrouped = true
  private(set) var isFirstDigitZero = false
  /// The power of ten behind an E.
  private(set) var exponent: Int?
  private(set) var isPercent = false
  /// Whether it is hours, minutes and seconds.
  private(set) var isDuration = false

  /// A whole number of digits alone: nine cells in ten.
  static func plainDigits(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard range.count <= 18, !range.isEmpty else { return nil }
    var value = 0
    for place in range {
      let digit = Int(bytes[place]) &- 0x30
      guard digit >= 0, digit <= 9 else { return nil }
      value = value &* 10 &+ digit
    }
    return value
  }

  /// A whole number that is there already.
  init(whole digits: Int, digitCount: Int) {
    self.digits = digits
    self.digitCount = digitCount
    beforeMark = digitCount
  }

  /// Reads a cell; nil when it is no number. White space and a sign of currency around it are no part of it.
  init?(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) {
    var (place, end) = (range.lowerBound, range.upperBound)
    NumberShape.trim(bytes, &place, &end)
    if place < end, bytes[end - 1] == UInt8(ascii: "%") {
      isPercent = true
      end -= 1
      NumberShape.trim(bytes, &place, &end)
    }
    readSign(bytes, &place, end)
    NumberShape.trim(bytes, &place, &end)
    guard place < end, end - place <= 40, NumberShape.isDigit(bytes[end - 1]) else { return nil }
    guard NumberShape.isDigit(bytes[place]) || bytes[place] == UInt8(ascii: ".") else { return nil }
    isFirstDigitZero = bytes[place] == UInt8(ascii: "0")
    var sinceMark = 0
    var hasMark = false
    while place < end {
      let byte = bytes[place]
      if NumberShape.isDigit(byte) {
        let (shifted, isOver) = digits.multipliedReportingOverflow(by: 10)
        let (sum, isOverToo) = shifted.addingReportingOverflow(Int(byte) - 0x30)
        guard !isOver, !isOverToo else { return nil }
        digits = sum
        digitCount += 1
        sinceMark += 1
        place += 1
        continue
      }
      if byte == UInt8(ascii: ":") {
        guard readDuration(bytes, range) else { return nil }
        return
      }
      if byte | 0x20 == UInt8(ascii: "e") {
        guard readExponent(bytes, place + 1, end) else { return nil }
        break
      }
      let width = NumberShape.groupSpace(bytes, place, end)
      guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || width > 0 else { return nil }
      if hasMark, sinceMark != 3 { isGrouped = false }
      if !hasMark {
        beforeMark = sinceMark
        if sinceMark == 0 || sinceMark > 3 { isGrouped = false }
      }
      hasMark = true
      sinceMark = 0
      if width == 0 {
        if byte == UInt8(ascii: ".") { dots += 1 } else { commas += 1 }
        isLastMarkComma = byte == UInt8(ascii: ",")
      }
      behindMark = 0
      spaces = width > 0
      place += max(1, width)
    }
    if hasMark { behindMark = sinceMark } else { beforeMark = sinceMark }
    // Spaces only ever part groups of three.
    if spaces, sinceMark != 3 || !isGrouped { return nil }
    if digitCount == 0 { return nil }
  }

  /// Whether a space was the last mark.
  private var spaces = false

  private mutating func readSign(_ bytes: borrowing Span<UInt8>, _ place: inout Int, _ end: Int) {
    guard place < end else { return }
    if bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") {
      isNegative = bytes[place] == UInt8(ascii: "-")
      place += 1
    } else if place + 2 < end, bytes[place] == 0xE2, bytes[place + 1] == 0x88, bytes[place + 2] == 0x92 {
      isNegative = true
      place += 3
    }
  }

  private mutating func readExponent(_ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var (place, isMinus) = (start, false)
    if place < end, bytes[place] == UInt8(ascii: "+") || bytes[place] == UInt8(ascii: "-") {
      isMinus = bytes[place] == UInt8(ascii: "-")
      place += 1
    }
    guard digitCount > 0, end - place <= 3, let power = NumberShape.plainDigits(bytes, place..<end) else {
      return false
    }
    exponent = isMinus ? -power : power
    return true
  }

  /// Reads h:mm:ss or m:ss.
  private mutating func readDuration(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    var (parts, start, seconds) = (0, range.lowerBound, 0)
    for place in range.lowerBound...range.upperBound {
      guard place == range.upperBound || bytes[place] == UInt8(ascii: ":") else { continue }
      guard place - start <= 6, let part = NumberShape.plainDigits(bytes, start..<place), parts == 0 || part < 60,
        parts == 0 || place - start == 2
      else { return false }
      seconds = seconds * 60 + part
      parts += 1
      start = place + 1
    }
    guard (2...3).contains(parts) else { return false }
    self = NumberShape(whole: seconds, digitCount: 1)
    isDuration = true
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// How many bytes a space or an apostrophe between groups has; 0 when there is none.
  private static func groupSpace(_ bytes: borrowing Span<UInt8>, _ place: Int, _ end: Int) -> Int {
    let byte = bytes[place]
    if byte == 0x20 || byte == UInt8(ascii: "'") { return 1 }
    if byte == 0xC2, place + 1 < end, bytes[place + 1] == 0xA0 { return 2 }
    // Thin and narrow spaces, and the typographic apostrophe.
    guard byte == 0xE2, place + 2 < end, bytes[place + 1] == 0x80 else { return 0 }
    return [0x89, 0x99, 0xAF].contains(bytes[place + 2]) ? 3 : 0
  }

  private static func trim(_ bytes: borrowing Span<UInt8>, _ place: inout Int, _ end: inout Int) {
    // Most cells begin and end with a digit.
    if place < end, isDigit(bytes[place]), isDigit(bytes[end - 1]) { return }
    while place < end {
      if bytes[place] == 0x20 || bytes[place] == 0x09 || bytes[place] == UInt8(ascii: "$") {
        place += 1
      } else if place + 1 < end, bytes[place] == 0xC2, [0xA0, 0xA3].contains(bytes[place + 1]) {
        place += 2
      } else if place + 2 < end, bytes[place] == 0xE2, bytes[place + 1] == 0x82, bytes[place + 2] == 0xAC {
        place += 3
      } else {
        break
      }
    }
    while end > place {
      if bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 {
        end -= 1
      } else if end - 1 > place, bytes[end - 1] == 0xA0, bytes[end - 2] == 0xC2 {
        end -= 2
      } else if end - 2 > place, bytes[end - 1] == 0xAC, bytes[end - 2] == 0x82, bytes[end - 3] == 0xE2 {
        end -= 3
      } else {
        break
      }
    }
  }
}
