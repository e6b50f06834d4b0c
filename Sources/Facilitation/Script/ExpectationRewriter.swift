import Workshop

/// Rewrites what a script expects, and touches nothing else of it.
package struct ExpectationRewriter {
  /// The script as it stands.
  package let bytes: [UInt8]
  /// What is answered now, by the numbers of the lines that say what is expected.
  package let answers: [(lines: [Int], answer: [String])]

  package init(bytes: [UInt8], answers: [(lines: [Int], answer: [String])]) {
    (self.bytes, self.answers) = (bytes, answers)
  }

  /// The script with the expectations that hold now.
  package var rewritten: [UInt8] {
    let first = Dictionary(
      answers.compactMap { answer in answer.lines.first.map { ($0, answer.answer) } }, uniquingKeysWith: { $1 })
    let gone = Set(answers.flatMap { $0.lines.dropFirst() })
    var result: [UInt8] = []
    var start = 0
    var number = 0
    while start < bytes.count {
      number += 1
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      let line = bytes[start..<end]
      if let answer = first[number] {
        result += ExpectationRewriter.lines(answer, like: line)
      } else if !gone.contains(number) {
        result += line
      }
      start = end
    }
    return result
  }

  /// Lines that expect an answer, ended as a line was that stood there.
  private static func lines(_ answer: [String], like line: ArraySlice<UInt8>) -> [UInt8] {
    let body = line.reversed().drop { $0 == 0x0A || $0 == 0x0D }
    let ending = line.suffix(line.count - body.count)
    let between = ending.isEmpty ? [0x0A] : Array(ending)
    let texts = (answer.isEmpty ? [""] : answer).map { Array(($0.isEmpty ? "#=" : "#= " + $0).utf8) }
    return Array(texts.joined(separator: between)) + ending
  }
}
