package import Foundation

/// Files of the repository that tests read.
package enum Fixture {
    package static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    package static func url(_ path: String) -> URL { repository.appending(path: "Fixtures").appending(path: path) }

    package static func data(_ path: String) throws -> Data { try Data(contentsOf: url(path)) }

    package static func text(_ path: String) throws -> String {
        try String(contentsOf: url(path), encoding: .utf8)
    }
}
