import Foundation
import MethodTree

/// Writes the YAML files of the languages and of the built-in method into a Swift source, as compiled trees, and the
/// articles as they are: `method-compiler SOURCE (NAME FILE)…`, each file with the name by which the program knows it.
///
/// The example that a method of one's own begins with is for people to read: it is built in as it is written.
@main enum MethodCompiler {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    let pairs = Array(arguments.dropFirst())
    guard let source = arguments.first, pairs.count.isMultiple(of: 2) else {
      fail("method-compiler: expected SOURCE (NAME FILE)…")
    }
    let files = stride(from: 0, to: pairs.count, by: 2).map { place in
      let (name, path) = (pairs[place], pairs[place + 1])
      guard let bytes = try? Data(contentsOf: URL(filePath: path)) else { fail("\(path):1: error: cannot be read") }
      do throws(TreeError) {
        return try CompiledFile(path: name, bytes: Array(bytes))
      } catch {
        fail("\(path):\(error.line): error: \(error.fault.sentence)")
      }
    }
    do {
      try Data(swiftSource(of: files).utf8).write(to: URL(filePath: source))
    } catch {
      fail("\(source): error: cannot be written: \(error.localizedDescription)")
    }
  }

  private static func fail(_ sentence: String) -> Never {
    FileHandle.standardError.write(Data((sentence + "\n").utf8))
    exit(1)
  }
}
