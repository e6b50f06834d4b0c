import FacilitationFixtures
import Foundation
import Testing

/// The program where its streams, its files or its folder are not as they should be: nothing but the journal gets into the
/// journal, what is said is true, and the status tells a failure.
struct OddPlaceTests {
  private let folder: TemporaryFolder

  private init(name: String) async throws {
    folder = try TemporaryFolder()
    try folder.write(
      "# plenum 1\n# language: en\n# run: core\nHarbour Museum\n/goto situation.internal.offering\nTours\n",
      to: "s.plenum")
    let outcome = try await Program.run(["replay", "s.plenum", "--into", name], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  init() async throws { try await self.init(name: "x") }

  private func journal(_ name: String = "x") throws -> String { try folder.text("Sessions/\(name)/journal.jsonl") }

  private func shell(_ line: String) async throws -> Program.Outcome { try await Program.shell(line, in: folder) }

  @Test(arguments: [
    "list", "show x", "check x", "export x", "transcript x", "script x", "cast x", "kpis", "method list",
    "method show social-media-plan", "doctor x", "resume x",
  ])
  func `with closed streams nothing gets into the journal, and lost output is no success`(command: String) async throws
  {
    let before = try journal()
    for closed in [">&-", "<&- >&-", "<&- >&- 2>&-", ">/dev/full"] {
      let outcome = try await shell("echo Coffee | $PLENUM \(command) \(closed)")
      #expect(outcome.status == 74 || outcome.status == 1, "\(command) \(closed): \(outcome.status)")
      let now = try journal()
      #expect(now.hasPrefix(before))
      #expect(
        now.split(separator: "\n").allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("\"}") }, "\(command) \(closed)")
    }
    #expect(try await shell("$PLENUM --help >/dev/full").status == 74)
  }

  @Test(arguments: [
    ("a:b", 64), ("dot.", 64), ("space ", 64), ("CON", 64), ("nul.txt", 64), ("Lpt1", 64), ("what?", 64), ("X", 73),
    ("x", 73), ("com", 0), ("console", 0), ("Café", 0),
  ])
  func `a name is one that every disk takes, and no other session's`(name: String, status: Int32) async throws {
    let outcome = try await Program.run(["replay", "s.plenum", "--into", name], in: folder)
    #expect(outcome.status == status, "\(outcome.errors)")
    guard name == "Café" else { return }
    for same in ["Cafe\u{301}", "CAFÉ"] {
      #expect(try await Program.run(["replay", "s.plenum", "--into", same], in: folder).status == 73)
    }
    #expect(try await Program.run(["show", "cafe\u{301}"], in: folder).status == 0)
  }

  /// What may stand where a journal was, while its session goes on in a file beside it.
  @Test(arguments: ["nothing", "an empty file", "a folder", "a pipe", "a link", "another session"])
  func `a session that was rescued is found again`(instead: String) async throws {
    let there = "Sessions/x/journal.jsonl"
    _ = try await shell("cp \(there) Sessions/x/journal.rescued-k3f9-abc.jsonl; rm \(there)")
    switch instead {
    case "an empty file": try folder.write("", to: there)
    case "a folder": _ = try await shell("mkdir \(there)")
    case "a pipe": _ = try await shell("mkfifo \(there)")
    case "a link": _ = try await shell("ln -s /etc/passwd \(there)")
    case "another session":
      _ = try await shell("$PLENUM replay s.plenum --into y; cp Sessions/y/journal.jsonl \(there); rm -r Sessions/y")
    case _: break
    }
    for command in ["show x", "script x", "check x"] {
      let outcome = try await shell("$PLENUM \(command)")
      #expect(outcome.errors.contains("journal.rescued-k3f9-abc.jsonl"), "\(command)")
    }
    #expect(try await shell("$PLENUM list").output.contains("x "))
    let outcome = try await shell("printf '/goto situation.internal.offering\\nCafé\\n/quit\\n' | $PLENUM resume x")
    #expect(outcome.status == 0 && outcome.output.contains("plenum resume x"))
    #expect(try await shell("$PLENUM show x").output.contains("Café"))
  }

  @Test func `two sessions in one file are told apart, and parted into sessions`() async throws {
    _ = try await shell(
      "$PLENUM replay s.plenum --into y; cat Sessions/y/journal.jsonl >> Sessions/x/journal.jsonl; rm -r Sessions/y")
    #expect(try await shell("$PLENUM list").errors.contains("plenum doctor x --split"))
    let shown = try await shell("$PLENUM show x")
    #expect(shown.status == 0 && shown.errors.contains("damaged") && !shown.output.contains("2  Tours"))
    let refused = try await shell("echo x | $PLENUM resume x")
    #expect(refused.status == 65 && refused.errors.contains("--split"))
    #expect(try await shell("$PLENUM doctor x --split").status == 0)
    for name in ["x", "x-2"] {
      #expect(try await shell("$PLENUM doctor \(name)").status == 0)
      #expect(try await shell("echo /quit | $PLENUM resume \(name)").status == 0)
    }
  }

  @Test func `a first line that is lost is written again, and a copy without it is merged`() async throws {
    let whole = try journal()
    _ = try await shell("cp -r Sessions/x Sessions/y; sed -i 1d Sessions/x/journal.jsonl")
    #expect(try await shell("$PLENUM show x").output.contains("Tours"))
    #expect(try await shell("$PLENUM merge x y --into z").status == 0)
    #expect(try journal("z") == whole)
    #expect(try await shell("$PLENUM doctor x --header").status == 0)
    #expect(try await shell("$PLENUM doctor x").status == 0)
    #expect(try await shell("echo /quit | $PLENUM resume x").status == 0)
  }

  @Test func `damaged lines are named by every command, and marked in every draft`() async throws {
    _ = try await shell("sed -i '3s/type/tpye\\x01/' Sessions/x/journal.jsonl")
    for command in [
      "show x", "check x", "export x", "transcript x", "script x", "cast x", "echo /quit | $PLENUM resume x",
    ] {
      let line = command.hasPrefix("echo") ? command : "$PLENUM \(command)"
      #expect(try await shell(line).errors.contains("damaged line"), "\(command)")
    }
    #expect(try folder.text("Sessions/x/x-strategy.md").contains("could not be read"))
    #expect(try await shell("$PLENUM transcript x").output.contains("could not be read"))
  }

  @Test func `a list is filtered by words, by day and by what is open`() async throws {
    _ = try await shell("$PLENUM replay s.plenum --into y; echo /quit | $PLENUM resume y")
    for (asked, found) in [
      ("", ["x", "y"]), ("X", ["x"]), ("--open", ["x"]), ("--since 2999-01-01", []), ("y", ["y"]),
    ] {
      let listed = try await shell("$PLENUM list \(asked)").output.split(separator: "\n").dropFirst()
      #expect(listed.map { String($0.prefix { $0 != " " }) }.sorted() == found, "\(asked)")
    }
    #expect(try await shell("$PLENUM list --since yesterday").status == 64)
    #expect(try await shell("$PLENUM ---completion show -- session 1 0 ''").output == "y\nx\n")
  }

  @Test func `a linked language file of a method is refused, and nothing of it is copied`() async throws {
    let outcome = try await shell(
      "$PLENUM method new m; ln -sf /etc/passwd m/nb.yaml; $PLENUM start T --method m/method.yaml")
    #expect(outcome.status == 65 && outcome.errors.contains("nb.yaml"))
    #expect(try await shell("ls Sessions").output == "x\n")
  }
}
