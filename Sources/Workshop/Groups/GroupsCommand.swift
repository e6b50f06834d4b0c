/// What is asked for about groups, and about what they hand in.
public enum GroupsCommand: Hashable, Sendable {
  /// So many groups.
  case form(Int)
  /// A worksheet for each group, about these questions.
  case worksheet(String)
  /// What a group hands in: a file.
  case take(String)
  /// The second answer says the same as the first.
  case join(String, String)
}

/// What can be looked at about groups.
public enum GroupsLook: Hashable, Sendable {
  /// The groups of now.
  case now
  /// Answers here that say nearly the same.
  case similar
}

/// Why something about groups is turned down.
public indirect enum GroupsRefusal: Hashable, Sendable {
  /// So few people make no groups.
  case tooFewPeople(Int)
  /// So many groups would leave somebody alone, or are none.
  case wrongNumber(Int, people: Int)
  /// There is no such file.
  case fileNotThere(String)
  /// A file that is neither a text nor a journal of this method.
  case fileNotText(String)
  /// Nothing in a file that is not here already.
  case nothingToTake(String)
  /// A line of a file is turned down.
  case inFile(String, line: Int, Refusal)
  /// The two are one already.
  case joinedAlready(Handle)
}

extension Session {
  func decide(_ command: GroupsCommand, _ localization: Localization) throws(Refusal) -> [Event] {
    switch command {
    case .form(let count): try formGroups(count)
    case .join(let first, let second): try join(first, second)
    // Files are read and written outside; see ``take(_:hearing:today:)``.
    case .worksheet(let words): try checkedQuestions(words, localization)
    case .take: []
    }
  }

  private func formGroups(_ count: Int) throws(Refusal) -> [Event] {
    let people = voters.map(\.initials)
    guard people.count > 3 else { throw .groups(.tooFewPeople(people.count)) }
    guard (2...people.count / 2).contains(count) else {
      throw .groups(.wrongNumber(count, people: people.count))
    }
    return [.groups(.formed(Grouping.groups(of: people, count: count, after: groups.rounds)))]
  }

  private func checkedQuestions(_ words: String, _ localization: Localization) throws(Refusal) -> [Event] {
    guard try !questions(named: words, in: localization).isEmpty else { throw .unknownQuestion(words, nearest: []) }
    return []
  }

  private func join(_ typed: String, _ other: String) throws(Refusal) -> [Event] {
    let first = try find(answer: typed)
    let second = try find(answer: other)
    try checkIsNotVotedOn(first)
    try checkIsNotVotedOn(second)
    guard first.id.question == second.id.question else {
      throw .answerElsewhere(second.handle, question: second.id.question)
    }
    guard first.id != second.id, groups.joined[first.handle] == nil, groups.joined[second.handle] == nil else {
      throw .groups(.joinedAlready(second.handle))
    }
    return [.groups(.answersJoined(second.handle, into: first.handle))]
  }
}
