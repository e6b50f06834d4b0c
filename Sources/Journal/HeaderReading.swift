internal import Text
internal import Workshop

extension Header {
  /// The header that a file holds; what is missing there is empty.
  init(_ stored: StoredHeader) {
    self.init(
      session: stored.session ?? "", method: stored.method ?? "", methodVersion: stored.methodVersion ?? "",
      methodDigest: stored.methodDigest ?? "", language: LanguageCode(stored.language ?? ""),
      run: RunID(stored.run ?? ""), timeZone: stored.tz ?? "",
      created: stored.created.flatMap { Moment(iso: $0) } ?? Moment(millisecondsSince1970: 0), need: stored.need ?? [])
  }
}

extension StoredHeader {
  /// Whether nothing is missing.
  var isWhole: Bool {
    let texts = [journal, session, method, methodVersion, methodDigest, language, run, tz, w]
    return texts.allSatisfy { $0 != nil } && format == Header.format && n == 0 && need != nil
      && created.flatMap { Moment(iso: $0) } != nil
  }

  /// What can still be read of a damaged line: every member whose name and text are whole.
  init(salvaging line: ArraySlice<UInt8>) {
    let reader = Salvage(line: Array(line))
    journal = reader.text("journal")
    format = reader.number("format")
    session = reader.text("session")
    method = reader.text("method")
    methodVersion = reader.text("methodVersion")
    methodDigest = reader.text("methodDigest")
    language = reader.text("language")
    run = reader.text("run")
    tz = reader.text("tz")
    created = reader.text("created")
    need = reader.texts("need")
    w = reader.text("w")
    n = reader.number("n")
  }
}

/// Looks for members in a line that is no JSON any more.
private struct Salvage {
  var line: [UInt8]

  func text(_ name: String) -> String? {
    value(of: name) { reader throws(Damage) in try reader.string() }
  }

  func number(_ name: String) -> Int? {
    value(of: name) { reader throws(Damage) in try reader.number() }
  }

  func texts(_ name: String) -> [String]? {
    value(of: name) { reader throws(Damage) in try reader.strings() }
  }

  /// A member's value, if it ends where a value ends: behind a lost quotation mark, a text would take in what follows.
  private func value<Value>(of name: String, read: (inout JSONReader) throws(Damage) -> Value?) -> Value? {
    guard var reader = reader(behind: name), let value = try? read(&reader), reader.isBehindMember() else { return nil }
    return value
  }

  private func reader(behind name: String) -> JSONReader? {
    let wanted = Array("\"\(name)\":".utf8)
    guard
      let start = line.indices.first(where: { line[$0] == wanted[0] && line[$0...].starts(with: wanted) })
    else { return nil }
    var reader = JSONReader(line)
    reader.begin(start + wanted.count..<line.count)
    return reader
  }
}
