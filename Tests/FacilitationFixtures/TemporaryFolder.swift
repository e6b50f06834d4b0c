import Foundation
import Journal

/// A folder of a test's own; gone with the value.
package final class TemporaryFolder {
  package let path: String

  package init() throws {
    path = FileManager.default.temporaryDirectory.path + "/plenum-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The text of a file below it.
  package func text(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  /// Writes a text to a file below it.
  package func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  /// Puts another file of those bytes in the place of one below it.
  package func replace(_ name: String, by bytes: [UInt8]) throws {
    try write(bytes, to: name + ".new")
    try Storage.system.rename("\(path)/\(name).new", "\(path)/\(name)")
  }

  /// Removes a file below it.
  package func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }

  /// Writes bytes to a file below it.
  package func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: path + "/" + name))
  }
}

/// The top folder of the repository.
package let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

/// The lines of a script in `Sessions`, as they would be typed.
package func scriptLines(_ name: String) throws -> [String] {
  let text = try String(contentsOfFile: repository + "/Sessions/" + name, encoding: .utf8)
  return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") && !$0.allSatisfy(\.isWhitespace) }
}

/// Every worked workshop that comes with the program, by the name of its script.
package let workedWorkshops: [String] = {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: repository + "/Sessions")) ?? []
  return names.filter { $0.hasSuffix(".plenum") }.sorted()
}()
