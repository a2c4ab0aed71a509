package import Rulebook

extension PhraseBanks {
    /// From `simulation.yaml` of the config in force.
    package init(_ files: ConfigFiles) throws(RulebookErrors) {
        let problems = ConfigProblems(texts: files.texts)
        let path = "simulation.yaml"
        let top = ConfigPlace(file: files.layers.first { $0.path == path }?.files.last?.shownAs ?? path, line: 1, column: 1)
        let root = ConfigTree.root(of: path, in: files, problems: problems)
        var sections: [String: [String: [String]]] = [:]
        for section in root?.entries(problems) ?? [] {
            for entry in section.value.entries(problems) ?? [] {
                sections[section.key, default: [:]][entry.key] = entry.value.strings(problems) ?? []
            }
        }
        guard !problems.hasErrors else { throw RulebookErrors(problems.sorted) }
        do {
            try self.init(sections)
        } catch {
            let section = root?.entries(problems)?.first { $0.key == error.section }
            let key = section?.value.entries(problems)?.first { $0.key == error.key }
            problems.report(.badPhrase, at: key?.keyPlace ?? section?.keyPlace ?? top, error.reason)
            throw RulebookErrors(problems.sorted)
        }
    }
}
