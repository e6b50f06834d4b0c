import SessionFixtures
import Testing
import Workshop

@Suite("Every kind of question")
struct KindTests {
  static let heard = [
    Heard("a line", at: "walk.start.club", when: ["The Wrens"], then: [["The Wrens"]]),
    Heard("a second line takes the place of the first", at: "walk.start.club", when: ["A", "B"], then: [["B"]]),
    Heard("a literal slash", at: "walk.start.club", when: ["//etc"], then: [["/etc"]]),
    Heard("a text with bars and colons", at: "walk.start.club", when: ["a | b: c ~"], then: [["a | b: c ~"]]),
    Heard("a list", at: "birds.seen.list", when: ["Jay", "Wren"], then: [["Jay"], ["Wren"]]),
    Heard("one option by number", at: "walk.plan.weather", when: ["2"], then: [["rain"]]),
    Heard("one option by name", at: "walk.plan.weather", when: ["snow"], then: [["snow"]]),
    Heard("one option by the beginning of its label", at: "walk.plan.weather", when: ["SUNSH"], then: [["sun"]]),
    Heard("one option by label, in bokmål", in: "nb", at: "walk.plan.weather", when: ["Snø"], then: [["snow"]]),
    Heard("another option takes its place", at: "walk.plan.weather", when: ["rain", "snow"], then: [["snow"]]),
    Heard("several options", at: "walk.plan.gear", when: ["rub, 3"], then: [["boots"], ["map"]]),
    Heard(
      "several options by number, without a comma", at: "walk.plan.gear", when: ["1 3"], then: [["boots"], ["map"]]),
    Heard("several options, one by one", at: "walk.plan.gear", when: ["map", "bin"], then: [["map"], ["binoculars"]]),
    Heard(
      "an option that is chosen already is passed over", at: "walk.plan.gear", when: ["map", "map, 1"],
      then: [["map"], ["boots"]]),
    Heard(
      "several options, in bokmål", in: "nb", at: "walk.plan.gear", when: ["kart, gummi"],
      then: [["map"], ["boots"]]),
    Heard("a number", at: "walk.plan.hours", when: ["2.5"], then: [["2.5"]]),
    Heard("a number, in bokmål", in: "nb", at: "walk.plan.hours", when: ["2,5"], then: [["2.5"]]),
    Heard("a date", at: "walk.plan.next", when: ["31 May 2026"], then: [["2026-05-31"]]),
    Heard("a date, in bokmål", in: "nb", at: "walk.plan.next", when: ["31.5."], then: [["2026-05-31"]]),
    Heard(
      "a row at once", at: "birds.seen.short", given: birds, when: ["Nest | BIRD1 | lake"],
      then: [["Nest", "BIRD1", "", "lake"]]),
    Heard(
      "a row with a cell for every column there is", at: "birds.seen.short", given: birds,
      when: ["Nest | 1 | calm | lake"], then: [["Nest", "BIRD1", "calm", "lake"]]),
    Heard(
      "a row cell by cell", at: "birds.seen.short", given: birds, when: ["Nest", "Jay", "3"],
      then: [["Nest", "BIRD3", "", "moor"]]),
    Heard(
      "a row typed in a hurry", at: "birds.seen.short", given: birds, when: ["Nest|BIRD1|lake"],
      then: [["Nest", "BIRD1", "", "lake"]]),
    Heard(
      "a bar that belongs to the text", at: "birds.seen.short", given: birds, when: ["Nest\\|Egg | BIRD1 | lake"],
      then: [["Nest|Egg", "BIRD1", "", "lake"]]),
    Heard(
      "a row with the rest asked for", at: "birds.seen.short", given: birds, when: ["Nest | Jay", "moor"],
      then: [["Nest", "BIRD3", "", "moor"]]),
    Heard(
      "several of the cells that are asked for at once", at: "birds.seen.short", given: birds,
      when: ["Nest", "Jay | moor"], then: [["Nest", "BIRD3", "", "moor"]]),
    Heard(
      "a cell left open on purpose is not asked for", at: "birds.seen.short", given: birds,
      when: ["Nest | ~ | lake", "Egg | BIRD1 | moor"],
      then: [["Nest", "", "", "lake"], ["Egg", "BIRD1", "", "moor"]]),
    Heard(
      "a cell that is asked for, left open", at: "birds.seen.short", given: birds, when: ["Nest", "~", "moor"],
      then: [["Nest", "", "", "moor"]]),
    Heard(
      "an empty first cell", at: "birds.seen.short", given: birds, when: ["| BIRD2 | moor"],
      then: [["", "BIRD2", "", "moor"]]),
    Heard(
      "leaving a row unfinished keeps it", at: "birds.seen.short", given: birds, when: ["Nest", "/next"],
      then: [["Nest"]]),
    Heard(
      "a table of one column takes the whole line", at: "birds.seen.words", when: ["this | that"],
      then: [["this | that"]]),
    Heard(
      "a row with its handle by option", at: "birds.seen.pairs", when: ["strong | Both", "wo | None"],
      then: [["so", "Both"], ["wo", "None"]]),
    Heard(
      "a grid by letter, name, label and colon", at: "birds.grids.compass",
      when: ["n Lake", "The south: Moor | 4", "north Fen"], then: [["Lake"], ["Moor", "4"], ["Fen"]]),
    Heard(
      "a grid in bokmål", in: "nb", at: "birds.grids.compass", when: ["nord Vann", "Sør: Hei"],
      then: [["Vann"], ["Hei"]]),
    Heard(
      "several items of a place", at: "birds.grids.compass", when: ["n Lake | 2; Fen"], then: [["Lake", "2"], ["Fen"]]),
    Heard(
      "a grid over a list", at: "birds.grids.homes", when: ["lake: ducks", "pine wood: tits", "3: larks"],
      then: [["ducks"], ["tits"], ["larks"]]),
    Heard(
      "a place with one answer takes the new one", at: "birds.grids.homes", when: ["lake: ducks", "lake: swans"],
      then: [["swans"]]),
    Heard(
      "a grid in two directions", at: "birds.grids.cross", given: birds,
      when: ["BIRD1 x boots: to wade | deep", "jay × map: to find", "2 x 2: to see"],
      then: [["to wade", "deep"], ["to find"], ["to see"]]),
    Heard(
      "a place of two directions keeps the cells that are not typed", at: "birds.grids.cross", given: birds,
      when: ["BIRD1 x boots: to wade | deep", "BIRD1 x boots: to swim"], then: [["to swim", "deep"]]),
    Heard(
      "dots", at: "birds.votes.dots", given: birds, when: ["BIRD1 9, 3 6"], then: [["BIRD1", "9"], ["BIRD3", "6"]]),
    Heard(
      "dots in pairs", at: "birds.votes.dots", given: birds, when: ["1:5 3:4"],
      then: [["BIRD1", "5"], ["BIRD3", "4"]]),
    Heard("dots anew", at: "birds.votes.dots", given: birds, when: ["1 5", "1 7"], then: [["BIRD1", "7"]]),
    Heard(
      "dots with a comment", at: "birds.votes.dots", given: birds, when: ["1 5 - by far | really"],
      then: [["BIRD1", "5", "by far | really"]]),
    Heard(
      "dots for what the room names", at: "birds.votes.lunch", when: ["Pea soup 3, Buns 11"],
      then: [["Pea soup", "3"], ["Buns", "11"]]),
    Heard(
      "scores", at: "birds.votes.score", given: birds, when: ["BIRD1 3.8, BIRD2 2"],
      then: [["BIRD1", "3.8"], ["BIRD2", "2"]]),
    Heard(
      "scores, in bokmål", in: "nb", at: "birds.votes.score", given: birds, when: ["BIRD1 3,8, BIRD2 2"],
      then: [["BIRD1", "3.8"], ["BIRD2", "2"]]),
    Heard(
      "a score for one thing", at: "birds.votes.mood", when: ["4.4 - shorter next time"],
      then: [["", "4.4", "shorter next time"]]),
    Heard(
      "a score for one thing, in bokmål", in: "nb", at: "birds.votes.mood", when: ["4,4 - kortere"],
      then: [["", "4.4", "kortere"]]),
    Heard("a score for one thing anew", at: "birds.votes.mood", when: ["4.4", "3"], then: [["", "3"]]),
    Heard("choices", at: "birds.votes.choice", given: birds, when: ["BIRD1, bird3"], then: [["BIRD1"], ["BIRD3"]]),
  ]

  @Test(arguments: heard) func answersAreHeard(_ row: Heard) throws { try row.check(.odd) }

  private static let twoGear = ["/goto walk.plan.gear", "1, 2"]
  private static func at(_ question: QuestionID) -> [String] { ["/goto \(question)"] }

  static let refused = [
    Refused(
      "a line that is too long", when: "A club with a long name",
      then:
        .cell(
          "text", question: "walk.start.club", typed: "A club with a long name", fault: .tooLong(length: 23, limit: 20))
    ),
    Refused("nothing but the sign for an open cell", when: "~", then: .emptyRow),
    Refused(
      "no such option", given: at("walk.plan.weather"), when: "fog",
      then:
        .cell(
          "option", question: "walk.plan.weather", typed: "fog",
          fault: .notAnOption(.own(["sun", "rain", "snow"]), nearest: []))),
    Refused(
      "an option that is nearly one", given: at("walk.plan.weather"), when: "snwo",
      then:
        .cell(
          "option", question: "walk.plan.weather", typed: "snwo",
          fault: .notAnOption(.own(["sun", "rain", "snow"]), nearest: ["snow"]))),
    Refused(
      "a beginning of two options", in: "nb", given: at("walk.plan.weather"), when: "s",
      then:
        .cell(
          "option", question: "walk.plan.weather", typed: "s",
          fault: .ambiguousOption(["sun", "snow"], .own(["sun", "rain", "snow"])))),
    Refused(
      "a number beyond the options", given: at("walk.plan.weather"), when: "4",
      then:
        .cell(
          "option", question: "walk.plan.weather", typed: "4",
          fault: .notAnOption(.own(["sun", "rain", "snow"]), nearest: []))),
    Refused(
      "more options than the question takes", given: at("walk.plan.gear"), when: "1, 2, 3",
      then: .tooManyAnswers(most: 2, question: "walk.plan.gear")),
    Refused(
      "an option that is chosen", given: twoGear, when: "boots",
      then: .chosenAlready("boots", from: .list("gear"), question: "walk.plan.gear")),
    Refused("no option at all", given: at("walk.plan.gear"), when: "~", then: .emptyRow),
    Refused("an option and an open one", given: at("walk.plan.gear"), when: ", ,", then: .emptyRow),
    Refused(
      "an option changed into one that is chosen", given: twoGear, when: "/edit 1 binoculars",
      then: .chosenAlready("binoculars", from: .list("gear"), question: "walk.plan.gear")),
    Refused(
      "no number", given: at("walk.plan.hours"), when: "two",
      then:
        .cell("number", question: "walk.plan.hours", typed: "two", fault: .notANumber)),
    Refused(
      "a number out of range", given: at("walk.plan.hours"), when: "13",
      then:
        .cell("number", question: "walk.plan.hours", typed: "13", fault: .outOfRange(1...12))),
    Refused(
      "no date", given: at("walk.plan.next"), when: "soon",
      then:
        .cell("date", question: "walk.plan.next", typed: "soon", fault: .notADay)),
    Refused(
      "more answers than this run takes", given: birds + ["Wren"], when: "Owl",
      then: .tooManyAnswers(most: 4, question: "birds.seen.list")),
    Refused(
      "too many cells", given: birds + at("birds.seen.short"), when: "a | b | c | d | e",
      then: .tooManyCells(expected: ["what", "bird", "place"], found: 5, question: "birds.seen.short")),
    Refused(
      "too many of the cells that are asked for", given: birds + at("birds.seen.short") + ["Nest"],
      when: "Jay | lake | more",
      then: .tooManyCells(expected: ["bird", "place"], found: 3, question: "birds.seen.short")),
    Refused("a row of open cells", given: birds + at("birds.seen.short"), when: "~ | ~ |", then: .emptyRow),
    Refused(
      "passing over a cell that is needed", given: birds + at("birds.seen.short") + ["Nest"], when: "",
      then: .cellNeeded("bird", question: "birds.seen.short")),
    Refused(
      "a wrong cell", given: birds + at("birds.seen.short"), when: "Nest | BIRD9 | lake",
      then:
        .cell(
          "bird", question: "birds.seen.short", typed: "BIRD9",
          fault: .unknownHandle(series: ["BIRD"], existing: ["BIRD1", "BIRD2", "BIRD3"]))),
    Refused(
      "a line without a row", given: at("birds.grids.compass"), when: "Lake",
      then: .rowNeeded(question: "birds.grids.compass", typed: "Lake")),
    Refused(
      "a row that is not there", given: at("birds.grids.compass"), when: "east: Lake",
      then: .rowNeeded(question: "birds.grids.compass", typed: "east: Lake")),
    Refused(
      "a row with nothing behind it", given: at("birds.grids.compass"), when: "n",
      then: .emptyPlace(row: "The north")),
    Refused(
      "a row with nothing but marks behind it", given: at("birds.grids.compass"), when: "n ;;",
      then: .emptyPlace(row: "The north")),
    Refused(
      "a full place", in: "nb", given: at("birds.grids.compass") + ["n a; b"], when: "n c",
      then: .placeFull(row: "Nord", most: 2)),
    Refused(
      "one direction of two", given: birds + at("birds.grids.cross"), when: "BIRD1: wade",
      then: .columnNeeded(row: "BIRD1", question: "birds.grids.cross")),
    Refused(
      "a wrong second direction", given: birds + at("birds.grids.cross"), when: "BIRD1 x hat: wade",
      then: .unknownAcross("hat", question: "birds.grids.cross")),
    Refused(
      "a wrong first direction", given: birds + at("birds.grids.cross"), when: "hat x map: wade",
      then: .unknownRow("hat", question: "birds.grids.cross")),
    Refused(
      "a place of two directions with nothing behind it", given: birds + at("birds.grids.cross"),
      when: "BIRD1 x map:", then: .emptyPlace(row: "BIRD1 Great tit × map and compass")),
    Refused(
      "no directions at all", given: birds + at("birds.grids.cross"), when: "wade",
      then: .rowNeeded(question: "birds.grids.cross", typed: "wade")),
    Refused(
      "a vote without a number", given: birds + at("birds.votes.dots"), when: "BIRD1",
      then: .unreadableVote("BIRD1", question: "birds.votes.dots")),
    Refused(
      "a vote for nothing", given: birds + at("birds.votes.dots"), when: "BIRD9 3",
      then:
        .cell(
          "item", question: "birds.votes.dots", typed: "BIRD9",
          fault: .unknownHandle(series: ["BIRD"], existing: ["BIRD1", "BIRD2", "BIRD3"]))),
    Refused(
      "half a dot", given: birds + at("birds.votes.dots"), when: "BIRD1 2.5",
      then:
        .cell("votes", question: "birds.votes.dots", typed: "2.5", fault: .notWhole)),
    Refused(
      "less than no dot", given: birds + at("birds.votes.dots"), when: "BIRD1 -2",
      then: .unreadableVote("BIRD1 -2", question: "birds.votes.dots")),
    Refused(
      "two votes for the same", given: birds + at("birds.votes.dots"), when: "BIRD1 2, 1 3",
      then: .unreadableVote("1 3", question: "birds.votes.dots")),
    Refused(
      "a score off the scale", given: at("birds.votes.mood"), when: "5.5",
      then:
        .cell("votes", question: "birds.votes.mood", typed: "5.5", fault: .outOfRange(1...5))),
    Refused(
      "a vote of nothing but a comment", given: at("birds.votes.mood"), when: "- nice",
      then: .cell("votes", question: "birds.votes.mood", typed: "nice", fault: .notANumber)),
    Refused(
      "a choice of nothing", given: birds + at("birds.votes.choice"), when: ",",
      then: .unreadableVote(",", question: "birds.votes.choice")),
  ]

  @Test(arguments: refused) func answersAreRefused(_ row: Refused) throws { try row.check(.odd) }
}
