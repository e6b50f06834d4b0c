import Testing
import Workshop

@Suite struct MomentTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00.000Z", 0), ("2026-02-10T08:03:12.010Z", 1_770_710_592_010),
      ("1969-12-31T23:59:59.999Z", -1), ("2024-02-29T12:00:00.500Z", 1_709_208_000_500),
      ("0001-01-01T00:00:00.000Z", -62_135_596_800_000), ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
    ] as [(String, Int64)])
  func `a moment is written and read`(iso: String, milliseconds: Int64) {
    #expect(Moment(millisecondsSince1970: milliseconds).iso == iso)
    #expect(Moment(iso: iso)?.millisecondsSince1970 == milliseconds)
  }

  @Test(arguments: [
    "", "2026-02-10", "2026-02-30T08:03:12.010Z", "2026-02-10T24:00:00.000Z", "2026-02-10T08:60:00.000Z",
    "2026-02-10T08:03:60.000Z", "2026-02-10T08:03:12.010", "2026-02-10T08:03:12.010+", "2026-02-10 08:03:12.010Z",
    "2026-02-1OT08:03:12.010Z", "+026-02-10T08:03:12.010Z", "2026-02-10T08:03:12.0१Z",
  ])
  func `nothing else is a moment`(text: String) {
    #expect(Moment(iso: text) == nil)
  }

  @Test func `what lies outside the calendar is moved into it`() {
    #expect(Moment(millisecondsSince1970: .max).iso == "9999-12-31T23:59:59.999Z")
    #expect(Moment(millisecondsSince1970: .min).iso == "0001-01-01T00:00:00.000Z")
  }
}
