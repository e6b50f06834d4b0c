import Foundation
import PackagePlugin

/// Has the languages and the built-in method compiled into a Swift source of the target, whenever one of them changes.
@main struct MethodCompilerPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let resources = context.package.directoryURL.appending(path: "Sources/Method/Resources")
    let files = try FileManager.default.subpathsOfDirectory(atPath: resources.path).filter { $0.hasSuffix(".yaml") }
    let source = context.pluginWorkDirectoryURL.appending(path: "BuiltInFiles.swift")
    return [
      .buildCommand(
        displayName: "Compiling the languages and the built-in method",
        executable: try context.tool(named: "method-compiler").url,
        arguments: [source.path, resources.path] + files.sorted(),
        inputFiles: files.sorted().map { resources.appending(path: $0) },
        outputFiles: [source])
    ]
  }
}
