/// The currency of a session: its amounts are in the one of the room's language, whatever language they are read in.
extension Localization {
  /// The same words, with every amount in the currency that a room counted in.
  ///
  /// Where both languages have one currency, nothing changes. Else the sign of this language's currency gives way to the
  /// code of the room's, after ISO 4217, or to its sign where its language tells no code: `£{number}` becomes
  /// `NOK {number}`, and `Cost (£)` becomes `Cost (NOK)`.
  ///
  /// - Parameter room: How the language of the room writes numbers.
  /// - Returns: The words; these ones where the currency is the same.
  public func counting(as room: NumberFormat) -> Localization {
    let change = CurrencyChange(from: language.numbers, to: room)
    guard change.isOne else { return self }
    var texts = texts
    texts.questions = texts.questions.mapValues(change.applied)
    texts.sentences = texts.sentences.mapValues(change.applied)
    texts.checks = texts.checks.mapValues(change.applied)
    var numbers = language.numbers
    numbers.money = change.applied(to: numbers.money)
    numbers.currency = room.currency
    return Localization(language: Language(language, numbers: numbers), texts: texts)
  }
}

/// What becomes of the words of a language whose amounts are in another currency.
private struct CurrencyChange {
  private let old: String
  private let new: String

  init(from: NumberFormat, to: NumberFormat) {
    (old, new) = (from.currencySign, to.currency ?? to.currencySign)
    isOne = (from.currency ?? old) != new
  }

  /// Whether anything changes.
  let isOne: Bool

  func applied(to question: QuestionTexts) -> QuestionTexts {
    var question = question
    question.label = inLabel(question.label)
    question.columns = question.columns.mapValues(inLabel)
    return question
  }

  func applied(to template: Template) -> Template {
    Template(inSentence(template.other), one: template.one.map(inSentence))
  }

  private func inLabel(_ label: String) -> String { label.replacing("(\(old))", with: "(\(new))") }

  /// The sign beside a variable: no other is an amount's.
  private func inSentence(_ sentence: String) -> String {
    guard sentence.contains(old) else { return sentence }
    var text = sentence
    // A code stands apart from its number.
    let apart = new.last?.isLetter == true ? "\u{A0}" : ""
    for space in [" ", "\u{A0}"] {
      text = text.replacing("\(old)\(space){", with: "\(new)\u{A0}{")
      // The point of an abbreviation may end the sentence besides.
      if old.last == ".", text.hasSuffix("}\(space)\(old)") { text += "." }
      // A word that begins like the sign is none.
      for place in text.ranges(of: "}\(space)\(old)").reversed()
      where !(text[place.upperBound...].first?.isLetter ?? false) {
        text.replaceSubrange(place, with: "}\u{A0}\(new)")
      }
    }
    return text.replacing("\(old){", with: "\(new)\(apart){")
  }
}

extension NumberFormat {
  /// What stands beside the number of an amount.
  fileprivate var currencySign: String {
    money.filled(["number": ""]).trimmed
  }
}
