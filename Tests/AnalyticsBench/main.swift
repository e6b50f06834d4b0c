// What a file says to some KPIs, with the processor time and the memory of the whole program. Without an optimised build
// times say nothing.
//
//   analytics-bench PATH FIRST LAST NAME…   NAME as in the tables of names, such as impressions; FIRST and LAST as
//                                           2026-09-01. Prints a line a KPI, then milliseconds and the peak.

internal import Analytics
internal import Glibc

let words = [String](CommandLine.arguments.dropFirst())
guard words.count >= 4, let first = day(words[1]), let last = day(words[2]), let period = DayRange(first, last) else {
  fatalError("usage: analytics-bench PATH FIRST LAST NAME…")
}

/// A day as ISO 8601 has it.
func day(_ text: String) -> CalendarDay? {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  return parts.count == 3 ? CalendarDay(year: parts[0], month: parts[1], day: parts[2]) : nil
}

/// A file on disk, read where it is asked for.
func source(_ path: String) -> Source {
  let descriptor = unsafe open(path, O_RDONLY)
  let size = lseek(descriptor, 0, SEEK_END)
  return Source(size: max(0, Int(size))) { offset, count in
    unsafe [UInt8](unsafeUninitializedCapacity: count) { room, filled in
      filled = max(0, unsafe pread(descriptor, room.baseAddress, count, off_t(offset)))
    }
  }
}

do {
  let file = try AnalyticsFile(
    source(words[0]), name: String(words[0].split(separator: "/").last ?? ""), downloaded: day("2026-11-28"))
  let wanted = words[3...].map { WantedKPI(id: $0, catalogue: $0, names: [$0], period: period) }
  for (kpi, outcome) in zip(wanted, try file.outcomes(for: wanted)) {
    switch outcome {
    case .proposal(let proposal):
      print(kpi.id, proposal.value.text, proposal.working, proposal.incomplete, proposal.notes)
    case .question(let question): print(kpi.id, question)
    case .refusal(let refusal): print(kpi.id, refusal)
    }
  }
} catch {
  print(error)
}
var usage = rusage()
_ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
let seconds: Int = Int(usage.ru_utime.tv_sec) + Int(usage.ru_stime.tv_sec)
let microseconds: Int = Int(usage.ru_utime.tv_usec) + Int(usage.ru_stime.tv_usec)
print("\(seconds * 1000 + microseconds / 1000) ms, peak \(usage.ru_maxrss) KiB")
