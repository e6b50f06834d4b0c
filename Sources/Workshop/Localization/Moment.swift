/// A moment in time, to the millisecond, in Universal Time. Only shown and kept: no order is ever taken from a clock.
public struct Moment: Hashable, Comparable, Sendable {
  /// The milliseconds since 1 January 1970, 00:00, within the years 1 to 9999.
  public let millisecondsSince1970: Int64

  /// The moment so many milliseconds after 1 January 1970, moved into the years 1 to 9999 when it lies outside.
  public init(millisecondsSince1970: Int64) {
    self.millisecondsSince1970 = min(max(millisecondsSince1970, Moment.earliest), Moment.latest)
  }

  /// A moment as a journal has it, `2026-02-10T08:03:12.010Z`, or nil for any other text.
  public init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 24, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "."), bytes[23] == UInt8(ascii: "Z"),
      bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Moment.number(bytes[0..<4]), let month = Moment.number(bytes[5..<7]),
      let day = Moment.number(bytes[8..<10]), let date = Day(year: year, month: month, day: day),
      let hour = Moment.number(bytes[11..<13]), hour < 24, let minute = Moment.number(bytes[14..<16]), minute < 60,
      let second = Moment.number(bytes[17..<19]), second < 60, let millisecond = Moment.number(bytes[20..<23])
    else { return nil }
    let seconds = ((date.daysSinceEpoch * 24 + hour) * 60 + minute) * 60 + second
    self.init(millisecondsSince1970: Int64(seconds) * 1000 + Int64(millisecond))
  }

  /// The moment as a journal has it, `2026-02-10T08:03:12.010Z`.
  public var iso: String {
    var text: [UInt8] = []
    appendISO(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Puts the moment as a journal has it behind what stands there.
  public func appendISO(to text: inout [UInt8]) {
    func append(_ number: Int, _ highest: Int, _ mark: Unicode.Scalar) {
      var divisor = highest
      while divisor > 0 {
        text.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
        divisor /= 10
      }
      text.append(UInt8(ascii: mark))
    }
    let (days, ofDay) = millisecondsSince1970.quotientRoundedDown(by: 86_400_000)
    let (day, seconds) = (Day(daysSinceEpoch: Int(days)), Int(ofDay / 1000))
    append(day.year, 1000, "-")
    append(day.month, 10, "-")
    append(day.day, 10, "T")
    append(seconds / 3600, 10, ":")
    append(seconds / 60 % 60, 10, ":")
    append(seconds % 60, 10, ".")
    append(Int(ofDay % 1000), 100, "Z")
  }

  /// The moment so many seconds later.
  public func later(by seconds: Int) -> Moment {
    Moment(millisecondsSince1970: millisecondsSince1970 + Int64(seconds) * 1000)
  }

  /// Whether one moment comes before another.
  public static func < (left: Moment, right: Moment) -> Bool {
    left.millisecondsSince1970 < right.millisecondsSince1970
  }

  private static let earliest: Int64 = -62_135_596_800_000
  private static let latest: Int64 = 253_402_300_799_999

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }

}

extension Int64 {
  /// Quotient and remainder with a remainder that is never negative, unlike those of `/` and `%`.
  fileprivate func quotientRoundedDown(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
