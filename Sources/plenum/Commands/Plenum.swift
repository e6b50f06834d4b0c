import ArgumentParser
import Facilitation

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The command: its subcommands, and how their failures become a sentence and an exit status.
@main
struct Plenum: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plenum",
    abstract: "A workshop that ends with a draft strategy.",
    version: "0.1.0",
    subcommands: [
      StartCommand.self, ResumeCommand.self, ListCommand.self, ShowCommand.self, ReplayCommand.self,
      ScriptCommand.self, RehearseCommand.self, CastCommand.self,
      ExportCommand.self, TranscriptCommand.self, CheckCommand.self, ProjectorCommand.self, MethodCommand.self,
      KPIsCommand.self, ValuesCommand.self, TablesCommand.self, CheatSheetCommand.self, MergeCommand.self,
      DoctorCommand.self,
      HelpCommand.self,
    ])

  /// `plenum` alone, or with nothing but options, starts; a word that is no command is never taken for a title.
  static func arguments(_ typed: [String]) -> [String] {
    let ownOptions = ["-h", "--help", "--help-hidden", "--version", "--generate-completion-script", "---completion"]
    guard let first = typed.first else { return ["start"] }
    let isOwn = ownOptions.contains { first == $0 || first.hasPrefix($0 + "=") }
    return first.hasPrefix("-") && !isOwn ? ["start"] + typed : typed
  }

  static func main() {
    holdStandardStreams()
    // A reader that goes away is an error of writing, not a reason to be killed.
    signal(SIGPIPE, SIG_IGN)
    // So is a file that has reached its limit.
    signal(SIGXFSZ, SIG_IGN)
    let system = System.real()
    do {
      var command = try parseAsRoot(arguments(Array(CommandLine.arguments.dropFirst())))
      if var command = command as? any SystemCommand { try command.run(on: system) } else { try command.run() }
    } catch let failure as Failure {
      if !failure.description.isEmpty { system.streams.error(failure.description) }
      leave(failure.status.rawValue)
    } catch {
      leave(system.say(error))
    }
  }
}

/// A subcommand: it is handed the system it runs on.
protocol SystemCommand: ParsableCommand {
  /// Does what it is for.
  ///
  /// - Throws: A failure with the exit status.
  mutating func run(on system: System) throws
}

extension System {
  /// Says what the argument parser has to say: help on standard output, a mistake on standard error.
  ///
  /// - Returns: The exit status; help that nobody could read is no success.
  fileprivate func say(_ error: any Error) -> Int32 {
    let (message, status) = (Plenum.fullMessage(for: error), Plenum.exitCode(for: error).rawValue)
    guard status == 0 else {
      if !message.isEmpty { streams.error(message) }
      return status
    }
    do { try streams.output(message + "\n") } catch { return Failure.Status.inputOutput.rawValue }
    return 0
  }
}
