import Testing

@testable import LineEditor

/// Everything that edits a line inside this process: libedit and the terminal database know one thread only.
@Suite("Editing", .serialized)
struct Editing {}

/// A line, keys, and the line they make of it; `|` is the cursor.
struct EditingRow: Sendable, CustomTestStringConvertible {
  var name: String
  var before: String
  var keys: String
  var after: String

  init(_ name: String, _ before: String, _ keys: String, _ after: String) {
    self.name = name
    self.before = before
    self.keys = keys
    self.after = after
  }

  var testDescription: String { name }
}

extension Editing {
  @Suite("Keys of emacs mode")
  struct EmacsKeys {
    static let moving = [
      EditingRow("letters are typed", "a|d", "bc", "abc|d"),
      EditingRow("letters beyond ASCII", "|", "größer 😀", "größer 😀|"),
      EditingRow("Left", "ab|c", Keys.left, "a|bc"),
      EditingRow("Left at the start", "|ab", Keys.left, "|ab"),
      EditingRow("Left over a mark", "cafe\u{301}|s", Keys.left, "caf|e\u{301}s"),
      EditingRow("Left over joined emoji", "a👩‍💻|", Keys.left, "a|👩‍💻"),
      EditingRow("Left over a flag", "🇳🇴🇫🇮|", Keys.left, "🇳🇴|🇫🇮"),
      EditingRow("Right", "a|bc", Keys.right, "ab|c"),
      EditingRow("Right over a family", "|👨‍👩‍👧‍👦b", Keys.right, "👨‍👩‍👧‍👦|b"),
      EditingRow("Right at the end", "ab|", Keys.right, "ab|"),
      EditingRow("Left and Right as sent in application mode", "ab|c", "\u{1B}OD\u{1B}OC", "ab|c"),
      EditingRow("Ctrl-B and Ctrl-F", "ab|c", Keys.control("b") + Keys.control("b") + Keys.control("f"), "a|bc"),
      EditingRow("Home", "abc|d", Keys.home, "|abcd"),
      EditingRow("Home of the Linux console", "abc|d", "\u{1B}[1~", "|abcd"),
      EditingRow("End", "|abcd", Keys.end, "abcd|"),
      EditingRow("Ctrl-A and Ctrl-E", "ab|cd", Keys.control("a") + "x" + Keys.control("e"), "xabcd|"),
      EditingRow("Ctrl-Left", "en to |tre", Keys.wordLeft, "en |to tre"),
      EditingRow("Ctrl-Right", "en |to tre", Keys.wordRight, "en to| tre"),
      EditingRow("Alt-B within a word", "en største|d", Keys.alt("b"), "en |størsted"),
      EditingRow("Alt-F at the end", "en to|", Keys.alt("f"), "en to|"),
      EditingRow("Alt-F over punctuation", "ja|, vi", Keys.alt("f"), "ja, vi|"),
    ]

    static let removing = [
      EditingRow("Backspace", "ab|c", Keys.backspace, "a|c"),
      EditingRow("Ctrl-H", "ab|c", Keys.control("h"), "a|c"),
      EditingRow("Backspace at the start", "|abc", Keys.backspace, "|abc"),
      EditingRow("Backspace over a mark", "cafe\u{301}|", Keys.backspace, "caf|"),
      EditingRow("Backspace over joined emoji", "a👩‍💻|b", Keys.backspace, "a|b"),
      EditingRow("Delete", "a|bc", Keys.delete, "a|c"),
      EditingRow("Delete over a flag", "|🇳🇴b", Keys.delete, "|b"),
      EditingRow("Delete at the end", "ab|", Keys.delete, "ab|"),
      EditingRow("Ctrl-D in a line", "a|bc", Keys.control("d"), "a|c"),
      EditingRow("Ctrl-D at the end of a line", "ab|", Keys.control("d"), "ab|"),
      EditingRow("Ctrl-K", "ab|cd", Keys.control("k"), "ab|"),
      EditingRow("Ctrl-U", "ab|cd", Keys.control("u"), "|cd"),
      EditingRow("Ctrl-W takes what stands between spaces", "en to-tre|", Keys.control("w"), "en |"),
      EditingRow("Ctrl-W takes spaces too", "en to  |", Keys.control("w"), "en |"),
      EditingRow("Alt-Backspace takes a word", "en to-tre|", Keys.alt("\u{7F}"), "en to-|"),
      EditingRow("Alt-D", "en |to tre", Keys.alt("d"), "en | tre"),
      EditingRow("Ctrl-Delete", "en |to tre", Keys.deleteWord, "en | tre"),
    ]

    static let combining = [
      EditingRow("Ctrl-Y brings back what Ctrl-K took", "ab|cd", Keys.control("k") + "x" + Keys.control("y"), "abxcd|"),
      EditingRow(
        "what is taken in a row comes back together", "en to tre|",
        Keys.control("w") + Keys.control("w") + Keys.home + Keys.control("y"), "to tre|en "),
      EditingRow(
        "what is not taken in a row does not", "en to tre|",
        Keys.control("w") + Keys.left + Keys.right + Keys.control("w") + Keys.control("y"), "en to |"),
      EditingRow("Ctrl-T in the middle", "a|bc", Keys.control("t"), "ba|c"),
      EditingRow("Ctrl-T at the end", "abc|", Keys.control("t"), "acb|"),
      EditingRow("Ctrl-T at the start", "|abc", Keys.control("t"), "|abc"),
      EditingRow("Ctrl-T with clusters", "👩‍💻e\u{301}|", Keys.control("t"), "e\u{301}👩‍💻|"),
      EditingRow("undo takes a typed word back", "|", "en to" + Keys.control("_"), "en|"),
      EditingRow("undo, and again", "|", "en to" + Keys.control("_") + Keys.control("_"), "|"),
      EditingRow("undo of nothing", "|", Keys.control("_"), "|"),
      EditingRow("undo of a kill", "ab|cd", Keys.control("k") + Keys.control("_"), "ab|cd"),
      EditingRow("redo", "|", "en" + Keys.control("_") + Keys.alt("_") + "t", "ent|"),
      EditingRow("redo is gone after typing", "|", "en" + Keys.control("_") + "to" + Keys.alt("_"), "to|"),
      EditingRow("Ctrl-L keeps the line", "ab|c", Keys.control("l"), "ab|c"),
      EditingRow("Ctrl-Q takes the next key as it is", "|", Keys.control("q") + "a", "a|"),
      EditingRow("Alt-C makes a word begin with a capital", "|oslo", Keys.alt("c"), "Oslo|"),
    ]

    @Test("moving, removing, combining", arguments: moving + removing + combining)
    func keys(_ row: EditingRow) throws { try check(row) }
  }

  @Suite("Keys of vi mode and the user's own")
  struct OtherKeys {
    static let vi = [
      EditingRow("letters are typed", "a|d", "bc", "abc|d"),
      EditingRow("Left while typing", "e\u{301}|", Keys.left, "|e\u{301}"),
    ]

    static let viCommands = [
      EditingRow("x removes a cluster", "a👩‍💻|", "x", "|a"),
      EditingRow("0 and $", "en to|", "0x$x", "n |t"),
      EditingRow("dw", "en to|", "0dw", "|to"),
      EditingRow("b and cw", "en to|", "bcwtre", "en tre|"),
      EditingRow("u", "en to|", "xu", "en t|o"),
      EditingRow("~ changes the case", "oslo|", "0~", "O|slo"),
      EditingRow("r replaces", "oslo|", "0rO", "|Oslo"),
      EditingRow("r in an empty line", "|", "r ix", "x|"),
    ]

    @Test("vi, typing", arguments: vi)
    func typing(_ row: EditingRow) throws { try check(row, editrc: ["bind -v"]) }

    @Test("vi, commands after Escape", arguments: viCommands)
    func commands(_ row: EditingRow) throws {
      try check(row, editrc: ["bind -v"], events: [.keys(Keys.escape), .pass(.milliseconds(60)), .keys(row.keys)])
    }

    static let own = [
      EditingRow("a key bound to a command of ours", "ab|c", Keys.control("o"), "|abc"),
      EditingRow("a key bound to a command of libedit's", "ab|c", Keys.control("v"), "abc|"),
      EditingRow("a key bound to a text", "ab|", Keys.alt("h"), "abhei|"),
      EditingRow("the line of another program", "ab|c", Keys.control("b"), "a|bc"),
    ]

    @Test("keys of an .editrc", arguments: own)
    func editrc(_ row: EditingRow) throws {
      let lines = [
        "bind ^O line-start", "typist:bind ^V ed-move-to-end", "bind -s \"^[h\" hei", "other:bind ^B ed-move-to-beg",
        "edit off", "bind", "nonsense with words", "\"unfinished",
      ]
      try check(row, editrc: lines)
    }
  }
}

/// Types the keys of a row and compares the line, and the screen with a repaint.
func check(_ row: EditingRow, editrc: [String] = [], events: [Typist.Event]? = nil) throws {
  let typist = try Typist(editrc: editrc)
  let before = LineBuffer(marked: row.before)
  let back = [Typist.Event](
    repeating: .keys(Keys.left), count: before.boundaries.count - 1 - before.characterOffset(of: before.cursor))
  typist.read(back + (events ?? [.keys(row.keys)]), Request(text: before.text))
  #expect(typist.line.marked == row.after)
  #expect(typist.discrepancies == [])
}
