import Reports
import Signals
import Testing
import TextMatching

struct SignalExtractorTests {
    @Test(
        arguments: [
            ("She fell in the hall.", ["mobility.fall present"]),
            ("No falls, pain or marks.", ["mobility.fall absent", "pain.present absent", "skin.bruise absent"]),
            ("Nearly fell on the step.", ["mobility.near-fall present"]),
            ("Fell asleep in the chair.", []),
            ("Falls: No\nPain: Yes", ["mobility.fall absent", "pain.present present"]),
            ("No pain but fell twice.", ["pain.present absent", "mobility.fall present"]),
            ("If she falls, ring 999.", ["mobility.fall hypothetical"]),
            ("? fall in the night", ["mobility.fall possible"]),
            ("Her husband had a fall.", ["mobility.fall other"]),
            ("Doubt she fell at all.", ["mobility.fall absent"]),
            ("Did not eat her lunch.", ["nutrition.refused present"]),
        ] as [(String, [String])])
    func `a note tells its concepts with their assertions`(note: String, expected: [String]) {
        #expect(SmallLexicon.read(note).map { "\($0.concept) \($0.assertion.rawValue)" } == expected)
    }

    @Test func `words that mean nothing leave the wordings of other files alone`() {
        #expect(SmallLexicon.read("Pain in the neck, that telly.").isEmpty)
        #expect(SmallLexicon.read("Bruise on her arm.").map(\.concept) == ["skin.bruise"])
    }

    @Test func `a wording of one region is not read in another`() {
        #expect(SmallLexicon.read("Had a spill.", region: "US").map(\.concept) == ["mobility.fall"])
        #expect(SmallLexicon.read("Had a spill.", region: "UK").isEmpty)
    }

    @Test func `evidence is the bytes of the note, whatever the note holds`() {
        var random = UInt64(5)
        let pieces = ["fell ", "no ", "pain", ", ", ". ", "é", "😀", "\n", "Falls: ", "’s ", "bruise ", "\u{0}", "??", "lunch "]
        for _ in 0..<400 {
            let note = (0..<14).map { _ in
                random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return pieces[Int(random >> 33) % pieces.count]
            }.joined()
            let bytes = Array(note.utf8)
            for signal in SmallLexicon.read(note) {
                #expect(0 <= signal.start && signal.start < signal.end && signal.end <= bytes.count)
                #expect(String(validating: bytes[signal.start..<signal.end], as: UTF8.self) != nil)
            }
        }
    }

    @Test func `what a reader read before changes nothing`() {
        let notes = ["She fell.", "No falls.", "Pain and a bruise.", "She fell. No falls. Pain."]
        var reader = SignalExtractor(SmallLexicon.lexicon).makeReader()
        for note in notes + notes.reversed() {
            let report = SmallLexicon.report(note)
            #expect(reader.signals(in: report) == SignalExtractor(SmallLexicon.lexicon).signals(in: report))
        }
    }
}

/// A lexicon of a few wordings and cues.
enum SmallLexicon {
    static let lexicon = Lexicon(source)

    static func read(_ note: String, region: String? = nil) -> [Signal] {
        SignalExtractor(lexicon).signals(in: report(note, region: region))
    }

    static func report(_ note: String, region: String? = nil) -> VisitReport {
        VisitReport(id: "r", client: "c", note: note, start: Instant(seconds: 0), region: region)
    }

    private static var source: LexiconSource {
        var source = LexiconSource()
        source.forms.irregular = [["fall", "falls", "fell", "fallen", "falling"], ["eat", "ate", "eaten"]]
        source.forms.forms = [.init(written: "didn't", words: "did not")]
        source.forms.symbols = [("?", "?")]
        source.listEnds = ["or"]
        source.entries = [
            entry("fall*", "mobility.fall"), entry("had a spill", "mobility.fall", regions: ["US"]),
            entry("nearly fall*", "mobility.near-fall"), entry("fell asleep", nil), entry("pain", "pain.present"),
            entry("pain in the neck", nil, file: "pain.yaml"), entry("(bruise|marks)", "skin.bruise", file: "skin.yaml"),
            entry("bruise on", nil, file: "other.yaml"), entry("not eat* ~1 lunch", "nutrition.refused", file: "food.yaml"),
        ]
        source.cues = [
            cue("no", .absent), cue("?", .possible), cue("if", .hypothetical, .sentence), cue("her husband", .other),
            cue("but", .terminator), cue("(no|none)", .answerNo), cue("yes", .answerYes),
            cue("doubt ~3 at all", .absent),
        ]
        return source
    }

    private static func entry(
        _ phrase: String, _ concept: Concept?, file: String = "mobility.yaml", regions: [String] = []
    ) -> LexiconEntry {
        let place = concept == "pain.present" ? "pain.yaml" : file
        return LexiconEntry(phrase: PhraseSource(text: phrase, file: place, line: 1), concept: concept, regions: regions)
    }

    private static func cue(
        _ phrase: String, _ kind: ContextCue.Kind, _ side: ContextCue.Side = .before
    ) -> ContextCue {
        ContextCue(phrase: PhraseSource(text: phrase), kind: kind, side: side)
    }
}
