import Digests
import Reports

/// Reads every file of the config in the order in which they refer to each other.
struct RulebookReader {
    let files: ConfigFiles
    let problems: ConfigProblems

    struct Sections {
        var agency: AgencySettings
        var catalogue: Catalogue
        var policy: PolicyReader.Result
        var intake: IntakeSettings
        var words: Words
        var lexicon: LexiconReader.Result
        var literature: Literature
        var noteTests: [NoteTest]
        var tree: ConfigTree
        /// Files that say what ships with the program, by the name that places show.
        var shipped: Set<String>
    }

    private static let fixedPaths = [
        "abbreviations.yaml", "agency.yaml", "calibration.yaml", "concepts.yaml", "context.yaml", "details.yaml",
        "exceptions.yaml", "intake.yaml", "literature.yaml", "measures.yaml", "plan-changes.yaml", "readings.yaml",
        "spelling.yaml", "word-classes.yaml", "words.yaml",
    ]
    private static let folders = ["alerts", "lexicon", "tests"]

    /// Nil when a file that the others need cannot be read at all.
    func sections() -> Sections? {
        reportUnknownFiles()
        let tree = ConfigTree(files, problems: problems)
        let agency = tree.roots["agency.yaml"].map { AgencyReader(problems: problems).settings($0) }
        let catalogue = tree.roots["concepts.yaml"].map { CatalogueReader(problems: problems).catalogue($0) }
        let words = tree.roots["words.yaml"].flatMap { WordsReader(problems: problems).words($0) }
        reportUnknownPacks(tree)
        guard let agency, let catalogue else { return nil }
        let intake = tree.roots["intake.yaml"].map { IntakeReader(agency: agency, problems: problems).settings($0) }
        let policy = PolicyReader(concepts: catalogue, problems: problems).policy(tree, agency: agency)
        let lexicon = LexiconReader(concepts: catalogue, problems: problems).lexicon(tree)
        let literature = tree.roots["literature.yaml"].map {
            LiteratureReader(concepts: catalogue, problems: problems).literature($0)
        }
        let noteTests = tree.roots(below: "tests").flatMap {
            NoteTestReader(concepts: catalogue, problems: problems).tests($0)
        }
        guard let policy, let intake, let words else { return nil }
        return Sections(
            agency: agency, catalogue: catalogue, policy: policy, intake: intake, words: words, lexicon: lexicon,
            literature: literature ?? Literature(), noteTests: noteTests, tree: tree, shipped: files.shipped)
    }

    private func reportUnknownPacks(_ tree: ConfigTree) {
        let used = Set(files.layers.flatMap(\.files).compactMap(\.pack))
        for node in tree.roots["agency.yaml"]?["packs"]?.members ?? [] {
            guard let name = node.text, !used.contains(name) else { continue }
            _ = node.name(in: ConfigFiles.shippedPacks, problems, what: "language pack")
        }
    }

    private func reportUnknownFiles() {
        for (path, layers) in files.layers {
            let parts = path.split(separator: "/")
            let isKnown =
                ConfigFiles.isBeside(path) || Self.fixedPaths.contains(path)
                || (parts.count == 2 && Self.folders.contains(String(parts[0]))) || (parts.count == 3 && parts[0] == "lexicon")
            guard !isKnown, let file = layers.last else { continue }
            problems.report(
                .unknownFile, at: ConfigPlace(file: file.shownAs, line: 1, column: 1),
                "no part of the config is called \"\(path)\"",
                suggestion: nearestName(to: path, in: Self.fixedPaths),
                mend: "Rename it to one of \(Self.fixedPaths.joined(separator: ", ")), or move it to alerts/, lexicon/ or tests/."
            )
        }
    }
}
