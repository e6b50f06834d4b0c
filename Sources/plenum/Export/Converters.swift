import Draft
import Facilitation
import Journal
import Workshop

/// Why a file could not be made by another program.
enum ConversionError: Error {
  /// None of the programs is installed; the package that brings it.
  case missing(tool: String, package: String)
  /// The program failed, and what it said.
  case failed(tool: String, reason: String)
  /// The program did not come to an end.
  case tooSlow(tool: String, seconds: Int)
  /// This program was told to end by that signal.
  case interrupted(by: Int32)
}

/// The programs that make what we do not write ourselves: pandoc, weasyprint, LibreOffice.
struct Converters {
  private let system: System
  /// The folder that they work in.
  private let folder: String
  private let searchPath: String
  /// A house style instead of ours, by the ending of the file.
  let reference: [PandocWriter.Target: String]

  /// Converters that work in a folder of their own; nil when there is no place for one.
  init?(on system: System, reference: [PandocWriter.Target: String] = [:]) {
    let root = system.environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    folder = root + "/plenum-" + system.storage.randomName(length: 10)
    guard (try? system.storage.makeFolder(folder)) != nil else { return nil }
    searchPath = system.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    (self.system, self.reference) = (system, reference)
  }

  /// Removes the folder and what is in it.
  func close() {
    if let remove = find("rm") { _ = system.run(child(remove, ["-rf", folder])) }
  }

  private func child(_ program: String, _ arguments: [String]) -> ChildProcess {
    ChildProcess(program: program, arguments: arguments, folder: folder, searchPath: searchPath)
  }

  /// The path of a program, or nil when there is none of that name.
  private func find(_ name: String) -> String? {
    searchPath.split(separator: ":").map { "\($0)/\(name)" }.first { system.storage.isExecutable($0) }
  }

  /// A document in a format that pandoc writes.
  func convert(_ document: Document, to target: PandocWriter.Target) throws(ConversionError) -> [UInt8] {
    guard let pandoc = find("pandoc") else { throw .missing(tool: "pandoc", package: "pandoc") }
    let writer = PandocWriter(
      for: target, version: try version(of: pandoc), isOurStyle: reference[target] == nil)
    let (input, output) = (folder + "/tree.json", folder + "/draft." + target.rawValue)
    try write(writer.text(of: document), to: input, for: "pandoc")
    let style: String
    if let named = reference[target] {
      style = named
    } else {
      style = folder + "/reference." + target.rawValue
      try write(writer.reference, to: style, for: "pandoc")
    }
    let arguments =
      [
        "--from=json", "--to=" + target.rawValue, "--data-dir=" + folder, "--reference-doc=" + style,
        "--output=" + output, input,
      ] + (target == .pptx ? ["--slide-level=1"] : [])
    return try run(pandoc, arguments, output, named: "pandoc")
  }

  /// A document as PDF: from the page by weasyprint, else from the Word file by LibreOffice.
  func pdf(_ document: Document) throws(ConversionError) -> [UInt8] {
    if let weasyprint = find("weasyprint") {
      let (input, output) = (folder + "/draft.html", folder + "/draft.pdf")
      try write(HTMLWriter().text(of: document), to: input, for: "weasyprint")
      return try run(weasyprint, [input, output], output, named: "weasyprint")
    }
    guard let office = find("soffice") ?? find("libreoffice"), find("pandoc") != nil else {
      throw .missing(tool: "weasyprint", package: "weasyprint")
    }
    let input = folder + "/draft.docx"
    try write(try convert(document, to: .docx), to: input, for: "LibreOffice")
    let arguments = [
      "-env:UserInstallation=file://\(folder)/office", "--headless", "--convert-to", "pdf", "--outdir",
      folder, input,
    ]
    return try run(office, arguments, folder + "/draft.pdf", named: "LibreOffice")
  }

  /// The version of the syntax tree that a pandoc reads: what it writes itself.
  private func version(of pandoc: String) throws(ConversionError) -> [Int] {
    let (input, output) = (folder + "/empty.md", folder + "/empty.json")
    try write([], to: input, for: "pandoc")
    _ = try run(
      pandoc, ["--from=markdown", "--to=json", "--data-dir=" + folder, "--output=" + output, input], output,
      named: "pandoc")
    let text = system.storage.bytes(of: output, limit: 4096).map { String(decoding: $0, as: UTF8.self) } ?? ""
    guard let start = text.firstRange(of: "\"pandoc-api-version\":["),
      let end = text[start.upperBound...].firstIndex(of: "]")
    else { throw .failed(tool: "pandoc", reason: String(text.prefix(80))) }
    return text[start.upperBound..<end].split(separator: ",").compactMap { Int($0) }
  }

  private func run(
    _ program: String, _ arguments: [String], _ output: String, named tool: String
  ) throws(ConversionError) -> [UInt8] {
    system.storage.discard(output)
    let process = child(program, arguments)
    switch system.run(process) {
    case .done: break
    case .failed(let reason): throw .failed(tool: tool, reason: reason)
    case .tooSlow: throw .tooSlow(tool: tool, seconds: process.seconds)
    case .interrupted(let signal): throw .interrupted(by: signal)
    }
    guard let bytes = system.storage.bytes(of: output, limit: 1 << 28) else {
      throw .failed(tool: tool, reason: output)
    }
    return bytes
  }

  private func write(_ bytes: [UInt8], to path: String, for tool: String) throws(ConversionError) {
    do throws(JournalError) { try saveSafely(bytes, to: path, storage: system.storage) } catch {
      throw .failed(tool: tool, reason: path)
    }
  }
}
