package import Workshop

/// What stands at the beginning of a script that `plenum script` has written: how the session was started. Any other
/// script may begin with the language alone, by its code or its name: `# language: norsk`.
///
///     # plenum 2
///     # method: social-media-plan 1
///     # title: Kringla & Korn
///     # language: nb
///     # run: half-day
package struct ScriptHead {
  private var values: [String: String] = [:]

  /// The form it says it has; the newest one when it says none.
  package let form: Int

  /// The first line of a script.
  package static let mark = mark(Script.form)

  /// The first line of a script of a form.
  static func mark(_ form: Int) -> String { "# plenum \(form)" }

  /// The head of a script: the remarks below its first line, up to the first line that is none.
  package init(_ bytes: some Collection<UInt8>) {
    let remarks = bytes.prefix(4096).split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self).trimmed }.prefix { $0.hasPrefix("#") }
    let named = remarks.first.flatMap { ScriptHead.form(in: $0) }
    form = named ?? Script.form
    for remark in remarks {
      let parts = remark.dropFirst().split(separator: ":", maxSplits: 1).map(\.trimmed)
      guard parts.count == 2, values[parts[0]] == nil, named != nil || parts[0] == "language" else { continue }
      values[parts[0]] = parts[1]
    }
  }

  /// The form that a first line names; nil when it names none.
  static func form(in line: String) -> Int? {
    let words = line.split(separator: " ")
    return words.count == 3 && words[0] == "#" && words[1] == "plenum" ? Int(digits: words[2]) : nil
  }

  /// How its numbers of answers are meant.
  package var numbering: AnswerNumbering { form < 2 ? .byEntry : .byPlace }

  /// The method it was written for, and its version.
  package var method: (name: String, version: String)? {
    values["method"].flatMap { value in
      value.lastIndex(of: " ").map { (value[..<$0].trimmed, value[$0...].trimmed) }
    }
  }
  /// What the session is called.
  package var title: String? { values["title"] }
  /// The language the room began in, by its code or its name.
  package var language: String? { values["language"] }
  /// The run that was begun.
  package var run: RunID? { values["run"].map { RunID($0) } }
}

extension [Event] {
  /// Whether they begin with a title, as what opens a session does.
  package var givesTitle: Bool { if case .titleGiven? = first { true } else { false } }
}
