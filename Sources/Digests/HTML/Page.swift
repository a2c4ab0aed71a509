/// A whole document that needs nothing from anywhere: no script, font, image or link out, and a policy that forbids them.
struct Page {
    let words: Words
    /// No word of a client: it becomes the window's title, the history's entry and the printed file's name.
    let title: String
    let header: HTML
    let main: HTML
    let footer: HTML

    var source: String {
        let page: HTML = """
            <!doctype html>
            <html lang="\(words(.language))">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none';style-src 'unsafe-inline';base-uri 'none';form-action 'none'">
            <title>\(title)</title>
            <style>
            \(Stylesheet.css)</style>
            </head>
            <body>
            <a class="skip" href="#main">\(words(.skipLink))</a>
            <header>
            \(header)</header>
            <main id="main">
            \(main)</main>
            <footer>
            \(footer)</footer>
            </body>
            </html>

            """
        return page.source
    }
}
