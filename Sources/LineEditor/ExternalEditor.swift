import CEditLine

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Why an edited text could not be had; the text from before is kept.
public enum ExternalEditorError: Error, Hashable, Sendable {
  /// None of the editors could be started; the names that were tried.
  case noEditor(tried: [String])
  /// The editor ended with a failure.
  case failed(editor: String, status: Int32)
  /// The file to be edited could not be written or read; with the system's error number.
  case file(errno: Int32)
}

/// The program that a person edits longer texts with.
struct ExternalEditor {
  /// Commands to try, in order, with their arguments; none where nobody has chosen an editor: then none opens by surprise.
  var commands: [String]

  /// `$VISUAL`, `$EDITOR`.
  init(environment: [String: String]) {
    commands = ["VISUAL", "EDITOR"].compactMap { environment[$0] }.filter { !$0.isEmpty }
  }

  /// Lets the person edit a text, in the foreground of the terminal.
  func edit(_ text: String, directory: String) throws(ExternalEditorError) -> String {
    guard !commands.isEmpty else { throw .noEditor(tried: []) }
    let path = try write(text, in: directory)
    defer { _ = unsafe unlink(path) }
    for command in commands {
      let words = ExternalEditor.words(of: command)
      guard !words.isEmpty, let status = run(words + [path]) else { continue }
      guard status == 0 else { throw .failed(editor: command, status: status) }
      return try read(path)
    }
    throw .noEditor(tried: commands)
  }

  /// The words of a command, parted as a shell parts them: by spaces that no quotation mark or backslash keeps.
  static func words(of command: String) -> [String] {
    var words: [String] = []
    var word: String?
    var mark: Character?
    var isEscaped = false
    for character in command {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\", mark != "'" {
        isEscaped = true
      } else if character == mark {
        mark = nil
      } else if mark == nil, character == "\"" || character == "'" {
        (mark, word) = (character, word ?? "")
      } else if mark == nil, character == " " || character == "\t" {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }

  private func write(_ text: String, in directory: String) throws(ExternalEditorError) -> String {
    var template = (directory + "/line-XXXXXX.txt").utf8CString
    let file = unsafe template.withUnsafeMutableBufferPointer { buffer in
      // Created for its owner alone, never through a link.
      guard let start = buffer.baseAddress else { return Int32(-1) }
      return unsafe mkstemps(start, 4)
    }
    guard file >= 0 else { throw .file(errno: errno) }
    let path = unsafe template.withUnsafeBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe String(cString: $0) } ?? ""
    }
    let isWritten = writeText(text, to: file)
    close(file)
    guard isWritten else { throw .file(errno: errno) }
    return path
  }

  private func read(_ path: String) throws(ExternalEditorError) -> String {
    let file = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { throw .file(errno: errno) }
    defer { close(file) }
    var bytes = readAll(file)
    // Editors end a file with a line end that was not in the text.
    while bytes.last == 0x0A || bytes.last == 0x0D { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Runs a program and waits for it; nil when there is no such program.
  private func run(_ words: [String]) -> Int32? {
    var pointers = unsafe words.map { unsafe UnsafePointer<CChar>(strdup($0)) } + [nil]
    defer { unsafe pointers.forEach { unsafe free(UnsafeMutablePointer(mutating: $0)) } }
    var code: Int32 = 0
    guard unsafe cel_run(&pointers, &code) == 0 else { return nil }
    // A shell or an older system tells a missing program by this code.
    return code == 127 ? nil : code
  }
}

private func writeText(_ text: String, to file: Int32) -> Bool {
  writeAll(Array((text.hasSuffix("\n") || text.isEmpty ? text : text + "\n").utf8), to: file)
}
