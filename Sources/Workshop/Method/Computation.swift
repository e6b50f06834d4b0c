/// A figure that follows from the cells of a row.
public enum Computation: Hashable, Sendable {
  /// How much a figure must change each month to get from a baseline to a target by a deadline.
  case monthlyChange(from: ColumnID, to: ColumnID, by: ColumnID)
  /// What comes back, in per cent of the cost: (yield − cost) ÷ cost × 100.
  case returnOn(cost: ColumnID, yield: ColumnID)
}

/// A figure that was computed.
public enum Computed: Hashable, Sendable {
  /// So much a month.
  case monthlyChange(String, from: String, to: String, by: Day)
  /// So many per cent.
  case returnOn(percent: String)
}

extension Session {
  /// The figure that follows from an answer; nil while a cell it needs is missing, or there is nothing to compute.
  public func computed(_ answer: Answer) -> Computed? {
    guard let question = method.question(answer.id.question), let computation = question.computation else { return nil }
    func cell(_ column: ColumnID) -> String {
      question.columns.firstIndex { $0.id == column }.map { answer.cell(at: $0) } ?? ""
    }
    switch computation {
    case .monthlyChange(let from, let to, let by):
      guard let baseline = Double(cell(from)), let target = Double(cell(to)), let deadline = Day(iso: cell(by)),
        let date, deadline > date
      else { return nil }
      let months = Double(deadline.daysSinceEpoch - date.daysSinceEpoch) / (365.25 / 12)
      let change = (target - baseline) / max(months, 1)
      return .monthlyChange(rounded(change), from: cell(from), to: cell(to), by: deadline)
    case .returnOn(let cost, let yield):
      guard let cost = Double(cell(cost)), let yield = Double(cell(yield)), cost > 0 else { return nil }
      return .returnOn(percent: decimal(((yield - cost) / cost * 100).rounded()))
    }
  }

  /// Whole numbers from ten on, one decimal below.
  private func rounded(_ number: Double) -> String {
    decimal(number.magnitude >= 10 ? number.rounded() : (number * 10).rounded() / 10)
  }
}
