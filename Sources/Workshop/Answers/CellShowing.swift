/// Showing stored cells as a room reads them: options by their labels, numbers and days in the language's form.
extension Session {
  /// How a reference or a participant is shown.
  public enum NamingStyle: Sendable {
    /// `OBJ1`, `KH`: what can be typed.
    case handles
    /// `OBJ1 Flere innom på hverdager`, `Kari Hauge`: what can be read.
    case names
  }

  /// One cell as the room reads it.
  ///
  /// - Parameters:
  ///   - place: The place of the column.
  ///   - answer: The answer it belongs to.
  ///   - localization: The language it is shown in.
  ///   - style: How references and participants are shown.
  /// - Returns: The text; empty for an empty cell.
  public func shown(
    _ place: Int, of answer: Answer, in localization: Localization, style: NamingStyle = .handles
  ) -> String {
    let cell = answer.cell(at: place)
    let columns = method.columns(of: answer.id.question)
    guard !cell.isEmpty, columns.indices.contains(place) else { return cell }
    return shown(cell, columns[place].type, of: answer.id.question, in: localization, style)
  }

  /// One of the values that cells of a column have, as the room reads it, with the names of what it refers to.
  ///
  /// - Parameters:
  ///   - value: The value, as it is stored.
  ///   - column: The column.
  ///   - question: The question that has the column.
  ///   - localization: The language it is shown in.
  /// - Returns: The text.
  public func shown(
    value: String, of column: Column, in question: QuestionID, in localization: Localization
  ) -> String {
    shown(value, column.type, of: question, in: localization, .names)
  }

  private func shown(
    _ cell: String, _ type: CellType, of question: QuestionID, in localization: Localization, _ style: NamingStyle
  ) -> String {
    let language = localization.language
    let texts = localization.texts
    switch type {
    case .text, .texts: return cell
    case .number(let rule):
      return language.numbers.text(cell, as: rule)
    case .date: return Day(iso: cell).map(language.days.text) ?? cell
    case .duration: return language.durations.text(cell)
    case .person, .persons:
      return Answer.values(in: cell).map { style == .names ? name(ofParticipant: $0) : $0 }.joined(separator: ", ")
    case .choice(let options): return texts.label(of: OptionID(cell), from: options, in: question)
    case .multi(let options):
      return Answer.values(in: cell).map { texts.label(of: OptionID($0), from: options, in: question) }
        .joined(separator: ", ")
    case .suggestion(let list):
      return texts.label(of: OptionID(cell), from: .list(list), in: question)
    case .kpi: return texts.kpis[KPIID(cell)]?.name ?? cell
    case .frequency: return language.frequencies.text(cell)
    case .repeats: return language.frequencies.repeatText(cell)
    case .reference, .references:
      // One name can be read; a row of them cannot.
      let handles = Answer.values(in: cell)
      guard style == .names, let only = handles.first, handles.count == 1 else { return cell }
      return name(of: Handle(only), in: localization)
    case .yesNo: return (cell == "yes" ? language.yes.first : language.no.first) ?? cell
    case .scale: return cell
    }
  }

  /// The text an answer is known by, as the room reads it.
  public func shownShort(_ answer: Answer, in localization: Localization) -> String {
    shown(shortPlace(of: answer), of: answer, in: localization)
  }

  /// A handle and the text it stands for; the text alone where the handle is but a number, and the handle alone when
  /// nothing has it any more. An answer without a text is named by its question and number.
  public func name(of handle: Handle, in localization: Localization) -> String {
    guard let answer = answer(handle) else {
      return handle.rawValue.contains("#") ? nameAsKnown(of: handle, in: localization) : handle.rawValue
    }
    let text = shownShort(answer, in: localization)
    switch (answer.id.series, text.isEmpty) {
    case (nil, false): return text
    case (nil, true): return "\(localization.texts.label(of: answer.id.question)) \(name(onScreen: answer.id))"
    case (_?, false): return "\(answer.handle) \(text)"
    case (_?, true): return answer.handle.rawValue
    }
  }

  /// The text of an answer, also of one that was taken away; nothing internal where even that is not known.
  public func nameAsKnown(of handle: Handle, in localization: Localization) -> String {
    if let answer = answer(handle) ?? answerID(of: handle).flatMap(lastKnown) {
      let text = shownShort(answer, in: localization)
      if !text.isEmpty { return text }
    }
    let number = handle.rawValue.split(separator: "#").last.map(String.init) ?? handle.rawValue
    return localization.language.sentence("votes.gone", ["number": number])
  }

  private func name(ofParticipant initials: String) -> String {
    let name = participants.first { $0.initials == initials }?.name ?? ""
    return name.isEmpty ? initials : name
  }

  /// The cells of an answer as they could be typed again, parted by ` | `, without empty ones at the end. A bar that
  /// stands alone in a cell is typed `\|`, except where the one column there is takes the whole line.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - localization: The language they are typed in.
  ///   - isWhole: Whether cells are shown that the run does not ask for, where somebody has filled them.
  ///   - gap: What stands for a cell that is open: the sign that is typed for it, unless the line is only read.
  /// - Returns: One line.
  public func typed(_ answer: Answer, in localization: Localization, isWhole: Bool = false, gap: String = "~") -> String
  {
    guard let question = method.question(answer.id.question) else { return "" }
    let asked = question.askedColumns(in: run)
    let places = question.columns.indices.filter { asked.contains($0) || (isWhole && !answer.cell(at: $0).isEmpty) }
    var cells = places.map { shown($0, of: answer, in: localization) }
    // A score that nothing was named for stands alone.
    if isWhole, case .vote = question.kind, cells.first?.isEmpty == true { cells.removeFirst() }
    while cells.count > 1, cells.last?.isEmpty == true { cells.removeLast() }
    guard question.columns.count > 1 else { return cells.first ?? "" }
    return cells.map { $0.isEmpty ? gap : CellParser.barsEscaped(in: $0) }.joined(separator: " | ")
  }
}
