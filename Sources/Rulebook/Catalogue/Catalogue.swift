package import Signals

/// The concepts that signals may have: `concepts.yaml`.
package struct Catalogue: Hashable, Sendable {
    /// What a concept says of the client's state.
    package enum Direction: String, Hashable, Sendable, CaseIterable { case worse, better, neutral }

    package struct Entry: Hashable, Sendable {
        package var title: String
        package var direction: Direction
        /// Readings only.
        package var unit: String?
    }

    package private(set) var entries: [Concept: Entry]

    package init(entries: [Concept: Entry]) { self.entries = entries }

    package subscript(concept: Concept) -> Entry? { entries[concept] }

    package func contains(_ id: String) -> Bool { entries[Concept(id)] != nil }

    /// The ids in alphabetical order.
    package var ids: [String] { entries.keys.map(\.rawValue).sorted() }
}
