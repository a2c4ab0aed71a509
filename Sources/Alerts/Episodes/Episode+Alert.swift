import Reports
import Signals
import Trends

extension Episode {
    /// The alert in the rulebook's words; nil where the rule is gone or is to be silent about the client.
    func alert(client: String, _ policy: AlertPolicy) -> Alert? {
        guard let rule = policy.rule(self.rule), !policy.isExcepted(rule.id, client: client, opened: opened) else { return nil }
        return Alert(
            id: id, client: client, rule: rule.id, kind: rule.kind, domain: rule.domain, severity: severity,
            status: isOpen ? .open : .closed, opened: opened, updated: updated, closed: closed, title: rule.title,
            why: reason(rule, policy),
            evidence: evidence.map {
                Quote(report: $0.report, start: $0.start, end: $0.end, text: $0.text, concept: $0.concept.rawValue)
            },
            proposals: rule.propose.compactMap { policy.planChange($0) }.map { Proposal(change: $0.id, title: $0.title) },
            rulebook: policy.rulebook, measure: measure(rule), onset: numbers.onset)
    }

    private func measure(_ rule: AlertRule) -> String? {
        switch rule.condition {
        case .trend(let trend): trend.measure
        case .recovery(let recovery): recovery.measure
        default: nil
        }
    }

    /// The rule's `say` with its placeholders filled, and the titles of what was folded in.
    private func reason(_ rule: AlertRule, _ policy: AlertPolicy) -> String {
        let said = filled(rule.say) { placeholder($0, rule, policy) }
        let also = folded.compactMap { policy.rule($0)?.title }
        return also.isEmpty ? said : said + " Also: " + also.joined(separator: "; ") + "."
    }

    private func placeholder(_ name: Substring, _ rule: AlertRule, _ policy: AlertPolicy) -> String? {
        switch name {
        case "bad": String(numbers.bad)
        case "of": String(numbers.of)
        case "since": plainDate(numbers.onset ?? opened)
        case "usual": usual(rule)
        case "years": plainYears(numbers.years)
        case "counted": countedWords(rule, policy)
        case "carers": carers.isEmpty ? "a carer not named" : counted(carers.count, "carer")
        case "visits": counted(visits, "visit")
        case "signs": signs(rule)
        case "within": window(rule)
        case "first": plainDate(evidence.first?.time ?? opened)
        case "last": plainDate(rule.kind == .silence ? numbers.onset ?? opened : lastSign)
        case "gap": plainDays(numbers.gap)
        case "value": numbers.reading.map { plainNumber($0.value) }
        case "reference": numbers.reading.map { plainNumber($0.reference) }
        case "change": numbers.reading.map { plainNumber(($0.reference - $0.value) / $0.reference * 100) + " %" }
        case "span": numbers.reading.map { plainDays($0.span) }
        default: nil
        }
    }

    private func usual(_ rule: AlertRule) -> String {
        if rule.kind == .silence { return plainDays(numbers.usualGap) }
        return numbers.usual > 0 ? "1 in \(Int((1 / numbers.usual).rounded()))" : "never"
    }

    private func countedWords(_ rule: AlertRule, _ policy: AlertPolicy) -> String {
        guard let measure = measure(rule), let position = policy.plan.position[measure] else { return "any of these signs" }
        return policy.catalogue.measures[position].counted
    }

    private func signs(_ rule: AlertRule) -> String {
        if case .pattern(let pattern) = rule.condition {
            return zip(pattern.signs, zip(numbers.counts, numbers.usualRates)).filter { $0.1.0 > 0 }.map { sign, told in
                let usual = told.1 > 0 ? "1 visit in \(Int((1 / told.1).rounded()))" : "never"
                return "\(sign.name) (\(times(told.0)), usually \(usual))"
            }.joined(separator: ", ")
        }
        guard let first = evidence.first else { return rule.title }
        return visits > 1 ? "“\(first.text)”, told at \(visits) visits" : "“\(first.text)”"
    }

    private func window(_ rule: AlertRule) -> String? {
        guard case .pattern(let pattern) = rule.condition else { return nil }
        return pattern.within < 4 ? "\(Int((pattern.within * 24).rounded())) hours" : plainDays(pattern.within)
    }
}
