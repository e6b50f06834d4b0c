/// What is asked for about the phones of the room.
public enum PhonesCommand: Hashable, Sendable {
  /// The room opened to phones, on the network of that number; where there is only one, no number is needed.
  case open(network: Int?)
  /// The room closed to phones; with letters nobody has read only when that is meant.
  case off(anyway: Bool)
  /// Whether phones are asked for a name.
  case names(Bool)
  /// Nothing more taken from a phone, or again.
  case mute(Int)
  /// A phone tied to a participant: the one it named, or another one.
  case admit(Int, as: String?)
  /// A new code; who is in stays in.
  case code
  /// Looked at for some seconds again whether phones get through.
  case test
  /// A second square that joins a phone to a Wi-Fi of that name and password.
  case wifi(name: String, password: String)
}

/// What is asked for about what phones wrote.
public enum InboxCommand: Hashable, Sendable {
  /// Ideas become answers: those of these numbers, else all that can; by their names where phones were admitted.
  case take([Int]?, named: Bool)
  /// Several ideas become one answer: the first one, or another text.
  case merge([Int], text: String?)
  /// Ideas become parked points; all of them where no number is said.
  case park([Int]?)
  /// Ideas that nobody wants.
  case drop([Int])
  /// What phones said at check-in or check-out.
  case checkIns(CheckIn.Round)
}

/// Why something about phones is turned down.
public indirect enum PhonesRefusal: Hashable, Sendable {
  /// The room is not open to phones.
  case notOpen
  /// It is open already.
  case openAlready
  /// There is nothing in the inbox.
  case nothingWaiting
  /// There is no letter of that number.
  case unknownIdea(Int, waiting: [Int])
  /// An idea cannot become an answer as it is.
  case inIdea(Int, Refusal)
  /// Ideas of different questions do not become one answer.
  case differentQuestions
  /// More phones have voted than there are heads left.
  case tooManyBallots(found: Int, free: Int, heads: Int)
  /// No phone has that number.
  case unknownPhone(Int, known: Int)
  /// The phone gave no name.
  case noName(Int)
  /// Nobody has read so many letters.
  case lettersWaiting(Int)
}
