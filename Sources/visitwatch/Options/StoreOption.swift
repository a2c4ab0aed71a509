import ArgumentParser

/// Which casebook is meant.
struct StoreOption: ParsableArguments {
    @Option(name: .customLong("store"), help: ArgumentHelp("The SQLite file that holds all state.", valueName: "file"))
    var path = "visitwatch.sqlite"
}
