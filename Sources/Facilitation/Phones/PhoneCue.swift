import Workshop

/// What a script says that came from a phone, so that a workshop with phones can be rehearsed without any.
package struct PhoneCue: Hashable {
  /// The phone's number, from 1.
  package var phone: Int
  /// What it sends.
  package var kind: Kind
  /// What is in it, as it would be typed.
  package var text: String

  /// What a phone can send.
  package enum Kind: String, CaseIterable {
    /// An idea under the present question.
    case idea
    /// A ballot to the open vote, as it is typed head by head.
    case vote
    /// A word or a number at check-in or check-out.
    case word
    /// Who somebody is.
    case name
  }

  /// `7 idea Christmas bread | Facebook`; nil for anything else.
  package init?(_ text: String) {
    let words = text.split(maxSplits: 2, whereSeparator: \.isWhitespace)
    guard words.count == 3, let phone = Int(digits: words[0]), (1...500).contains(phone),
      let kind = Kind(rawValue: String(words[1]))
    else { return nil }
    (self.phone, self.kind, self.text) = (phone, kind, String(words[2]).trimmed)
  }

  /// The cue as a line of a script, behind its mark.
  package var line: String { "\(phone) \(kind.rawValue) \(text)" }
}

extension Interpreter {
  /// Takes in what a script says that came from a phone.
  mutating func receive(_ cue: PhoneCue) throws(LineError) {
    // Nothing is stored while the room is off the record.
    guard !session.privacy.isOffRecord else { throw .refused(.privacy(.offRecord)) }
    do throws(Refusal) {
      switch cue.kind {
      case .vote: try phones.receive(session.ballot(cue.text, of: cue.phone, hearing: localization), session)
      case .idea:
        receive(.idea(try session.askedByPhone(), cells: try session.cells(cue.text, hearing: localization)), cue)
      case .word: receive(.checkIn(phones.asked ?? .checkIn, cue.text), cue)
      case .name: receive(.introduction, cue)
      }
    } catch { throw .refused(error) }
  }

  private mutating func receive(_ content: Letter.Content, _ cue: PhoneCue) {
    let name = cue.kind == .name ? cue.text : phones.names[cue.phone]
    phones.receive(
      Letter(
        id: LetterID("\(cue.phone)-cue\(phones.received + 1)"), phone: cue.phone, name: name, content: content))
  }
}
