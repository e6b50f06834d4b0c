internal import PhoneProtocol

extension Texts {
  /// Why something was not taken, and what to do; the labels are those of the form's fields.
  func sentence(_ refusal: Refusal, labels: [String]) -> String {
    switch refusal {
    case .tooEarly: self("waiting")
    case .unknownForm: self("unknown-form")
    case .offRecord: self("off-record")
    case .muted: self("muted")
    case .tooFast: self("too-fast")
    case .tooMany: self("too-many", ["most": String(PhoneLimits.lettersOfOnePhone)])
    case .boxFull: self("box-full")
    case .empty: self("empty")
    case .missing(let field): self("missing", ["label": labels.indices.contains(field) ? labels[field] : ""])
    case .tooLong: self("too-long", ["most": String(PhoneLimits.characters)])
    case .noSuchOption: self("no-such-option")
    case .noNames: self("no-names")
    case .voteClosed: self("vote-closed")
    case .laterVote: self("later-vote")
    case .tooManyDots(let found): self("too-many-dots", ["found": String(found)])
    case .scoreMissing: self("score-missing")
    case .noOrder: self("no-order")
    case .noCookie: self("no-cookie")
    case .unreadable: self("unreadable")
    }
  }
}
