/// How somebody is there when the workshop begins or ends: one word, or a number from 1 to 5.
public struct CheckIn: Hashable, Sendable {
  /// At the beginning or at the end.
  public var round: Round
  /// The initials of who said it; nil when it was not said whose it is.
  public var speaker: String?
  /// The word or the number.
  public var word: String
  /// The letter of a phone that it came of.
  public var letters: [LetterID] = []

  /// A mood.
  public init(_ round: Round, speaker: String?, word: String) {
    self.round = round
    self.speaker = speaker
    self.word = word
  }

  /// The two rounds.
  public enum Round: String, Sendable {
    /// At the beginning.
    case checkIn = "check-in"
    /// At the end.
    case checkOut = "check-out"
  }

  /// The numbers that can be said.
  public static let numbers = 1...5
  /// The most characters of a word.
  public static let limit = 60

  /// The number, when it is one.
  public var number: Int? { Int(digits: word) }
}
