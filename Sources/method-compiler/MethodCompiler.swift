import Foundation
import MethodTree

/// Writes the YAML files of the languages and of the built-in method into a Swift source, as compiled trees:
/// `method-compiler SOURCE FOLDER FILE…`, the files by their paths below the folder.
///
/// The example that a method of one's own begins with is for people to read: it is built in as it is written.
@main enum MethodCompiler {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let source = arguments.first, let folder = arguments.dropFirst().first else {
      fail("method-compiler: expected SOURCE FOLDER FILE…")
    }
    let files = arguments.dropFirst(2).map { path in
      let full = folder + "/" + path
      guard let bytes = try? Data(contentsOf: URL(filePath: full)) else { fail("\(full):1: error: cannot be read") }
      do throws(TreeError) {
        return try CompiledFile(path: path, bytes: Array(bytes))
      } catch {
        fail("\(full):\(error.line): error: \(error.fault.sentence)")
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
