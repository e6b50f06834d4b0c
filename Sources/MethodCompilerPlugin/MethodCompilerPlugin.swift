import Foundation
import PackagePlugin

/// Has the languages, the built-in method and the articles compiled into a Swift source of the target, whenever one of them
/// changes.
@main struct MethodCompilerPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let files =
      try MethodCompilerPlugin.files(in: root.appending(path: "Sources/Method/Resources"), ending: ".yaml", named: "")
      + MethodCompilerPlugin.files(
        in: root.appending(path: "Sources/plenum/Plenum.docc"), ending: ".md", named: "articles/")
    let source = context.pluginWorkDirectoryURL.appending(path: "BuiltInFiles.swift")
    return [
      .buildCommand(
        displayName: "Compiling the languages, the built-in method and the articles",
        executable: try context.tool(named: "method-compiler").url,
        arguments: [source.path] + files.flatMap { [$0.name, $0.url.path] },
        inputFiles: files.map(\.url),
        outputFiles: [source])
    ]
  }

  /// The files below a folder, with the names by which the program knows them.
  private static func files(in folder: URL, ending: String, named prefix: String) throws -> [(name: String, url: URL)] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(ending) }.sorted()
      .map { (prefix + $0, folder.appending(path: $0)) }
  }
}
