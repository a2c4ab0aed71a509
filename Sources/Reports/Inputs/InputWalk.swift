import Foundation

/// Walks inputs file by file in the order of their paths, holding one listing per level of folders.
struct InputWalk {
    private var levels: [Level]
    private let inputs: [IntakeInput]
    private var nextInput = 0

    private struct Level {
        var folder: String
        var names: [String]
        var next = 0
    }

    enum Step {
        case file(path: String)
        case bytes(name: String, content: [UInt8])
        case unreadableFolder(path: String)
    }

    /// Checks that every input is there and can be opened, before any is read.
    init(_ inputs: [IntakeInput]) throws(IntakeError) {
        for case .path(let path) in inputs where path != "-" {
            guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
            guard FileManager.default.isReadableFile(atPath: path), !isFolder(path) || names(in: path) != nil else {
                throw .unreadable(path: path)
            }
        }
        self.inputs = inputs
        levels = []
    }

    mutating func next() -> Step? {
        while let level = levels.last {
            guard level.next < level.names.count else {
                levels.removeLast()
                continue
            }
            levels[levels.count - 1].next += 1
            let path = level.folder + "/" + level.names[level.next]
            if !isFolder(path) { return .file(path: path) }
            if let refused = enter(path) { return refused }
        }
        guard nextInput < inputs.count else { return nil }
        nextInput += 1
        switch inputs[nextInput - 1] {
        case .bytes(let name, let content): return .bytes(name: name, content: content)
        case .path(let path) where path == "-" || !isFolder(path): return .file(path: path)
        case .path(let path): return enter(path) ?? next()
        }
    }

    private mutating func enter(_ folder: String) -> Step? {
        guard let names = names(in: folder) else { return .unreadableFolder(path: folder) }
        let trimmed = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        levels.append(Level(folder: trimmed, names: names))
        return nil
    }
}

private func isFolder(_ path: String) -> Bool {
    let type = fileType(path)
    guard type == .typeSymbolicLink else { return type == .typeDirectory }
    return fileType(URL(fileURLWithPath: path).resolvingSymlinksInPath().path) == .typeDirectory
}

private func fileType(_ path: String) -> FileAttributeType? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
}

/// Sorted by their bytes, so that every machine walks alike. A link to a folder is left out: it may lead back up.
private func names(in folder: String) -> [String]? {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return nil }
    return names.filter { !$0.hasPrefix(".") && !isLinkToFolder(folder + "/" + $0) }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

private func isLinkToFolder(_ path: String) -> Bool { fileType(path) == .typeSymbolicLink && isFolder(path) }
