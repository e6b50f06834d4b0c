/// The opposite of one recorded event beside the answers.
indirect enum RoomReversal: Sendable {
  /// The aside as it was; nil when it was not there.
  case sideItem(SideItemID, SideItem?, at: Int)
  case facilitator(String?)
  /// The vote as it was; nil when it was not there.
  case vote(Int, VoteRound?)
  case timebox(QuestionID, seconds: Int?, isStopped: Bool)
  case plan([QuestionID: Int])
  case bell(Bool)
  case checkIns([CheckIn])
  /// The last groups away.
  case groups
  case joined(Handle, Handle?)
  /// The last break away.
  case pause
}

extension Session {
  mutating func reverse(_ reversal: RoomReversal) {
    switch reversal {
    case .sideItem(let id, let before, let place):
      sideItems.removeAll { $0.id == id }
      if let before { sideItems.insert(before, at: min(place, sideItems.count)) }
    case .facilitator(let initials): facilitator = initials
    case .vote(let number, let before):
      let place = votes.firstIndex { $0.number == number }
      if let place { votes.remove(at: place) }
      if let before { votes.insert(before, at: place ?? votes.count) }
    case .timebox(let question, let seconds, let isStopped):
      timing.allotted[question] = seconds
      if isStopped { timing.stopped.insert(question) } else { timing.stopped.remove(question) }
    case .plan(let seconds): timing.allotted = seconds
    case .bell(let rings): timing.hasBell = rings
    case .pause: _ = timing.breaks.popLast()
    case .groups: _ = groupings.popLast()
    case .checkIns(let before): checkIns = before
    case .joined(let handle, let other): joined[handle] = other
    }
  }
}
