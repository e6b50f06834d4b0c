import Journal
import Workshop

/// What is played next: a line of a script, or what a journal says that happened.
struct Passage {
  /// The number of its line in the file, from 1.
  var number: Int
  var content: Content

  /// What it makes happen.
  enum Content {
    /// A line as it would be typed, or a cue.
    case line(Script.Line)
    /// A line that cannot be used.
    case flaw(Script.Flaw)
    /// What happened, when, and what the journal calls it.
    case entry(Entry)
  }
}

extension Script {
  /// Its lines as passages.
  var passages: [Passage] {
    lines.map { line in
      switch line {
      case .success(let line): Passage(number: line.number, content: .line(line))
      case .failure(let flaw): Passage(number: flaw.number, content: .flaw(flaw))
      }
    }
  }
}

extension Reading {
  /// Its entries as passages, in the order in which they count. The header is the first line of a journal.
  var passages: [Passage] {
    told.enumerated().map { Passage(number: $0 + 2, content: .entry($1)) }
  }
}
