import PseudoTerminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The probe, a small program around the editor, in a terminal of its own.
struct ProbeTerminal {
  let folder: Folder
  let terminal: PseudoTerminal

  /// The probe's file, which is built beside the tests.
  static var path: String {
    let name = CommandLine.arguments.first ?? ""
    return name[..<(name.lastIndex(of: "/") ?? name.startIndex)] + "/line-editor-probe"
  }

  /// Starts the probe and waits for its first question.
  ///
  /// - Parameters:
  ///   - environment: more variables; `PROBE_LOG` and `HOME` are given as well.
  ///   - wrapped: a shell script to run instead, with the probe's path as its first argument.
  ///   - columns: the width of the window.
  ///   - rows: its height.
  ///   - ready: what tells that the probe has begun.
  /// - Throws: ``PseudoTerminalError`` when it does not begin.
  init(
    _ environment: [String: String] = [:], wrapped: String? = nil, columns: Int = 60, rows: Int = 16,
    ready: String = "What do we offer?"
  ) throws {
    folder = try Folder()
    // Without a word from Swift's own crash reports, which would ask the person what to do.
    let variables = ["PROBE_LOG": folder.path + "/log", "HOME": folder.path, "SWIFT_BACKTRACE": "enable=no"]
      .merging(environment) { $1 }
    if let wrapped {
      terminal = try PseudoTerminal.run(
        "/bin/bash", arguments: ["--norc", "--noprofile", "-c", wrapped, "bash", ProbeTerminal.path],
        environment: variables, columns: columns, rows: rows)
    } else {
      terminal = try PseudoTerminal.run(ProbeTerminal.path, environment: variables, columns: columns, rows: rows)
    }
    try terminal.wait(for: ready)
    // The line can be typed into when its prompt is there.
    try terminal.wait(until: "there is a prompt") { $0.cursorLine.hasPrefix("›") }
  }

  /// What the probe wrote about the outcomes.
  var log: [String] { (folder.text(of: "log") ?? "").split(separator: "\n").map(String.init) }
}
