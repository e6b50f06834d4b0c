extension Command {
  /// `/time 10`, `/time +5`, `/time stop`, `/time plan`, `/time bell`; alone, how the time stands.
  init(time argument: String, in language: Language) throws(Refusal) {
    let (first, rest) = argument.firstWord
    guard let sign = first.first else {
      self = .look(.room(.time))
      return
    }
    if sign.isNumber || "+-−".contains(sign) {
      guard rest.isEmpty || language.durations.duration(from: "1 " + rest) == "1min" else {
        throw .room(.numberOutOfRange(argument, 1...600))
      }
      self = .room(.time(try TimeCommand(minutes: first)))
      return
    }
    switch try CommandVerb(first, of: .time, in: language) {
    case .plan: self = .room(.time(.plan(rest.isEmpty ? nil : try rest.number(in: 1...600))))
    case .bell: self = .room(.time(.bell(true)))
    case .quiet: self = .room(.time(.bell(false)))
    case _: self = .room(.time(.stop))
    }
  }
}

extension TimeCommand {
  fileprivate init(minutes typed: String) throws(Refusal) {
    let digits = String(typed.drop { "+-−".contains($0) })
    let minutes = try digits.number(in: 1...600)
    switch typed.first {
    case "+": self = .extend(minutes)
    case "-", "−": self = .extend(-minutes)
    case _: self = .set(minutes)
    }
  }
}

extension String {
  /// A whole number within a range.
  func number(in range: ClosedRange<Int>) throws(Refusal) -> Int {
    guard let number = Int(digits: self), range.contains(number) else {
      throw .room(.numberOutOfRange(self, range))
    }
    return number
  }
}
