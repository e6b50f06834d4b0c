// Times and memory of the line editor, one line per figure: name, value, unit.
//
//   line-editor-bench echo PROGRAM [ARGUMENT…]   2,000 keys, each until it is on the screen
//   line-editor-bench paste PROBE                10,000 lines pasted, then Ctrl-C
//   line-editor-bench resize PROBE               40 new sizes of the window in the middle of a line
//   line-editor-bench history                    10,000 lines loaded and appended to
//   line-editor-bench hours                      8 simulated hours: 28,800 ticks, 2,000 lines
//   line-editor-bench idle PROBE                 the processor's share while only the clock runs

let words = [String](CommandLine.arguments.dropFirst())
switch (words.first, words.dropFirst().first) {
case ("echo", let program?): try measureEcho(program, arguments: [String](words.dropFirst(2)))
case ("paste", let probe?): try measurePaste(probe)
case ("resize", let probe?): try measureResize(probe)
case ("history", nil): try measureHistory()
case ("hours", nil): try measureHours()
case ("idle", let probe?): try measureIdle(probe)
default:
  report("usage: line-editor-bench echo PROGRAM | paste PROBE | resize PROBE | history | hours | idle PROBE")
}
