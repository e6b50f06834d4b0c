import Journal
package import Workshop

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
package import Darwin
#endif

/// The time, handed in so that a replay and a test can hold it.
package struct WallClock: Sendable {
  /// The time now.
  package var now: @Sendable () -> Moment
  /// The day a moment falls on where the room is.
  package var day: @Sendable (Moment) -> Day
  /// The name of the time zone, as the journal keeps it.
  package var timeZone: String

  /// The time of day where the room is, as hours and minutes.
  package var timeOfDay: @Sendable (Moment) -> (hour: Int, minute: Int)

  /// The day it is where the room is.
  package func today() -> Day { day(now()) }

  /// The time of day where the room is, as a language writes it: `09:05`, `9.05`.
  package func timeOfDayText(_ moment: Moment, in language: Language) -> String {
    let (hour, minute) = timeOfDay(moment)
    return language.time(hour, minute)
  }

  /// The system's clock, in the system's time zone.
  package static func system(environment: [String: String]) -> WallClock {
    WallClock(
      now: {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Moment(millisecondsSince1970: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
      },
      day: { moment in
        var seconds = time_t(moment.millisecondsSince1970 / 1000)
        var local = unsafe tm()
        guard unsafe localtime_r(&seconds, &local) != nil else { return utcDay(moment) }
        return unsafe Day(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
          ?? utcDay(moment)
      },
      timeZone: zoneName(environment: environment),
      timeOfDay: { moment in
        var seconds = time_t(moment.millisecondsSince1970 / 1000)
        var local = unsafe tm()
        guard unsafe localtime_r(&seconds, &local) != nil else { return utcTimeOfDay(moment) }
        return unsafe (Int(local.tm_hour), Int(local.tm_min))
      })
  }

  /// The time of day at a moment, where the room is, such as `09:05`.
  package func time(_ moment: Moment) -> String {
    var seconds = time_t(moment.millisecondsSince1970 / 1000)
    var local = unsafe tm()
    guard timeZone != "UTC", unsafe localtime_r(&seconds, &local) != nil else {
      return String(moment.iso.dropFirst(11).prefix(5))
    }
    return unsafe [local.tm_hour, local.tm_min].map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
  }

  /// A clock that stands still, in Greenwich.
  package static func still(at moment: Moment) -> WallClock {
    WallClock(now: { moment }, day: utcDay, timeZone: "UTC", timeOfDay: utcTimeOfDay)
  }

  @Sendable private static func utcDay(_ moment: Moment) -> Day {
    let milliseconds = moment.millisecondsSince1970
    return Day(daysSinceEpoch: Int((milliseconds - (milliseconds < 0 ? 86_399_999 : 0)) / 86_400_000))
  }

  @Sendable private static func utcTimeOfDay(_ moment: Moment) -> (hour: Int, minute: Int) {
    let minutes = Int(moment.millisecondsSince1970 / 60_000) % 1440
    return (max(minutes, 0) / 60, max(minutes, 0) % 60)
  }

  /// `TZ`, else what `/etc/localtime` leads to; the name is for readers of the journal, nothing is reckoned by it.
  private static func zoneName(environment: [String: String]) -> String {
    if let zone = environment["TZ"], !zone.isEmpty { return zone }
    var buffer = [CChar](repeating: 0, count: 1024)
    let length = unsafe readlink("/etc/localtime", &buffer, buffer.count)
    guard length > 0 else { return "UTC" }
    let path = String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let root = path.firstRange(of: "zoneinfo/") else { return "UTC" }
    return String(path[root.upperBound...])
  }
}
