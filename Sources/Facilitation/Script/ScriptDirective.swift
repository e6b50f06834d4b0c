import Journal
package import Workshop

/// A remark of a script that means something: what somebody at the keyboard would not type as text.
package enum ScriptDirective: Hashable {
  /// `#@ 2026-02-10T09:00:00Z`: the time of what follows.
  case time(Moment)
  /// `#@ +7.25`: so many milliseconds after the time before.
  case later(Int)
  /// `#>`: Enter on an empty line.
  case enter
  /// `#+ [{"type":"answer-given", …}]`: what happened, as a journal has it; for what nobody can type.
  case events([Event])
  /// `#: 7 idea Christmas bread | Facebook`: what came from a phone; nobody took it yet.
  case phone(PhoneCue)

  /// Whether a line is a directive, readable or not, and no mere remark.
  package static func isOne(_ line: some Collection<UInt8>) -> Bool {
    let second = line.dropFirst().first
    guard line.first == UInt8(ascii: "#"), let second else { return false }
    if second == UInt8(ascii: ">") { return line.count == 2 }
    return [UInt8(ascii: "@"), UInt8(ascii: "+"), UInt8(ascii: ":")].contains(second)
      && line.dropFirst(2).first == UInt8(ascii: " ")
  }

  /// The directive of a line; nil when it cannot be read.
  package init?(_ line: String) {
    if line == "#>" {
      self = .enter
      return
    }
    let rest = line.dropFirst(3).trimmed
    if line.hasPrefix("#+ "), let events = storedEvents(rest) {
      self = .events(events)
    } else if line.hasPrefix("#: "), let cue = PhoneCue(rest) {
      self = .phone(cue)
    } else if line.hasPrefix("#@ +"), let milliseconds = ScriptDirective.milliseconds(rest.dropFirst()) {
      self = .later(milliseconds)
    } else if line.hasPrefix("#@ "), let moment = Moment(typed: rest) {
      self = .time(moment)
    } else {
      return nil
    }
  }

  /// The directive as a line of a script.
  package var line: String {
    switch self {
    case .time(let moment): "#@ \(moment.iso)"
    case .later(let milliseconds): "#@ +\(ScriptDirective.seconds(milliseconds))"
    case .enter: "#>"
    case .events(let events): "#+ \(storedText(of: events))"
    case .phone(let cue): "#: \(cue.line)"
    }
  }

  /// Seconds with up to three decimals as milliseconds.
  private static func milliseconds(_ text: Substring) -> Int? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let decimals = parts.count > 1 ? parts[1] : "0"
    guard let seconds = parts.first.flatMap({ Int(digits: $0) }), seconds <= 100_000_000,
      (1...3).contains(decimals.count),
      let fraction = Int(digits: decimals + String(repeating: "0", count: 3 - decimals.count))
    else { return nil }
    return seconds * 1000 + fraction
  }

  private static func seconds(_ milliseconds: Int) -> String {
    let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    guard rest > 0 else { return String(seconds) }
    var decimals = String(String(rest + 1000).dropFirst())
    while decimals.last == "0" { decimals.removeLast() }
    return "\(seconds).\(decimals)"
  }
}

extension Moment {
  /// A moment as somebody writes it: the seconds and their fraction may be left out, and the whole time of day.
  package init?(typed text: String) {
    let stem = text.hasSuffix("Z") ? String(text.dropLast()) : text
    let full = ["", ".000", ":00.000", "T00:00:00.000"].lazy.compactMap { Moment(iso: stem + $0 + "Z") }
    guard let moment = full.first else { return nil }
    self = moment
  }
}
