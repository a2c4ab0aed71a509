import Alerts
import Signals
import Trends

/// Rules of which it can be told without any report that they will never raise an alert.
struct RulesThatNeverFire {
    private let sections: RulebookReader.Sections
    private let problems: ConfigProblems
    /// Concepts that some wording, reading or visit time tells; nil where no lexicon was read.
    private let told: Set<Concept>?

    private struct Reason {
        var words: String
        var mend: String
    }

    init(sections: RulebookReader.Sections, problems: ConfigProblems) {
        self.sections = sections
        self.problems = problems
        let source = sections.lexicon.source
        let said = source.entries.flatMap { entry in entry.concept.map { [$0] + entry.also } ?? [] }
        told = said.isEmpty ? nil : Set(said + source.readings.map(\.concept))
    }

    func report() {
        reportEmptyPortions()
        for rule in sections.policy.rules {
            guard let place = sections.policy.places.rules[rule.id], let reason = reason(rule) else { continue }
            problems.report(
                .neverFires, at: place, "rule \"\(rule.id)\" can never fire: \(reason.words)", mend: reason.mend)
        }
    }

    /// Told once, where the budget is split, not at each of the rules.
    private func reportEmptyPortions() {
        let portions = sections.policy.measures.portions
        let parts = [
            ("trends", portions.trends), ("composite", portions.composite), ("recovery", portions.recovery),
            ("patterns", portions.patterns),
        ]
        for (name, portion) in parts where portion == 0 {
            guard let node = sections.tree.roots["measures.yaml"]?["portions"]?[name] else { continue }
            problems.report(
                .neverFires, at: node.place, "no part of the budget is left to \(name): none of its rules can ever fire",
                mend: "Give it a part, or remove its rules.")
        }
    }

    private func reason(_ rule: AlertRule) -> Reason? {
        switch rule.condition {
        case .redFlag(let flag): untold(flag.any, isEnough: flag.readings.isEmpty)
        case .trend(let trend): followed(trend.measure)
        case .recovery(let recovery): followed(recovery.measure)
        case .pattern(let pattern): self.pattern(pattern)
        case .silence: nil
        }
    }

    private func untold(_ concepts: [Concept], isEnough: Bool = true) -> Reason? {
        guard isEnough, let told, !concepts.isEmpty, concepts.allSatisfy({ !told.contains($0) }) else { return nil }
        let names = concepts.map(\.rawValue).joined(separator: ", ")
        return Reason(
            words: "no wording tells \(names)", mend: "Add phrases for it to a file of lexicon/, or name another concept.")
    }

    private func followed(_ id: String) -> Reason? {
        let measure = sections.policy.measures.measures.first { $0.id == id }
        return measure.flatMap { untold($0.levels.flatMap(\.concepts)) }
    }

    private func pattern(_ pattern: Pattern) -> Reason? {
        let missing = pattern.signs.filter { untold($0.any) != nil }
        let needed = pattern.leastSigns ?? pattern.signs.count
        if pattern.signs.count - missing.count < needed, let sign = missing.first { return untold(sign.any) }
        for sign in pattern.signs {
            let stretch = Double(sign.atLeast - 1) * sign.apart
            if stretch > pattern.within {
                return Reason(
                    words: "\(sign.atLeast) events \(inWords(sign.apart)) days apart take more than "
                        + "\(inWords(pattern.within)) days",
                    mend: "Make \"within\" longer, or \"apart\" or \"at_least\" smaller.")
            }
            if !sign.any.isEmpty, sign.any.allSatisfy(pattern.absent.contains) {
                return Reason(
                    words: "all of sign \"\(sign.name)\" is listed under \"absent\"", mend: "Take it out of one of the two.")
            }
        }
        return nil
    }
}
