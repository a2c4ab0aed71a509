import TextMatching

/// A small set of written forms and the phrases of one test over it.
struct Sample {
    private var tokenizer: Tokenizer
    private var scanner: PhraseScanner
    private let vocabulary: Vocabulary

    init(phrases: [String], classes: [String: String] = [:]) throws {
        var compiler = PhraseCompiler(forms: NormalForms(Sample.forms))
        for (name, members) in classes.sorted(by: { $0.key < $1.key }) {
            compiler.define(name, as: try PhraseSyntax.parse(members))
        }
        for phrase in phrases { _ = try compiler.add(try PhraseSyntax.parse(phrase)) }
        let (automaton, forms) = compiler.finish()
        vocabulary = forms.vocabulary
        tokenizer = Tokenizer(forms: forms)
        scanner = PhraseScanner(automaton)
    }

    mutating func tokens(_ text: String, region: String? = nil) -> [Token] {
        tokenizer.tokens(in: Array(text.utf8), region: region)
    }

    /// Normal forms separated by blanks; unknown words as a dot in the middle.
    mutating func normalForm(_ text: String, region: String? = nil) -> String {
        tokens(text, region: region).map { vocabulary.word($0.id) }.joined(separator: " ")
    }

    mutating func matches(_ text: String) -> [PhraseMatch] { scanner.matches(in: tokens(text)) }

    mutating func matches(in tokens: [Token]) -> [PhraseMatch] { scanner.matches(in: tokens) }

    /// The words that each match explains, one string a match.
    mutating func explained(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        let tokens = tokens(text)
        return scanner.matches(in: tokens).map { match in
            (match.first...match.last).filter(match.explains)
                .map { String(decoding: bytes[Int(tokens[$0].start)..<Int(tokens[$0].end)], as: UTF8.self) }
                .joined(separator: " ")
        }
    }

    private static var forms: NormalForms.Source {
        var source = NormalForms.Source()
        source.forms = [
            .init(written: "didn't", words: "did not"), .init(written: "didnt", words: "did not"),
            .init(written: "bkfst", words: "breakfast"), .init(written: "c/o", words: "complaining of"),
            .init(written: "a&e", words: "hospital"), .init(written: "pm", words: "evening"),
            .init(written: "bm", words: "blood glucose", regions: ["UK"]),
            .init(written: "bm", words: "bowel movement", regions: ["US"]),
        ]
        source.symbols = [("?", "?"), ("&", "and"), ("@", "at"), ("++", "++"), ("½", "half")]
        source.unendingWords = ["mrs", "approx"]
        source.irregular = [["fall", "fell", "fallen"], ["eat", "ate", "eaten"]]
        source.realWords = ["dinners"]
        return source
    }
}
