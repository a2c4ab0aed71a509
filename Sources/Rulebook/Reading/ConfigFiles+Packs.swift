/// Language packs: folders of data below `packs/`, laid over the config where `agency.yaml` names them under `packs:`.
extension ConfigFiles {
    static let packFolder = "packs/"

    /// The names of the packs inside the program.
    static var shippedPacks: [String] {
        let names = BuiltInConfig.files.compactMap { path, _ in
            path.hasPrefix(packFolder) ? path.split(separator: "/").dropFirst().first.map(String.init) : nil
        }
        return Set(names).sorted()
    }

    /// The files of the packs that the agency names; one of its own stands in place of one inside the program.
    static func packFiles(namedIn files: [ConfigFile], own: [ConfigFile]) -> [ConfigFile] {
        guard let agency = files.first(where: { $0.path == "agency.yaml" }) else { return [] }
        let root = ConfigYAML.node(of: agency.text, file: agency.shownAs, problems: ConfigProblems())
        return (root?["packs"]?.members ?? []).compactMap(\.text).flatMap { name in
            let folder = packFolder + name + "/"
            let ownFiles = own.filter { $0.path.hasPrefix(folder) }
            guard ownFiles.isEmpty else { return ownFiles.map { $0.inPack(name, below: folder) } }
            return BuiltInConfig.files.filter { $0.path.hasPrefix(folder) }.map { path, text in
                ConfigFile(path: path, shownAs: builtInFolder + path, text: text, origin: .pack).inPack(name, below: folder)
            }
        }
    }
}

extension ConfigFile {
    fileprivate func inPack(_ name: String, below folder: String) -> ConfigFile {
        var file = self
        file.path = String(path.dropFirst(folder.count))
        file.origin = .pack
        file.pack = name
        return file
    }
}
