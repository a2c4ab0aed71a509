import Evaluation
import Rulebook
import Testing

struct PhraseConfigTests {
    @Test func `the phrases that ship are read from the built-in config`() throws {
        let banks = try PhraseBanks(ConfigFiles.builtIn)
        #expect(banks.concepts == (try PhraseFile.banks()).concepts)
    }

    @Test func `a broken phrase is told with its place in the file`() throws {
        let text = "phrases:\n  mobility.fall:\n    - \"fell in the {room\"\n"
        let file = ConfigFile(path: "simulation.yaml", shownAs: "mine/simulation.yaml", text: text, origin: .agency)
        let error = #expect(throws: RulebookErrors.self) { try PhraseBanks(ConfigFiles([file])) }
        #expect(error?.problems.first?.code == .badPhrase)
        #expect(error?.problems.first?.place.line == 2)
    }
}
