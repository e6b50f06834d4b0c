/// What a new iteration does to the answers of a question.
public struct Renewal: Hashable, Sendable {
  /// The rule.
  public var rule: Rule
  /// Why, for whoever reads the method; empty where the method does not say.
  public var reason: String

  /// That rule, for that reason.
  public init(_ rule: Rule, because reason: String = "") {
    self.rule = rule
    self.reason = reason
  }

  /// The three rules.
  public enum Rule: String, CaseIterable, Hashable, Sendable {
    /// One answer for the whole project; it is not asked again, and revising it revises it.
    case shared
    /// Asked again, with what stands as the starting point: it is confirmed, revised or taken away.
    case carried
    /// Asked anew; what was said before stays with its iteration.
    case fresh
  }
}

extension Roles {
  /// What a new iteration does to a question whose method does not say: what names the project stands for all of it, each
  /// iteration has its own day and its own votes, and everything else is carried.
  public func usualRenewal(of question: Question) -> Renewal.Rule {
    let names = [organisation, run, language, participants, iteration?.question].compactMap(\.self)
    if names.contains(question.id) { return .shared }
    if question.id == date { return .fresh }
    return if case .vote = question.kind { .fresh } else { .carried }
  }
}

extension Session {
  /// What a new iteration does to the answers of a question.
  public func renewal(of question: Question) -> Renewal.Rule {
    question.renewal?.rule ?? method.roles.usualRenewal(of: question)
  }
}
