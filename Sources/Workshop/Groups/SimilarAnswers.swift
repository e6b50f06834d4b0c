// Answers that say nearly the same.
extension Session {
  /// Pairs of answers to a question that say nearly the same, by their words.
  public func similar(at question: QuestionID) -> [(Answer, Answer)] {
    let answers = answers(to: question).filter { groups.joined[$0.handle] == nil }
    let words = answers.map { Similarity.words(of: shortText(of: $0)) }
    var pairs: [(Answer, Answer)] = []
    for (place, answer) in answers.enumerated() {
      for other in answers.indices.dropFirst(place + 1) where Similarity.areNear(words[place], words[other]) {
        pairs.append((answer, answers[other]))
      }
    }
    return pairs
  }
}

/// Whether two texts say nearly the same.
enum Similarity {
  /// The beginnings of the longer words of a text: endings differ from language to language and from hand to hand.
  static func words(of text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 2 }.map { String($0.prefix(5)) })
  }

  /// Half of the words of the shorter one, and a third of all.
  static func areNear(_ left: Set<String>, _ right: Set<String>) -> Bool {
    let common = left.intersection(right).count
    return common > 0 && common * 2 >= min(left.count, right.count) && common * 3 >= left.union(right).count
  }
}
