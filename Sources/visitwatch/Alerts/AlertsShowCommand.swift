import ArgumentParser
import Casebook
import Digests
import Rulebook
import VisitPipeline

/// `visitwatch alerts show`: one alert in full.
struct AlertsShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "One alert with its reasons, quotes, chart and history.",
        discussion: "  visitwatch alerts show a_7f3c0e5d2b91a846")

    @Argument(help: "The alert's id, as alerts list shows it.") var alert: String
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var store: StoreOption
    @OptionGroup var config: ConfigOption
    @Option(help: "How it is written down.") var format = StoryFormat.text

    func run() async throws {
        let rulebook = try config.rulebook()
        let book = try Casebook.openForReading(at: store.path)
        guard let story = try await DigestMaking(book: book, rulebook: rulebook, asOf: asOf.instant).alertStory(alert) else {
            throw Failure.refused("There is no alert \(printable(alert)). See: visitwatch alerts list --withdrawn")
        }
        switch format {
        case .text: try StandardOutput.write(story.text(rulebook.words, width: Page.width, inColour: Page.inColour))
        case .html: try StandardOutput.write(story.html(rulebook.words))
        case .ndjson: try StandardOutput.write(story.ndjson())
        }
    }
}

/// How stories of clients and alerts are written down.
enum StoryFormat: String, CaseIterable, ExpressibleByArgument {
    case text, html, ndjson
}
