/// Rulebooks as a store keeps them: every file in force by a name that tells its layer, so that the rulebook can be made again.
extension ConfigFiles {
    /// By `built-in/PATH` and `agency/PATH`.
    package var stored: [String: String] {
        var texts: [String: String] = [:]
        for (path, files) in layers {
            for file in files { texts[Self.prefix(file.origin) + path] = file.text }
        }
        return texts
    }

    /// The rulebook as it was kept. `origin` names it in messages, e.g. the first digits of its hash.
    package init(stored: [String: String], named origin: String) {
        self.init(
            stored.compactMap { name, text in
                if name.hasPrefix(Self.prefix(.builtIn)) {
                    let path = String(name.dropFirst(Self.prefix(.builtIn).count))
                    return ConfigFile(path: path, shownAs: origin + "/" + name, text: text, origin: .builtIn)
                }
                let agency = Self.prefix(.agency)
                let path = name.hasPrefix(agency) ? String(name.dropFirst(agency.count)) : Self.path(in: name)
                return path.map { ConfigFile(path: $0, shownAs: origin + "/" + $0, text: text, origin: .agency) }
            })
    }

    private static func prefix(_ origin: ConfigFile.Origin) -> String {
        switch origin {
        case .builtIn: builtInFolder
        case .agency: "agency/"
        }
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
