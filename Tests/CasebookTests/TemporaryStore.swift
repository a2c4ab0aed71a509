import Foundation
import Reports

@testable import Casebook

/// A store in a folder of its own that vanishes with the test.
final class TemporaryStore {
    let folder: URL
    var path: String { folder.appending(path: "visitwatch.sqlite").path() }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "casebook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func open() throws -> Casebook { try Casebook.openForRun(at: path) }
}

let day: Int64 = 86_400

func instant(_ seconds: Int64) -> Instant { Instant(seconds: seconds) }
