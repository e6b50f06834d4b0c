internal import PhoneProtocol

/// Reads the marks of a ballot from its form.
struct VoteReading {
  let vote: PhoneVote
  let fields: FormFields

  /// A refusal as the failure of a result.
  struct Failure: Error { var refusal: Refusal }

  init(_ vote: PhoneVote, _ fields: FormFields) {
    self.vote = vote
    self.fields = fields
  }

  /// A number for each of the answers, as the way of the vote wants them.
  var marks: Result<[Int], Failure> {
    let places = vote.items.indices
    let marks: [Int]
    switch vote.way {
    case .dots: marks = places.map { number("m\($0)") ?? 0 }
    case .hands:
      let chosen = number("hand")
      marks = places.map { $0 == chosen ? 1 : 0 }
    case .fist, .scale: marks = places.map { number("m\($0)") ?? 0 }
    case .ranking:
      // The first of n gets n points, the last one.
      marks = places.map { place in number("m\(place)").map { vote.items.count + 1 - $0 } ?? 0 }
    }
    guard !vote.allows(marks) else { return .success(marks) }
    switch vote.way {
    case .dots, .hands: return .failure(Failure(refusal: .tooManyDots(found: marks.reduce(0) { $0 &+ $1 })))
    case .fist, .scale: return .failure(Failure(refusal: .scoreMissing))
    case .ranking: return .failure(Failure(refusal: .noOrder))
    }
  }

  private func number(_ name: String) -> Int? {
    guard let text = fields[name], text.utf8.count <= 4, let number = Int(text), number >= 0 else { return nil }
    return number
  }
}
