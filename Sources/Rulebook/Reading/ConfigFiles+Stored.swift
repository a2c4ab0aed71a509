/// Rulebooks as a store keeps them: every file in force by a name that tells its layer, so that the rulebook can be made again.
extension ConfigFiles {
    /// By `built-in/PATH`, `packs/NAME/PATH` and `agency/PATH`.
    package var stored: [String: String] {
        var texts: [String: String] = [:]
        for (path, files) in layers {
            for file in files { texts[Self.prefix(file) + path] = file.text }
        }
        return texts
    }

    /// The rulebook as it was kept. `origin` names it in messages, e.g. the first digits of its hash.
    package init(stored: [String: String], named origin: String) {
        self.init(
            stored.compactMap { name, text in
                if let path = Self.path(in: name, behind: Self.builtInFolder) {
                    return ConfigFile(path: path, shownAs: origin + "/" + name, text: text, origin: .builtIn)
                }
                if let rest = Self.path(in: name, behind: Self.packFolder), let slash = rest.firstIndex(of: "/") {
                    let path = String(rest[rest.index(after: slash)...])
                    return ConfigFile(
                        path: path, shownAs: origin + "/" + name, text: text, origin: .pack, pack: String(rest[..<slash]))
                }
                let path = Self.path(in: name, behind: Self.agencyFolder) ?? Self.path(in: name)
                return path.map { ConfigFile(path: $0, shownAs: origin + "/" + $0, text: text, origin: .agency) }
            })
    }

    private static let agencyFolder = "agency/"

    private static func prefix(_ file: ConfigFile) -> String {
        switch file.origin {
        case .builtIn: builtInFolder
        case .pack: "\(packFolder)\(file.pack ?? "")/"
        case .agency: agencyFolder
        }
    }

    private static func path(in name: String, behind folder: String) -> String? {
        name.hasPrefix(folder) ? String(name.dropFirst(folder.count)) : nil
    }

    /// The path below the config folder, as older stores have it: files of a folder keep it, all others stand at the top.
    private static func path(in name: String) -> String? {
        let parts = name.split(separator: "/")
        guard let file = parts.last else { return nil }
        guard parts.count > 1, let folder = parts.dropLast().last, ["alerts", "lexicon"].contains(folder) else {
            return String(file)
        }
        return "\(folder)/\(file)"
    }
}
