import Crypto
import Foundation

/// The config files in force, by path.
///
/// - A file of the agency stands in place of the built-in file of the same path.
/// - When it says `extends: built-in`, its entries are laid over the built-in file instead.
/// - Files of language packs that `agency.yaml` names are laid over what is below them, under the agency's overlays.
/// - `.yml`, a byte order mark and Windows line ends are read; other kinds of file in the folder are left alone.
package struct ConfigFiles: Sendable {
    /// For each path, in path order, the files from the lowest layer to the highest.
    package let layers: [(path: String, files: [ConfigFile])]

    package init(_ files: [ConfigFile]) {
        layers = Dictionary(grouping: files, by: \.path)
            .map { path, files in
                let agency = files.filter { $0.origin == .agency }
                let packs = files.filter { $0.origin == .pack }
                let isWhole = !agency.isEmpty && !agency.contains(where: \.extendsBuiltIn)
                let builtIn = files.filter { $0.origin == .builtIn }
                return (path, isWhole ? agency + packs : builtIn + packs + agency)
            }
            .sorted { $0.path < $1.path }
    }

    /// Files that tools read and no alert depends on: not part of the hash.
    static func isBeside(_ path: String) -> Bool { path == "simulation.yaml" || path.hasPrefix("tests/") }

    /// The config that ships inside the program.
    package static var builtIn: ConfigFiles { ConfigFiles(builtInFiles) }

    /// The built-in config with the files of `folder` over it; nil is the built-in config alone.
    package static func load(folder: String?, problems: inout [RulebookProblem]) -> ConfigFiles {
        guard let folder else { return builtIn }
        let own = filesBelow(folder, &problems)
        let packs = own.filter { $0.path.hasPrefix(packFolder) }
        let files = own.filter { !$0.path.hasPrefix(packFolder) }
        return ConfigFiles(builtInFiles + packFiles(namedIn: files, own: packs) + files)
    }

    /// `sha256:` and 64 hex digits over the sorted paths and bytes of the files in force.
    package var hash: String {
        var digest = SHA256()
        for (path, files) in layers where !Self.isBeside(path) {
            for file in files {
                digest.update(data: Data("\(path)\n\(file.text.utf8.count)\n".utf8))
                digest.update(data: Data(file.text.utf8))
            }
        }
        return "sha256:" + digest.finalize().map { hexadecimal($0) }.joined()
    }

    /// The text of every file by the name that messages show.
    package var texts: [String: String] {
        Dictionary(layers.flatMap(\.files).map { ($0.shownAs, $0.text) }) { _, last in last }
    }

    /// Built-in files and copies of them, by the name that messages show.
    var shipped: Set<String> {
        let texts = Dictionary(BuiltInConfig.files.map { ($0.path, $0.text) }) { first, _ in first }
        let files = layers.flatMap(\.files).filter { file in
            let path = file.pack.map { "\(Self.packFolder)\($0)/\(file.path)" } ?? file.path
            return file.origin == .builtIn || texts[path] == file.text
        }
        return Set(files.map(\.shownAs))
    }

    /// How messages show the files inside the program.
    static let builtInFolder = "built-in/"

    private static var builtInFiles: [ConfigFile] {
        BuiltInConfig.files.filter { !$0.path.hasPrefix(packFolder) }.map { path, text in
            ConfigFile(path: path, shownAs: builtInFolder + path, text: text, origin: .builtIn)
        }
    }

    private static func filesBelow(_ folder: String, _ problems: inout [RulebookProblem]) -> [ConfigFile] {
        guard let found = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
            let place = ConfigPlace(file: folder, line: 1, column: 1)
            problems.append(
                RulebookProblem(
                    code: .unreadableFile, place: place, message: "the config folder cannot be read",
                    mend: "Name a folder that exists, or make one with \"visitwatch init\"."))
            return []
        }
        var files: [ConfigFile] = []
        for path in found.sorted() where isConfig(path) {
            let shownAs = folder.hasSuffix("/") ? folder + path : folder + "/" + path
            guard let text = text(ofFile: shownAs) else {
                problems.append(
                    RulebookProblem(
                        code: .unreadableFile, place: ConfigPlace(file: shownAs, line: 1, column: 1),
                        message: "the file cannot be read as UTF-8 text", mend: "Check its rights, and save it as UTF-8."))
                continue
            }
            let canonical = path.hasSuffix(".yml") ? path.dropLast(3) + "yaml" : path
            files.append(ConfigFile(path: canonical, shownAs: shownAs, text: text, origin: .agency))
        }
        return files
    }

    private static func isConfig(_ path: String) -> Bool {
        (path.hasSuffix(".yaml") || path.hasSuffix(".yml")) && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }

    private static func text(ofFile path: String) -> String? {
        guard let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self)
        else { return nil }
        return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    }
}

extension ConfigFile {
    /// Told from the text, before it is read as YAML, so that a broken overlay still lies over the built-in file.
    var extendsBuiltIn: Bool {
        Self.names("extends:".utf8.span, in: text.utf8.span)
            && linesOfYAML(text).contains { $0.split(separator: " ", maxSplits: 1).first == "extends:" }
    }

    /// A quick look before the lines are cut.
    private static func names(_ word: Span<UInt8>, in text: Span<UInt8>) -> Bool {
        var start = 0
        while start + word.count <= text.count {
            var length = 0
            while length < word.count, text[start + length] == word[length] { length += 1 }
            if length == word.count { return true }
            start += 1
        }
        return false
    }
}

private func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return byte < 16 ? "0" + digits : digits
}
