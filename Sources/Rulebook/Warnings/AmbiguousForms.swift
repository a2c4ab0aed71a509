/// Short forms that stand for different things: in two files, in two regions of which neither is the agency's, or for a word
/// that is listed as a real one.
struct AmbiguousForms {
    let sections: RulebookReader.Sections
    let problems: ConfigProblems

    func report() {
        let tree = sections.tree
        let abbreviations = tree.roots["abbreviations.yaml"]?["abbreviations"]?.entries ?? []
        let spelling = tree.roots["spelling.yaml"]
        let realWords = Set(spelling?["real_words"]?.members.compactMap(\.text) ?? [])
        var others: [String: ConfigNode.Entry] = [:]
        for key in ["variants", "contractions", "misspellings"] {
            for entry in spelling?[key]?.entries ?? [] { others[entry.key] = entry }
        }
        for entry in abbreviations {
            if let other = others[entry.key] { reportTwoMeanings(entry, other) }
            reportRegions(entry)
            if realWords.contains(entry.key) { reportRealWord(entry) }
        }
    }

    private func reportTwoMeanings(_ entry: ConfigNode.Entry, _ other: ConfigNode.Entry) {
        guard let meant = other.value.text, entry.value.text.map({ $0 != meant }) ?? false else { return }
        problems.report(
            .ambiguousForm, at: entry.keyPlace,
            "\"\(entry.key)\" stands for \"\(meant)\" at \(other.keyPlace.file):\(other.keyPlace.line) too",
            mend: "Keep one of the two.")
    }

    private func reportRegions(_ entry: ConfigNode.Entry) {
        let regions = entry.value.entries
        let meanings = Set(regions.compactMap(\.value.text))
        guard meanings.count > 1, !regions.contains(where: { $0.key == sections.agency.region }), isOwn(entry) else { return }
        let listed = regions.map { "\"\($0.value.text ?? "")\" in \($0.key)" }.joined(separator: ", ")
        problems.report(
            .ambiguousForm, at: entry.keyPlace,
            "\"\(entry.key)\" stands for \(listed), and for nothing in your region \(sections.agency.region)",
            mend: "Add what it means in \(sections.agency.region).")
    }

    private func reportRealWord(_ entry: ConfigNode.Entry) {
        guard isOwn(entry) else { return }
        problems.report(
            .ambiguousForm, at: entry.keyPlace, "\"\(entry.key)\" is a word of its own (real_words in spelling.yaml)",
            mend: "Write a longer short form, or take it out of real_words.")
    }

    /// What ships with the program was weighed when it was written.
    private func isOwn(_ entry: ConfigNode.Entry) -> Bool { !sections.shipped.contains(entry.keyPlace.file) }
}
