import Workflow

/// What all pages have: one file with its style in it, that loads nothing and runs nothing.
package struct PageFrame {
    package let title: String
    package let words: Words
    /// When it was made, as the page says it.
    package let made: String

    package func html(_ body: (inout Markup) -> Void) -> String {
        var page = Markup()
        page.doctype()
        page.element("html", ["lang": words.report.pages.tag]) { html in
            html.newLine()
            html.element("head") { head(in: &$0) }
            html.newLine()
            html.element("body") { inside in
                inside.newLine()
                patterns(in: &inside)
                inside.element("main") { body(&$0) }
                inside.newLine()
                inside.element("footer", text: made)
            }
            html.newLine()
        }
        page.newLine()
        return page.html
    }

    private func head(in head: inout Markup) {
        head.empty("meta", ["charset": "utf-8"])
        head.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        head.newLine()
        head.element("title", text: title)
        head.newLine()
        head.style(PageStyle.css)
    }

    /// What tells series apart beside their colour.
    private func patterns(in body: inout Markup) {
        body.element("svg", ["width": "0", "height": "0", "aria-hidden": "true", "style": "position:absolute"]) { svg in
            svg.element("defs") { defs in
                pattern("lines", in: &defs) { $0.empty("path", ["class": "edge", "d": "M-1 1L1 -1M0 6L6 0M5 7L7 5"]) }
                pattern("dots", in: &defs) { $0.empty("circle", ["class": "mark", "cx": "3", "cy": "3", "r": "1"]) }
            }
        }
        body.newLine()
    }

    private func pattern(_ name: String, in defs: inout Markup, _ mark: (inout Markup) -> Void) {
        defs.element("pattern", ["id": name, "width": "6", "height": "6", "patternUnits": "userSpaceOnUse"]) {
            pattern in
            pattern.empty("rect", ["class": "ground", "width": "6", "height": "6"])
            mark(&pattern)
        }
    }
}
