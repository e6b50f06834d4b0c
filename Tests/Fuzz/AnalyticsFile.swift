// A file as a network may have handed it out, or as anybody may have made it: it is read, asked about or refused, and
// how it is cut into pieces makes no difference.
import Analytics

private let september: DayRange? = {
  guard let first = CalendarDay(year: 2026, month: 9, day: 1), let last = CalendarDay(year: 2026, month: 9, day: 30)
  else {
    return nil
  }
  return DayRange(first, last)
}()

private func outcomes(_ bytes: [UInt8], _ period: DayRange, pieces: Int) -> [Outcome]? {
  var limits = Limits()
  (limits.rows, limits.cells, limits.memberBytes, limits.unpackedBytes) = (20_000, 400_000, 4 << 20, 8 << 20)
  (limits.sharedTextBytes, limits.rowBytes, limits.pieceBytes) = (1 << 20, 1 << 16, pieces)
  let names = ["aw.impressions", "aw.reach", "aw.followers", "tf.ctr", "tf.sessions", "tr.nps", "tr.rating", "cakes"]
  let wanted = names.map { WantedKPI(id: $0, catalogue: $0, names: [$0], network: nil, period: period) }
  guard
    let file = try? AnalyticsFile(
      Source(bytes), name: "2026-09-01_2026-10-01.zip", downloaded: period.last, limits: limits)
  else { return nil }
  return try? file.outcomes(for: wanted)
}

/// What libFuzzer calls with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
  guard let september else { return 0 }
  guard outcomes(bytes, september, pieces: 65_536) == outcomes(bytes, september, pieces: 97) else {
    fatalError("pieces of another size give something else")
  }
  return 0
}
