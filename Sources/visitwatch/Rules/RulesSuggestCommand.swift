import Alerts
import ArgumentParser
import Casebook
import Evaluation
import Reports
import Rulebook
import Signals
import VisitPipeline

/// `visitwatch rules suggest`: what dismissed alerts say about the rules.
struct RulesSuggestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Turns dismissals and their reasons into edits of the config, as a patch; lists words that the lexicon lacks.",
        discussion: """
              visitwatch rules suggest --config mine > suggested.patch
              patch -p1 --directory mine < suggested.patch

            misread and about-someone-else give a wording to ignore, with the sentence as its test; expected-for-client and \
            already-known an exception for the client; three of wrong-severity or not-useful change the rule. Nothing changes by \
            itself. The patch quotes notes: treat it as you treat digests.
            """)

    @Flag(name: .customLong("words"), help: "List unknown short forms, and unknown words that stand near concerns, instead.")
    var listsWords = false
    @OptionGroup var config: ConfigOption
    @OptionGroup var store: StoreOption
    @OptionGroup var quiet: QuietOption

    func run() throws {
        let rulebook = try config.rulebook()
        let book = try Casebook.openForReading(at: store.path)
        if listsWords { return try tellWords(book, rulebook) }
        let logs = try book.decisions()
        let alerts = try book.alerts().map(\.alert)
        var confirmed: [String: Int] = [:]
        var dismissed: [Suggestions.Dismissed] = []
        for alert in alerts {
            guard let log = logs[alert.id] else { continue }
            if Verdict(log) == .confirmed { confirmed[alert.rule, default: 0] += 1 }
            guard let decision = log.dismissal else { continue }
            var notes: [String: String] = [:]
            var files: [Quote: String] = [:]
            for quote in alert.evidence {
                guard let filed = try book.report(quote.report) else { continue }
                notes[quote.report] = filed.report.note
                let signal = filed.signals.first { $0.start == quote.start && $0.concept.rawValue == quote.concept }
                files[quote] = signal.flatMap { $0.source.split(separator: ":").first.map(String.init) }
            }
            dismissed.append(Suggestions.Dismissed(alert: alert, decision: decision, notes: notes, files: files))
        }
        let suggestions = Suggestions(dismissed, confirmed: confirmed, rulebook: rulebook).all
        for suggestion in suggestions {
            let hint = suggestion.edit == nil ? " (edit it by hand)" : ""
            if !quiet.isQuiet { Terminal.tell(printable(suggestion.words) + hint) }
            if let edit = suggestion.edit { try StandardOutput.write(edit.patch) }
        }
        guard !quiet.isQuiet else { return }
        Terminal.tell("\(counted(dismissed.count, "dismissal")): \(counted(suggestions.count, "suggestion")).")
    }

    private func tellWords(_ book: Casebook, _ rulebook: Rulebook) throws {
        var progress = Progress(total: try book.clientNames().count, unit: "clients", isShown: !quiet.isQuiet)
        let words = try UnknownWords(book: book, rulebook: rulebook).words { done, _ in progress.show(done: done, count: done) }
        progress.clear()
        let short = words.filter { $0.text.count <= 4 || $0.text.contains("/") }.prefix(20)
        let near = words.filter { $0.nearConcerns > 0 && $0.text.count > 4 }
            .sorted { ($1.nearConcerns, $0.text) < ($0.nearConcerns, $1.text) }.prefix(20)
        var lines = ["unknown short forms (abbreviations.yaml)"] + short.map(row)
        lines += ["", "unknown words near concerns (lexicon/)"] + near.map(row)
        try StandardOutput.write(lines.joined(separator: "\n") + "\n")
    }

    private func row(_ word: UnknownWords.Word) -> String {
        "  " + printable(word.text).padded(20) + counted(word.times, "time").padded(14) + counted(word.nearConcerns, "time")
            + " near a concern, \(counted(word.clients, "client")), \(counted(word.carers, "carer"))"
    }
}
