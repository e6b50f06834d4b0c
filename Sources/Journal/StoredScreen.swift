internal import Text
internal import Workshop

// What happens to the screen, to JSON.
extension JSONWriter {
  mutating func screen(_ event: ScreenEvent) {
    switch event {
    case .blanked(let isCovered):
      type(.screenBlanked)
      member("screen", isCovered ? "covered" : "shown")
    case .shared(let isShared):
      type(.screenShared)
      member("screen", isShared ? "shared" : "own")
    }
  }
}
