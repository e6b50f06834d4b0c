public import ArgumentParser
import Facilitation
import Journal
public import LineEditor
import Method
import Text
import Workshop

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What the program finds around it: the environment, the streams, the sessions, and the language of whoever runs it.
struct CommandContext {
  let system: System
  let options: CommonOptions
  /// The methods at hand.
  let library: Library
  /// The words of the person at the keyboard, from the locale.
  let language: Language

  init(_ options: CommonOptions, on system: System) throws {
    (self.options, self.system) = (options, system)
    let storage = system.storage
    library = Library(
      listFolder: { path in (try? storage.names(path)) ?? [] },
      readFile: { path in storage.bytes(of: path, limit: 1 << 21) })
    let code = CommandContext.localeLanguage(system.environment) ?? "en"
    do throws(MethodError) {
      language = try Library.language(Library.languages.contains(code) ? code : "en")
    } catch {
      throw Failure(.badInput, "\(error.file):\(error.line)")
    }
  }

  var environment: [String: String] { system.environment }
  var storage: Storage { system.storage }

  /// The folder the sessions are in: `--sessions`, else `$PLENUM_SESSIONS`, else `Sessions` here.
  var sessions: SessionsFolder {
    let named = options.sessions ?? environment["PLENUM_SESSIONS"].flatMap { $0.isEmpty ? nil : $0 }
    return SessionsFolder(named ?? "Sessions", storage: storage)
  }

  /// Whether lines are typed at a terminal, and how it is talked to.
  var mode: Mode {
    Mode.deciding(
      isTerminalIn: isatty(0) == 1, isTerminalOut: isatty(1) == 1, plainFlag: options.plain, environment: environment)
  }

  /// Whether colours are written.
  var hasColour: Bool {
    options.color.allowsColour(environment: environment, isTerminal: isatty(1) == 1)
  }

  /// The columns of the window, or those of a page when there is none. More than anybody can see is not believed.
  var columns: Int {
    var size = winsize()
    return unsafe ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? min(Int(size.ws_col), 1000) : 100
  }

  /// The file that holds the lines typed before; nil when none is kept.
  var historyPath: String? {
    guard options.history else { return nil }
    let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let root = state ?? environment["HOME"].map({ $0 + "/.local/state" }) else { return nil }
    let folder = root + "/plenum"
    return (try? storage.makeFolders(folder)) == nil ? nil : folder + "/history"
  }

  /// The language of the locale, by `LC_ALL`, `LC_MESSAGES` and `LANG` in this order.
  static func localeLanguage(_ environment: [String: String]) -> LanguageCode? {
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    guard let name else { return nil }
    let code = String(name.prefix { $0 != "_" && $0 != "." && $0 != "@" }).lowercased()
    // Norwegian by its older names, and nynorsk as the nearest there is.
    return LanguageCode(["no", "nn"].contains(code) ? "nb" : code)
  }
}

extension ColourChoice: ExpressibleByArgument {}

/// The options that every command has.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The folder the sessions are in (else $PLENUM_SESSIONS, else ./Sessions).", valueName: "folder"))
  var sessions: String?

  @Flag(help: "Only ever add to the screen, for screen readers.")
  var plain = false

  @Option(help: "Colours: auto, always or never.")
  var color: ColourChoice = .auto

  @Flag(inversion: .prefixedNo, help: "Keep the lines that are typed, for the arrow keys.")
  var history = true
}

/// Why a command of the command line ends early: the exit status and a sentence.
struct Failure: Error, CustomStringConvertible {
  let status: Status
  let description: String

  init(_ status: Status, _ sentence: String) {
    self.status = status
    description = sentence
  }

  /// The exit statuses, after `sysexits.h`.
  enum Status: Int32 {
    /// Something was found that was looked for, as a check does.
    case found = 1
    /// Wrong usage.
    case usage = 64
    /// Bad input.
    case badInput = 65
    /// No such session or file.
    case noInput = 66
    /// A program that is needed is not installed.
    case toolMissing = 69
    /// A file cannot be created.
    case cannotCreate = 73
    /// Reading or writing failed.
    case inputOutput = 74
    /// The session is open elsewhere.
    case tryLater = 75
  }
}

/// Whether a descriptor is a terminal.
func isTerminal(_ file: Int32) -> Bool { isatty(file) == 1 }

extension CommandContext {
  /// The streams; output that is not taken ends the command with a sentence, so that it is never called a success.
  var streams: Streams {
    Streams(output: { [self] in try print($0) }, error: system.streams.error)
  }

  /// Writes what was asked for to standard output.
  func print(_ text: String) throws(Failure) {
    do { try system.streams.output(text) } catch {
      throw Failure(.inputOutput, language.sentence("files.output-lost"))
    }
  }

  /// Says something to standard error.
  func say(_ line: String) { system.streams.error(line) }
}
