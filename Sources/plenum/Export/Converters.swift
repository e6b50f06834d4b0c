import Draft
import Facilitation
import Journal
import Synchronization
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

/// The programs that make what we do not write ourselves: pandoc, rsvg-convert, weasyprint, LibreOffice. Several may run at
/// once.
final class Converters: Sendable {
  private let storage: Storage
  private let start: @Sendable (ChildProcess) -> ChildProcess.Outcome
  /// The folder that they work in.
  private let folder: String
  private let searchPath: String
  /// A house style instead of ours, by the ending of the file.
  private let reference: [PandocWriter.Target: String]
  private let state = Mutex(State())

  private struct State {
    var number = 0
    /// The version of the syntax tree that pandoc reads, once it was asked.
    var version: [Int]?
    /// The names of the pictures that are there.
    var pictures: Set<String> = []
    var lacksPictures = false
    var isUntagged = false
  }

  /// Converters that work in a folder of their own; nil when there is no place for one.
  init?(on system: System, reference: [PandocWriter.Target: String] = [:]) {
    let root = system.environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    folder = root + "/plenum-" + system.storage.randomName(length: 10)
    guard (try? system.storage.makeFolder(folder)) != nil else { return nil }
    searchPath = system.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    (storage, start, self.reference) = (system.storage, system.run, reference)
  }

  /// Removes the folder and what is in it.
  func close() {
    if let remove = find("rm") { _ = start(child(remove, ["-rf", folder])) }
  }

  /// Whether drawings stand as tables, since nothing here makes pictures of them.
  var lacksPictures: Bool { state.withLock(\.lacksPictures) }

  /// Whether a PDF was written without tags for screen readers, since the program cannot.
  var isUntagged: Bool { state.withLock(\.isUntagged) }

  /// Makes what files have in common: asks pandoc for its version, and draws.
  ///
  /// - Parameter documents: The documents, each with what it becomes.
  func prepare(_ documents: [(document: Document, target: PandocWriter.Target)]) {
    guard !documents.isEmpty, let pandoc = find("pandoc") else { return }
    if let version = try? version(of: pandoc) { state.withLock { $0.version = version } }
    var seen: Set<String> = []
    let pictures = documents.flatMap { $0.document.pictures(for: $0.target) }.filter { seen.insert($0.name).inserted }
    guard !pictures.isEmpty else { return }
    guard let draw = find("rsvg-convert") else { return state.withLock { $0.lacksPictures = true } }
    let made = pictures.concurrentMap { picture -> String? in
      let (input, output) = ("\(self.folder)/\(picture.name).svg", "\(self.folder)/\(picture.name).png")
      guard (try? self.write(picture.svg, to: input, for: "rsvg-convert")) != nil else { return nil }
      let arguments = ["--zoom=2.2", "--background-color=white", "--output=" + output, input]
      return (try? self.run(draw, arguments, output, named: "rsvg-convert")) == nil ? nil : picture.name
    }
    state.withLock { $0.pictures = Set(made.compactMap(\.self)) }
  }

  /// A document in a format that pandoc writes.
  func convert(_ document: Document, to target: PandocWriter.Target) throws(ConversionError) -> [UInt8] {
    guard let pandoc = find("pandoc") else { throw .missing(tool: "pandoc", package: "pandoc") }
    let known = state.withLock { ($0.version, $0.pictures) }
    let version: [Int]
    if let asked = known.0 { version = asked } else { version = try self.version(of: pandoc) }
    let writer = PandocWriter(
      for: target, version: version, isOurStyle: reference[target] == nil,
      hasPictures: document.pictures(for: target).allSatisfy { known.1.contains($0.name) })
    let place = nextPlace()
    let (input, output) = (place + ".json", place + "." + target.rawValue)
    try write(writer.text(of: document), to: input, for: "pandoc")
    let style: String
    if let named = reference[target] {
      style = named
    } else {
      style = place + "-reference." + target.rawValue
      try write(writer.reference(for: document.form), to: style, for: "pandoc")
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
    guard let weasyprint = find("weasyprint") else { return try pdfFromWord(document) }
    do throws(ConversionError) { return try pdf(document, by: weasyprint) } catch {
      // What one program cannot set, the other may.
      switch error {
      case .interrupted: throw error
      case .missing, .failed, .tooSlow:
        do throws(ConversionError) { return try pdfFromWord(document) } catch .interrupted(let signal) {
          throw .interrupted(by: signal)
        } catch { throw error }
      }
    }
  }

  /// With tags for screen readers where this weasyprint can.
  private func pdf(_ document: Document, by weasyprint: String) throws(ConversionError) -> [UInt8] {
    let place = nextPlace()
    let (input, output) = (place + ".html", place + ".pdf")
    try write(HTMLWriter().text(of: document), to: input, for: "weasyprint")
    if !isUntagged {
      do throws(ConversionError) {
        return try run(weasyprint, ["--pdf-variant", "pdf/ua-1", input, output], output, named: "weasyprint")
      } catch {
        switch error {
        case .failed: break
        case .missing, .tooSlow, .interrupted: throw error
        }
      }
    }
    let bytes = try run(weasyprint, [input, output], output, named: "weasyprint")
    state.withLock { $0.isUntagged = true }
    return bytes
  }

  private func pdfFromWord(_ document: Document) throws(ConversionError) -> [UInt8] {
    guard let office = find("soffice") ?? find("libreoffice"), find("pandoc") != nil else {
      throw .missing(tool: "weasyprint", package: "weasyprint")
    }
    let place = nextPlace()
    try write(try convert(document, to: .docx), to: place + ".docx", for: "LibreOffice")
    let arguments = [
      "-env:UserInstallation=file://\(place)-office", "--headless", "--convert-to",
      "pdf:writer_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"}}", "--outdir", folder,
      place + ".docx",
    ]
    return try run(office, arguments, place + ".pdf", named: "LibreOffice")
  }

  /// The version of the syntax tree that a pandoc reads: what it writes itself.
  private func version(of pandoc: String) throws(ConversionError) -> [Int] {
    let (input, output) = (folder + "/empty.md", folder + "/empty.json")
    try write([], to: input, for: "pandoc")
    _ = try run(
      pandoc, ["--from=markdown", "--to=json", "--data-dir=" + folder, "--output=" + output, input], output,
      named: "pandoc")
    let text = storage.bytes(of: output, limit: 4096).map { String(decoding: $0, as: UTF8.self) } ?? ""
    guard let start = text.firstRange(of: "\"pandoc-api-version\":["),
      let end = text[start.upperBound...].firstIndex(of: "]")
    else { throw .failed(tool: "pandoc", reason: String(text.prefix(80))) }
    return text[start.upperBound..<end].split(separator: ",").compactMap { Int($0) }
  }

  /// The beginning of the names of files that nobody else has.
  private func nextPlace() -> String {
    state.withLock { state in
      state.number += 1
      return "\(folder)/draft-\(state.number)"
    }
  }

  private func child(_ program: String, _ arguments: [String]) -> ChildProcess {
    ChildProcess(program: program, arguments: arguments, folder: folder, searchPath: searchPath)
  }

  /// The path of a program, or nil when there is none of that name.
  private func find(_ name: String) -> String? {
    searchPath.split(separator: ":").map { "\($0)/\(name)" }.first { storage.isExecutable($0) }
  }

  private func run(
    _ program: String, _ arguments: [String], _ output: String, named tool: String
  ) throws(ConversionError) -> [UInt8] {
    storage.discard(output)
    var process = child(program, arguments)
    process.complaints = "complaints-\(nextPlace().split(separator: "-").last ?? "").txt"
    switch start(process) {
    case .done: break
    case .failed(let reason): throw .failed(tool: tool, reason: reason)
    case .tooSlow: throw .tooSlow(tool: tool, seconds: process.seconds)
    case .interrupted(let signal): throw .interrupted(by: signal)
    }
    guard let bytes = storage.bytes(of: output, limit: 1 << 28) else {
      throw .failed(tool: tool, reason: output)
    }
    return bytes
  }

  /// Nobody misses these files after a crash, so nothing waits for the disk.
  private func write(_ bytes: [UInt8], to path: String, for tool: String) throws(ConversionError) {
    do throws(JournalError) { try saveSafely(bytes, to: path, storage: storage, isLasting: false) } catch {
      throw .failed(tool: tool, reason: path)
    }
  }
}
