package import Signals

/// A note with all that must be read from it: `tests/*.yaml`, `notes:`.
package struct NoteTest: Hashable, Sendable {
    package var note: String
    package var place: ConfigPlace
    package var region: String?
    /// As `concept`, `no concept`, `maybe concept`, `past concept`, `planned concept`, `other concept`, readings with their value.
    package var expected: [String]

    /// What is missing from the signals, and what they tell beyond the expected.
    package func difference(from signals: [Signal]) -> (missing: [String], surplus: [String]) {
        let told = Set(signals.map(Self.words))
        return (expected.filter { !told.contains($0) }, told.subtracting(expected).sorted())
    }

    static let words: [Assertion: String] = [
        .present: "", .possible: "maybe ", .absent: "no ", .historical: "past ", .hypothetical: "planned ", .other: "other ",
    ]

    private static func words(_ signal: Signal) -> String {
        let value = signal.value.map { " " + inWords($0) } ?? ""
        return (words[signal.assertion] ?? "") + signal.concept.rawValue + value
            + (signal.value2.map { "/" + inWords($0) } ?? "")
    }
}

/// Reads the files of `tests/`, on which no alert depends.
struct NoteTestReader {
    let concepts: Catalogue
    let problems: ConfigProblems

    func tests(_ root: ConfigNode) -> [NoteTest] {
        root.map(problems) { map in
            (map.required("notes")?.list(problems) ?? []).compactMap(test)
        } ?? []
    }

    private func test(_ node: ConfigNode) -> NoteTest? {
        node.map(problems) { map in
            let note = map.required("note")?.string(problems)
            let region = map.optional("region")?.region(problems)
            let expected = (map.required("tells")?.list(problems) ?? []).compactMap(told)
            return note.map { NoteTest(note: $0, place: node.place, region: region, expected: expected) }
        }
    }

    private func told(_ node: ConfigNode) -> String? {
        guard let text = node.string(problems) else { return nil }
        var words = text.split(separator: " ").map(String.init)
        if words.count > 1, NoteTest.words.values.contains(words[0] + " ") { words.removeFirst() }
        return concepts.concept(words.first ?? "", at: node.place, problems).map { _ in text }
    }
}
