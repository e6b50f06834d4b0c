/// What a request is answered with.
struct Answer: Hashable, Sendable {
  var status: Int
  var body: [UInt8] = []
  var contentType = "text/plain; charset=utf-8"
  /// Where the browser is to go instead.
  var location: String?
  var cookies: [String] = []
  /// Seconds after which it is worth trying again.
  var retryAfter: Int?
  /// What may be asked here, when it was something else.
  var allow: String?
  /// Whether nothing more is wanted on this connection.
  var closes = false

  /// A page.
  static func page(_ page: HTML, status: Int = 200) -> Answer {
    Answer(status: status, body: Array(page.source.utf8), contentType: "text/html; charset=utf-8")
  }

  /// A sentence, for the script.
  static func sentence(_ sentence: String, status: Int) -> Answer {
    Answer(status: status, body: Array(sentence.utf8))
  }

  /// To another page, which is to be asked for anew.
  static func to(_ location: String) -> Answer { Answer(status: 303, location: location) }

  /// Nothing but a status, for what no page of ours asks.
  static func bare(_ status: Int, closes: Bool = false) -> Answer { Answer(status: status, closes: closes) }

  /// The fields of its head, apart from those that belong to the connection.
  var fields: [(name: String, value: String)] {
    var fields = [
      ("Content-Type", contentType), ("Content-Length", String(body.count)), ("Cache-Control", "no-store"),
      ("Content-Security-Policy", Assets.built.policy), ("X-Content-Type-Options", "nosniff"),
      // `no-referrer` would make browsers send `Origin: null` with a form (Fetch, "append a request Origin header").
      ("Referrer-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
    if let location { fields.append(("Location", location)) }
    if let retryAfter { fields.append(("Retry-After", String(retryAfter))) }
    if let allow { fields.append(("Allow", allow)) }
    return fields + cookies.map { ("Set-Cookie", $0) }
  }

  /// A cookie that goes to this site alone, and that no script reads.
  static func cookie(_ name: String, _ value: String) -> String {
    "\(name)=\(value); Path=/; HttpOnly; SameSite=Strict"
  }
}
