import CEditLine

/// libedit with its buffer, key maps and modes; it neither reads nor draws.
@safe final class EditLine {
  /// What a command of libedit's came to.
  enum Step {
    /// It did something to the line, or nothing.
    case done
    /// It asks for something that is ours to do.
    case command(Command)
    /// The keys ended within it.
    case abandoned
  }

  private var handle: OpaquePointer?
  /// Gives the next scalar of the keys; nil ends the command that asks.
  var next: () -> Unicode.Scalar? = { nil }
  /// Gives the lines entered before, oldest first.
  var history: () -> [String] = { [] }

  /// Starts libedit on a terminal.
  ///
  /// - Parameters:
  ///   - program: the name that lines of the configuration may be meant for.
  ///   - descriptor: the terminal.
  ///   - configuration: the lines of the user's .editrc.
  init?(program: String, descriptor: Int32, configuration: [String]) {
    cel_use_utf8()
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe handle = cel_open(program, descriptor, context) { context, scalar in
      guard let context = unsafe context, let scalar = unsafe scalar else { return 0 }
      let line = unsafe Unmanaged<EditLine>.fromOpaque(context).takeUnretainedValue()
      guard let next = line.next() else { return 0 }
      unsafe scalar.pointee = Int32(bitPattern: next.value)
      return 1
    }
    guard let handle = unsafe handle else { return nil }
    unsafe cel_set_history(handle) { context, index in
      guard let context = unsafe context else { return nil }
      return unsafe Unmanaged<EditLine>.fromOpaque(context).takeUnretainedValue().entry(at: index)
    }
    bind()
    for text in configuration where unsafe cel_configure(handle, text) { bind() }
  }

  deinit {
    if let handle = unsafe handle { unsafe cel_close(handle) }
    unsafe buffer?.deallocate()
  }

  /// Whether keys have the meanings of vi.
  var isVi: Bool { unsafe handle.map { unsafe cel_is_vi($0) } ?? false }

  private func bind() {
    let isVi = isVi
    for binding in isVi ? Binding.viInsert : Binding.emacs {
      unsafe cel_bind(handle, false, binding.key, binding.command)
    }
    guard isVi else { return }
    for binding in Binding.viCommand { unsafe cel_bind(handle, true, binding.key, binding.command) }
  }

  /// Starts an empty line, in insert mode.
  func reset() { unsafe cel_reset(handle) }

  /// Reads and runs one command.
  func step() -> Step {
    let code = unsafe cel_step(handle)
    if code < 0 { return .abandoned }
    return Command(rawValue: code).map(Step.command) ?? .done
  }

  /// The line as libedit holds it.
  var line: LineBuffer {
    get {
      var scalars: UnsafePointer<Int32>?
      var cursor = 0
      let count = unsafe cel_line(handle, &scalars, &cursor)
      let buffer = unsafe UnsafeBufferPointer(start: scalars, count: count)
      return unsafe LineBuffer(
        scalars: buffer.map { Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}" }, cursor: cursor)
    }
    set {
      let scalars = newValue.scalars.filter { $0.value != 0 }.map { Int32(bitPattern: $0.value) }
      _ = unsafe cel_replace(handle, scalars, scalars.count, newValue.cursor)
    }
  }

  // MARK: History for libedit's own searches

  private var buffer: UnsafeMutableBufferPointer<Int32>?

  /// An entry as libedit wants it, the newest at 0; it stays where it is until the next call.
  private func entry(at index: Int) -> UnsafePointer<Int32>? {
    let entries = history()
    guard entries.indices.contains(entries.count - 1 - index) else { return nil }
    let scalars = entries[entries.count - 1 - index].unicodeScalars.map { Int32(bitPattern: $0.value) } + [0]
    unsafe buffer?.deallocate()
    let copy = UnsafeMutableBufferPointer<Int32>.allocate(capacity: scalars.count)
    _ = unsafe copy.initialize(from: scalars)
    unsafe buffer = copy
    return unsafe UnsafePointer(copy.baseAddress)
  }
}
