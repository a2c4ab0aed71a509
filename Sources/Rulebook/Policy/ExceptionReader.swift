import Alerts
import Reports

/// Reads `exceptions.yaml`.
struct ExceptionReader {
    let rules: [String]
    let problems: ConfigProblems

    func exceptions(_ root: ConfigNode?) -> [RuleException] {
        let members = root?.map(problems) { $0.required("exceptions")?.list(problems) } ?? []
        return members.compactMap(exception)
    }

    private func exception(_ node: ConfigNode) -> RuleException? {
        node.map(problems) { map in
            let rule = map.required("rule")?.reference(
                to: rules, problems, code: .unknownRule, what: "rule", mend: "Rules are listed in alerts/*.yaml.")
            let client = map.string("client")
            let until = map.optional("until").flatMap(day)
            let because = map.string("because")
            guard let rule, let client, let because else { return nil }
            return RuleException(rule: rule, client: client, until: until, because: because)
        }
    }

    /// Through that day, in UTC.
    private func day(_ node: ConfigNode) -> Instant? {
        guard let text = node.string(problems) else { return nil }
        if text.count == 10, let day = Instant(iso8601: text + "T23:59:59Z") { return day }
        problems.report(.badPattern, at: node.place, "\"\(text)\" is no day", expected: "a day such as 2026-03-31")
        return nil
    }
}
