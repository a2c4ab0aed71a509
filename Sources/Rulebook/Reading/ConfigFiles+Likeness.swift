extension ConfigFiles {
    /// Whether notes are read the same under both: the lexicon, context, readings and all that they rest on are equal.
    package func readsNotesLike(_ other: ConfigFiles) -> Bool { readingTexts == other.readingTexts }

    private var readingTexts: [String: [String]] {
        let fixed = [
            "abbreviations.yaml", "agency.yaml", "concepts.yaml", "context.yaml", "intake.yaml", "readings.yaml", "spelling.yaml",
            "word-classes.yaml",
        ]
        let used = layers.filter { fixed.contains($0.path) || $0.path.hasPrefix("lexicon/") }
        return Dictionary(used.map { ($0.path, $0.files.map(\.text)) }) { first, _ in first }
    }
}
