// What is typed about the time, and how it is typed again.
extension Command {
  /// `/time 10`, `/time +5`, `/time stop`, `/time plan`, `/time bell`; alone, how the time stands.
  init(time argument: String, in language: Language) throws(Refusal) {
    let (first, rest) = argument.firstWord
    guard let sign = first.first else {
      self = .look(.time)
      return
    }
    if sign.isNumber || "+-−".contains(sign) {
      guard rest.isEmpty || language.durations.duration(from: "1 " + rest) == "1min" else {
        throw .numberOutOfRange(argument, 1...600)
      }
      self = .time(try TimeCommand(minutes: first))
      return
    }
    switch try CommandVerb(first, of: .time, in: language) {
    case .plan: self = .time(.plan(rest.isEmpty ? nil : try rest.number(in: 1...600)))
    case .bell: self = .time(.bell(true))
    case .quiet: self = .time(.bell(false))
    case _: self = .time(.stop)
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

extension CommandReconstruction {
  /// Lines that may have made something happen to the time.
  func lines(_ event: TimeEvent) -> [String] {
    switch event {
    case .set(_, let minutes): return ["/time \(minutes)"]
    case .extended(_, let minutes): return [minutes < 0 ? "/time \(minutes)" : "/time +\(minutes)"]
    case .stopped: return ["/time stop"]
    case .spread(let questions, let seconds):
      let used = questions.compactMap(session.method.question).reduce(0) { $0 + session.usedSeconds($1, now: now) }
      return ["/time plan", "/time plan \((seconds.reduce(0, +) - used) / 60)"]
    case .bell(let rings): return [rings ? "/time bell" : "/time quiet"]
    case .breakBegun(let minutes): return ["/break \(minutes)"]
    case .breakEnded, .resumed: return []
    }
  }
}
