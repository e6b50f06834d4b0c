import Foundation
import SeededRandom
import SessionFixtures
import Testing
import Workshop

@testable import Method

/// Damages that fall by chance, the same way every time: each is found by a check that names it, or nothing that a room
/// would miss is gone.
@Suite("Damages of a method by chance")
struct MutationTests {
  /// The methods that are damaged, by their files.
  private static let methods: [String: [String: String]] = {
    var example: [String: String] = [:]
    for file in Starter.agreement.files() where ["method.yaml", "en.yaml"].contains(file.name) {
      example[file.name] = String(decoding: file.bytes, as: UTF8.self)
    }
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let folder = tests.appending(path: "PlenumTests/Methods/retrospective")
    var retrospective: [String: String] = [:]
    for name in ["method.yaml", "en.yaml"] {
      retrospective[name] = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
    }
    var bets: [String: String] = [:]
    for (path, text) in SessionFixtures.MethodFiles.bets.contents { bets[String(path.dropFirst(5))] = text }
    return ["agreement": example, "retrospective": retrospective, "bets": bets]
  }()

  /// A damage: what stood on a line and what stands there now.
  private struct Damage: CustomStringConvertible {
    var file: String
    var line: Int
    var old: String
    var new: String
    var lines: [String]

    var description: String { "\(file):\(line): “\(old)” became “\(new)”" }
    var text: String { lines.joined(separator: "\n") }
  }

  @Test(arguments: ["agreement", "retrospective", "bets"], Array(0..<17))
  func `a damage is found or does no harm`(name: String, batch: Int) throws {
    let files = try #require(MutationTests.methods[name])
    var chance = Chance(seed: UInt64(batch))
    let whole = try #require(MutationTests.problems(files).method)
    #expect(MutationTests.problems(files).problems.isEmpty)
    for _ in 0..<10 {
      guard let damage = MutationTests.damage(of: files, &chance) else { continue }
      var damaged = files
      damaged[damage.file] = damage.text
      let (method, problems) = MutationTests.problems(damaged)
      if problems.isEmpty {
        // Nothing is said: then every question is still there, asked in the same runs, under the same conditions.
        let now = try #require(method)
        #expect(MutationTests.asked(now) == MutationTests.asked(whole), "\(name) \(damage)")
      } else {
        #expect(problems.contains { MutationTests.names($0, damage, in: damaged) }, "\(name) \(damage): \(problems)")
      }
    }
  }

  private static func problems(_ files: [String: String]) -> (method: Workshop.Method?, problems: [MethodError]) {
    Library { path in files[String(path.dropFirst(2))].map { Array($0.utf8) } }.problems(of: "m/method.yaml")
  }

  /// What decides whether a question is asked.
  private static func asked(_ method: Workshop.Method) -> [String] {
    method.questions.map { question in
      let conditions = question.conditions
      let paths = conditions.askedWhen.map { $0.map(\.path) } + [conditions.hiddenWhen.map(\.path)]
      return "\(question.id) \(question.timeboxes.map(\.run)) \(paths)"
    }
  }

  /// Whether a mistake leads to the damage: it stands on its line or beside it, or says the name that was damaged.
  private static func names(_ problem: MethodError, _ damage: Damage, in files: [String: String]) -> Bool {
    // Where an indentation is wrong, the part that it begins ends at the line that is said.
    if case .notYAML = problem.fault { return problem.file == "m/\(damage.file)" && problem.line >= damage.line - 1 }
    let isThere = problem.file == "m/\(damage.file)" && abs(problem.line - damage.line) <= 1
    let lines = (files[String(problem.file.dropFirst(2))] ?? "").components(separatedBy: "\n")
    let said = "\(problem.fault)" + (lines.indices.contains(problem.line - 1) ? lines[problem.line - 1] : "")
    return isThere || said.contains(damage.old) || said.contains(damage.new)
  }

  // MARK: Damages

  private static func damage(of files: [String: String], _ chance: inout Chance) -> Damage? {
    let file = chance.element(of: ["method.yaml", "method.yaml", "method.yaml", "en.yaml"])
    let lines = (files[file] ?? "").components(separatedBy: "\n")
    let place = Int.random(in: lines.indices, using: &chance)
    let line = lines[place]
    guard !line.trimmed.isEmpty, !line.trimmed.hasPrefix("#") else { return nil }
    var damage = Damage(file: file, line: place + 1, old: line.trimmed, new: "", lines: lines)
    switch Int.random(in: 0..<6, using: &chance) {
    case 0:
      // A sentence that is gone.
      guard file == "en.yaml" else { return nil }
      damage.lines.remove(at: place)
      damage.old = String(line.trimmed.prefix { $0 != ":" && $0 != "," })
      damage.old = damage.old.drop { "-{ ".contains($0) }.split(separator: " ").first.map(String.init) ?? damage.old
      damage.new = damage.old
    case 1:
      damage.new = "  " + line
      damage.lines[place] = damage.new
    case 2:
      guard line.hasPrefix("  ") else { return nil }
      damage.new = String(line.dropFirst(2))
      damage.lines[place] = damage.new
    case _:
      // A letter of a word, or a digit of a number. What people read may say anything.
      let pattern = file == "en.yaml" ? /\{[a-z-]+\}|[a-z][a-z.-]+:/ : /[a-z][a-z.-]*[a-z]|[0-9]+/
      let code = line.prefix { $0 != "#" }
      guard let match = code.matches(of: pattern).map({ $0.range }).randomElement(using: &chance) else { return nil }
      let word = String(line[match])
      let letters = word.indices.filter { word[$0].isLetter || word[$0].isNumber }
      guard let letter = letters.randomElement(using: &chance) else { return nil }
      var changed = word
      changed.replaceSubrange(letter...letter, with: word[letter].isNumber ? "7" : "q")
      guard changed != word else { return nil }
      (damage.old, damage.new) = (word, changed)
      damage.lines[place] = line.replacingCharacters(in: match, with: changed)
    }
    return damage
  }
}
