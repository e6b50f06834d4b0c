internal import PhoneProtocol

/// A phone that came in.
struct Phone: Hashable, Sendable {
  let number: Int
  let token: Token
  /// Whether nothing more is taken from it.
  var isMuted = false
  /// When it was last heard of, in milliseconds of a clock that never goes back.
  var heard: Int
  /// What it may send.
  var bucket = Bucket(size: PhoneLimits.burst, perSecond: 1)
  /// What it sent, to show it to itself: the last few.
  private(set) var sent: [Sent] = []
  /// How many letters of it came to each question.
  var counts: [String: Int] = [:]

  /// A letter, as the phone that sent it is shown it.
  struct Sent: Hashable, Sendable {
    var id: String
    var question: String
    var text: String
  }

  init(number: Int, token: Token, heard: Int) {
    self.number = number
    self.token = token
    self.heard = heard
  }

  /// Shows it what it sent.
  mutating func show(_ letter: Letter) {
    let texts = letter.texts.filter { !$0.isEmpty }
    guard let text = texts.first else { return }
    sent = sent.suffix(7) + [Sent(id: letter.id, question: letter.question, text: text)]
  }

  /// What it sent to a question, the last few.
  func sent(to question: String) -> [String] { sent.filter { $0.question == question }.map(\.text) }

  /// Shows it no longer what was taken away.
  mutating func hide(_ ids: Set<String>) { sent.removeAll { ids.contains($0.id) } }
}

/// The phones of a room.
struct Phones: Sendable {
  /// In the order of their numbers.
  private(set) var all: [Phone] = []
  private var numbers: [Token: Int] = [:]

  subscript(number: Int) -> Phone? {
    get { all.indices.contains(number - 1) ? all[number - 1] : nil }
    set {
      guard let newValue, all.indices.contains(number - 1) else { return }
      all[number - 1] = newValue
    }
  }

  /// The number of the phone with that token.
  func number(of token: Token) -> Int? { numbers[token] }

  /// Lets a phone in; nil when there are too many.
  mutating func add(_ token: Token, at now: Int) -> Int? {
    guard all.count < PhoneLimits.phones else { return nil }
    let number = all.count + 1
    all.append(Phone(number: number, token: token, heard: now))
    numbers[token] = number
    return number
  }

  /// How many were heard of in the last minute.
  func here(at now: Int) -> Int { all.count { now - $0.heard < 60_000 } }
}
