import Method
import Workshop

extension Library {
  /// The languages as the help of a command names them, such as `en, nb or fi`.
  static var languageHelp: String {
    let codes = languages.map(\.rawValue)
    guard let last = codes.last, codes.count > 1 else { return codes.joined() }
    return codes.dropLast().joined(separator: ", ") + " or " + last
  }
}
