/// Numbers that were typed with a sign of percent or a currency, against the unit of their row.
extension CellParser {
  /// - Throws: That the row counts in another unit of the catalogue. A unit of the room's own may be anything.
  func checkUnits(
    _ typed: [String], at places: [Int], of question: Question, unit row: [String], in session: Session
  ) throws(Refusal) {
    guard let unitPlace = question.columns.firstIndex(where: { $0.id == "unit" }),
      let unit = unit(called: row[unitPlace], in: session)
    else { return }
    for (text, place) in zip(typed, places) where question.columns[place].type == .number(.any) {
      guard let quantity = localization.language.numbers.quantity(from: text) else { continue }
      let fits =
        switch quantity.mark {
        case .plain: true
        case .percent: unit == "percent" || unit == "percentage-points"
        case .money: unit == "money" || unit == "per-post" || unit == "per-person"
        }
      guard fits else {
        let label = localization.texts.lists["kpi-unit"]?[unit] ?? unit.rawValue
        throw .cell(question.columns[place].id, question: question.id, typed: text, fault: .otherUnit(label))
      }
    }
  }

  /// The unit of the catalogue that a cell holds, by its name or its label.
  private func unit(called cell: String, in session: Session) -> OptionID? {
    let wanted = cell.lowercased()
    let labels = localization.texts.lists["kpi-unit"] ?? [:]
    return session.method.options(of: "kpi-unit").first {
      $0.rawValue.lowercased() == wanted || labels[$0]?.lowercased() == wanted
    }
  }
}
