import Testing
import TextMatching

struct TokenizerTests {
    private let phrases = [
        "she did not eat breakfast", "complaining of pain", "hospital evening", "blood glucose", "bowel movement", "cafe",
        "tablets dizzy", "fall*", "mrs jones about dinner none falls so ok",
    ]

    @Test(
        arguments: [
            ("She didn't eat bkfst", "she did not eat breakfast ."),
            ("She didn’t eat", "she did not eat ."),
            ("c/o pain; A&E", "complaining of pain . hospital ."),
            ("Mrs. Jones", "mrs jones ."),
            ("Falls - none", "falls : none ."),
            ("falls: none\nOK", "falls : none . ok ."),
            ("p.m. tablets", "evening tablets ."),
            ("café", "cafe ."),
            ("dizzzzzy", "· ."),
            ("soooo ok!!", "so ok ."),
            ("tabletts", "tablets ."),
            ("1.5 tablets", "# tablets ."),
            ("", "."),
        ] as [(String, String)])
    func `a text becomes normal forms and borders`(text: String, expected: String) throws {
        var sample = try Sample(phrases: phrases)
        #expect(sample.normalForm(text) == expected)
    }

    @Test func `a short form means what it means in the region`() throws {
        var sample = try Sample(phrases: phrases)
        #expect(sample.normalForm("BM", region: "UK") == "blood glucose .")
        #expect(sample.normalForm("BM", region: "US") == "bowel movement .")
    }

    @Test func `a real word is not taken for a misspelling`() throws {
        var sample = try Sample(phrases: phrases)
        #expect(sample.normalForm("dinners") == "· .")
        #expect(sample.normalForm("diner") == "dinner .")
    }

    @Test func `offsets of any text lie in order inside it, on borders of characters`() throws {
        var sample = try Sample(phrases: phrases)
        var generator = SmallGenerator(state: 7)
        let pieces = ["é", "😀", "’", "a", "Falls", " - ", ".", "?", "½", "\n", "c/o", "12/3", "\u{0}", "ā", "++", "ü"]
        for _ in 0..<500 {
            let text = (0..<12).map { _ in pieces[generator.next(pieces.count)] }.joined()
            let borders = Set(text.indices.map { text.utf8.distance(from: text.startIndex, to: $0) } + [text.utf8.count])
            for token in sample.tokens(text) {
                #expect(token.start <= token.end && Int(token.end) <= text.utf8.count)
                if !token.isBorder { #expect(borders.contains(Int(token.start)) && borders.contains(Int(token.end))) }
            }
        }
    }
}

/// A linear congruential generator (Knuth's MMIX constants), for seeded tests.
struct SmallGenerator {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}
