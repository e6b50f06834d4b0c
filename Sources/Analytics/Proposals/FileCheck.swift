/// Refuses a file as a whole: what a spreadsheet has damaged, and what holds no numbers.
enum FileCheck {
  static func check(_ tables: [Table], _ found: [FoundSheet], _ vocabulary: Vocabulary) throws(Refusal) {
    for table in tables {
      for (index, (column, name)) in zip(table.found.columns, table.found.names).enumerated() {
        // What stands first may be months that a spreadsheet writes so.
        if let (line, text) = column.numbersChangedIntoDates, index > 0 || column.numbers > 0 {
          throw .numbersChangedIntoDates(column: name.text, line: line, text: text)
        }
        if let line = column.firstTooNarrow { throw .cellsTooNarrow(column: name.text, line: line) }
      }
    }
    let hasNumbers = tables.contains { table in
      table.roles.contains(.numbers) || table.metrics.contains { $0 != nil }
    }
    guard !hasNumbers, !found.contains(where: { $0.facts.contains(where: isNumber) }) else { return }
    for text in found.flatMap(\.notes) where vocabulary.isWord(HeaderName.key(text), "nodata") {
      throw .noData(text: text)
    }
    if let line = found.compactMap(\.headless).first { throw .noHeader(line: line) }
    throw .noTable
  }

  private static func isNumber(_ fact: FoundFact) -> Bool {
    let bytes = Array(fact.value.utf8)
    return NumberShape(bytes.span, 0..<bytes.count) != nil
  }
}
