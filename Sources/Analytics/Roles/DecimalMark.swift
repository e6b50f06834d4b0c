/// Which sign parts the whole of a number from its fraction.
public enum DecimalMark: String, Hashable, Sendable, CaseIterable {
  /// 1,234.5
  case point
  /// 1.234,5
  case comma
}

/// What the numbers of a column say about their decimal mark. One cell often says nothing: 1.234 may be either.
struct MarkEvidence: OptionSet, Sendable {
  let rawValue: UInt8

  static let pointIsDecimal = MarkEvidence(rawValue: 1)
  static let commaIsDecimal = MarkEvidence(rawValue: 2)
  /// As 1.234.
  static let onePoint = MarkEvidence(rawValue: 4)
  /// As 1,234.
  static let oneComma = MarkEvidence(rawValue: 8)
  /// As 1234: thousands are not parted.
  static let isUngrouped = MarkEvidence(rawValue: 16)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// What one number says; nil when its marks fit no way of writing numbers.
  init?(_ shape: NumberShape) {
    switch (shape.dots, shape.commas) {
    case (0, 0): self = shape.digitCount > 3 && shape.behindMark == 0 ? .isUngrouped : []
    case (1, 0): self = MarkEvidence.isEitherWay(shape) ? .onePoint : .pointIsDecimal
    case (0, 1): self = MarkEvidence.isEitherWay(shape) ? .oneComma : .commaIsDecimal
    case (_, 0):
      guard shape.isGrouped, shape.behindMark == 3 else { return nil }
      self = .commaIsDecimal
    case (0, _):
      guard shape.isGrouped, shape.behindMark == 3 else { return nil }
      self = .pointIsDecimal
    case (1, _) where !shape.isLastMarkComma && shape.isGrouped: self = .pointIsDecimal
    case (_, 1) where shape.isLastMarkComma && shape.isGrouped: self = .commaIsDecimal
    case _: return nil
    }
  }

  private static func isEitherWay(_ shape: NumberShape) -> Bool {
    shape.behindMark == 3 && (1...3).contains(shape.beforeMark) && !shape.isFirstDigitZero && shape.isGrouped
  }

  /// Whether both are the decimal mark, in different cells.
  var isContradictory: Bool { isSuperset(of: [.pointIsDecimal, .commaIsDecimal]) }

  /// The mark, as far as the numbers tell; nil when they do not.
  var mark: DecimalMark? {
    if contains(.pointIsDecimal) { return contains(.commaIsDecimal) ? nil : .point }
    if contains(.commaIsDecimal) { return .comma }
    let isAmbiguous = (contains(.onePoint), contains(.oneComma))
    switch isAmbiguous {
    case (false, false): return .point
    // Both in one column: neither can part thousands and decimals at once, unless the column is mixed.
    case (true, true): return nil
    // Where thousands are not parted, a mark parts decimals.
    case (true, false): return contains(.isUngrouped) ? .point : nil
    case (false, true): return contains(.isUngrouped) ? .comma : nil
    }
  }
}

extension ExactNumber {
  /// A number as written, once the decimal mark is known.
  init?(_ shape: NumberShape, mark: DecimalMark) {
    let marks = mark == .point ? shape.dots : shape.commas
    let isLast = shape.isLastMarkComma == (mark == .comma)
    var scale = marks == 1 && isLast ? shape.behindMark : 0
    var mantissa = shape.isNegative ? -shape.digits : shape.digits
    if let exponent = shape.exponent {
      scale -= exponent
      guard scale <= 36 else { return nil }
      while scale < 0 {
        let (product, isOver) = mantissa.multipliedReportingOverflow(by: 10)
        guard !isOver else { return nil }
        mantissa = product
        scale += 1
      }
    }
    self.init(mantissa: mantissa, scale: scale)
  }
}
