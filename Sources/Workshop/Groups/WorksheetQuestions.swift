extension Session {
  /// The questions that a worksheet is about: those that are named, parted by commas, or the present one.
  ///
  /// - Throws: A refusal when a name means none.
  public func questions(named words: String, in localization: Localization) throws(Refusal) -> [Question] {
    guard !words.isEmpty else { return position.flatMap(method.question).map { [$0] } ?? [] }
    var found: [Question] = []
    for name in words.split(separator: ",").map(\.trimmed) where !name.isEmpty {
      for question in try questions(called: name, in: localization) where !found.contains(question) {
        found.append(question)
      }
    }
    return found
  }

  /// The questions of a step or a stage, or the one question of that name.
  private func questions(called name: String, in localization: Localization) throws(Refusal) -> [Question] {
    let typed = name.lowercased()
    for stage in method.stages {
      if stage.id.rawValue == typed || localization.texts.stages[stage.id]?.lowercased() == typed {
        return stage.steps.flatMap(\.questions).filter(walk.contains)
      }
      for step in stage.steps
      where step.id.rawValue == typed || localization.texts.steps[step.id]?.lowercased() == typed {
        return step.questions.filter(walk.contains)
      }
    }
    return method.question(try find(name, in: localization)).map { [$0] } ?? []
  }
}
