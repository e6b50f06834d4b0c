internal import PhoneProtocol

/// What stands in a letterbox, one on each line.
enum Record: Hashable, Sendable {
  /// The code on the screen and the port, so that phones find the room again after a crash.
  case head(code: String, port: Int)
  /// A phone and its token.
  case phone(number: Int, Token)
  /// Nothing more is taken from a phone, or again.
  case mute(phone: Int, Bool)
  /// A form that was shown: a letter to it may come late.
  case form(id: String, PhoneForm)
  /// A letter.
  case letter(Letter)
  /// A ballot.
  case ballot(Box.Ballot)
  /// What came and is gone: the ids alone, so that none of it is taken twice.
  case remembered([String])
}
