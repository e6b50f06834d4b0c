/// What one candidate does with a row.
struct TableJob {
  /// The place of the candidate among all.
  let candidate: Int
  /// Whether it takes the row of totals, and no other.
  let isOfTotal: Bool
  /// Words that labels of a row must hold.
  let words: [String]
  private(set) var tally: Tally
  private let way: Way
  private let period: DayRange?
  private let terms: [Candidate.Term]
  private let base: [Candidate.Term]

  init(_ candidate: Candidate, at place: Int, hasDays: Bool) {
    self.candidate = place
    isOfTotal = candidate.rows == .total
    words = [candidate.rowWord, candidate.rowNetwork].compactMap { $0 }
    tally = Tally(candidate.kpi.period)
    way = candidate.way
    period = hasDays && !isOfTotal ? candidate.kpi.period : nil
    terms = candidate.terms
    base = candidate.base
  }

  mutating func take(
    _ row: Row, _ range: DayRange?, _ numbers: borrowing [CellNumber], _ labels: borrowing [String],
    _ bytes: borrowing Span<UInt8>, _ records: borrowing Records
  ) {
    if let period {
      guard let range else { return }
      guard period.contains(range) else { return tally.leaveOut(range) }
    }
    var label: String?
    for word in words {
      guard let found = labels.first(where: { HeaderName.key($0).contains(word) }) else { return }
      label = found
    }
    tally.begin(range, label: label)
    guard way != .count else {
      return tally.add(ExactTotal(mantissa: 1, scale: 0), base: nil, product: nil, on: range?.last)
    }
    let isWhole = check(terms, row, numbers, bytes, records) && check(base, row, numbers, bytes, records)
    guard isWhole else { return }
    tally.add(
      total(terms, numbers), base: base.isEmpty ? nil : total(base, numbers), product: product(numbers), on: range?.last
    )
  }

  /// Whether all columns have a number; what they have instead is noted.
  private mutating func check(
    _ terms: [Candidate.Term], _ row: Row, _ numbers: borrowing [CellNumber], _ bytes: borrowing Span<UInt8>,
    _ records: borrowing Records
  ) -> Bool {
    var isWhole = true
    for term in terms {
      switch numbers[term.column] {
      case .number: break
      case .missing:
        tally.addMissing(term.column)
        isWhole = false
      case .unread:
        let cell = records.cells[row.firstCell + term.column]
        tally.addUnread(term.column, line: row.line, text: String(ColumnProfile.text(bytes, cell.range).prefix(80)))
        isWhole = false
      }
    }
    return isWhole
  }

  private func total(_ terms: [Candidate.Term], _ numbers: borrowing [CellNumber]) -> ExactTotal {
    if terms.count == 1, !terms[0].isSubtracted, case .number(let number) = numbers[terms[0].column] {
      return ExactTotal(number)
    }
    var total = ExactTotal.zero
    for term in terms {
      guard case .number(let number) = numbers[term.column] else { continue }
      if term.isSubtracted { total.subtract(ExactTotal(number)) } else { total.add(number) }
    }
    return total
  }

  private func product(_ numbers: borrowing [CellNumber]) -> ExactTotal? {
    guard way == .weightedMean, let term = terms.first, let weight = base.first,
      case .number(let value) = numbers[term.column], case .number(let factor) = numbers[weight.column]
    else { return nil }
    return .product(value, factor)
  }
}
