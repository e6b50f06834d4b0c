internal import PhoneProtocol

/// All that the porch knows: the phones, what came from them, and what they are shown.
struct PorchState: Sendable {
  /// The code on the screen.
  var code: String
  /// Where it listens, or listened last; 0 before that.
  var port = 0
  /// What phones are shown; nil until the room has said it.
  private(set) var notice: PhoneNotice?
  var phones = Phones()
  var box = Box()
  /// The forms that were shown, the oldest first: a letter to one of them may come late.
  private(set) var forms: [(id: String, form: PhoneForm)] = []
  var wrongCodes = Bucket(size: PhoneLimits.wrongCodes, perSecond: PhoneLimits.wrongCodes)

  /// A porch that nobody came to yet.
  init(code: String) { self.code = code }

  /// The porch that was written down before a crash.
  ///
  /// - Parameters:
  ///   - code: The code, where none is written down.
  ///   - records: What stands in the letterbox.
  ///   - now: Milliseconds of a clock that never goes back.
  init(code: String, records: [Record], at now: Int) {
    self.init(code: code)
    for record in records { read(record, at: now) }
  }

  private mutating func read(_ record: Record, at now: Int) {
    switch record {
    case .head(let code, let port): (self.code, self.port) = (code, port)
    case .phone(let number, let token):
      // Numbers are given in order; a line that was lost leaves its number free.
      if phones.number(of: token) == nil, number == phones.all.count + 1 { _ = phones.add(token, at: now - 60_000) }
    case .mute(let phone, let isMuted): phones[phone]?.isMuted = isMuted
    case .form(let id, let form): keep(form, as: id)
    case .letter, .ballot: keep(record)
    case .remembered(let ids): box.remember(ids)
    }
  }

  private mutating func settleIn(_ letter: Letter) {
    box.add(letter)
    phones[letter.phone]?.counts[letter.question, default: 0] += 1
    phones[letter.phone]?.show(letter)
  }

  /// All that is to be on the disk, the shortest way.
  var records: [Record] {
    [.head(code: code, port: port)] + phones.all.map { .phone(number: $0.number, $0.token) }
      + phones.all.filter(\.isMuted).map { .mute(phone: $0.number, true) }
      + forms.map { .form(id: $0.id, $0.form) } + box.records
  }

  /// Shows something else.
  ///
  /// - Returns: What is to be written down of it: a form that was not shown before.
  mutating func show(_ notice: PhoneNotice) -> [Record] {
    self.notice = notice
    guard notice.standing == .asking, let form = notice.form else { return [] }
    if case .vote(let vote) = form { box.begin(vote.round) }
    guard !forms.contains(where: { $0.id == notice.formID && $0.form == form }) else { return [] }
    keep(form, as: notice.formID)
    return [.form(id: notice.formID, form)]
  }

  private mutating func keep(_ form: PhoneForm, as id: String) {
    forms.removeAll { $0.id == id }
    forms.append((id, form))
    if forms.count > 500 { forms.removeFirst() }
  }

  func form(_ id: String) -> PhoneForm? { forms.last { $0.id == id }?.form }

  /// Lets a phone in, or knows it again.
  ///
  /// - Returns: Its number, and what is to be written down; nil when there are too many.
  mutating func greet(_ token: Token, at now: Int) -> (phone: Int, new: Record?)? {
    if let number = phones.number(of: token) {
      phones[number]?.heard = now
      return (number, nil)
    }
    return phones.add(token, at: now).map { ($0, .phone(number: $0, token)) }
  }

  /// Counts what is on the disk now.
  mutating func keep(_ record: Record) {
    switch record {
    case .letter(let letter): if !box.knows(letter.id) { settleIn(letter) }
    case .ballot(let ballot): if !box.knows(ballot.id) { box.add(ballot) }
    case .head, .phone, .mute, .form, .remembered: break
    }
  }

  /// Forgets letters that were taken or dropped.
  mutating func settle(_ ids: [String]) { box.settle(Set(ids)) }

  /// Changes letters; what a phone is shown of its own goes with what it said before.
  mutating func amend(_ letters: [Letter]) {
    box.amend(letters)
    let ids = Set(letters.map(\.id))
    for phone in phones.all { phones[phone.number]?.hide(ids) }
  }
}
