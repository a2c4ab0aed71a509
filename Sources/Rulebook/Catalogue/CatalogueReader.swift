package import Signals

/// Reads `concepts.yaml`, and checks the concepts that other files name.
struct CatalogueReader {
    let problems: ConfigProblems

    init(problems: ConfigProblems) { self.problems = problems }

    func catalogue(_ root: ConfigNode) -> Catalogue {
        var entries: [Concept: Catalogue.Entry] = [:]
        _ = root.map(problems) { map in
            for entry in map.required("concepts")?.entries(problems) ?? [] where isID(entry) {
                entries[Concept(entry.key)] = concept(entry.value) ?? unread
            }
            for entry in map.required("readings")?.entries(problems) ?? [] where isReadingID(entry) {
                entries[Concept(entry.key)] = reading(entry.value) ?? unread
            }
            return true
        }
        return Catalogue(entries: entries)
    }

    /// Keeps the id known, so that only the entry itself is reported.
    private let unread = Catalogue.Entry(title: "", direction: .neutral)

    private func concept(_ node: ConfigNode) -> Catalogue.Entry? {
        node.map(problems) { map in
            Catalogue.Entry(
                title: map.string("title") ?? "", direction: map.required("direction")?.choice(problems) ?? .neutral)
        }
    }

    private func reading(_ node: ConfigNode) -> Catalogue.Entry? {
        node.map(problems) { map in
            Catalogue.Entry(title: map.string("title") ?? "", direction: .neutral, unit: map.string("unit"))
        }
    }

    private func isID(_ entry: ConfigNode.Entry) -> Bool {
        let parts = entry.key.split(separator: ".", omittingEmptySubsequences: false)
        let isWellFormed = parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isIDLetter) }
        if !isWellFormed {
            problems.report(
                .badPattern, at: entry.keyPlace, "\"\(entry.key)\" is no concept id",
                expected: "domain.name in small letters, digits and hyphens")
        }
        return isWellFormed
    }

    private func isReadingID(_ entry: ConfigNode.Entry) -> Bool {
        guard isID(entry) else { return false }
        if Concept(entry.key).isReading { return true }
        problems.report(.badPattern, at: entry.keyPlace, "\"\(entry.key)\" is no reading", expected: "reading.name")
        return false
    }

    private func isIDLetter(_ character: Character) -> Bool {
        character == "-" || (character.isASCII && (character.isNumber || character.isLowercase))
    }
}

extension Catalogue {
    /// The concept that `node` names, reported when the catalogue has none of that id.
    package func concept(_ node: ConfigNode, _ problems: ConfigProblems) -> Concept? {
        node.string(problems).flatMap { concept($0, at: node.place, problems) }
    }

    package func concept(_ id: String, at place: ConfigPlace, _ problems: ConfigProblems) -> Concept? {
        if entries.isEmpty || contains(id) { return Concept(id) }
        problems.report(
            .unknownConcept, at: place, "unknown concept \"\(id)\"", suggestion: nearestName(to: id, in: ids),
            mend: "Concepts are listed in concepts.yaml; add one there if it is new.")
        return nil
    }
}
