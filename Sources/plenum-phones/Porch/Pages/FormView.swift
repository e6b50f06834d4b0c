internal import PhoneProtocol

/// A form as a page shows it: native fields, which every phone and every screen reader knows.
struct FormView {
  let page: PageView
  let wording: PhoneWording

  private var texts: Texts { page.texts }

  func markup(of form: PhoneForm) -> HTML {
    switch form {
    case .ideas(_, let fields):
      return self.form("idea", send: "send") { HTML.joined(fields.indices.map { field($0, fields[$0]) }) + name } + sent
        + "<p>\(texts("who-sees"))</p>"
    case .mood(_, let mood): return self.form("mood", send: "send") { self.mood(mood) + name } + sent
    case .vote(let vote):
      return self.form("vote", send: "vote-send") { VoteView(page: page, vote: vote).markup }
        + "<p>\(texts("vote-changeable"))</p>"
    case .unknown: return "<p>\(texts("covered"))</p>"
    }
  }

  private func form(_ kind: String, send: String, _ fields: () -> HTML) -> HTML {
    """
    <form method="post" action="\(page.base)/\(kind)" data-kind="\(kind)" autocomplete="off">\
    <input type="hidden" name="form" value="\(page.formID)"><input type="hidden" name="id" value="\(page.sendingID)">\
    \(fields())<button class="send">\(texts(send))</button></form>
    """
  }

  private func field(_ place: Int, _ field: PhoneForm.Field) -> HTML {
    let id = "c\(place)"
    let entered = page.entered[id] ?? ""
    let required: HTML = field.isRequired ? " aria-required=\"true\"" : ""
    let label: HTML = "<label for=\"\(id)\">\(wording.labels[place])</label>"
    switch field.kind {
    case .text where place == 0:
      return label
        + "<textarea id=\"\(id)\" name=\"\(id)\" rows=\"2\" maxlength=\"\(PhoneLimits.characters)\"\(required)>\(entered)</textarea>"
    case .text, .number:
      let mode: HTML = field.kind == .number ? " inputmode=\"decimal\"" : ""
      return label
        + "<input id=\"\(id)\" name=\"\(id)\" class=\"wide\" maxlength=\"\(PhoneLimits.characters)\" value=\"\(entered)\"\(mode)\(required)>"
    case .choice(let ids):
      let options = zip(ids, wording.options[place]).map { option, words in
        "<option value=\"\(option)\"\(option == entered ? " selected" : "")>\(words)</option>" as HTML
      }
      return label
        + "<select id=\"\(id)\" name=\"\(id)\" class=\"wide\"\(required)><option value=\"\">\(texts("choose"))</option>\(options)</select>"
    }
  }

  /// The field for a name, where names are asked for; it may stay empty.
  private var name: HTML {
    guard page.notice?.asksName == true else { return "" }
    return """
      <label for="name">\(texts("name-label"))</label><input id="name" name="name" class="wide" maxlength="80" \
      autocomplete="name" value="\(page.entered["name"] ?? "")">
      """
  }

  private func mood(_ mood: PhoneForm.Mood) -> HTML {
    switch mood {
    case .word:
      """
      <label for="mood">\(texts("mood-word"))</label><input id="mood" name="mood" class="wide" \
      maxlength="\(PhoneLimits.characters)" value="\(page.entered["mood"] ?? "")">
      """
    case .score: HTML.scores(1...5, name: "mood", legend: texts("mood-score"), chosen: page.entered["mood"])
    }
  }

  /// What this phone sent to this question, for its own eyes.
  private var sent: HTML {
    let items = page.sent.map { "<li>\($0) ✓</li>" as HTML }
    let hidden: HTML = items.isEmpty ? " hidden" : ""
    return "<section\(hidden)><h2>\(texts("sent-here"))</h2><ul id=\"sent\">\(items)</ul></section>"
  }
}

extension HTML {
  static func joined(_ parts: [HTML]) -> HTML { parts.reduce(into: "") { $0 += $1 } }

  /// Scores to choose one from.
  static func scores(_ scores: ClosedRange<Int>, name: String, legend: String, chosen: String?) -> HTML {
    let picks = scores.map { score in
      let checked: HTML = chosen == String(score) ? " checked" : ""
      return
        "<label class=\"pick\"><input type=\"radio\" name=\"\(name)\" value=\"\(score)\"\(checked)>\(score)</label>"
        as HTML
    }
    return "<fieldset><legend>\(legend)</legend>\(picks)</fieldset>"
  }
}
