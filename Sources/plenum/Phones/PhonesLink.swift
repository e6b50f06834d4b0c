import PhoneProtocol

/// The room's end of the talk with `plenum-phones`: what it has said, sorted by what it is about. It knows no session.
final class PhonesLink {
  private let conversation: Conversation
  private var lines = MessageLines()

  /// The addresses this machine could be reached at; nil until the program has said so.
  private(set) var addresses: [PhoneAddress]?
  /// Where it listens, with the room's code.
  private(set) var opened: (address: String, port: Int, code: String)?
  /// Why it does not listen.
  private(set) var hindrance: PorchMessage.Hindrance?
  /// How many phones were heard of in the last minute.
  private(set) var here = 0
  /// How many phones came so far.
  private(set) var known = 0
  /// The number of the notice that is in force.
  private(set) var version = 0
  /// Letters that nobody has read here yet.
  private var letters: [PhoneProtocol.Letter] = []
  /// Phones that have voted, and the round, that nobody has noted here yet.
  private var votes: [(phone: Int, round: Int)] = []
  private var signs: [PorchMessage.Sign] = []
  private var troubles: [PorchMessage.Trouble] = []
  private var closed: (round: Int, ballots: [PhoneProtocol.PhoneBallot])?
  private var isDone = false

  /// Talks with a program that was just started.
  init(_ conversation: Conversation) { self.conversation = conversation }

  /// Whether the program has ended.
  var isOver: Bool { isDone || conversation.isOver() }
  /// Where phones find the room: `192.168.1.23:8080`.
  var site: String { opened.map { $0.port == 80 ? $0.address : "\($0.address):\($0.port)" } ?? "" }
  /// What the square says.
  var url: String { "http://\(site)/\(opened?.code ?? "")" }

  /// Tells the program something.
  func tell(_ message: RoomMessage) { conversation.tell(message.line) }

  /// Reads what it has said meanwhile.
  ///
  /// - Returns: Whether there was anything.
  @discardableResult func read() -> Bool {
    let bytes = conversation.heard()
    guard !bytes.isEmpty else { return false }
    // A line that is too long or damaged is none: whoever wrote it has the letter on the disk, and says it again.
    for case let line? in lines.take(bytes) { if let message = try? PorchMessage(line: line) { hear(message) } }
    return true
  }

  /// Waits until something holds, at most so many milliseconds.
  ///
  /// - Returns: Whether it holds.
  func wait(_ milliseconds: Int = 5_000, until isSo: () -> Bool) -> Bool {
    var left = milliseconds
    read()
    while !isSo(), !isOver, left > 0 {
      conversation.wait(20)
      read()
      left -= 20
    }
    return isSo()
  }

  private func hear(_ message: PorchMessage) {
    switch message {
    case .addresses(let addresses): self.addresses = addresses
    case .opened(let address, let port, let code): opened = (address, port, code)
    case .hindered(let hindrance): self.hindrance = hindrance
    case .letter(let letter): letters.append(letter)
    case .voted(let phone, let round): votes.append((phone, round))
    case .roundClosed(let round, let ballots): closed = (round, ballots)
    case .phones(let known, let here): (self.known, self.here) = (known, here)
    case .inForce(let version): self.version = version
    case .sign(let sign): signs.append(sign)
    case .trouble(let trouble): troubles.append(trouble)
    case .done: isDone = true
    case .unknown: break
    }
  }

  /// How many ideas nobody has read here yet.
  var newIdeas: Int { letters.count { if case .idea = $0.content { true } else { false } } }

  /// The phones that said a word at check-in or check-out which nobody has read here yet.
  func newSpeakers(at round: String) -> Set<Int> {
    Set(letters.filter { if case .mood(round, _) = $0.content { true } else { false } }.map(\.phone))
  }

  /// How many have voted since the votes were noted.
  func newVotes(in round: Int) -> Int { Set(votes.filter { $0.round == round }.map(\.phone)).count }

  // MARK: What it has said, once

  func takeLetters() -> [PhoneProtocol.Letter] {
    defer { letters = [] }
    return letters
  }

  func takeVotes() -> [(phone: Int, round: Int)] {
    defer { votes = [] }
    return votes
  }

  func takeSigns() -> [PorchMessage.Sign] {
    defer { signs = [] }
    return signs
  }

  func takeTroubles() -> [PorchMessage.Trouble] {
    defer { troubles = [] }
    return troubles
  }

  // MARK: What is asked of it

  /// Opens at an address.
  ///
  /// - Returns: Whether it listens.
  func open(at address: PhoneAddress) -> Bool {
    tell(.open(address: address.address, prefix: address.prefix, port: 8080))
    return wait { opened != nil || hindrance != nil } && opened != nil
  }

  /// Ends a round and fetches what was voted; none where the program does not answer.
  func close(round: Int) -> [PhoneProtocol.PhoneBallot] {
    closed = nil
    tell(.closeRound(round))
    _ = wait { closed?.round == round }
    return closed?.round == round ? closed?.ballots ?? [] : []
  }

  /// A new code.
  func changeCode() -> String? {
    let before = opened?.code
    tell(.changeCode)
    return wait(until: { opened?.code != before }) ? opened?.code : nil
  }

  /// Shows phones something, and waits until nothing else is taken as an answer.
  ///
  /// - Returns: Whether it is in force.
  func show(_ notice: PhoneNotice, waits: Bool) -> Bool {
    tell(.notice(notice))
    return !waits || wait { version >= notice.version }
  }

  /// Closes the room to phones: the letterbox goes, and the program ends.
  func shut() {
    tell(.shut)
    _ = wait(1_000) { isOver }
    conversation.close()
  }

  /// Ends the program and leaves the letterbox, which is read again next time.
  func leave() { conversation.close() }
}
