/// What an iteration did to the answers of a question.
public struct IterationChanges: Hashable, Sendable {
  /// Those that arose in it.
  public var added: [Answer] = []
  /// Those that say something else than before.
  public var revised: [Revision] = []
  /// Those that were taken away.
  public var ended: [Answer] = []

  /// An answer as it was and as it is.
  public struct Revision: Hashable, Sendable {
    /// As the iteration before left it.
    public var before: Answer
    /// As this one left it.
    public var after: Answer

    /// The places of the columns that say something else.
    public var places: [Int] {
      let count = max(before.cells.count, after.cells.count)
      return (0..<count).filter { before.cell(at: $0) != after.cell(at: $0) }
    }
  }

  /// Whether it did nothing.
  public var isEmpty: Bool { added.isEmpty && revised.isEmpty && ended.isEmpty }
}

extension Session {
  /// What the present iteration has done to the answers of a question so far. In the first everything is new; what was
  /// left with its iteration has not ended.
  public func changes(at id: QuestionID) -> IterationChanges {
    let now = answers(to: id)
    guard let place = method.place(of: id), let question = method.question(id), let last = iterations.past.last
    else { return IterationChanges(added: now) }
    let earlier = last.answers.byPlace[place]
    let before = Dictionary(earlier.map { ($0.id, $0) }) { first, _ in first }
    var changes = IterationChanges()
    for answer in now {
      switch before[answer.id] {
      case nil: changes.added.append(answer)
      case let old? where old.cells != answer.cells:
        changes.revised.append(IterationChanges.Revision(before: old, after: answer))
      case _?: break
      }
    }
    guard renewal(of: question) != .fresh else { return changes }
    let left = Set(now.map(\.id))
    // A work item that was delivered earlier has not ended now.
    changes.ended = earlier.filter { !left.contains($0.id) && $0.outcome == nil }
    return changes
  }
}
