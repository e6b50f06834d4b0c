internal import NIOCore
internal import PhoneProtocol

// Which request is answered how.
extension Porch {
  /// Answers a request.
  func answer(_ request: Request) -> EventLoopFuture<Answer> {
    guard let refused = refusal(of: request) else { return route(request) }
    return loop.makeSucceededFuture(refused)
  }

  /// What no page of this site asks.
  private func refusal(of request: Request) -> Answer? {
    // A page elsewhere that had its name point here, or a proxy (RFC 9110, section 15.5.20).
    guard request.host == site else {
      notice(.otherHost)
      return .bare(421, closes: true)
    }
    if let origin = request.origin, origin != "http://\(site)" { return .bare(403, closes: true) }
    guard request.query != nil else { return .bare(400) }
    switch request.method {
    case .get: return nil
    case .post:
      let type = request.contentType.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
      return type == "application/x-www-form-urlencoded" ? nil : .bare(415)
    case .other: return Answer(status: 405, allow: "GET, POST")
    }
  }

  private func route(_ request: Request) -> EventLoopFuture<Answer> {
    notice(.request)
    let view = PageView(self, request)
    guard !isShut else { return done(.sentence(view.texts("room-closed"), status: 410)) }
    guard let code = request.path.first else { return done(door(request, view)) }
    guard isRight(code, request) else { return done(wrongCode(code, view)) }
    switch (request.method, request.path.dropFirst().first, request.path.count) {
    case (.get, nil, 1): return done(page(request, view))
    case (.get, "privacy", 2): return done(withLanguage(.page(view.privacyPage), request))
    case (.get, "now", 2): return now(request, view)
    case (.post, "idea", 2), (.post, "vote", 2), (.post, "mood", 2), (.post, "name", 2):
      return take(request, view, kind: request.path[1])
    case _: return done(.page(view.sentencePage(view.texts("page-missing")), status: 404))
    }
  }

  func done(_ answer: Answer) -> EventLoopFuture<Answer> { loop.makeSucceededFuture(answer) }

  /// `/`, and `/?code=K7QM`.
  private func door(_ request: Request, _ view: PageView) -> Answer {
    guard request.method == .get else { return Answer(status: 405, allow: "GET") }
    guard let typed = request.query?["code"].map(Code.typed), !typed.isEmpty else {
      return withLanguage(.page(view.codePage), request)
    }
    return isRight(typed, request) ? .to("/\(typed)") : wrongCode(typed, view)
  }

  /// Whether that is the code. While wrong ones come too fast nobody new gets in: else the right one would show.
  private func isRight(_ code: String, _ request: Request) -> Bool {
    let isKnown = request.token.flatMap { state.phones.number(of: $0) } != nil
    if isKnown { return code == state.code || formerCodes.contains(code) }
    return code == state.code && state.wrongCodes.hasOne(at: clock.now())
  }

  private func wrongCode(_ code: String, _ view: PageView) -> Answer {
    var view = view
    let isInTime = state.wrongCodes.take(at: clock.now())
    view.base = ""
    // The title is for those who are in.
    view.title = ""
    view.error = isInTime ? view.texts("code-wrong", ["code": String(code.prefix(12))]) : view.texts("code-too-often")
    var answer = Answer.page(view.codePage, status: isInTime ? 404 : 429)
    if !isInTime { answer.retryAfter = 5 }
    return answer
  }

  private func page(_ request: Request, _ view: PageView) -> Answer {
    let token = request.token ?? Token.random()
    guard let phone = greet(token) else {
      let most = ["most": String(PhoneLimits.phones)]
      return .page(view.sentencePage(view.texts("full", most)), status: 503)
    }
    var view = view
    view.show(state, phone)
    if request.query?["sent"] == "vote" { view.status = view.texts("vote-received") }
    if request.query?["sent"] == "letter" { view.status = view.texts("received") }
    var answer = withLanguage(.page(view.page), request)
    if request.token == nil { answer.cookies.append(Answer.cookie("phone", token.digits)) }
    return answer
  }

  /// A language that was chosen is remembered.
  private func withLanguage(_ answer: Answer, _ request: Request) -> Answer {
    var answer = answer
    if let chosen = request.query?["in"], Texts.all.contains(where: { $0.language == chosen }) {
      answer.cookies.append(Answer.cookie("language", chosen))
    }
    return answer
  }

  /// What is to be seen now, when it is something else than the phone shows.
  private func now(_ request: Request, _ view: PageView) -> EventLoopFuture<Answer> {
    guard let phone = request.token.flatMap({ greet($0) }) else { return done(.bare(403)) }
    let seen = request.query?["since"] ?? ""
    guard seen == version else { return done(news(request, view, phone)) }
    return poll(phone).assumeIsolated().map {
      if self.isShut { return .sentence(view.texts("room-closed"), status: 410) }
      return seen == self.version ? .bare(204) : self.news(request, PageView(self, request), phone)
    }.nonisolated()
  }

  private var version: String { String(state.notice?.version ?? -1) }

  private func news(_ request: Request, _ view: PageView, _ phone: Int) -> Answer {
    // What stays on the phone is not sent again.
    let main = request.query?["form"] == view.formID ? "" : self.main(view, phone)
    return .sentence("\(version)\n\(view.formID)\n\(main.source)", status: 200)
  }

  /// The part of the page that is new; it is the same for all who have nothing of their own in it.
  private func main(_ view: PageView, _ phone: Int) -> HTML {
    var view = view
    view.show(state, phone)
    guard view.sent.isEmpty, view.marks == nil else { return view.main }
    let place = "\(view.texts.language) \(view.base)"
    if let made = mains[place] { return made }
    let made = view.main
    mains[place] = made
    return made
  }
}

extension PageView {
  /// The page of a phone that is not in yet, in its language.
  init(_ porch: Porch, _ request: Request) {
    let notice = porch.state.notice
    let codes = notice.map { notice in notice.wordings.map(\.language) } ?? []
    let languages = Texts.all.filter { codes.isEmpty || codes.contains($0.language) }
    let own = codes.first ?? "en"
    let language = request.language(among: languages.map(\.language)) ?? own
    self.init(
      texts: Texts.of(language), languages: languages, base: "/\(porch.state.code)", title: notice?.title ?? "",
      notice: notice, sendingID: SendingID.random().digits)
    if let code = request.path.first, porch.formerCodes.contains(code) { base = "/\(code)" }
    guard request.path.isEmpty else { return }
    (base, title) = ("", "")
  }

  /// What is this phone's own.
  mutating func show(_ state: PorchState, _ phone: Int) {
    switch form {
    case .ideas(let question, _): sent = state.phones[phone]?.sent(to: question) ?? []
    case .mood(let moment, _): sent = state.phones[phone]?.sent(to: moment) ?? []
    case .vote(let vote): marks = state.box.ballot(of: phone, to: vote.round)?.marks
    case .unknown, nil: break
    }
  }
}
