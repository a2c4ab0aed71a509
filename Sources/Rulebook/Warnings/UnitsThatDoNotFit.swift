import Alerts
import Signals

/// Limits that no plausible reading can reach, mostly because they are written in another unit.
struct UnitsThatDoNotFit {
    let sections: RulebookReader.Sections
    let problems: ConfigProblems

    func report() {
        for form in sections.lexicon.source.readings where !form.units.isEmpty {
            guard !form.units.contains(where: { $0.factor == 1 && $0.offset == 0 }) else { continue }
            reportNoUnit(form)
        }
        for rule in sections.policy.rules {
            let limits = sections.node(ofRule: rule.id)?["readings"]?.members ?? []
            for limit in limits { reportLimit(limit) }
        }
    }

    private func reportNoUnit(_ form: ReadingForm) {
        let node = sections.tree.roots["readings.yaml"]?["readings"]?[form.concept.rawValue]
        guard let place = node?["units"]?.place else { return }
        problems.report(
            .unitMismatch, at: place, "no unit of \(form.concept) has factor 1, but its values are kept in \(form.unit)",
            mend: "Add the words for \(form.unit) with \"factor: 1\", or change the unit in concepts.yaml.")
    }

    private func reportLimit(_ limit: ConfigNode) {
        let forms = sections.lexicon.source.readings
        guard let id = limit["reading"]?.text, let form = forms.first(where: { $0.concept == Concept(id) }) else { return }
        for key in ["low", "high"] {
            guard let node = limit[key], let text = node.text, let value = Double(text), !form.plausible.contains(value) else {
                continue
            }
            let range = "\(inWords(form.plausible.lowerBound)) to \(inWords(form.plausible.upperBound)) \(form.unit)"
            problems.report(
                .unitMismatch, at: node.place, "\(text) is no plausible \(id): readings are kept in \(form.unit)",
                expected: range, suggestion: converted(value, form))
        }
    }

    /// The limit in the unit of the catalogue, where it makes sense in another one.
    private func converted(_ value: Double, _ form: ReadingForm) -> String? {
        for unit in form.units where unit.factor != 1 || unit.offset != 0 {
            let other = value * unit.factor + unit.offset
            if form.plausible.contains(other) { return inWords((other * 10).rounded() / 10) }
        }
        return nil
    }
}
