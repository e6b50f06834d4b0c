import Facilitation
import Workshop

extension Session {
  /// The session as an iteration left it; as it is where none is named.
  ///
  /// - Throws: A failure that says which iterations there are.
  func asOf(iteration number: Int?, _ localization: Localization) throws(Failure) -> Session {
    guard let number else { return self }
    guard let session = asOf(iteration: number) else {
      let refusal = Refusal.iteration(.unknown(String(number), count: iterations.number))
      throw Failure(.usage, LineErrorText(session: self, localization: localization).sentence(.refused(refusal)))
    }
    return session
  }
}
