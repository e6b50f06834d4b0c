// Names become rows of participants: initials are made where nobody types them.
extension Session {
  /// The rows of people who are named in one line without a bar, `Kari, Ola, Fatima Åsen`: initials and names. The rest
  /// can wait. Nil where the line is something else: initials alone, a row of cells, the answer to another question.
  func namedPeople(_ typed: [String], in question: Question, _ parser: CellParser) -> [[String]]? {
    guard question.id == method.roles.participants, question.columns.count > 1, typed.count == 1, let line = typed.first
    else { return nil }
    let names = parser.localization.language.listed(line)
    guard let only = names.first, names.count > 1 || !Session.areInitials(only),
      names.allSatisfy({ $0.contains(where: \.isLetter) && $0.count <= CellType.defaultLimit })
    else { return nil }
    var taken = participants.map(\.initials)
    return names.map { name in
      // What stands in a list as initials is both, as long as nobody says more.
      let initials =
        Session.areInitials(name) && !Session.isTaken(name, taken) ? name : Session.initials(of: name, taken)
      taken.append(initials)
      return [initials, name] + Array(repeating: "", count: question.columns.count - 2)
    }
  }

  /// A row of a participant that begins with a name, or without initials, with initials made for it: `Ola Lie` is OL.
  func withInitials(_ typed: [String], in question: Question) -> [String] {
    guard question.id == method.roles.participants, let first = typed.first else { return typed }
    let taken = participants.map(\.initials)
    if first.isEmpty || first == CellParser.open {
      guard typed.count > 1, typed[1].contains(where: \.isLetter) else { return typed }
      return [Session.initials(of: typed[1], taken)] + typed.dropFirst()
    }
    let words = first.split(whereSeparator: \.isWhitespace)
    guard typed.count < question.columns.count, words.count > 1, words.contains(where: { $0.count > 2 }) else {
      return typed
    }
    return [Session.initials(of: first, taken)] + typed
  }

  /// At most four capital letters, such as `KH`.
  private static func areInitials(_ text: String) -> Bool {
    text.count <= 4 && text.allSatisfy { $0.isLetter && $0.isUppercase || $0.isNumber }
  }

  private static func isTaken(_ initials: String, _ taken: [String]) -> Bool {
    taken.contains { $0.lowercased() == initials.lowercased() }
  }

  /// The first letters of up to four names, or the first two of one; with a number where somebody has them.
  private static func initials(of name: String, _ taken: [String]) -> String {
    let words = name.split { $0.isWhitespace || $0 == "-" }.filter { $0.first?.isLetter == true }
    let letters =
      words.count > 1
      ? words.prefix(4).compactMap(\.first).map { $0.uppercased() }.joined()
      : (words.first ?? name[...]).prefix(2).uppercased()
    guard isTaken(letters, taken) else { return letters }
    // One name has more letters to be known by.
    let longer = words.count == 1 ? (words.first ?? name[...]).prefix(3).uppercased() : letters
    guard isTaken(longer, taken) else { return longer }
    return (2...taken.count + 2).lazy.map { letters + String($0) }.first { !isTaken($0, taken) } ?? letters
  }
}

extension Language {
  /// The parts of a list that is written as one is said: parted by commas or semicolons, the last one by *and*.
  func listed(_ text: String) -> [String] {
    let ands = frequencies.words.conjunctions.map { " \($0) " }
    let parts = text.split { ",;\n\t".contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
    // A single `Kari og Ola` is two people as well.
    guard let last = parts.last, let and = ands.lazy.compactMap({ last.firstRange(of: $0) }).first else { return parts }
    let two = [last[..<and.lowerBound].trimmed, last[and.upperBound...].trimmed].filter { !$0.isEmpty }
    return parts.dropLast() + two
  }
}
