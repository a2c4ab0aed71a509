import ArgumentParser
import Casebook
import Digests
import Rulebook
import VisitPipeline

/// `visitwatch review`: what belongs into a plan review.
struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "For plan reviews: what is bad as a rule, and what several clients show in one week.",
        discussion: """
            Trends follow each client against their own usual, so that they say nothing of a client who was in a bad way from \
            the first day, nor of five clients who begin to cough in the same week. This list does.

              visitwatch review
            """)

    @OptionGroup var store: StoreOption
    @OptionGroup var config: ConfigOption
    @Option(help: "For people (text) or for programs (ndjson).") var format = OutputFormat.text

    func run() throws {
        let rulebook = try config.rulebook()
        let review = try Reviewing(book: try Casebook.openForReading(at: store.path), rulebook: rulebook).review()
        let text = review.text(rulebook.words, width: Page.width, inColour: Page.inColour)
        try StandardOutput.write(format == .ndjson ? review.ndjson() : text)
    }
}
