import Facilitation
import Draft
import Journal
import Workshop

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Why a file could not be made by another program.
enum ConversionError: Error {
  /// None of the programs is installed; the package that brings it.
  case missing(tool: String, package: String)
  /// The program failed, and what it said.
  case failed(tool: String, reason: String)
  /// The program did not come to an end.
  case tooSlow(tool: String, seconds: Int)
}

/// The programs that make what we do not write ourselves: pandoc, weasyprint, LibreOffice.
struct Converters {
  private let process: ChildProcess
  /// A house style instead of ours, by the ending of the file.
  let reference: [PandocWriter.Target: String]

  /// Converters that work in a folder of their own; nil when there is no place for one.
  init?(environment: [String: String], reference: [PandocWriter.Target: String] = [:]) {
    let root = environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    var template = (root + "/plenum-XXXXXX").utf8CString
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer -> String? in
      guard let start = buffer.baseAddress, unsafe mkdtemp(start) != nil else { return nil }
      return unsafe String(cString: start)
    }
    guard let made else { return nil }
    process = ChildProcess(folder: made, searchPath: environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin")
    self.reference = reference
  }

  /// Removes the folder and what is in it.
  func close() {
    if let remove = process.find("rm") { _ = process.run(remove, ["-rf", process.folder]) }
  }

  /// A document in a format that pandoc writes.
  func convert(_ document: Document, to target: PandocWriter.Target) throws(ConversionError) -> [UInt8] {
    guard let pandoc = process.find("pandoc") else { throw .missing(tool: "pandoc", package: "pandoc") }
    let writer = PandocWriter(
      for: target, version: try version(of: pandoc), isOurStyle: reference[target] == nil)
    let (input, output) = (process.folder + "/tree.json", process.folder + "/draft." + target.rawValue)
    try write(writer.text(of: document), to: input, for: "pandoc")
    let style: String
    if let named = reference[target] {
      style = named
    } else {
      style = process.folder + "/reference." + target.rawValue
      try write(writer.reference, to: style, for: "pandoc")
    }
    let arguments =
      [
        "--from=json", "--to=" + target.rawValue, "--data-dir=" + process.folder, "--reference-doc=" + style,
        "--output=" + output, input,
      ] + (target == .pptx ? ["--slide-level=1"] : [])
    return try run(pandoc, arguments, output, named: "pandoc")
  }

  /// A document as PDF: from the page by weasyprint, else from the Word file by LibreOffice.
  func pdf(_ document: Document) throws(ConversionError) -> [UInt8] {
    if let weasyprint = process.find("weasyprint") {
      let (input, output) = (process.folder + "/draft.html", process.folder + "/draft.pdf")
      try write(HTMLWriter().text(of: document), to: input, for: "weasyprint")
      return try run(weasyprint, [input, output], output, named: "weasyprint")
    }
    guard let office = process.find("soffice") ?? process.find("libreoffice"), process.find("pandoc") != nil else {
      throw .missing(tool: "weasyprint", package: "weasyprint")
    }
    let input = process.folder + "/draft.docx"
    try write(try convert(document, to: .docx), to: input, for: "LibreOffice")
    let arguments = [
      "-env:UserInstallation=file://\(process.folder)/office", "--headless", "--convert-to", "pdf", "--outdir",
      process.folder, input,
    ]
    return try run(office, arguments, process.folder + "/draft.pdf", named: "LibreOffice")
  }

  /// The version of the syntax tree that a pandoc reads: what it writes itself.
  private func version(of pandoc: String) throws(ConversionError) -> [Int] {
    let (input, output) = (process.folder + "/empty.md", process.folder + "/empty.json")
    try write([], to: input, for: "pandoc")
    _ = try run(
      pandoc, ["--from=markdown", "--to=json", "--data-dir=" + process.folder, "--output=" + output, input], output,
      named: "pandoc")
    let text = Files.read(output, limit: 4096).map { String(decoding: $0, as: UTF8.self) } ?? ""
    guard let start = text.firstRange(of: "\"pandoc-api-version\":["),
      let end = text[start.upperBound...].firstIndex(of: "]")
    else { throw .failed(tool: "pandoc", reason: String(text.prefix(80))) }
    return text[start.upperBound..<end].split(separator: ",").compactMap { Int($0) }
  }

  private func run(
    _ program: String, _ arguments: [String], _ output: String, named tool: String
  ) throws(ConversionError) -> [UInt8] {
    Files.remove(output)
    switch process.run(program, arguments) {
    case .done: break
    case .failed(let reason): throw .failed(tool: tool, reason: reason)
    case .tooSlow: throw .tooSlow(tool: tool, seconds: process.seconds)
    }
    guard let bytes = Files.read(output, limit: 1 << 28) else { throw .failed(tool: tool, reason: output) }
    return bytes
  }

  private func write(_ bytes: [UInt8], to path: String, for tool: String) throws(ConversionError) {
    do throws(JournalError) { try saveSafely(bytes, to: path, storage: .system) } catch {
      throw .failed(tool: tool, reason: path)
    }
  }
}
