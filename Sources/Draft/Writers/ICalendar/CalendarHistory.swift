public import Workshop

/// When the answers of a session were said, how often they were said anew, and which are gone: what a calendar needs so
/// that one that is read again brings the old one up to date.
public struct CalendarHistory: Sendable {
  /// How often an answer was changed, and when it was said last.
  struct Change: Sendable {
    var revision = 0
    var at: Moment
  }

  private(set) var changes: [AnswerID: Change] = [:]
  /// What was ever said, as it was last, in the order in which it was said first.
  private(set) var answers: [Answer] = []
  private var places: [AnswerID: Int] = [:]

  /// The history of a session.
  ///
  /// - Parameter entries: What happened, in order, and when.
  public init(of entries: [(at: Moment, events: [Event])]) {
    for (moment, events) in entries {
      for event in events { note(event, at: moment) }
    }
  }

  private mutating func note(_ event: Event, at moment: Moment) {
    if case .answerGiven(let answer) = event {
      if let place = places[answer.id] {
        answers[place] = answer
        touch(answer.id, at: moment)
      } else {
        places[answer.id] = answers.count
        answers.append(answer)
        changes[answer.id] = Change(at: moment)
      }
    } else if case .answerRevised(let id, let cells, _) = event {
      if let place = places[id] { answers[place].cells = cells }
      touch(id, at: moment)
    } else if case .answerDeleted(let id) = event {
      touch(id, at: moment)
    } else if case .undone = event {
      // What is taken back is newer than what it was.
      last = moment
    } else if case .redone = event {
      last = moment
    }
  }

  /// When something was last taken back or done again.
  private(set) var last: Moment?

  private mutating func touch(_ id: AnswerID, at moment: Moment) {
    changes[id]?.revision += 1
    changes[id]?.at = moment
  }

  /// The session as if nothing had ever been deleted.
  func whole(_ session: Session) -> Session {
    var whole = session
    for answer in answers where session.answer(answer.id) == nil {
      whole.apply(
        [.answerGiven(answer)], as: EntryID(epoch: "calendar", number: 1), at: changes[answer.id]?.at ?? .start)
    }
    return whole
  }
}

extension Moment {
  fileprivate static let start = Moment(millisecondsSince1970: 0)
}
