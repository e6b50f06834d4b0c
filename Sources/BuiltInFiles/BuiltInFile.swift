/// A file that is built into the program, so that one binary is all there is to ship.
///
/// The list of all of them, `BuiltInFile.all`, is written by `method-compiler` while the program is built: from the YAML
/// files in `Sources/Method/Resources` and the articles in `Sources/plenum/Plenum.docc`, whatever they are.
package struct BuiltInFile: Sendable {
  /// The path below `Resources`, such as `languages/nb.yaml`, or of an article, such as `articles/Scripts.md`.
  package let path: String
  /// The compiled tree of a language or a method; an example or an article as it is written.
  package let content: StaticString
}
