/// How a workbook shows a number, which tells what it is.
enum NumberStyle: Sendable {
  case plain
  case percentage
  case day
  case time

  /// The style of a format's code, or of its number where formats are built in (ECMA-376, 18.8.30).
  init(number: Int, code: String?) {
    if let code {
      self = NumberStyle.style(of: code)
      return
    }
    switch number {
    case 9, 10: self = .percentage
    case 14...17, 22, 27...36, 50...58: self = .day
    case 18...21, 45...47: self = .time
    case _: self = .plain
    }
  }

  /// Letters outside quotation marks and brackets tell; those of an elapsed time stand in brackets.
  private static func style(of code: String) -> NumberStyle {
    var (letters, isQuoted, isEscaped, bracket): (Set<Character>, Bool, Bool, String?) = ([], false, false, nil)
    for character in code.prefix(200).lowercased() {
      if isEscaped {
        isEscaped = false
      } else if let inner = bracket {
        bracket = character == "]" ? nil : inner + String(character)
        if bracket == nil, !inner.isEmpty, inner.allSatisfy({ "hms".contains($0) }) { letters.insert("h") }
      } else if isQuoted {
        isQuoted = character != "\""
      } else {
        switch character {
        case "\\", "_", "*": isEscaped = true
        case "\"": isQuoted = true
        case "[": bracket = ""
        case ";": if !letters.isEmpty { return style(of: letters) }
        case _: letters.insert(character)
        }
      }
    }
    return style(of: letters)
  }

  private static func style(of letters: Set<Character>) -> NumberStyle {
    if letters.contains("%") { return .percentage }
    // "General" holds no d and no y.
    if letters.contains("y") || letters.contains("d") { return .day }
    if letters.contains("h") || letters.contains("s") { return .time }
    return letters.contains("m") ? .day : .plain
  }
}

/// Writes the number of a cell as its style shows it.
struct NumberCell {
  /// Whether days count from 1904.
  let isFrom1904: Bool

  /// The text and kind of a number.
  func written(_ number: Double, style: NumberStyle) -> (text: String, kind: CellKind) {
    switch style {
    case .plain: (NumberCell.decimal(number), .number)
    case .percentage: (NumberCell.decimal(number), .percentage)
    case .day: day(number).map { ($0.iso, .day) } ?? (NumberCell.decimal(number), .number)
    case .time: (NumberCell.time(number), .number)
    }
  }

  /// As a decimal number with a point.
  static func decimal(_ number: Double) -> String {
    guard let whole = Int(exactly: number) else { return number.description }
    return String(whole)
  }

  private static func time(_ number: Double) -> String {
    guard number >= 0, number < 100_000 else { return decimal(number) }
    let seconds = Int((number * 86_400).rounded())
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }

  /// Days count from the last day of 1899, and as if 1900 had had a 29 February.
  private func day(_ number: Double) -> CalendarDay? {
    guard number >= 1, number < 2_958_466 else { return nil }
    let count = Int(number.rounded(.down))
    if isFrom1904 { return CalendarDay(year: 1904, month: 1, day: 1)?.later(by: count) }
    return CalendarDay(year: 1899, month: 12, day: count > 59 ? 30 : 31)?.later(by: count)
  }
}
