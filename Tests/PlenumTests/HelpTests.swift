import FacilitationFixtures
import Testing

@testable import plenum

/// `plenum help`.
struct HelpTests {
  @Test("Each topic has an article that says what it is about", arguments: HelpTopic.allCases)
  func topics(topic: HelpTopic) {
    #expect(topic.article.hasPrefix("# "))
    #expect(topic.summary.hasSuffix("."))
  }

  @Test(arguments: [
    ("a topic", "scripts", HelpTopic.scripts), ("its beginning", "met", .methods), ("in capitals", "Journal", .journal),
    ("of two that begin alike", "s", nil), ("nothing", "", nil), ("none", "weather", nil),
  ])
  func `a word`(what: String, typed: String, topic: HelpTopic?) {
    #expect(HelpTopic(typed: typed) == topic, "\(what)")
  }

  @Test(arguments: [
    ("a topic", ["help", "scripts"], "#=", 0), ("a command", ["help", "method", "new"], "USAGE: plenum method new", 0),
    ("alone", ["help"], "TOPICS:", 0), ("neither", ["help", "weather"], "Topics: commands,", 64),
  ])
  func `it is printed`(what: String, words: [String], said: String, status: Int32) async throws {
    let outcome = try await Program.run(words, in: try TemporaryFolder())
    #expect((outcome.output + outcome.errors).contains(said), "\(what)")
    #expect(outcome.status == status, "\(what)")
  }
}
