internal import PhoneProtocol

/// What a page is made from: all that a phone may see, and nothing else.
struct PageView: Sendable {
  var texts: Texts
  /// The languages to choose from.
  var languages: [Texts]
  /// Where the page is, such as `/K7QM`; empty before the code is known.
  var base: String
  var title: String
  var notice: PhoneNotice?
  /// What this phone sent to this question.
  var sent: [String] = []
  /// The marks of this phone in the open vote.
  var marks: [Int]?
  /// A new id for what is sent without a script.
  var sendingID = ""
  /// What is said about what this phone sent last.
  var status = ""
  /// Why something was not taken, and what it was.
  var error: String?
  var entered = FormFields()

  /// The words of the form in the page's language, or in the room's own.
  var wording: PhoneWording? {
    notice?.wordings.first { $0.language == texts.language } ?? notice?.wordings.first
  }

  /// The form, while there is one to be seen.
  var form: PhoneForm? { notice?.standing == .asking ? notice?.form : nil }

  var formID: String { form == nil ? notice?.standing.rawValue ?? "" : notice?.formID ?? "" }
}

extension PageView {
  /// A whole page.
  var page: HTML { frame(hasScript: true, refreshes: form == nil) { main } }

  /// The part that is replaced when another form is shown.
  var main: HTML {
    """
    <main id="m" tabindex="-1" data-version="\(notice?.version ?? -1)" data-form="\(formID)">\(content)</main>
    """
  }

  private var content: HTML {
    let told = error.map { "<p class=\"error\" role=\"alert\">\($0)</p>" as HTML } ?? ""
    guard let form, let wording else {
      let name = notice?.standing == .nothing ? nameForm : ""
      return told + "<h1>\(texts(standingKey))</h1>" + name
    }
    let head: HTML = "<p class=\"trail\">\(wording.trail)</p><h1>\(wording.text)</h1>"
    return head + told + FormView(page: self, wording: wording).markup(of: form)
  }

  /// Who somebody is, asked by itself where there is nothing else to write.
  private var nameForm: HTML {
    guard notice?.asksName == true else { return "" }
    return """
      <h2>\(texts("name-title"))</h2><form method="post" action="\(base)/name" data-kind="name">\
      <input type="hidden" name="form" value="\(formID)"><input type="hidden" name="id" value="\(sendingID)">\
      <label for="name">\(texts("name-ask"))</label><input id="name" name="name" class="wide" maxlength="80" \
      autocomplete="name"><button class="send">\(texts("name-send"))</button></form>
      """
  }

  private var standingKey: String {
    switch notice?.standing {
    case .asking, .nothing: "nothing"
    case .voteClosed: "vote-closed"
    case .covered: "covered"
    case .pause: "pause"
    case .offRecord: "off-record"
    case nil: "waiting"
    }
  }

  /// The page that asks for the code.
  var codePage: HTML {
    frame(hasScript: false, refreshes: false) {
      let told = error.map { "<p class=\"error\" role=\"alert\">\($0)</p>" as HTML } ?? ""
      return """
        <main><h1>\(texts("code-title"))</h1>\(told)<form action="/"><label for="code">\(texts("code-label"))</label>\
        <input id="code" name="code" class="wide" maxlength="12" autocomplete="off" autocapitalize="characters" \
        spellcheck="false"><button class="send">\(texts("code-go"))</button></form></main>
        """
    }
  }

  /// The page that says what happens to what is written.
  var privacyPage: HTML {
    frame(hasScript: false, refreshes: false) {
      let parts = ["way", "box", "phone", "vote", "cookie", "rights"].map { part in
        "<p>\(texts("privacy-\(part)"))</p>" as HTML
      }
      return """
        <main><h1>\(texts("privacy-title"))</h1>\(parts)<p><a href="\(base)">\(texts("back"))</a></p></main>
        """
    }
  }

  /// A page of one sentence.
  func sentencePage(_ sentence: String) -> HTML {
    frame(hasScript: false, refreshes: false) {
      "<main><h1>\(sentence)</h1><p><a href=\"\(base.isEmpty ? "/" : base)\">\(texts("back"))</a></p></main>"
    }
  }

  private func frame(hasScript: Bool, refreshes: Bool, _ main: () -> HTML) -> HTML {
    // Nobody's half-written text is refreshed away.
    let script: HTML = hasScript ? "<script>\(Assets.built.script)</script>" : ""
    let refresh: HTML = refreshes ? "<noscript><meta http-equiv=\"refresh\" content=\"20\"></noscript>" : ""
    return """
      <!doctype html><html lang="\(texts.language)"><head><meta charset="utf-8">\
      <meta name="viewport" content="width=device-width"><title>\(title.isEmpty ? "Plenum" : title)</title>\
      <link rel="icon" href="data:,"><style>\(Assets.built.style)</style>\(refresh)</head>\
      <body\(hasScript ? words : "")><header>\(title)</header><p id="s" role="status">\(status)</p>\(main())\
      \(hasScript ? unsent : "")<footer>\(footer)</footer>\(script)</body></html>
      """
  }

  /// What the script says.
  private var words: HTML {
    """
     data-base="\(base)" data-sending="\(texts("sending"))" data-received="\(texts("received"))" \
    data-voted="\(texts("vote-received"))" data-kept="\(texts("kept"))" data-storage="\(texts("no-storage"))" \
    data-closed="\(texts("room-closed"))"
    """
  }

  private var unsent: HTML { "<section hidden><p>\(texts("unsent"))</p><ul id=\"unsent\"></ul></section>" }

  private var footer: HTML {
    let others = languages.filter { $0.language != texts.language }.map { other in
      let code = other.language
      return
        "<a href=\"?in=\(code)\" lang=\"\(code)\">\(other("name"))</a>"
        as HTML
    }
    let links: HTML =
      base.isEmpty
      ? ""
      : "<a href=\"\(base)\">\(texts("look"))</a> <a href=\"\(base)/privacy\">\(texts("privacy-title"))</a>"
    return "<p>\(texts("unencrypted"))</p>\(links)<nav aria-label=\"\(texts("languages"))\">\(others)</nav>"
  }
}
