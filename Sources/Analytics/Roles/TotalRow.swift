/// Finds the row that adds up the others: it is the first or the last.
enum TotalRow {
  static func find(in table: FoundTable, _ roles: [ColumnRole], _ vocabulary: Vocabulary) -> Table.Total? {
    guard table.rowCount > 1 else { return nil }
    for (texts, place) in [(table.firstTexts, table.firstRow), (table.lastTexts, table.endRow - 1)] {
      if let label = label(texts, vocabulary) { return Table.Total(place: place, label: label) }
      if table.rowCount > 3, isSum(texts, in: table, roles) || isGreatest(texts, in: table, roles) {
        return Table.Total(place: place, label: texts.first { !$0.isEmpty } ?? "")
      }
    }
    return nil
  }

  /// A word for a total among the first two cells, or behind all of them, and what stands there.
  static func label(_ texts: [String], _ vocabulary: Vocabulary) -> String? {
    (texts.prefix(2) + texts.suffix(1)).first { text in
      let key = HeaderName.key(text)
      return vocabulary.isWord(key, "total")
        || vocabulary.words("total", meaning: "row").contains { key.hasPrefix($0 + ":") }
    }
  }

  private static func values(
    _ texts: [String], in table: FoundTable, _ roles: [ColumnRole]
  ) -> [(column: Int, value: Double)] {
    roles.indices.compactMap { column in
      guard roles[column] == .numbers, column < texts.count else { return nil }
      let bytes = Array(texts[column].utf8)
      guard let shape = NumberShape(bytes.span, 0..<bytes.count),
        let number = ExactNumber(shape, mark: table.columns[column].marks.mark ?? .point)
      else { return nil }
      var value = Double(number.mantissa)
      for _ in 0..<number.scale { value /= 10 }
      return (column, value)
    }
  }

  /// Whether most numbers are what the others add up to. A day or a date is no label of a total.
  private static func isSum(_ texts: [String], in table: FoundTable, _ roles: [ColumnRole]) -> Bool {
    guard !hasDay(texts, roles) else { return false }
    let values = values(texts, in: table, roles).filter { $0.value != 0 }
    let sums = values.count { column, value in
      abs(table.columns[column].sum - 2 * value) <= abs(value) * 1e-9
    }
    return sums > 0 && sums * 2 > values.count
  }

  /// Whether labels are blank that other rows have, and most numbers are the greatest of their columns.
  private static func isGreatest(_ texts: [String], in table: FoundTable, _ roles: [ColumnRole]) -> Bool {
    guard !hasDay(texts, roles) else { return false }
    let labels = roles.indices.filter { roles[$0] == .labels || roles[$0] == .days }
    let isBlankThere = labels.contains { column in
      (column >= texts.count || texts[column].isEmpty) && table.columns[column].blanks == 1
    }
    guard isBlankThere else { return false }
    let values = values(texts, in: table, roles)
    return values.count > 1 && values.count { $0.value >= table.columns[$0.column].greatest } * 2 > values.count
  }

  private static func hasDay(_ texts: [String], _ roles: [ColumnRole]) -> Bool {
    roles.indices.contains {
      (roles[$0] == .days || roles[$0] == .dayNumbers) && $0 < texts.count && !texts[$0].isEmpty
    }
  }
}
