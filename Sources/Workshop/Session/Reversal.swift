/// The opposite of one recorded event.
enum Reversal: Hashable, Sendable {
  case title(String)
  case language(LanguageCode)
  case run(RunID)
  case skip(QuestionID, reason: String?)
  indirect case accept(Finding.Key, Finding.Acceptance?)
  case answer(AnswerReversal)
  indirect case sideItem(SideItemReversal)
  indirect case vote(VoteReversal)
  indirect case time(TimeReversal)
  indirect case people(PeopleReversal)
  indirect case groups(GroupsReversal)
  indirect case iteration(IterationReversal)
  indirect case measures(MeasuresReversal)
  case letters([LetterID])
}

extension Session {
  mutating func reverse(_ reversal: Reversal) {
    switch reversal {
    case .title(let title): self.title = title
    case .language(let language): self.language = language
    case .run(let run): self.run = run
    case .skip(let question, let reason): progress.skipped[question] = reason
    case .accept(let key, let acceptance): accepted[key] = acceptance
    case .answer(let reversal): reverse(reversal)
    case .sideItem(let reversal): sideItems.reverse(reversal)
    case .vote(let reversal): votes.reverse(reversal)
    case .time(let reversal): time.reverse(reversal)
    case .people(let reversal): people.reverse(reversal)
    case .groups(let reversal): groups.reverse(reversal)
    case .iteration(let reversal): reverse(reversal)
    case .measures(let reversal): measures.reverse(reversal)
    case .letters(let letters): takenLetters.subtract(letters)
    }
  }
}

extension Reversal {
  /// The answer that it gives its old cells.
  var replaced: Answer? {
    if case .answer(.replace(let answer)) = self { answer } else { nil }
  }

  /// The answer that it brings back.
  var answer: Answer? { if case .answer(let reversal) = self { reversal.answer } else { nil } }

  func redacted(by redactions: Redactions) -> Reversal {
    switch self {
    case .title(let title): .title(redactions.text(title))
    case .skip(let question, let reason): .skip(question, reason: reason.map(redactions.text))
    case .accept(let key, let acceptance): .accept(key, acceptance.map(redactions.acceptance))
    case .answer(let reversal): .answer(reversal.redacted(by: redactions))
    case .sideItem(let reversal): .sideItem(reversal.redacted(by: redactions))
    case .vote(let reversal): .vote(reversal.redacted(by: redactions))
    case .people(let reversal): .people(reversal.redacted(by: redactions))
    case .measures(let reversal): .measures(reversal.redacted(by: redactions))
    case .language, .run, .time, .groups, .iteration, .letters: self
    }
  }
}
