import FacilitationFixtures
import Journal
import Workshop

@testable import Facilitation
@testable import plenum

extension System {
  /// A system without an environment, at a time that stands still, on which no other program runs and nobody reads what is
  /// said; its files are real.
  static var still: System {
    let still = WallClock.still(at: Moment(millisecondsSince1970: 1_770_710_400_000))
    return System(
      storage: .system, clock: still, clockInZone: { _ in still },
      streams: Streams(output: { _ in }, error: { _ in }), environment: [:],
      process: LockHolder(user: "test", host: "test", process: "1"),
      program: "/nowhere/plenum", run: { _ in .failed("There are no other programs.") }, converse: { _ in nil })
  }
}
