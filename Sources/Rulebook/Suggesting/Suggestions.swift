package import Alerts
import Reports
import Trends

/// What dismissed alerts and their reasons say about the rules.
package struct Suggestions {
    /// An alert that somebody dismissed, with the notes that it quotes.
    package struct Dismissed: Sendable {
        package var alert: Alert
        package var decision: Decision
        /// By report.
        package var notes: [String: String]
        /// By quote, the file of the lexicon that read it, e.g. `mobility.yaml`.
        package var files: [Quote: String]

        package init(alert: Alert, decision: Decision, notes: [String: String], files: [Quote: String]) {
            self.alert = alert
            self.decision = decision
            self.notes = notes
            self.files = files
        }
    }

    package private(set) var all: [Suggestion] = []
    private let rulebook: Rulebook
    private var folder: AgencyFolder
    /// Wordings that are suggested already, by concept.
    private var wordings: Set<String> = []

    /// So many dismissals of one rule speak for a change of the rule itself.
    package static let fewest = 3

    /// `confirmed`: by rule, how many alerts people found right.
    package init(_ dismissed: [Dismissed], confirmed: [String: Int], rulebook: Rulebook) {
        self.rulebook = rulebook
        folder = AgencyFolder(rulebook.files)
        for item in dismissed {
            switch item.decision.reason {
            case .misread, .aboutSomeoneElse: suggestWordings(item)
            case .expectedForClient: suggestException(item, until: nil)
            case .alreadyKnown: suggestException(item, until: item.decision.at.adding(days: 28))
            case .notUseful, .wrongSeverity, nil: break
            }
        }
        let byRule = Dictionary(grouping: dismissed) { $0.alert.rule }
        for (rule, items) in byRule.sorted(by: { $0.key < $1.key }) {
            let counts = Dictionary(grouping: items.compactMap(\.decision.reason)) { $0 }.mapValues(\.count)
            if let count = counts[.wrongSeverity], count >= Self.fewest { suggestSeverity(rule, count) }
            if let count = counts[.notUseful], count >= Self.fewest, count > confirmed[rule] ?? 0 { suggestLess(rule, count) }
        }
    }

    private mutating func add(_ words: String, _ edit: Suggestion.FileEdit?) {
        all.append(Suggestion(words: words, edit: edit))
    }

    /// A wording that means nothing, with the sentence as the test that holds it.
    private mutating func suggestWordings(_ item: Dismissed) {
        for (index, quote) in item.alert.evidence.enumerated() {
            guard let note = item.notes[quote.report], let file = item.files[quote],
                let wording = MisreadWording(quote: quote, note: note)
            else { continue }
            guard wordings.insert("\(quote.concept) \(wording.phrase)").inserted else { continue }
            // Words that mean nothing stand only against wordings of a file of the same name.
            let number = index == 0 ? "" : "-\(index + 1)"
            let path = "lexicon/misread-\(item.alert.id.dropFirst(2).prefix(8))\(number)/\(file)"
            let text = """
                # Dismissed as \(item.decision.reason?.rawValue ?? "misread"): alert \(item.alert.id).
                concepts:
                  \(quote.concept):
                    ignore:
                      - \(quoted(wording.phrase))
                    not:
                      - \(quoted(wording.sentence))

                """
            let edit = folder.write(text, to: path)
            if edit != nil {
                add("\(item.alert.rule): \"\(wording.phrase)\" is no \(quote.concept) (\(item.alert.id)).", edit)
            }
        }
    }

    private mutating func suggestException(_ item: Dismissed, until: Instant?) {
        let alert = item.alert
        let isKnown = rulebook.policy.hasException(alert.rule, client: alert.client)
        guard !isKnown else { return }
        let day = until.map { ", until: \($0.iso8601.prefix(10))" } ?? ""
        let because = item.decision.note ?? item.decision.reason?.rawValue ?? ""
        let member = "{rule: \(alert.rule), client: \(quoted(alert.client))\(day), because: \(quoted(because))}"
        let edit = folder.add(member, id: "", to: "exceptions", in: "exceptions.yaml", extends: false)
        add("\(alert.rule) is silent about client \(alert.client)\(until == nil ? "" : " for four weeks") (\(alert.id)).", edit)
    }

    private mutating func suggestSeverity(_ id: String, _ count: Int) {
        guard let rule = rulebook.policy.rule(id), let path = path(ofRule: id),
            let index = Severity.allCases.firstIndex(of: rule.severity), index + 1 < Severity.allCases.count
        else { return }
        let milder = Severity.allCases[index + 1].rawValue
        let edit = folder.add("{id: \(id), severity: \(milder)}", id: id, to: "rules", in: path, extends: true)
        add("\(id) is \(milder) instead of \(rule.severity.rawValue): \(count) were dismissed for their severity.", edit)
    }

    /// Half of the budget for a trend; all else becomes milder.
    private mutating func suggestLess(_ id: String, _ count: Int) {
        guard let rule = rulebook.policy.rule(id), case .trend(let trend) = rule.condition,
            let measure = rulebook.policy.catalogue.measures.first(where: { $0.id == trend.measure })
        else { return suggestSeverity(id, count) }
        let share = inWords(max(0.05, measure.share / 2))
        let edit = folder.add(
            "{id: \(measure.id), share: \(share)}", id: measure.id, to: "measures", in: "measures.yaml", extends: true)
        add("\(id) gets half of its budget: \(count) were dismissed as not useful.", edit)
    }

    /// The file below the config folder in which a rule is written.
    private func path(ofRule id: String) -> String? {
        let tree = ConfigTree(rulebook.files, problems: ConfigProblems())
        return tree.roots.first { $0.key.hasPrefix("alerts/") && $0.value["rules"]?.member(id) != nil }?.key
    }

    private func quoted(_ text: String) -> String { JSONValue.text(text).written() }
}
