/// Reads what was typed into the form that is stored, and says what is wrong when it cannot be. The session it is typed
/// in is lent to each function: it is large, and every line is read.
public struct CellParser {
  var localization: Localization
  /// The day a date without a year is read from.
  var today: Day

  /// The sign for a cell that is left open.
  static let open = "~"

  /// The stored form of a typed cell. An empty cell stays empty: a gap is allowed, and shown.
  func cell(
    _ typed: String, column: Column, of question: QuestionID, in session: Session
  ) throws(Refusal) -> String {
    let text = typed.trimmed
    if text.isEmpty || text == CellParser.open { return "" }
    do throws(CellFault) {
      if column.type == .date { return try day(text, as: column.dayRole).description }
      return try stored(text, as: column.type, of: question, in: session)
    } catch {
      let wrong = wrongPart(of: text, as: column.type, of: question, in: session)
      throw .cell(column.id, question: question, typed: wrong, fault: error)
    }
  }

  /// The first of several values that is wrong; the whole cell where there is room for one.
  private func wrongPart(
    of text: String, as type: CellType, of question: QuestionID, in session: Session
  ) -> String {
    switch type {
    case .persons, .multi, .references:
      Answer.values(in: text).first { (try? stored($0, as: type, of: question, in: session)) == nil } ?? text
    case .text, .texts, .number, .date, .duration, .person, .choice, .suggestion, .kpi, .frequency, .repeats,
      .reference, .yesNo, .scale:
      text
    }
  }

  private func stored(
    _ text: String, as type: CellType, of question: QuestionID, in session: Session
  ) throws(CellFault) -> String {
    let language = localization.language
    switch type {
    case .text(let limit):
      guard text.utf8.count <= limit || text.count <= limit else { throw .tooLong(length: text.count, limit: limit) }
      guard text.utf8.count <= CellType.mostBytes else {
        throw .tooLong(length: text.utf8.count, limit: CellType.mostBytes)
      }
      return text
    case .texts(let range):
      let parts = text.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
      guard range.contains(parts.count) else { throw .wrongNumberOfTexts(found: parts.count, expected: range) }
      return try stored(parts.joined(separator: "; "), as: .text(limit: CellType.mostBytes), of: question, in: session)
    case .number(let rule): return try number(text, rule)
    case .date: return try day(text, as: .end).description
    case .duration:
      guard let duration = language.durations.duration(from: text) else { throw .notADuration }
      return duration
    case .person: return try single(text) { part throws(CellFault) in try person(part, in: session) }
    case .persons: return try several(text) { part throws(CellFault) in try person(part, in: session) }
    case .choice(let options): return try option(text, from: options, of: question, in: session).rawValue
    case .multi(let options):
      return try several(text) { part throws(CellFault) in
        try option(part, from: options, of: question, in: session).rawValue
      }
    case .suggestion(let list):
      // Only what is written out, or its number: the beginning of an option may be words of the room's own.
      if let option = exactOption(text, from: .list(list), of: question, in: session) { return option.rawValue }
      return try stored(text, as: .text(limit: CellType.defaultLimit), of: question, in: session)
    case .kpi:
      if let kpi = session.kpi(called: text, in: localization) { return kpi.id.rawValue }
      return try stored(text, as: .text(limit: CellType.defaultLimit), of: question, in: session)
    case .frequency:
      do throws(RecurrenceFault) { return try language.frequencies.readFrequency(text).stored } catch {
        throw .notAFrequency(error)
      }
    case .repeats:
      do throws(RecurrenceFault) { return try language.frequencies.readRepeat(text).stored } catch {
        throw .notARepeat(error)
      }
    case .reference(let series):
      return try single(text) { part throws(CellFault) in
        try handle(part, in: series, of: question, in: session).rawValue
      }
    case .references(let series):
      return try several(text) { part throws(CellFault) in
        try handle(part, in: series, of: question, in: session).rawValue
      }
    case .yesNo:
      let typed = text.lowercased()
      if typed == "yes" || language.yes.contains(typed) { return "yes" }
      if typed == "no" || language.no.contains(typed) { return "no" }
      throw .notYesOrNo
    case .scale(let range):
      guard let number = Int(digits: text) else { throw .notWhole }
      guard range.contains(number) else { throw .outOfRange(range) }
      return String(number)
    }
  }

  /// A value where there is room for one; a list of values that would each be right is told apart from a wrong one.
  private func single(
    _ text: String, _ read: (String) throws(CellFault) -> String
  ) throws(CellFault) -> String {
    do throws(CellFault) { return try read(text) } catch {
      let parts = Answer.values(in: text)
      guard parts.count > 1, (try? several(text, read)) != nil else { throw error }
      throw .onlyOne
    }
  }

  private func several(
    _ text: String, _ read: (String) throws(CellFault) -> String
  ) throws(CellFault) -> String {
    var values: [String] = []
    for part in Answer.values(in: text) {
      let value = try read(part)
      if !values.contains(value) { values.append(value) }
    }
    return values.joined(separator: ", ")
  }

  private func day(_ text: String, as role: DayRole) throws(CellFault) -> Day {
    do throws(DayFault) {
      return try localization.language.days.day(text, today: today, as: role)
    } catch {
      switch error {
      case .unreadable: throw .notADay
      case .either(let first, let second): throw .eitherDay(first, second)
      case .otherWeekday(let day): throw .otherWeekday(day)
      }
    }
  }

  private func number(_ text: String, _ rule: NumberRule) throws(CellFault) -> String {
    guard let quantity = localization.language.numbers.quantity(from: text) else { throw .notANumber }
    let number = quantity.number
    switch (rule, quantity.mark) {
    case (_, .plain), (.any, _), (.percent, .percent): break
    case (.money, .money(let code)):
      if let code, let currency = localization.language.numbers.currency, code != currency {
        throw .otherCurrency(currency)
      }
    case (.between(let range), .percent) where range.upperBound == 100: break
    case (.whole, _), (.money, _), (.percent, _), (.between, _): throw .notANumber
    }
    switch rule {
    case .any, .money: break
    case .percent(let most):
      guard let value = Double(number), value <= Double(most), value >= 0 else { throw .outOfRange(0...most) }
    case .whole: guard !number.contains(".") else { throw .notWhole }
    case .between(let range):
      guard let value = Double(number), value >= Double(range.lowerBound), value <= Double(range.upperBound) else {
        throw .outOfRange(range)
      }
    }
    return number
  }

  private func person(_ text: String, in session: Session) throws(CellFault) -> String {
    switch session.participants(called: text).map(\.initials) {
    case let found where found.count == 1: return found[0]
    case []: throw .unknownPerson(known: session.participants.map(\.initials))
    case let several: throw .severalPeople(several)
    }
  }
}
