import Alerts
import Signals

/// Thresholds that nothing published bears out. They may be meant: some clients have limits of their own.
struct OutsideLiterature {
    let sections: RulebookReader.Sections
    let problems: ConfigProblems

    private var literature: Literature { sections.literature }

    func report() {
        for rule in sections.policy.rules {
            guard let node = sections.node(ofRule: rule.id) else { continue }
            for limit in node["readings"]?.members ?? [] { reportLimit(limit) }
            if rule.kind == .pattern, let within = node["within"] {
                report(within, literature.window) { $0.days(ConfigProblems()) }
            }
        }
        guard let measures = sections.tree.roots["measures.yaml"] else { return }
        if let node = measures["false_alerts"] {
            report(node, literature.falseAlerts) { $0.falseAlertBudget(ConfigProblems())?.perClientYear }
        }
        for measure in measures["measures"]?.members ?? [] {
            guard let worth = measure["worth"] else { continue }
            report(worth, literature.worth) { $0.count(of: "visit", ConfigProblems()).map(Double.init) }
        }
        for loss in measures["weight"]?["losses"]?.members ?? [] { reportLoss(loss) }
    }

    private func reportLimit(_ limit: ConfigNode) {
        guard let id = limit["reading"]?.text, let known = literature.limits[Concept(id)] else { return }
        // What is in another unit is told as that.
        let plausible = sections.lexicon.source.readings.first { $0.concept == Concept(id) }?.plausible
        for (key, span) in [("low", known.low), ("high", known.high)] {
            guard let node = limit[key], let value = node.text.flatMap(Double.init), plausible?.contains(value) ?? true else {
                continue
            }
            report(node, span) { $0.double(ConfigProblems()) }
        }
    }

    private func reportLoss(_ loss: ConfigNode) {
        guard let days = loss["over"]?.days(ConfigProblems()), let percent = loss["percent"],
            let known = literature.losses.first(where: { $0.days == days })
        else { return }
        report(percent, known.percent) { $0.double(ConfigProblems()) }
    }

    private func report(_ node: ConfigNode, _ span: Literature.Span?, _ read: (ConfigNode) -> Double?) {
        guard let span, let value = read(node), !span.range.contains(value), let text = node.text else { return }
        problems.report(
            .outsideLiterature, at: node.place, "\"\(text)\" lies outside \(span.words), where the literature has it",
            mend: "Source: \(span.source). Leave it if it is meant.")
    }
}
