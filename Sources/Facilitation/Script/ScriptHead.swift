package import Workshop

/// What stands at the beginning of a script that `plenum script` has written: how the session was started.
///
///     # plenum 1
///     # method: social-media-plan 1
///     # title: Kringla & Korn
///     # language: nb
///     # run: half-day
package struct ScriptHead {
  private var values: [String: String] = [:]

  /// The first line of a script.
  package static let mark = "# plenum 1"

  /// The head of a script: the remarks below its first line, up to the first line that is none.
  package init(_ bytes: [UInt8]) {
    let remarks = bytes.prefix(4096).split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self).trimmed }.prefix { $0.hasPrefix("#") }
    guard remarks.first == ScriptHead.mark else { return }
    for remark in remarks.dropFirst() {
      let parts = remark.dropFirst().split(separator: ":", maxSplits: 1).map(\.trimmed)
      if parts.count == 2, values[parts[0]] == nil { values[parts[0]] = parts[1] }
    }
  }

  /// The method it was written for, and its version.
  package var method: (name: String, version: String)? {
    values["method"].flatMap { value in
      value.lastIndex(of: " ").map { (value[..<$0].trimmed, value[$0...].trimmed) }
    }
  }
  /// What the session is called.
  package var title: String? { values["title"] }
  /// The language the room began in.
  package var language: LanguageCode? { values["language"].map { LanguageCode($0) } }
  /// The run that was begun.
  package var run: RunID? { values["run"].map { RunID($0) } }
}

extension [Event] {
  /// Whether they begin with a title, as what opens a session does.
  package var givesTitle: Bool { if case .titleGiven? = first { true } else { false } }
}
