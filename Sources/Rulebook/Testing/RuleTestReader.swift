/// Reads `tests:` beside a rule or a measure.
struct RuleTestReader {
    let concepts: Catalogue
    let problems: ConfigProblems

    func tests(_ node: ConfigNode?, of subject: RuleTest.Subject, domain: String) -> [RuleTest] {
        (node?.list(problems) ?? []).compactMap { test($0, subject, domain) }
    }

    private func test(_ node: ConfigNode, _ subject: RuleTest.Subject, _ domain: String) -> RuleTest? {
        node.map(problems) { map in
            let name = map.string("name")
            let series = map.required("visits")
            let visits = series.flatMap { self.visits($0, domain) }
            let expected = map.required("expect")
            let expectation = expected.flatMap(expectation)
            let every = map.optional("every")?.days(problems) ?? 1
            let until = map.optional("until")?.days(problems)
            let says = map.optional("says")?.string(problems)
            let region = map.optional("region")?.region(problems)
            guard let name, let visits, let expectation else { return nil }
            return RuleTest(
                name: name, place: node.place, subject: subject, series: series.map(words) ?? "", visits: visits, every: every,
                until: until, expectation: expectation, expectationPlace: expected?.place ?? node.place, says: says,
                region: region)
        }
    }

    /// One text in the compact notation, or a list of notes as carers write them; ` x20` behind a note repeats it.
    private func visits(_ node: ConfigNode, _ domain: String) -> [RuleTest.Visit]? {
        if case .list(let notes) = node.content {
            return notes.compactMap { $0.string(problems) }.flatMap(self.notes)
        }
        guard let text = node.string(problems), case .text(_, let isQuoted) = node.content else { return nil }
        do throws(VisitSeries.Problem) {
            return try VisitSeries.visits(text, domain: domain, concepts: concepts)
        } catch {
            var place = node.place
            place.column += error.offset + (isQuoted ? 1 : 0)
            place.width = error.width
            problems.report(
                .badSeries, at: place, error.message, suggestion: error.suggestion,
                mend: "Write for example \"taken x20, refused, taken x2, refused x3\".")
            return nil
        }
    }

    private func notes(_ text: String) -> [RuleTest.Visit] {
        let parts = text.split(separator: " ")
        guard let last = parts.last, last.first == "x", let times = Int(last.dropFirst()), (1...VisitSeries.most).contains(times)
        else { return [RuleTest.Visit(content: .note(text))] }
        let note = parts.dropLast().joined(separator: " ")
        return (1...times).map { RuleTest.Visit(content: .note("\(note) (\($0))")) }
    }

    private func expectation(_ node: ConfigNode) -> Expectation? {
        guard let text = node.string(problems) else { return nil }
        if let expectation = Expectation(text) { return expectation }
        problems.report(
            .badSeries, at: node.place, "\"\(text)\" is no expectation", expected: Expectation.expected)
        return nil
    }

    private func words(_ node: ConfigNode) -> String {
        node.text ?? node.members.compactMap { $0.text.map { "“\($0)”" } }.joined(separator: ", ")
    }
}
