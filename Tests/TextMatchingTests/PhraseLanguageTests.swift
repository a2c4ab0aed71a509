import Testing
import TextMatching

struct PhraseLanguageTests {
    @Test(
        arguments: [
            ("red sacrum", "a RED sacrum today", "RED sacrum"),
            ("(took|had) [all] [of] her tablets", "she had all her tablets", "had all her tablets"),
            ("refuse* ~2 tablets", "refused both her tablets", "refused tablets"),
            ("fall*", "he fell", "fell"),
            ("not eat* ~1 breakfast", "didn't eat her bkfst", "didn't eat bkfst"),
            ("falls : none", "Falls: none", "Falls none"),
            ("^ settled", "ate well, settled", "settled"),
            ("settled $", "slept and settled.", "settled"),
            ("pad dry [,] skin intact", "pad dry, skin intact", "pad dry skin intact"),
            ("drank # cups", "drank 3 cups", "drank 3 cups"),
            ("ate ~~5 dinner", "ate, she said, all dinner", "ate dinner"),
        ] as [(String, String, String)])
    func `a phrase explains the words that it names`(phrase: String, text: String, words: String) throws {
        var sample = try Sample(phrases: [phrase])
        #expect(sample.explained(text).contains(words))
    }

    @Test(
        arguments: [
            ("refuse* ~2 tablets", "refused to have any of her tablets"),
            ("refuse* ~3 tablets", "refused lunch, tablets taken"),
            ("red sacrum", "red. Sacrum fine"),
            ("^ settled", "she settled"),
            ("settled $", "settled well"),
            ("fall*", "fellow"),
        ] as [(String, String)])
    func `a phrase stays within its gaps, borders and words`(phrase: String, text: String) throws {
        var sample = try Sample(phrases: [phrase])
        #expect(sample.matches(text).isEmpty)
    }

    @Test func `a word class stands for any of its members, of one word or more`() throws {
        var sample = try Sample(
            phrases: ["refused {medicine}"], classes: ["medicine": "(tablets|eye drops|{cream})", "cream": "(cream|lotion)"])
        #expect(sample.explained("refused eye drops") == ["refused eye drops"])
        #expect(sample.explained("refused lotion") == ["refused lotion"])
    }

    @Test(
        arguments: [
            ("(took", 0), ("took her ~ tablets", 9), ("[her]", 0), ("took)", 4), ("a {b", 2), ("a||b", 0),
        ] as [(String, Int)])
    func `a broken phrase is told at its column`(phrase: String, column: Int) {
        #expect(throws: PhraseSyntaxError.self) { try PhraseSyntax.parse(phrase) }
        do throws(PhraseSyntaxError) {
            _ = try PhraseSyntax.parse(phrase)
        } catch {
            #expect(error.column == column)
        }
    }

    @Test func `a class that is not defined or contains itself is refused`() throws {
        #expect(throws: PhraseCompiler.Problem.self) { try Sample(phrases: ["{nothing}"]) }
        #expect(throws: PhraseCompiler.Problem.self) { try Sample(phrases: ["{loop}"], classes: ["loop": "(a|{loop})"]) }
    }
}
