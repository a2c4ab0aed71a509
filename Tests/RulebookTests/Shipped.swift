@testable import Rulebook

/// The shipped config for tests that read it hundreds of times.
enum Shipped {
    private static let large = [
        "abbreviations.yaml", "context.yaml", "details.yaml", "simulation.yaml", "spelling.yaml", "word-classes.yaml",
    ]

    static let filesWithoutLexicon = ConfigFiles.builtIn.layers.flatMap(\.files)
        .filter { !$0.path.hasPrefix("lexicon/") && !large.contains($0.path) }
}
