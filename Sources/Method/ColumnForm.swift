import MethodTree
import Workshop

/// What the cells of a column must hold where something is done with them: added up, drawn, put in order, followed.
public enum ColumnForm: String, Hashable, Sendable, CaseIterable {
  /// Numbers.
  case number
  /// Days.
  case day
  /// Lengths of time.
  case duration
  /// Anything of which one can be more than another: numbers, days or lengths of time.
  case measure
  /// Handles of answers.
  case reference
  /// How often something is done.
  case frequency
  /// When something comes back.
  case repetition = "repeat"
  /// Options.
  case options
  /// What answers can be put in groups by: answers they refer to, or options.
  case group

  /// Whether a column of that type holds it.
  func fits(_ type: CellType) -> Bool {
    switch self {
    case .number, .day, .duration: type.measure == self
    case .measure: type.measure != nil
    case .reference: !type.series.isEmpty
    case .frequency: type == .frequency
    case .repetition: type == .repeats
    case .options: if case .choice = type { true } else { false }
    case .group: !type.series.isEmpty || type.hasOptions
    }
  }

  /// Refuses a column that holds something else, with those that would do.
  func check(
    _ column: Column?, called name: String, among known: [(name: String, type: CellType)], file: String, line: Int
  ) throws(MethodError) {
    if let column, fits(column.type) { return }
    let fitting = known.filter { fits($0.type) }.map(\.name)
    throw MethodError(file: file, line: line, fault: .unsuitedColumn(name, self, known: fitting))
  }
}

extension CellType {
  /// What its cells are compared by; nil where none is more than another.
  var measure: ColumnForm? {
    switch self {
    case .number, .scale: .number
    case .date: .day
    case .duration: .duration
    case .text, .texts, .person, .persons, .choice, .multi, .suggestion, .kpi, .frequency, .repeats, .reference,
      .references, .yesNo:
      nil
    }
  }

  fileprivate var hasOptions: Bool {
    switch self {
    case .choice, .multi: true
    case .text, .texts, .number, .date, .duration, .person, .persons, .suggestion, .kpi, .frequency, .repeats,
      .reference, .references, .yesNo, .scale:
      false
    }
  }

  /// The series whose handles stand in its cells.
  var series: [String] {
    switch self {
    case .reference(let series), .references(let series): series
    case .text, .texts, .number, .date, .duration, .person, .persons, .choice, .multi, .suggestion, .kpi, .frequency,
      .repeats, .yesNo, .scale:
      []
    }
  }
}

extension [Column] {
  /// The column of a question that is named, and holds what is done with it.
  func column(_ tree: Tree, holding form: ColumnForm?, in file: String) throws(MethodError) -> ColumnID {
    let name = ColumnID(try tree.text(in: file))
    guard let column = first(where: { $0.id == name }) else {
      throw MethodError(file: file, line: tree.line, fault: .unknownWord(name.rawValue, known: map(\.id.rawValue)))
    }
    let known = map { (name: $0.id.rawValue, type: $0.type) }
    try form?.check(column, called: name.rawValue, among: known, file: file, line: tree.line)
    return name
  }
}

extension Section.Figure.Kind {
  /// What each of its columns must hold, in the order of ``roles``.
  var holding: [ColumnForm?] {
    switch self {
    case .bars: [.number, .number, nil]
    case .shares: [.number]
    case .risks: [.number, .number]
    case .honeycomb, .flower: [nil, nil]
    case .calendar: [.day, .repetition, .group]
    }
  }
}
