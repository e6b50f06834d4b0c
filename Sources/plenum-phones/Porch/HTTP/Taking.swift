internal import NIOCore
internal import PhoneProtocol

// What phones send.
extension Porch {
  /// Takes an idea, a vote, a mood or a name; it is answered when it is on the disk.
  func take(_ request: Request, _ view: PageView, kind: String) -> EventLoopFuture<Answer> {
    guard let token = request.token else { return done(refused(.noCookie, request, view)) }
    guard let fields = FormFields(request.body), let id = fields["id"].flatMap({ SendingID($0) }) else {
      return done(refused(.unreadable, request, view))
    }
    guard let phone = greet(token) else { return done(refused(.muted, request, view)) }
    var view = view
    view.entered = fields
    view.show(state, phone)
    let sending = Sending(phone: phone, id: id, formID: fields["form"] ?? "", fields: fields)
    let letterID = id.letterID(from: phone)
    let kept: EventLoopFuture<Bool>
    if isPending(letterID) {
      // The same once more, before the first is there: both are answered alike.
      kept = letterbox.rest().assumeIsolated().map { self.state.box.knows(letterID) }.nonisolated()
    } else {
      switch reception(of: sending, kind) {
      case .new(let record, let id): kept = keep(record, id: id)
      case .again: kept = loop.makeSucceededFuture(true)
      case .refused(let refusal): return done(refused(refusal, request, view))
      }
    }
    let after = view
    return kept.map { isKept in
      guard isKept else { return Porch.unsaved(request, after) }
      return request.isScript ? .bare(204) : .to("\(after.base)?sent=\(kind == "vote" ? "vote" : "letter")")
    }
  }

  private func reception(of sending: Sending, _ kind: String) -> Reception {
    let (now, moment) = (clock.now(), clock.moment())
    return kind == "name"
      ? state.introduce(sending, at: now, moment: moment) : state.receive(sending, at: now, moment: moment)
  }

  /// Says why something was not taken, and gives it back.
  private func refused(_ refusal: Refusal, _ request: Request, _ view: PageView) -> Answer {
    let sentence = view.texts.sentence(refusal, labels: view.wording?.labels ?? [])
    var answer: Answer
    if request.isScript {
      answer = .sentence(sentence, status: refusal.status)
    } else {
      var view = view
      view.error = sentence
      answer = .page(view.page, status: refusal.status)
    }
    if [.tooFast, .tooEarly].contains(refusal) { answer.retryAfter = 2 }
    return answer
  }

  private static func unsaved(_ request: Request, _ view: PageView) -> Answer {
    let sentence = view.texts("not-saved")
    guard !request.isScript else { return .sentence(sentence, status: 503) }
    var view = view
    view.error = sentence
    return .page(view.page, status: 503)
  }
}
