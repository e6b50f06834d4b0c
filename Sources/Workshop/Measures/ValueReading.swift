/// Reads a value as it is typed: the number with or without its unit, a day or a period, and words.
struct ValueReading {
  let parser: CellParser
  let session: Session
  let answer: Answer
  let today: Day

  private var language: Language { parser.localization.language }

  /// What was read.
  struct Typed {
    var finding: MeasuredFinding
    var startsAnew: Bool
  }

  /// A value whose number is so many times the last one, or that part of it, is asked back.
  private static let farOff = 100

  /// The value.
  ///
  /// - Parameters:
  ///   - text: What was typed behind the name of the answer.
  ///   - old: The value that is changed; what is not typed stays as it is there.
  /// - Returns: The value.
  /// - Throws: A refusal when it cannot be one.
  func value(_ text: String, as old: MeasuredValue?) throws(Refusal) -> Typed {
    var words = text.split(whereSeparator: \.isWhitespace)[...]
    var startsAnew = old?.startsAnew ?? false
    if old == nil, let count = wordsSayingChanged(before: words) {
      startsAnew = true
      words = words.dropFirst(count)
    }
    let number = try number(&words, text)
    var isMeant = takeAnyway(&words)
    var period = old?.finding.period ?? DayRange(today)
    if let typed = language.days.period(in: Array(words), today: today) {
      period = typed.period
      words = words.dropFirst(typed.count)
    } else if let word = words.first, word.first?.isNumber == true, word.contains(where: { "-./".contains($0) }) {
      throw .measure(.notADay(String(word)))
    }
    isMeant = takeAnyway(&words) || isMeant
    if let last = words.last, saysAnyway(last) {
      isMeant = true
      words = words.dropLast()
    }
    let remark = words.isEmpty ? old?.finding.remark ?? "" : words.joined(separator: " ")
    guard remark.count <= MeasuredFinding.limit else {
      throw .textTooLong(length: remark.count, limit: MeasuredFinding.limit)
    }
    try check(number, period, startsAnew: startsAnew, isMeant: isMeant, except: old?.id)
    return Typed(
      finding: MeasuredFinding(
        number: number, period: period, remark: remark, source: old?.finding.source ?? "",
        isIncomplete: period.last > today),
      startsAnew: startsAnew)
  }

  // MARK: Words

  /// Whether a word says that a value is meant, however far off it is: the word that closes a vote all the same.
  private func saysAnyway(_ word: Substring) -> Bool {
    CommandVerb.anyway.names(in: language, of: .vote).contains(word.lowercased())
  }

  private func takeAnyway(_ words: inout ArraySlice<Substring>) -> Bool {
    guard let first = words.first, saysAnyway(first) else { return false }
    words = words.dropFirst()
    return true
  }

  /// How many words say first that something else is measured from here on.
  private func wordsSayingChanged(before words: ArraySlice<Substring>) -> Int? {
    let typed = words.map { $0.lowercased() }
    return CommandVerb.changed.names(in: language, of: .measure).map {
      $0.split(separator: " ").map { $0.lowercased() }
    }
    .filter { typed.starts(with: $0) }.map(\.count).max()
  }

  // MARK: The number

  private func number(_ words: inout ArraySlice<Substring>, _ text: String) throws(Refusal) -> String {
    let unit = session.unit(of: answer, in: parser.localization)
    let amounts = language.numbers.words
    // `ca. 900`
    if words.count > 1, let first = words.first, amounts.isAbout(String(first)) { words = words.dropFirst() }
    guard let first = words.first else { throw notANumber(text, unit) }
    var typed = String(first)
    words = words.dropFirst()
    // `kr 4 500`: the currency may stand first.
    if amounts.isCurrency(typed), let next = words.first {
      typed = String(next)
      words = words.dropFirst()
    }
    while let next = words.first, ValueReading.areGroups(typed), ValueReading.isGroup(next) {
      typed += " " + next
      words = words.dropFirst()
    }
    let end = typed.lastIndex(where: \.isNumber).map { typed.index(after: $0) } ?? typed.endIndex
    let figure = typed[..<end]
    var glued = String(typed[end...])
    guard var number = language.numbers.number(from: Units.withoutCurrency(String(figure))) else {
      throw notANumber(typed, unit)
    }
    let units = Units(language, labels: parser.localization.texts.lists["kpi-unit"].map { Array($0.values) } ?? [])
    // `1,2k`, `1,5 mill.`: thousands and millions, where the word is no unit.
    if let next = glued.isEmpty ? words.first.map(String.init) : glued, !units.isKnown(next),
      let zeros = amounts.zeros(next)
    {
      number = NumberFormat.shifted(number, by: zeros)
      if glued.isEmpty { words = words.dropFirst() } else { glued = "" }
    }
    guard FixedDecimal(number) != nil else { throw .measure(.tooLong(typed)) }
    try readUnit(glued, unit, units, &words)
    return number
  }

  /// Whether a number can go on with a group of three digits: `1`, `1 080`.
  private static func areGroups(_ typed: String) -> Bool {
    let groups = typed.split(separator: " ")
    guard let first = groups.first, groups.count < 5 else { return false }
    let digits = first.drop { "+-−".contains($0) || $0.isCurrencySymbol }
    return (1...3).contains(digits.count) && digits.allSatisfy(\.isNumber)
  }

  /// Three digits, with decimals or a unit behind them at most.
  private static func isGroup(_ word: Substring) -> Bool {
    let rest = word.drop(while: \.isNumber)
    return word.count - rest.count == 3 && (rest.isEmpty || rest.first == "," || !rest.contains(where: \.isNumber))
  }

  private func notANumber(_ typed: String, _ unit: String) -> Refusal {
    .measure(.notANumber(typed, of: answer.handle, unit: unit))
  }

  /// What the number is said to be counted in: it must be what the answer says.
  private func readUnit(
    _ glued: String, _ unit: String, _ units: Units, _ words: inout ArraySlice<Substring>
  ) throws(Refusal) {
    guard glued.isEmpty else { return try checkUnit(glued, unit, units) }
    let own = unit.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
    if !own.isEmpty, words.map({ $0.lowercased() }).starts(with: own) {
      words = words.dropFirst(own.count)
    } else if let word = words.first, units.isKnown(String(word)) {
      try checkUnit(String(word), unit, units)
      words = words.dropFirst()
    }
  }

  private func checkUnit(_ typed: String, _ unit: String, _ units: Units) throws(Refusal) {
    guard !unit.isEmpty, !units.fit(typed, unit) else { return }
    throw .measure(.wrongUnit(typed, of: answer.handle, unit: unit))
  }

  // MARK: Whether it can be

  private func check(
    _ number: String, _ period: DayRange, startsAnew: Bool, isMeant: Bool, except id: MeasuredValueID?
  ) throws(Refusal) {
    guard period.first <= today else { throw .measure(.inFuture(period)) }
    if let refusal = session.refusal(ofValueIn: period, for: answer) { throw .measure(refusal) }
    let before = session.measures.counting(of: answer.id).last { $0.id != id && $0.day <= period.last }
    let baseline = FixedDecimal(session.measuringCell(session.method.measuring?.columns.from, of: answer))
    guard !startsAnew, !isMeant, let last = before?.decimal ?? baseline, let number = FixedDecimal(number),
      last != .zero, number != .zero
    else { return }
    guard number.isAtLeast(ValueReading.farOff, times: last) || last.isAtLeast(ValueReading.farOff, times: number)
    else { return }
    throw .measure(.farOff(number.text, of: answer.handle, last: last.text))
  }
}

/// Which words say what a number is counted in.
struct Units {
  private let language: Language
  private let labels: [String]

  init(_ language: Language, labels: [String]) {
    self.language = language
    self.labels = labels.map { $0.lowercased() }
  }

  /// Whether a word can be nothing but a unit.
  func isKnown(_ word: String) -> Bool { kind(word) != nil }

  /// Whether a typed unit can be meant by what an answer is counted in.
  func fit(_ typed: String, _ unit: String) -> Bool {
    let (typed, unit) = (typed.trimmed.lowercased(), unit.lowercased())
    if unit.hasPrefix(typed) || typed.hasPrefix(unit) { return true }
    guard let kind = kind(typed) else { return false }
    let words = unit.split { $0.isWhitespace || "/()".contains($0) }.map(String.init)
    return ([unit] + words).contains { self.kind($0) == kind }
  }

  private func kind(_ word: String) -> String? {
    let word = word.trimmed.lowercased()
    if word == "%" { return "%" }
    for (name, unit) in [
      ("min", language.durations.minutes), ("h", language.durations.hours), ("d", language.durations.days),
    ]
    where word == name || unit.all.contains(word) {
      return name
    }
    let amounts = language.numbers.words
    if amounts.isCurrency(word) { return "money" }
    return amounts.percent.contains(word) ? "%" : labels.contains(word) ? word : nil
  }

  /// A number without a currency that is written onto it: `€500`.
  static func withoutCurrency(_ text: String) -> String { String(text.drop(while: \.isCurrencySymbol)) }
}
