/// What the room sees of the window in which is typed.
public struct Screen: Hashable, Sendable {
  /// Whether it is covered.
  public internal(set) var isBlank = false
  /// Whether the room looks at it: then what is for the facilitator alone is not shown in it.
  public internal(set) var isShared = false
}

/// What is asked for about the screen.
public enum ScreenCommand: Hashable, Sendable {
  /// The screen covered, or uncovered when it is.
  case blank
  /// This window is one that the room looks at, or the facilitator's own again.
  case share(Bool)
}

/// One thing that happened to the screen. None of it is ever taken back.
public enum ScreenEvent: Hashable, Sendable {
  /// The screen was covered, or uncovered.
  case blanked(Bool)
  /// The window in which is typed was marked as one that the room looks at, or as the facilitator's own.
  case shared(Bool)
}

/// Why something about the screen is turned down.
public enum ScreenRefusal: Hashable, Sendable {
  /// Everybody would read what is for the facilitator alone.
  case isShared
}

extension Session {
  func decide(_ command: ScreenCommand) -> [Event] {
    switch command {
    case .blank: [.screen(.blanked(!screen.isBlank))]
    case .share(let isShared): [.screen(.shared(isShared))]
    }
  }
}

extension Screen {
  /// Lets it happen.
  mutating func apply(_ event: ScreenEvent) {
    switch event {
    case .blanked(let isCovered): isBlank = isCovered
    case .shared(let isShared): self.isShared = isShared
    }
  }
}
