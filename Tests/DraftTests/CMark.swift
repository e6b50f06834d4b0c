import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The reference reader of GitHub's Markdown, as it is installed.
enum CMark {
  struct Failure: Error {
    var status: Int32
  }

  /// The HTML of a Markdown text.
  static func html(_ markdown: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "plenum-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appending(path: "in.md"), folder.appending(path: "out.html"))
    try Data(markdown.utf8).write(to: input)
    var arguments = ["cmark-gfm"]
    for name in ["table", "strikethrough", "autolink", "tasklist"] { arguments += ["--extension", name] }
    try run(arguments + ["--unsafe", input.path], output: output.path)
    return String(decoding: try Data(contentsOf: output), as: UTF8.self)
  }

  private static func run(_ arguments: [String], output: String) throws {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    var pointers = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe pointers.forEach { unsafe free($0) } }
    var process = pid_t()
    let spawned = unsafe posix_spawnp(&process, "cmark-gfm", &actions, nil, &pointers, environ)
    guard spawned == 0 else { throw Failure(status: spawned) }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else { throw Failure(status: status) }
  }
}
