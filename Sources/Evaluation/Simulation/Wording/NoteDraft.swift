import Signals

/// What a carer is about to write: what to say, in which part of the note, before it has words.
struct NoteDraft: Sendable {
    struct Item: Sendable {
        var part: NotePart
        /// Where the words are found, e.g. `phrases/mobility.fall`.
        var bank: String
        var isTrap = false
    }

    var items: [Item] = []
    /// In kg.
    var weight: Double?

    mutating func say(_ concept: Concept, in part: NotePart) {
        items.append(Item(part: part, bank: "phrases/" + concept.rawValue))
    }

    mutating func add(_ bank: String, in part: NotePart, isTrap: Bool = false) {
        items.append(Item(part: part, bank: bank, isTrap: isTrap))
    }

    /// In the order of telling; what was added first stands first within a part.
    var ordered: [Item] {
        items.enumerated().sorted { ($0.element.part, $0.offset) < ($1.element.part, $1.offset) }.map(\.element)
    }
}
