import Foundation

/// Looks at a folder again and again, and tells which of its files have come or changed and are written to the end.
///
/// A file is taken for whole when two looks after each other find the same size and time.
struct FolderWatch {
    /// As a look finds a file.
    struct Stamp: Hashable {
        var size: Int
        var changed: Date
    }

    private var seen: [String: Stamp] = [:]
    private var taken: [String: Stamp] = [:]

    /// The files that are new or changed and at rest, in order of their paths.
    mutating func ready(_ look: [String: Stamp]) -> [String] {
        let ready = look.filter { path, stamp in seen[path] == stamp && taken[path] != stamp }
        seen = look
        for (path, stamp) in ready { taken[path] = stamp }
        return ready.keys.sorted()
    }

    /// What could not be read this time is ready again at the next look.
    mutating func giveBack(_ paths: [String]) {
        for path in paths { taken[path] = nil }
    }

    /// All files below a folder but hidden ones; nil when there is no such folder.
    static func look(at folder: String) -> [String: Stamp]? {
        let keys: Set<URLResourceKey> = [.isRegularFileKey, .fileSizeKey, .contentModificationDateKey, .isDirectoryKey]
        let root = URL(filePath: folder, directoryHint: .isDirectory)
        guard (try? root.resourceValues(forKeys: keys))?.isDirectory == true else { return nil }
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: Array(keys), options: .skipsHiddenFiles)
        var look: [String: Stamp] = [:]
        while let file = files?.nextObject() as? URL {
            guard let values = try? file.resourceValues(forKeys: keys), values.isRegularFile == true else { continue }
            look[file.path()] = Stamp(size: values.fileSize ?? 0, changed: values.contentModificationDate ?? .distantPast)
        }
        return look
    }
}
