internal import NIOCore
internal import PhoneProtocol

/// What stands between the phones and the room: it answers the phones' requests and the room's messages.
///
/// It lives on one event loop.
final class Porch {
  var state: PorchState
  let letterbox: Letterbox
  let loop: any EventLoop
  let clock: Clock
  /// Hands a message to the room.
  let tell: (PorchMessage) -> Void
  /// What `Host` must be.
  var site = ""
  /// Whether the room has closed for phones.
  var isShut = false
  /// The parts of the page that are the same for all, by language and address, as long as the notice stays. The script
  /// makes ids of its own.
  var mains: [String: HTML] = [:]
  /// The codes from before: the phones that are in stay in.
  var formerCodes: Set<String> = []
  /// What is on its way to the disk.
  private var pending: Set<String> = []
  private var polls: [Poll] = []
  /// Those that are about to look again.
  private var woken: [Poll] = []
  private var isWaking = false
  private var toldCount = (known: -1, here: -1)
  private var toldSigns: Set<PorchMessage.Sign> = []
  private var isDiskFull = false

  /// A phone that waits for news.
  private struct Poll {
    var phone: Int
    var promise: EventLoopPromise<Void>
    var timeout: Scheduled<Void>
  }

  /// A porch.
  init(
    state: PorchState, letterbox: Letterbox, loop: any EventLoop, clock: Clock,
    tell: @escaping (PorchMessage) -> Void
  ) {
    (self.state, self.letterbox, self.loop, self.clock, self.tell) = (state, letterbox, loop, clock, tell)
  }

  /// Tells the room a sign, once.
  func notice(_ sign: PorchMessage.Sign) {
    if toldSigns.insert(sign).inserted { tell(.sign(sign)) }
  }

  /// Signs are told anew.
  func watchAnew() { toldSigns = [] }

  /// Tells the room how many phones there are, if that has changed.
  func count() {
    let count = (known: state.phones.all.count, here: state.phones.here(at: clock.now()))
    guard count != toldCount else { return }
    toldCount = count
    tell(.phones(known: count.known, here: count.here))
  }

  /// Lets a phone in, or knows it again; nil when there are too many.
  func greet(_ token: Token) -> Int? {
    guard let (phone, new) = state.greet(token, at: clock.now()) else { return nil }
    if let new { letterbox.note(new) }
    return phone
  }

  /// Brings to the disk what is new, and then counts it.
  ///
  /// - Returns: Whether it is there.
  func keep(_ record: Record, id: String) -> EventLoopFuture<Bool> {
    pending.insert(id)
    return letterbox.append(record).assumeIsolated().map {
      self.pending.remove(id)
      self.isDiskFull = false
      self.state.keep(record)
      switch record {
      case .letter(let letter): self.tell(.letter(letter))
      case .ballot(let ballot): self.tell(.voted(phone: ballot.phone, round: ballot.round))
      case .head, .phone, .mute, .form, .remembered: break
      }
      return true
    }.recover { _ in
      self.pending.remove(id)
      if !self.isDiskFull { self.tell(.trouble(.letterboxFull)) }
      self.isDiskFull = true
      return false
    }.nonisolated()
  }

  /// Whether that is on its way to the disk.
  func isPending(_ id: String) -> Bool { pending.contains(id) }

  /// Waits until there is something else to see, or nothing for a while.
  ///
  /// - Returns: When to look.
  func poll(_ phone: Int) -> EventLoopFuture<Void> {
    let own = polls.indices.filter { polls[$0].phone == phone }
    if own.count >= PhoneLimits.pollsOfOnePhone, let oldest = own.first { end(polls.remove(at: oldest)) }
    let promise = loop.makePromise(of: Void.self)
    let timeout = loop.scheduleTask(in: .seconds(Int64(PhoneLimits.pollSeconds))) { promise.succeed() }
    polls.append(Poll(phone: phone, promise: promise, timeout: timeout))
    promise.futureResult.assumeIsolated().whenComplete { _ in
      self.polls.removeAll { $0.promise.futureResult === promise.futureResult }
    }
    return promise.futureResult
  }

  /// Lets all that wait look again: a few in each turn of the loop, so that what they send is not behind all of them.
  func wake() {
    woken += polls
    polls = []
    if !isWaking { wakeSome() }
  }

  private func wakeSome() {
    for poll in woken.prefix(8) { end(poll) }
    woken.removeFirst(min(8, woken.count))
    isWaking = !woken.isEmpty
    if isWaking { loop.assumeIsolated().execute { self.wakeSome() } }
  }

  private func end(_ poll: Poll) {
    poll.timeout.cancel()
    poll.promise.succeed()
  }
}
