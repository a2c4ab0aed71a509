import ArgumentParser
import Digests
import Foundation
import Rulebook

extension AgencySettings.DigestFormat: ExpressibleByArgument {
    /// What a file of it is called at the end.
    var fileExtension: String {
        switch self {
        case .text: "txt"
        case .html: "html"
        case .markdown: "md"
        case .ndjson: "ndjson"
        }
    }
}

extension Digest {
    func written(as format: AgencySettings.DigestFormat, _ words: Words, inColour: Bool = false) -> String {
        switch format {
        case .text: text(words, width: Page.width, inColour: inColour)
        case .html: html(words)
        case .markdown: markdown(words)
        case .ndjson: ndjson(words)
        }
    }
}

/// How a page on standard output looks.
enum Page {
    /// Columns of the terminal, where the shell tells them.
    static var width: Int {
        let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 96
        return min(max(columns, 40), 120)
    }

    static var inColour: Bool {
        StandardOutput.isTerminal && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }
}
