/// A line that was being written when the power or the program went.
struct TornEnd {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// What had been typed, as far as it can be read: cells parted by ` | `, answers by line feeds; nil when it is nothing.
  var text: String? {
    var answers: [[String]] = []
    var name = ""
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "]") { name = "" }
      guard byte == UInt8(ascii: "\"") else { continue }
      let start = index
      let isClosed = passString(&index)
      let string = TornEnd.text(bytes[start..<(isClosed ? index - 1 : index)])
      if isClosed, index < bytes.count, bytes[index] == UInt8(ascii: ":") {
        name = string
        if name == "cells" { answers.append([]) }
      } else if name == "cells" {
        answers[answers.count - 1].append(string)
      } else if name == "title" || name == "reason" {
        answers.append([string])
        name = ""
      }
    }
    let lines = answers.map { $0.joined(separator: " | ") }.filter { !$0.isEmpty }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// Goes behind the quotation mark that closes a string, or to the end when none does.
  private func passString(_ index: inout Int) -> Bool {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return true
      case UInt8(ascii: "\\"): index += 2
      case _: index += 1
      }
    }
    index = bytes.count
    return false
  }

  /// A string up to the first half escape or half character.
  private static func text(_ part: ArraySlice<UInt8>) -> String {
    let (bytes, _) = JSONReader.unescaped(part)
    return String(decoding: bytes.prefix(bytes.lengthOfText), as: UTF8.self)
  }
}
