internal import PhoneProtocol

/// What becomes of something that a phone sent.
enum Reception: Hashable, Sendable {
  /// It is new: it counts when it is on the disk.
  case new(Record, id: String)
  /// It came before: the answer is the same.
  case again
  /// It is not taken.
  case refused(Refusal)
}

/// Why something from a phone is not taken.
enum Refusal: Hashable, Sendable {
  /// The room has not said yet what is asked, as after a crash: it is to be tried again.
  case tooEarly
  /// The form is none that this room ever showed.
  case unknownForm
  /// Nothing is recorded at the moment.
  case offRecord
  /// The facilitator takes nothing more from that phone.
  case muted
  /// More than a phone may send at once.
  case tooFast
  /// More letters than a phone may send to one question.
  case tooMany
  /// The box is full.
  case boxFull
  /// Nothing was written.
  case empty
  /// A field that an idea cannot do without has nothing in it: its place among the fields.
  case missing(field: Int)
  /// A field has too many characters.
  case tooLong
  /// A choice that is none of the options.
  case noSuchOption
  /// Names are not asked for.
  case noNames
  /// The vote is closed.
  case voteClosed
  /// A later vote of that phone is there.
  case laterVote
  /// More dots than there are, or too many on one.
  case tooManyDots(found: Int)
  /// An answer has no score.
  case scoreMissing
  /// The places of a ranking are not each there once.
  case noOrder
  /// The browser keeps no cookies.
  case noCookie
  /// The request is none that the page makes.
  case unreadable

  /// The status of the answer (RFC 9110, RFC 6585).
  var status: Int {
    switch self {
    case .tooFast: 429
    case .tooEarly: 503
    case .muted, .noCookie: 403
    case .unreadable: 400
    case .unknownForm, .offRecord, .tooMany, .boxFull, .noNames, .voteClosed, .laterVote: 409
    case .empty, .missing, .tooLong, .noSuchOption, .tooManyDots, .scoreMissing, .noOrder: 422
    }
  }
}
