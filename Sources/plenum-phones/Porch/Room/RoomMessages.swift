internal import NIOCore
internal import PhoneProtocol

// What the room says, apart from opening and closing.
extension Porch {
  /// Does what a message of the room says.
  func hear(_ message: RoomMessage) {
    switch message {
    case .notice(let notice): show(notice)
    case .settle(let letters):
      state.settle(letters)
      rewrite()
    case .amend(let letters):
      state.amend(letters)
      rewrite()
    case .closeRound(let round): close(round)
    case .forgetRound(let round):
      state.box.forget(round)
      rewrite()
    case .reopenRound(let round):
      state.box.reopen(round)
      rewrite()
    case .mute(let phone, let isMuted):
      state.phones[phone]?.isMuted = isMuted
      letterbox.note(.mute(phone: phone, isMuted))
    case .changeCode: changeCode()
    case .open, .watch, .shut, .unknown: break
    }
  }

  private func show(_ notice: PhoneNotice) {
    for record in state.show(notice) { letterbox.note(record) }
    mains = [:]
    wake()
    // What came before is told before.
    letterbox.rest().assumeIsolated().whenComplete { _ in self.tell(.inForce(version: notice.version)) }
  }

  private func close(_ round: Int) {
    state.box.close(round)
    letterbox.rest().assumeIsolated().whenComplete { _ in
      self.tell(.roundClosed(round: round, self.state.box.ballots(to: round)))
    }
  }

  /// What is gone is to be off the disk, too.
  private func rewrite() {
    letterbox.replace { self.state.records }.assumeIsolated().whenFailure { _ in self.tell(.trouble(.letterboxFull)) }
  }

  private func changeCode() {
    formerCodes.insert(state.code)
    state.code = Code.random()
    letterbox.note(.head(code: state.code, port: state.port))
    let parts = site.split(separator: ":")
    tell(.opened(address: String(parts.first ?? ""), port: state.port, code: state.code))
  }

  /// Tells the room what was in the letterbox already.
  func tellWaiting() {
    for letter in state.box.letters { tell(.letter(letter)) }
    for ballot in state.box.ballots { tell(.voted(phone: ballot.phone, round: ballot.round)) }
  }
}
