import MethodTree
import Workshop

/// Reads what a method says of measuring: whose answers, which of their columns, and how they are judged.
struct MeasuringReading {
  let blocks: BlockReading

  private var file: String { blocks.file }

  static let keys = ["of", "columns", "tolerance", "course"]
  static let columns = ["from", "to", "by", "since", "unit", "every"]

  /// - Throws: What is wrong: a question or a column that is not there, a column of another type than it must have, a
  ///   tolerance outside of 0 to 100, a course or a rhythm that is not known.
  func measuring(_ tree: Tree) throws(MethodError) -> Measuring {
    let fields = try Fields(tree, file: file, keys: MeasuringReading.keys)
    let name = try fields.needed("of")
    let question = try blocks.known(try name.text(in: file), line: name.line)
    let columns = try Fields(try fields.needed("columns"), file: file, keys: MeasuringReading.columns)
    return Measuring(
      question: question.id,
      columns: Measuring.Columns(
        from: try column(try columns.needed("from"), of: question, ["num"]) { $0.isNumber },
        to: try column(try columns.needed("to"), of: question, ["num"]) { $0.isNumber },
        by: try column(try columns.needed("by"), of: question, ["date"]) { $0 == .date },
        since: try columns["since"].map { tree throws(MethodError) in
          try column(tree, of: question, ["date", "past-date"]) { $0 == .date }
        },
        unit: try columns["unit"].map { tree throws(MethodError) in
          try column(tree, of: question, ["text", "choice"]) { $0.isWords }
        },
        every: try columns["every"].map { tree throws(MethodError) in
          try column(tree, of: question, ["frequency", "choice(\(MeasuringReading.rhythms.joined(separator: ", ")))"]) {
            $0.isRhythm
          }
        }),
      tolerance: try tolerance(fields["tolerance"]), course: try course(fields["course"]))
  }

  private static let rhythms = Rhythm.allCases.map(\.rawValue)

  private func column(
    _ tree: Tree, of question: Question, _ types: [String], _ fits: (CellType) -> Bool
  ) throws(MethodError) -> ColumnID {
    let name = try tree.text(in: file)
    guard let column = question.columns.first(where: { $0.id.rawValue == name }) else {
      throw MethodError(
        file: file, line: tree.line, fault: .unknownWord(name, known: question.columns.map(\.id.rawValue)))
    }
    guard fits(column.type) else {
      let known = question.columns.filter { fits($0.type) }.map(\.id.rawValue)
      throw MethodError(file: file, line: tree.line, fault: .unknownWord(name, known: known.isEmpty ? types : known))
    }
    return column.id
  }

  private func tolerance(_ tree: Tree?) throws(MethodError) -> Int {
    guard let tree else { return Measuring.usualTolerance }
    let number = try tree.number(in: file)
    guard (0...100).contains(number) else {
      throw MethodError(file: file, line: tree.line, fault: .unknownWord(tree.shown, known: ["0", "…", "100"]))
    }
    return number
  }

  private func course(_ tree: Tree?) throws(MethodError) -> Course.Kind {
    guard let tree else { return .straight }
    guard let kind = Course.Kind(rawValue: try tree.text(in: file)) else {
      throw MethodError(
        file: file, line: tree.line, fault: .unknownWord(tree.shown, known: Course.Kind.allCases.map(\.rawValue)))
    }
    return kind
  }
}

extension CellType {
  fileprivate var isNumber: Bool { if case .number = self { true } else { false } }

  fileprivate var isWords: Bool {
    switch self {
    case .text, .choice, .suggestion: true
    case .texts, .number, .date, .duration, .person, .persons, .multi, .kpi, .frequency, .repeats, .reference,
      .references, .yesNo, .scale:
      false
    }
  }

  /// Whether each of its cells says how often.
  fileprivate var isRhythm: Bool {
    switch self {
    case .frequency: true
    case .choice(.own(let options)): options.allSatisfy { Rhythm(rawValue: $0.rawValue) != nil }
    case .text, .texts, .number, .date, .duration, .person, .persons, .choice(.list), .multi, .suggestion, .kpi,
      .repeats, .reference, .references, .yesNo, .scale:
      false
    }
  }
}
