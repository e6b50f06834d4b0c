internal import CPhoneFiles

/// The style and the script that every page carries, and the policy that lets no other run.
struct Assets: Sendable {
  let style: HTML
  let script: HTML
  /// The value of `Content-Security-Policy` (W3C, level 3).
  let policy: String

  /// What was compiled in.
  static let built = Assets(
    style: unsafe String(decoding: phone_page_style().bytes, as: UTF8.self),
    script: unsafe String(decoding: phone_page_script().bytes, as: UTF8.self),
    hashes: unsafe String(decoding: phone_page_hashes().bytes, as: UTF8.self))

  private init(style: String, script: String, hashes: String) {
    self.style = HTML(markup: compacted(style))
    self.script = HTML(markup: compacted(script))
    let lines = hashes.split(separator: "\n").map(String.init)
    policy = """
      default-src 'none'; script-src '\(lines.first ?? "none")'; style-src '\(lines.last ?? "none")'; img-src data:; \
      connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
      """
  }
}
