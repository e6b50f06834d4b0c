/// What phones may do at most, in one place.
///
/// There is none for an address: behind some hotspots everybody has the same one.
public enum PhoneLimits {
  /// Connections at a time.
  public static let connections = 600
  /// Phones that a room knows; they are numbered from 1.
  public static let phones = 500
  /// Letters that lie in the box at a time.
  public static let letters = 2_000
  /// Bytes of the letters to one question that lie in the box at a time.
  public static let bytesToOneQuestion = 1 << 20
  /// Letters of one phone to one question.
  public static let lettersOfOnePhone = 60
  /// Letters and ballots that one phone may send at once; after that it gets one more each second.
  public static let burst = 10
  /// Letters that are remembered by their number alone, so that none is taken twice.
  public static let remembered = 20_000
  /// Characters of a field.
  public static let characters = 500
  /// Unicode scalars of a field: a character can be made of any number of them.
  public static let scalars = 2_000
  /// Fields of a form.
  public static let fields = 20
  /// Answers that are voted on, and options of a field.
  public static let items = 200
  /// Languages of a notice.
  public static let languages = 20
  /// Bytes of a request's body.
  public static let body = 16 << 10
  /// Bytes of a request's head.
  public static let head = 8 << 10
  /// Fields of a request's head.
  public static let headFields = 64
  /// Seconds for a whole request to come.
  public static let requestSeconds = 10
  /// Seconds a connection may say nothing between requests.
  public static let idleSeconds = 60
  /// Seconds a phone waits for news before it is told that there are none.
  public static let pollSeconds = 25
  /// Requests for news that one phone has waiting at a time.
  public static let pollsOfOnePhone = 4
  /// Wrong codes a second, from all together.
  public static let wrongCodes = 5
  /// Bytes of a message between the room and the program that answers the phones.
  public static let line = 1 << 20
  /// How deep the values of a message stand in one another.
  public static let depth = 16
}
