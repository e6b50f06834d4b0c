import LineEditor
import Text

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

func variable(_ name: String) -> String? { unsafe getenv(name).map { unsafe String(cString: $0) } }

/// The question, its answers, and what the outcomes do to them.
final class Probe {
  let editor: LineEditor
  let environment: [String: String]
  let clock = Clock.system
  let deadline: Duration?

  var answers: [String] = []
  var text = ""
  var isFirst = true

  init(editor: LineEditor, environment: [String: String]) {
    self.editor = editor
    self.environment = environment
    deadline = variable("PROBE_CLOCK").flatMap { Int($0) }.map { [clock] in clock.now() + .seconds($0 * 60) }
  }

  func rightPrompt() -> RightPrompt? {
    guard let deadline else { return nil }
    return RightPrompt { [editor] now in
      let left = Int(max((deadline - now).components.seconds, 0))
      let text = "\(left / 60):" + (left % 60 < 10 ? "0" : "") + "\(left % 60)"
      if left == 0 { editor.show(["! time is up"]) }
      return .init(
        text: StyledText(text, .bold), announcement: left < 60 ? "less than a minute left" : nil,
        changes: left == 0 ? nil : deadline - .seconds(left - 1) + .nanoseconds(-999_999_999) + .nanoseconds(1))
    }
  }

  let commands = [
    ("/help", "help for a command"), ("/next", "go on to the next question"), ("/back", "go back to the one before"),
    ("/goto", "go to a question"), ("/list", "the answers of this question"), ("/edit", "change an answer"),
    ("/editor", "a long text in an editor of your own"), ("/export", "write the draft now"), ("/time", "the timebox"),
    ("/people", "who is in the room"), ("/park", "put something in the parking lot"), ("/quit", "leave"),
    ("/vote", "choose among the answers"), ("/map", "the whole agenda"),
  ]

  func completions(_ line: String, _ cursor: Int) -> [Completion] {
    let start = String(line.prefix(cursor))
    guard start.hasPrefix("/") else { return [] }
    return commands.filter { $0.0.hasPrefix(start) }.map { name, detail in
      Completion(name + " ", label: name, detail: detail, replaces: 0..<cursor)
    }
  }

  func log(_ text: String) {
    guard let path = variable("PROBE_LOG"), let file = unsafe fopen(path, "a") else { return }
    _ = unsafe fputs(text + "\n", file)
    unsafe fclose(file)
  }

  func header(_ size: WindowSize) -> [StyledText] {
    [
      StyledText("Plenary · Kringla & Korn", .bold), StyledText(String(repeating: "─", count: size.columns)),
      StyledText("What do we offer? ", .bold) + "Products and services, one per line.",
    ]
  }

  func block(_ size: WindowSize) -> [StyledText] {
    header(size) + answers.enumerated().map { StyledText("  \($0 + 1)  \($1)") }
  }

  /// Calls itself until there is no more room for it.
  func depth(_ number: Int) -> Int {
    let space = [number, number + 1]
    return space[0] > 1_000_000_000 ? 0 : depth(space[1]) + space[0] % 2
  }

  func run() {
    loop: while true {
      let request = Request(
        above: { [self] in block($0) }, news: isFirst ? header(editor.windowSize) : [], text: text,
        rightPrompt: rightPrompt(),
        complete: { [self] in completions($0, $1) },
        isPrivate: { $0.hasPrefix("/note") }, conceals: { $0.hasPrefix("/note!") ? 6 : nil })
      isFirst = false
      text = ""
      let outcome: Outcome
      do { outcome = try editor.read(request) } catch {
        log("error \(error)")
        break
      }
      log("\(outcome)")
      switch outcome {
      case .line("/quit"), .line("/quit "): break loop
      case .line("/keep"): editor.keepFrame()
      case .line("/crash"):
        let none: [Int] = []
        log("\(none[1])")
      case .line("/overflow"): log("\(depth(0))")
      case .line("/exit"): exit(3)
      case .line(let line) where line.hasPrefix("/show "): editor.show([StyledText(String(line.dropFirst(6)))])
      case .line(let line): if !line.isEmpty { answers.append(line) }
      case .pasted(let lines): answers += lines
      case .turned: break
      case .interrupted(let discarded): editor.show([StyledText("! discarded: \(discarded)")])
      case .endOfInput, .terminated: break loop
      case .editorRequested(let begun):
        do { text = try editor.edit(begun, environment: environment) } catch {
          editor.show([StyledText("! \(error)")])
          text = begun
        }
      }
    }
    editor.close()
    log("closed")
  }
}
