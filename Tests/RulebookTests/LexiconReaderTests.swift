import Signals
import Testing
import TextMatching

@testable import Rulebook

struct LexiconReaderTests {
    @Test func `wordings keep their concept, their specials and the column of their first letter`() throws {
        let rulebook = try Self.rulebook([
            "lexicon/ours.yaml": """
            classes:
              our_floor: [floor, "hall (mat|rug)"]
            concepts:
              mobility.fall:
                phrases:
                  - "on [the] {our_floor}"
                  - {say: "down she went", as: possible, also: [pain.present], region: IE}
                ignore: ["fell for it"]
                says: ["She was on the floor"]
                not: ["She fell for it"]
            """
        ])
        let file = "config/lexicon/ours.yaml"
        #expect(
            Array(rulebook.lexiconSource.entries.suffix(3)) == [
                LexiconEntry(
                    phrase: PhraseSource(text: "on [the] {our_floor}", file: file, line: 6, column: 10), concept: "mobility.fall"),
                LexiconEntry(
                    phrase: PhraseSource(text: "down she went", file: file, line: 7, column: 16), concept: "mobility.fall",
                    also: ["pain.present"], assertion: .possible, regions: ["IE"]),
                LexiconEntry(phrase: PhraseSource(text: "fell for it", file: file, line: 8, column: 15), concept: nil),
            ])
        let floor = try #require(rulebook.lexiconSource.classes.first { $0.name.text == "our_floor" })
        #expect(floor.members.map(\.text) == ["floor", "hall (mat|rug)"])
        #expect(rulebook.examples.suffix(2).map(\.isTold) == [true, false])
    }

    @Test func `cues take their kind, side and reach`() throws {
        let rulebook = try Self.rulebook([
            "context.yaml": """
            cues:
              absent:
                reach: 6
                before: ["no", {say: "denies", reach: 12}]
                after: ["unlikely"]
              terminator: ["but"]
            until_accepted: [selfcare.refused]
            about_anyone: ["home.*", safeguarding.concern]
            good_news: [skin.intact]
            """
        ])
        let cues = rulebook.lexiconSource.cues.map { "\($0.kind) \($0.side) \($0.reach) \($0.phrase.text)" }
        #expect(cues == ["absent before 6 no", "absent before 12 denies", "absent after 6 unlikely", "terminator before 8 but"])
        #expect(rulebook.lexiconSource.aboutAnyone == ["home.*", "safeguarding.concern"])
        #expect(rulebook.lexiconSource.untilAccepted == ["selfcare.refused"])
        #expect(rulebook.lexiconSource.goodNews == ["skin.intact"])
    }

    @Test func `written forms stand for words everywhere or by region`() throws {
        let rulebook = try Self.rulebook([
            "abbreviations.yaml": """
            abbreviations: {bkfst: breakfast, pc: {UK: "personal care", US: "after meals"}, "w/": with}
            no_sentence_end: [dr]
            """,
            "spelling.yaml": """
            variants: {diarrhea: diarrhoea}
            irregular: [[eat, eats, eating, ate, eaten]]
            real_words: [felt]
            """,
        ])
        let forms = rulebook.lexiconSource.forms
        #expect(
            forms.forms.map { "\($0.written)=\($0.words)\($0.regions)" } == [
                "bkfst=breakfast[]", "pc=personal care[\"UK\"]", "pc=after meals[\"US\"]", "w/=with[]", "diarrhea=diarrhoea[]",
            ])
        #expect(forms.unendingWords == ["dr"])
        #expect(forms.irregular == [["eat", "eats", "eating", "ate", "eaten"]])
        #expect(forms.realWords == ["felt"])
    }

    @Test func `readings take their unit from the catalogue`() throws {
        let rulebook = try Self.rulebook([
            "readings.yaml": """
            readings:
              reading.temperature:
                labels: [temperature, temp]
                short_labels: [t]
                units: [{words: [c]}, {words: [f], factor: 0.5556, offset: -17.78}]
                plausible: [30, 44]
                guesses: [{range: [90, 110], factor: 0.5556, offset: -17.78, regions: [US]}]
                unit_suffices: yes
            """
        ])
        let form = try #require(rulebook.lexiconSource.readings.first)
        #expect(rulebook.lexiconSource.readings.count == 1)
        #expect(form.unit == "°C")
        #expect(form.units.map(\.factor) == [1, 0.5556])
        #expect(form.plausible == 30...44)
        #expect(form.guesses.first?.regions == ["US"])
        #expect(form.unitSuffices)
    }

    @Test func `a phrase that cannot be read stops the lexicon, not the commands that read no notes`() throws {
        let text = "concepts: {mobility.fall: {phrases: [\"found (on the floor\"]}}"
        let rulebook = try Self.rulebook(["lexicon/ours.yaml": text])
        #expect(throws: RulebookErrors.self) { try rulebook.lexicon() }
        #expect(Rulebook.check(rulebook.files).map(\.code) == [.badPhrase])
        #expect(throws: Never.self) { try Self.rulebook([:]).lexicon() }
    }

    private static func rulebook(_ files: [String: String]) throws -> Rulebook {
        let agency = files.map { ConfigFile(path: $0.key, shownAs: "config/" + $0.key, text: $0.value, origin: .agency) }
        return try Rulebook(ConfigFiles(Shipped.filesWithoutLexicon + agency))
    }
}
