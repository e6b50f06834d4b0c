package import Workshop

/// A script: the lines of a text file that would be typed and its directives, with their numbers, and what the program is
/// expected to answer. Blank lines and other lines that begin with `#` are passed over.
package struct Script {
  /// A line that would be typed.
  package struct Line {
    /// Its number in the file, from 1.
    package var number: Int
    package var text: String
    /// What stands below it after `#=`, line by line; nil when nothing is said about the answer.
    package var expected: [Expected]?
  }

  /// What a line of the answer should be.
  package struct Expected {
    package var number: Int
    package var text: String
  }

  /// A line that cannot be used, whatever the room is like.
  package struct Flaw: Error {
    package var number: Int
    /// The line, with signs for what is not UTF-8.
    package var text: String
    package var fault: Fault
  }

  /// What is wrong with a line by itself.
  package enum Fault: Hashable, CaseIterable {
    /// Its bytes are not UTF-8.
    case notUTF8
    /// The script is in a newer form.
    case newerForm
    /// What is expected stands below no line.
    case answersNothing
    /// The method is not named as `NAME VERSION`.
    case unreadableMethod
  }

  /// The lines in order; a flaw stands where it is met.
  package private(set) var lines: [Result<Line, Flaw>] = []
  /// How the session was started.
  package let head: ScriptHead

  /// The most bytes of one script.
  package static let mostBytes = 256 << 20

  /// Reads a script; lines end in LF or CRLF, and a byte order mark at the beginning is passed over.
  package init(_ bytes: [UInt8]) {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 0
    head = ScriptHead(bytes[start...])
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      number += 1
      read(bytes[start..<(end > start && bytes[end - 1] == 0x0D ? end - 1 : end)], number)
      start = end + 1
    }
  }

  private mutating func read(_ bytes: ArraySlice<UInt8>, _ number: Int) {
    guard bytes.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return }
    let isRemark = bytes.first == UInt8(ascii: "#")
    let isExpected = isRemark && bytes.dropFirst().first == UInt8(ascii: "=")
    guard !isRemark || isExpected || ScriptDirective.isOne(bytes) else { return readRemark(bytes, number) }
    guard let text = String(validating: bytes, as: UTF8.self) else { return add(.notUTF8, bytes, number) }
    guard isExpected else { return lines.append(.success(Line(number: number, text: text))) }
    guard case .success(var line)? = lines.popLast() else { return add(.answersNothing, bytes, number) }
    let said = text.dropFirst(2)
    let expected = Expected(number: number, text: String(said.first == " " ? said.dropFirst() : said))
    line.expected = (line.expected ?? []) + [expected]
    lines.append(.success(line))
  }

  /// A remark means something only where it says what the script is for.
  private mutating func readRemark(_ bytes: ArraySlice<UInt8>, _ number: Int) {
    guard lines.isEmpty else { return }
    let remark = String(decoding: bytes.prefix(256), as: UTF8.self).trimmed
    let words = remark.split(separator: " ")
    if number == 1, let form = ScriptHead.form(in: remark), form > Script.form {
      add(.newerForm, bytes, number)
    } else if words.count > 1, words[1] == "method:", words.count != 4 {
      add(.unreadableMethod, bytes, number)
    }
  }

  private mutating func add(_ fault: Fault, _ bytes: ArraySlice<UInt8>, _ number: Int) {
    lines.append(.failure(Flaw(number: number, text: String(decoding: bytes, as: UTF8.self), fault: fault)))
  }

  /// The time of the first line; nil where the script has none.
  package var begins: Moment? { if case .time(let moment)? = directive(0) { moment } else { nil } }

  /// Whether the first line is what happened first, or says that nothing did, so that the session is not opened as it
  /// usually is.
  package var opensItself: Bool {
    guard case .events(let events)? = directive(begins == nil ? 0 : 1) else { return false }
    return events.isEmpty || events.givesTitle
  }

  private func directive(_ place: Int) -> ScriptDirective? {
    guard lines.indices.contains(place), case .success(let line) = lines[place] else { return nil }
    return ScriptDirective(line.text)
  }

  /// The newest form of scripts that this version reads.
  package static let form = 2

  /// What a session is called that is made from a file: the file's name up to the first point.
  package static func title(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let title = file.prefix { $0 != "." }
    return title.isEmpty ? file : String(title)
  }
}
