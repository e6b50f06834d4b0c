extension MethodFiles {
  /// A method about a walk in the woods that has every kind of question and every type of column.
  public static let odd = MethodFiles(
    name: "odd/method.yaml",
    contents: ["odd/method.yaml": structure, "odd/en.yaml": words, "odd/nb.yaml": nbWords])

  private static let structure = """
    method: walk
    version: "7"
    runs: {short: 30, long: ~}
    roles: {organisation: walk.start.club, run: walk.start.run, language: walk.start.language, participants: walk.start.people, date: walk.start.day}
    lists:
      gear: [boots, binoculars, map]
      habitat: [pine-wood, lake, moor]
    stages:
    - stage: walk
      steps:
      - step: walk.start
        questions:
        - {question: walk.start.club, kind: line, required: all, answers: 1..1, minutes: {short: 1, long: 2}, limit: 20}
        - {question: walk.start.run, kind: single, answers: 1..1, minutes: {short: 0, long: 0}, options: [short, long, endless]}
        - {question: walk.start.language, kind: single, answers: 1..1, minutes: {short: 0, long: 0}, options: [en, nb, fi]}
        - {question: walk.start.day, kind: date, answers: 1..1, minutes: {short: 0, long: 0}}
        - question: walk.start.people
          kind: table
          answers: 1..9
          minutes: {short: 1, long: 1}
          columns: {initials: text!, name: text, role: text}
      - step: walk.plan
        questions:
        - {question: walk.plan.weather, kind: single, required: all, answers: 1..1, minutes: {short: 1, long: 1}, options: [sun, rain, snow]}
        - {question: walk.plan.gear, kind: multi, answers: 1..2, minutes: {short: 1, long: 1}, options: list(gear)}
        - {question: walk.plan.hours, kind: number, answers: 1..1, minutes: {short: 1, long: 1}, number: 1-12}
        - {question: walk.plan.next, kind: date, answers: 1..1, minutes: {short: 1, long: 1}}
        - {question: walk.plan.notes, kind: list, required: [long], answers: 0..3, minutes: {long: 1}, limit: 40}
    - stage: birds
      steps:
      - step: birds.seen
        questions:
        - {question: birds.seen.list, kind: list, handles: BIRD, answers: 2..9, most: {short: 4}, minutes: {short: 1, long: 1}, limit: 40}
        - question: birds.seen.table
          kind: table
          handles: SEE
          answers: 1..9
          minutes: {short: 1, long: 1}
          columns:
            what: text(20)!
            bird: ref(BIRD)!
            others: refs(BIRD, SEE)
            tags: texts(1-3)
            weight: num
            eggs: int
            share: pct
            price: money
            hour: num(0-23)
            day: date
            length: duration
            who: person
            crew: persons
            sex: choice(hen, cock)
            gear: multi(list gear)
            where: suggestion(habitat)
            sure: yes-no
            joy: scale(1-5)
        - question: birds.seen.short
          kind: table
          answers: 1..9
          minutes: {short: 1, long: 1}
          columns: {what: text!, bird: ref(BIRD)!, mood: text, place: "choice(list habitat)!"}
          asked: {short: [what, bird, place]}
        - {question: birds.seen.words, kind: table, answers: 1..9, minutes: {short: 1, long: 1}, columns: {word: text!}}
        - {question: birds.seen.pairs, kind: table, handles: "option(SO, WO)", answers: 1..9, minutes: {short: 1, long: 1}, columns: {pair: "choice(so, wo)!", text: text!}}
      - step: birds.grids
        questions:
        - {question: birds.grids.compass, kind: grid, handles: [N, S], answers: 1..6, minutes: {short: 1, long: 1}, rows: [north, south], per-row: 2, columns: {item: text!, weight: int}}
        - {question: birds.grids.cross, kind: grid, answers: 1..9, minutes: {short: 1, long: 1}, rows: answers(BIRD), across: list(gear), columns: {use: text!, why: text}}
        - {question: birds.grids.homes, kind: grid, answers: 1..9, minutes: {short: 1, long: 1}, rows: list(habitat), columns: {life: text!}}
      - step: birds.votes
        questions:
        - {question: birds.votes.dots, kind: vote, answers: 1..2, minutes: {short: 1, long: 1}, among: [BIRD], ballot: dots}
        - {question: birds.votes.score, kind: vote, answers: 1..2, minutes: {short: 1, long: 1}, among: [BIRD], ballot: score(1-5)}
        - {question: birds.votes.choice, kind: vote, answers: 1..2, minutes: {short: 1, long: 1}, among: [BIRD, SEE], ballot: choice}
        - {question: birds.votes.lunch, kind: vote, answers: 1..2, minutes: {short: 1, long: 1}, ballot: dots}
        - {question: birds.votes.mood, kind: vote, answers: 1..1, minutes: {short: 1, long: 1}, ballot: score(1-5)}
    measuring: {of: birds.seen.table, columns: {from: weight, to: price, by: day}, tolerance: 0, course: steps}
    sections:
    - section: doc.cover
      blocks:
      - {sentence: cover, of: {club: walk.start.club, weather: walk.plan.weather}}
    - section: doc.plan
      blocks:
      - {sentence: hours, of: {hours: walk.plan.hours}}
      - bullets: walk.plan.gear
      - bullets: walk.plan.notes
    - section: doc.birds
      blocks:
      - cards: birds.seen.list
        with: {birds.seen.table: bird, birds.seen.short: bird}
      - {table: birds.seen.table, sorted-by: day}
      - {table: birds.seen.short, columns: [what, place], grouped-by: bird}
      - {quotes: birds.seen.pairs, column: text}
      - cross: birds.grids.compass
      - bullets: birds.grids.cross
      - bullets: birds.grids.homes
      - table: birds.votes.dots
      - chain: birds.seen.list
        with: {birds.seen.table: bird}
      - timeline: {birds.seen.table: day, walk.plan.next: date}
    - section: doc.annex
      blocks:
      - open-points:
      - skipped:
    """

  private static let words = """
    language: en
    title: A walk
    runs: {short: Short walk, long: Long walk}
    stages: {walk: The walk, birds: Birds}
    steps: {walk.start: Start, walk.plan: Planning, birds.seen: What we saw, birds.grids: Grids, birds.votes: Votes}
    lists:
      gear: {boots: rubber boots, binoculars: binoculars, map: map and compass}
      habitat: {pine-wood: pine wood, lake: lake, moor: moor}
    questions:
      walk.start.club: {label: Club, ask: Which club?, help: Its name.}
      walk.start.run: {label: Run, ask: Which run?, help: h, options: {short: short walk, long: long walk, endless: endless walk}}
      walk.start.language: {label: Language, ask: Which language?, help: h, options: {en: English, nb: Norwegian, fi: Finnish}}
      walk.start.day: {label: Day, ask: Which day?, help: h}
      walk.start.people: {label: People, ask: Who walks?, help: h, columns: {initials: Initials, name: Name, role: Role}}
      walk.plan.weather: {label: Weather, ask: Which weather?, help: h, options: {sun: sunshine, rain: rain, snow: snow}}
      walk.plan.gear: {label: Gear, ask: Which gear do we take?, help: h}
      walk.plan.hours: {label: Hours, ask: How many hours?, help: h}
      walk.plan.next: {label: Next walk, ask: When is the next one?, help: h}
      walk.plan.notes: {label: Notes on the walk, ask: What else?, help: h}
      birds.seen.list: {label: Birds, ask: Which birds?, help: h}
      birds.seen.table:
        label: Sightings
        ask: What did we see?
        help: h
        columns: {what: What, bird: Bird, others: Others, tags: Tags, weight: Weight, eggs: Eggs, share: Share, price: Price, hour: Hour, day: Day, length: Length, who: Who, crew: Crew, sex: Sex, gear: Gear, where: Where, sure: Sure, joy: Joy}
        options: {hen: hen, cock: cock}
      birds.seen.short: {label: Short sightings, ask: What in short?, help: h, columns: {what: What, bird: Bird, mood: Mood, place: Place}}
      birds.seen.words: {label: Words, ask: Which words?, help: h, columns: {word: Word}}
      birds.seen.pairs: {label: Pairs, ask: Which pairs?, help: h, columns: {pair: Pair, text: Text}, options: {so: strong, wo: weak}}
      birds.grids.compass: {label: Compass, ask: What is where?, help: h, columns: {item: Item, weight: Weight}, rows: {north: The north, south: The south}}
      birds.grids.cross: {label: Use, ask: Which gear for which bird?, help: h, columns: {use: Use, why: Why}}
      birds.grids.homes: {label: Homes, ask: Who lives where?, help: h, columns: {life: Life}}
      birds.votes.dots: {label: Favourite, ask: Which bird do we love?, help: h, columns: {item: Bird, votes: Dots, comment: Comment}}
      birds.votes.score: {label: Score, ask: How nice is each?, help: h}
      birds.votes.choice: {label: Choice, ask: Which one goes on?, help: h}
      birds.votes.lunch: {label: Lunch, ask: What do we eat?, help: h}
      birds.votes.mood: {label: Mood, ask: How was it?, help: h}
    sections: {doc.cover: Cover, doc.plan: The plan, doc.birds: The birds, doc.annex: Annex}
    sentences:
      cover: "{club} walks in {weather}."
      hours: "We walk for {hours} hours."
    """

  private static let nbWords = """
    language: nb
    title: En tur
    runs: {short: Kort tur, long: Lang tur}
    stages: {walk: Turen, birds: Fugler}
    steps: {walk.start: Oppstart, walk.plan: Planlegging, birds.seen: Det vi så, birds.grids: Rutenett, birds.votes: Avstemninger}
    lists:
      gear: {boots: gummistøvler, binoculars: kikkert, map: kart og kompass}
      habitat: {pine-wood: furuskog, lake: innsjø, moor: hei}
    questions:
      walk.start.club: {label: Klubb, ask: Hvilken klubb?, help: Navnet.}
      walk.start.run: {label: Løp, ask: Hvilket løp?, help: h, options: {short: kort tur, long: lang tur, endless: endeløs tur}}
      walk.start.language: {label: Språk, ask: Hvilket språk?, help: h, options: {en: engelsk, nb: norsk, fi: finsk}}
      walk.start.day: {label: Dag, ask: Hvilken dag?, help: h}
      walk.start.people: {label: Folk, ask: Hvem går?, help: h, columns: {initials: Initialer, name: Navn, role: Rolle}}
      walk.plan.weather: {label: Vær, ask: Hvilket vær?, help: h, options: {sun: sol, rain: regn, snow: snø}}
      walk.plan.gear: {label: Utstyr, ask: Hva tar vi med?, help: h}
      walk.plan.hours: {label: Timer, ask: Hvor mange timer?, help: h}
      walk.plan.next: {label: Neste tur, ask: Når går vi neste gang?, help: h}
      walk.plan.notes: {label: Notater fra turen, ask: Hva mer?, help: h}
      birds.seen.list: {label: Fugler, ask: Hvilke fugler?, help: h}
      birds.seen.table:
        label: Observasjoner
        ask: Hva så vi?
        help: h
        columns: {what: Hva, bird: Fugl, others: Andre, tags: Merker, weight: Vekt, eggs: Egg, share: Andel, price: Pris, hour: Klokke, day: Dag, length: Varighet, who: Hvem, crew: Lag, sex: Kjønn, gear: Utstyr, where: Hvor, sure: Sikker, joy: Glede}
        options: {hen: hunn, cock: hann}
      birds.seen.short: {label: Korte observasjoner, ask: Hva i korte trekk?, help: h, columns: {what: Hva, bird: Fugl, mood: Stemning, place: Sted}}
      birds.seen.words: {label: Ord, ask: Hvilke ord?, help: h, columns: {word: Ord}}
      birds.seen.pairs: {label: Par, ask: Hvilke par?, help: h, columns: {pair: Par, text: Tekst}, options: {so: sterk, wo: svak}}
      birds.grids.compass: {label: Kompass, ask: Hva er hvor?, help: h, columns: {item: Punkt, weight: Vekt}, rows: {north: Nord, south: Sør}}
      birds.grids.cross: {label: Bruk, ask: Hvilket utstyr til hvilken fugl?, help: h, columns: {use: Bruk, why: Hvorfor}}
      birds.grids.homes: {label: Hjem, ask: Hvem bor hvor?, help: h, columns: {life: Liv}}
      birds.votes.dots: {label: Favoritt, ask: Hvilken fugl er vi glad i?, help: h, columns: {item: Fugl, votes: Prikker, comment: Merknad}}
      birds.votes.score: {label: Poeng, ask: Hvor fin er hver?, help: h}
      birds.votes.choice: {label: Valg, ask: Hvilken går videre?, help: h}
      birds.votes.lunch: {label: Lunsj, ask: Hva spiser vi?, help: h}
      birds.votes.mood: {label: Stemning, ask: Hvordan var det?, help: h}
    sections: {doc.cover: Forside, doc.plan: Planen, doc.birds: Fuglene, doc.annex: Vedlegg}
    sentences:
      cover: "{club} går tur i {weather}."
      hours: "Vi går i {hours} timer."
    """
}
