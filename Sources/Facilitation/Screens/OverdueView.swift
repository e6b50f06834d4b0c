import Draft
package import Workshop

/// The values that should have been measured by a day, as sentences.
package struct OverdueView {
  package let session: Session
  package let localization: Localization
  package let today: Day

  package init(session: Session, localization: Localization, today: Day) {
    (self.session, self.localization, self.today) = (session, localization, today)
  }

  /// What is overdue, with the day it was due; nil where nobody has said how often.
  package var overdue: [(answer: Answer, due: Day?)] {
    session.due(on: Day(daysSinceEpoch: today.daysSinceEpoch - 1)).map { ($0, session.dueDay(of: $0)) }
  }

  /// A sentence each.
  package var sentences: [String] {
    let language = localization.language
    return overdue.map { answer, due in
      let name = session.name(of: answer.handle, in: localization)
      return due.map { language.sentence("measures.overdue", ["kpi": name, "day": language.days.text($0)]) }
        ?? language.sentence("measures.never", ["kpi": name])
    }
  }
}
