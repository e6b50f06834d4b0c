import FacilitationFixtures
import Foundation
import PseudoTerminal
import Subprocess
import SystemPackage

/// The real program, beside the tests.
enum Program {
  /// Its path.
  static let path: String = {
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return bundle.appending(path: "plenum").path
  }()

  /// What came of a run.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Runs it to its end, with nothing of the user's around it.
  static func run(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:], input: String = ""
  ) async throws -> Outcome {
    try await run(path, arguments, in: folder, environment: environment, input: input)
  }

  /// Runs a line of shell in which `$PLENUM` is the program.
  static func shell(_ line: String, in folder: TemporaryFolder) async throws -> Outcome {
    try await run("/bin/sh", ["-c", line], in: folder, environment: ["PLENUM": path], input: "")
  }

  private static func run(
    _ executable: String, _ arguments: [String], in folder: TemporaryFolder, environment: [String: String],
    input: String
  ) async throws -> Outcome {
    let variables = ["PATH": "/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8", "TZ": "UTC"]
      .merging(environment) { $1 }
    // From a file: a program that ends before it has read everything leaves nobody writing into a pipe.
    let file = folder.path + "/.input-" + UUID().uuidString
    try Data(input.utf8).write(to: URL(filePath: file))
    defer { try? FileManager.default.removeItem(atPath: file) }
    let lines = try FileDescriptor.open(FilePath(file), .readOnly)
    let result = try await Subprocess.run(
      .path(FilePath(executable)), arguments: Arguments(arguments),
      environment: .custom(
        Dictionary(
          uniqueKeysWithValues: variables.compactMap { name, value in
            Environment.Key(rawValue: name).map { ($0, value) }
          })),
      workingDirectory: FilePath(folder.path), input: .fileDescriptor(lines, closeAfterSpawningProcess: true),
      output: .string(limit: 1 << 24),
      error: .string(limit: 1 << 24))
    let status: Int32 =
      switch result.terminationStatus {
      case .exited(let code): code
      case .signaled(let signal): -signal
      }
    return Outcome(status: status, output: result.standardOutput, errors: result.standardError)
  }

  /// Runs it in a terminal.
  static func open(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:], columns: Int = 80,
    rows: Int = 24, marksPastes: Bool = true
  ) throws -> PseudoTerminal {
    try PseudoTerminal.run(
      path, arguments: arguments,
      environment: ["HOME": folder.path, "XDG_STATE_HOME": folder.path + "/state", "TZ": "UTC"]
        .merging(environment) { $1 },
      folder: folder.path, columns: columns, rows: rows, marksPastes: marksPastes)
  }
}
