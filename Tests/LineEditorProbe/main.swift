// A small program around the line editor, for the tests and for trying it by hand: asks one question, keeps the answers
// in a block above the prompt. What it is given in the environment decides the rest:
//
//   PROBE_HISTORY  the history file          PROBE_PLAIN   plain mode
//   PROBE_CLOCK    minutes of the clock      PROBE_EDITRC  an .editrc
//   PROBE_LOG      where every outcome is written, one per line

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif
import LineEditor

let names = [
  "TERM", "ACCESSIBLE", "NO_COLOR", "FORCE_COLOR", "VISUAL", "EDITOR", "TMPDIR", "HOME", "TMUX", "XTERM_VERSION",
]
var environment: [String: String] = [:]
for name in names { environment[name] = variable(name) }

let isTerminalIn = isatty(0) == 1
let isTerminalOut = isatty(1) == 1
let mode = Mode.deciding(
  isTerminalIn: isTerminalIn, isTerminalOut: isTerminalOut, plainFlag: variable("PROBE_PLAIN") != nil,
  environment: environment)
let probe = Probe(
  editor: LineEditor(
    terminal: .standard(environment: environment), mode: mode,
    colour: ColourChoice.auto.allowsColour(environment: environment, isTerminal: isTerminalOut),
    history: History(path: variable("PROBE_HISTORY")),
    configuration: .init(program: "probe", editrc: variable("PROBE_EDITRC"))), environment: environment)
probe.run()
