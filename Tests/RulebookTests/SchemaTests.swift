import Testing

@testable import Rulebook

/// Schemas are tried with a validator in `.ci/run`; here, whether they still know every key of the shipped files.
struct SchemaTests {
    @Test func `every key of the shipped config is in the schema of its file`() throws {
        let rulebook = try Rulebook.load(folder: nil)
        let schemas = RulebookSchemas(rulebook)
        for file in rulebook.files.layers.flatMap(\.files) where file.path != "simulation.yaml" {
            let folder = file.path.split(separator: "/").first.map { $0 + "/*.yaml" } ?? ""
            #expect(schemas.files.contains(file.path) || schemas.files.contains(folder), "\(file.path) has no schema")
            guard !Self.wordLists.contains(file.path), !file.path.hasPrefix("lexicon/") else { continue }
            let schema = try #require(schemas.schema(of: file.path), "\(file.path) has no schema")
            let root = try #require(ConfigYAML.node(of: file.text, file: file.shownAs, problems: ConfigProblems()))
            let unknown = Self.keys(root, isFree: false).filter {
                !schema.contains("\"\($0)\": {") && !schema.contains("\"\($0)\": true")
            }
            #expect(unknown.isEmpty, "\(file.path): \(unknown.sorted())")
        }
    }

    /// Mostly maps of words, which the validator alone can tell from keys.
    private static let wordLists = ["abbreviations.yaml", "details.yaml", "spelling.yaml", "word-classes.yaml"]
    private static let freeMaps: Set<String> = [
        "branches", "client_names", "classes", "abbreviations", "variants", "contractions", "misspellings", "numbers", "symbols",
        "factors",
    ]

    private static func keys(_ node: ConfigNode, isFree: Bool) -> Set<String> {
        var keys = Set(isFree ? [] : node.entries.map(\.key))
        for member in node.members { keys.formUnion(self.keys(member, isFree: false)) }
        for entry in node.entries {
            let isMap = ["concepts", "readings", "coordinators"].contains(entry.key) && !entry.value.entries.isEmpty
            keys.formUnion(self.keys(entry.value, isFree: isFree ? false : freeMaps.contains(entry.key) || isMap))
        }
        return keys
    }
}
