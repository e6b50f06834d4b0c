import FacilitationFixtures
import Foundation
import Journal
import PseudoTerminal
import SeededRandom
import Testing
import Workshop

@testable import Facilitation
@testable import plenum

/// The program is killed at moments that nobody chose, over and over in one session: what the screen has shown as saved is
/// in the journal, once, and the session goes on.
@Suite struct KilledByChanceTests {
  private static let environment = ProcessInfo.processInfo.environment

  @Test func nothingThatWasShownIsLost() async throws {
    let isLong = KilledByChanceTests.environment["PLENUM_TESTS"] == "full"
    let seconds = KilledByChanceTests.environment["CRASH_SECONDS"].flatMap { Double($0) } ?? 120
    let end = ContinuousClock.now + .seconds(seconds)
    let folder = try TemporaryFolder()
    let first = try await Program.run(
      ["start", "Test", "--language", "nb", "--run", "core"], in: folder,
      input: "/goto situation.internal.offering\nBrød\n")
    #expect(first.status == 0)
    var chance = Chance(seed: isLong ? UInt64.random(in: 0..<1_000_000) : 7)
    var saved: [String] = []
    var run = 0
    while run < 200 || isLong, !isLong || ContinuousClock.now < end {
      run += 1
      let terminal = try Program.open(["resume", "test"], in: folder)
      try terminal.wait(for: "Velkommen tilbake")
      // Several lines at once, some of them seen as saved, and the kill comes while the others are on their way.
      let texts = (1...Int.random(in: 1...4, using: &chance)).map { "ord-\(run)-\($0)" }
      try terminal.type(texts.map { "/endre 1 \($0)\r" }.joined())
      let seen = Int.random(in: 0...texts.count, using: &chance)
      if seen > 0 {
        // What comes later on the screen was saved later.
        try terminal.wait(until: "line \(seen) is saved") { screen in
          texts[(seen - 1)...].contains { screen.contains("1  \($0)") }
        }
      }
      terminal.signal(SIGKILL)
      _ = try terminal.waitForExit()
      saved += texts[..<seen]
      try expect(saved, in: folder)
    }
    if isLong { print("killed by chance: \(run) runs, \(saved.count) lines") }
  }

  private func expect(_ saved: [String], in folder: TemporaryFolder) throws {
    let path = folder.path + "/Sessions/test/journal.jsonl"
    let entries = try Journal.read(path, storage: .system).entries
    let texts = entries.flatMap(\.events).compactMap { event in
      if case .answerRevised(_, let cells, _) = event { cells.first } else { nil }
    }
    #expect(Set(texts).isSuperset(of: saved) && Set(texts).count == texts.count)
  }
}
