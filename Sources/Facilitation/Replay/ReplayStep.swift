package import Journal
import Workshop

/// What is played next: a line of a script, or what a journal says that happened.
package struct ReplayStep {
  /// The number of its line in the file, from 1.
  package var number: Int
  package var content: Content

  /// What it makes happen.
  package enum Content {
    /// A line as it would be typed, or a directive.
    case line(Script.Line)
    /// A line that cannot be used.
    case flaw(Script.Flaw)
    /// What happened, when, and what the journal calls it.
    case entry(Entry)
  }
}

/// All that is played, in order: the lines of a script, or the entries of a journal as they count.
package enum ReplaySteps: RandomAccessCollection {
  case lines([Result<Script.Line, Script.Flaw>])
  case entries([Entry])

  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch self {
    case .lines(let lines): lines.count
    case .entries(let entries): entries.count
    }
  }

  package subscript(place: Int) -> ReplayStep {
    switch self {
    case .lines(let lines):
      switch lines[place] {
      case .success(let line): ReplayStep(number: line.number, content: .line(line))
      case .failure(let flaw): ReplayStep(number: flaw.number, content: .flaw(flaw))
      }
    // The header is the first line of a journal.
    case .entries(let entries): ReplayStep(number: place + 2, content: .entry(entries[place]))
    }
  }
}
