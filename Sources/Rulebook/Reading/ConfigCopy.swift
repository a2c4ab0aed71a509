import Foundation

/// What `init` did with one file of the config.
package struct ConfigCopy: Hashable, Sendable {
    package enum Outcome: String, Hashable, Sendable { case written, kept }

    /// Below the folder.
    package var path: String
    /// A file that was there before is kept as it is.
    package var outcome: Outcome

    /// Writes the shipped config below `folder` for an agency to tune; existing files are never overwritten.
    package static func write(to folder: String) throws(ConfigCopyError) -> [ConfigCopy] {
        var copies: [ConfigCopy] = []
        for (path, text) in BuiltInConfig.files where !path.hasPrefix(ConfigFiles.packFolder) {
            let url = URL(filePath: folder, directoryHint: .isDirectory).appending(path: path)
            do {
                try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: url, options: .withoutOverwriting)
                copies.append(ConfigCopy(path: path, outcome: .written))
            } catch CocoaError.fileWriteFileExists {
                copies.append(ConfigCopy(path: path, outcome: .kept))
            } catch {
                throw ConfigCopyError(path: url.path(percentEncoded: false), reason: error.localizedDescription)
            }
        }
        return copies
    }
}

/// A file of the config could not be written.
package struct ConfigCopyError: Error, Hashable, Sendable, CustomStringConvertible {
    package var path: String
    package var reason: String

    package var description: String { "\(path) could not be written: \(reason). Files written before it are complete." }
}
