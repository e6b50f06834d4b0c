/// Where `plenum-phones` lies: beside this program, as packages have it, or where `Scripts/phones` has built it.
struct PhonesProgram {
  /// What builds it, as somebody types it.
  static let command = "Scripts/phones"

  /// Its path; nil where it is not built.
  ///
  /// - Parameters:
  ///   - program: The path of this program, without links.
  ///   - named: A path that the environment names, which goes first.
  ///   - isThere: Whether there is a file.
  /// - Returns: The path.
  static func path(of program: String, named: String?, isThere: (String) -> Bool) -> String? {
    var places = named.map { [$0] } ?? []
    let folders = program.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    places.append((folders + ["plenum-phones"]).joined(separator: "/"))
    if let build = folders.lastIndex(of: ".build") {
      places.append((folders[...build] + ["phones", "release", "plenum-phones"]).joined(separator: "/"))
    }
    return places.first(where: isThere)
  }
}
