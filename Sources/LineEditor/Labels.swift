/// The words that the editor shows by itself, handed in so that they can be in any language.
public struct Labels {
  /// A choice made with one key.
  public struct Choice: Hashable, Sendable {
    /// The key; capital or small does not matter.
    public var key: Character
    /// What it does.
    public var text: String

    /// Makes a choice.
    ///
    /// - Parameters:
    ///   - key: the key.
    ///   - text: what it does.
    public init(_ key: Character, _ text: String) {
      self.key = key
      self.text = text
    }
  }

  /// Says how many are left out where a list is cut short.
  public var more: (Int) -> String
  /// In plain mode, repeats a line that was given selected.
  public var refused: (String) -> String
  /// Stands before the pattern while the history is searched.
  public var search: String
  /// Stands before the pattern when nothing matches it.
  public var searchFailed: String
  /// Says how many lines were pasted.
  public var pasted: (Int) -> String
  /// Adds the pasted lines as they are.
  public var pasteAdd: Choice
  /// Adds them without the first, which says what the others hold.
  public var pasteRest: Choice
  /// Opens the pasted lines in an editor first.
  public var pasteEdit: Choice
  /// Forgets them.
  public var pasteCancel: Choice
  /// In plain mode, asks for the number of a completion.
  public var chooseNumber: String

  /// Makes a set of labels.
  ///
  /// - Parameters:
  ///   - more: says how many are left out.
  ///   - refused: repeats a line that was given selected.
  ///   - search: stands before the pattern of a search.
  ///   - searchFailed: the same when nothing matches.
  ///   - pasted: says how many lines were pasted.
  ///   - pasteAdd: adds the pasted lines.
  ///   - pasteRest: adds them without the first.
  ///   - pasteEdit: opens them in an editor.
  ///   - pasteCancel: forgets them.
  ///   - chooseNumber: asks for the number of a completion.
  public init(
    more: @escaping (Int) -> String, refused: @escaping (String) -> String, search: String, searchFailed: String,
    pasted: @escaping (Int) -> String,
    pasteAdd: Choice, pasteRest: Choice, pasteEdit: Choice, pasteCancel: Choice, chooseNumber: String
  ) {
    self.more = more
    self.refused = refused
    self.search = search
    self.searchFailed = searchFailed
    self.pasted = pasted
    self.pasteAdd = pasteAdd
    self.pasteRest = pasteRest
    self.pasteEdit = pasteEdit
    self.pasteCancel = pasteCancel
    self.chooseNumber = chooseNumber
  }

  /// The labels in English.
  public static var english: Labels {
    Labels(
      more: { "\($0) more" }, refused: { "Not taken: \($0)" },
      search: "search:", searchFailed: "not found:",
      pasted: { "\($0) lines pasted" },
      pasteAdd: Choice("a", "add them"), pasteRest: Choice("w", "without the first"),
      pasteEdit: Choice("e", "edit first"), pasteCancel: Choice("c", "cancel"),
      chooseNumber: "Type a number, or go on typing.")
  }
}
