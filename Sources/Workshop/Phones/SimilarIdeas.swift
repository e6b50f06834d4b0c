// Ideas that say nearly the same as another one, or as an answer.
extension Phones {
  /// For each waiting idea the number of an earlier one under the same question that says nearly the same.
  ///
  /// - Parameter ideas: The ideas, in their order.
  /// - Returns: As many numbers as there are ideas; nil where nothing is alike.
  public static func echoes(among ideas: [Idea]) -> [Int?] {
    let words = ideas.map { Similarity.words(of: $0.cells.joined(separator: " ")) }
    return ideas.indices.map { place in
      ideas[..<place].indices.first {
        ideas[$0].question == ideas[place].question && Similarity.areNear(words[$0], words[place])
      }.map { ideas[$0].number }
    }
  }
}

extension Session {
  /// The answer that an idea says nearly the same as.
  public func answer(like idea: Phones.Idea) -> Answer? {
    let words = Similarity.words(of: idea.cells.joined(separator: " "))
    return answers(to: idea.question).first { Similarity.areNear(Similarity.words(of: shortText(of: $0)), words) }
  }
}
