/// How pages look: one accent, light and dark as the reader's system has it, and black on white on paper.
package enum PageStyle {
    static let css: StaticString = """

        :root { color-scheme: light dark; --paper: #ffffff; --ink: #1b1f24; --quiet: #57606a; --line: #d8dde3; --faint: #f3f5f7;
          --accent: #184c84; --second: #6294cc; --good: #17643a; --bad: #a3261d;
          --heat1: #e8edf3; --heat2: #d1dbe6; --heat3: #bac9da; --heat4: #a3b7ce; }
        @media (prefers-color-scheme: dark) { :root { --paper: #14171a; --ink: #e4e8ec; --quiet: #a3adb8; --line: #343b43;
          --faint: #1d2226; --accent: #8fbff2; --second: #4a79ab; --good: #79d2a0; --bad: #f4a19a;
          --heat1: #232b34; --heat2: #2f3c4a; --heat3: #3b4d5f; --heat4: #485e75; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 1160px; padding: 20px 20px 40px; background: var(--paper); color: var(--ink);
          font: 14px/1.45 system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei",
          "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere; }
        h1 { margin: 0; font-size: 22px; line-height: 1.25; font-weight: 600; }
        @media (max-width: 600px) { h1 { font-size: 19px; } body { padding: 14px 16px 30px; } }
        h2 { margin: 0; font-size: 16px; line-height: 1.3; font-weight: 600; }
        header { padding-bottom: 12px; border-bottom: 2px solid var(--ink); }
        p { margin: 4px 0 0; }
        .notes { display: flex; flex-wrap: wrap; gap: 0 22px; margin-top: 8px; color: var(--quiet); font-size: 13px; }
        .quiet, footer, caption { color: var(--quiet); font-size: 13px; }
        section { margin-top: 26px; }
        section + section { border-top: 1px solid var(--line); padding-top: 18px; }
        .parts { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; margin-top: 12px; }
        .headlines { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); margin: 18px 0 0; padding: 0;
          border-bottom: 1px solid var(--line); }
        .headlines > div { display: flex; flex-direction: column; padding: 0 16px 14px 0; }
        .headlines dt { color: var(--quiet); font-size: 13px; }
        .headlines dd { margin: 0; font-variant-numeric: tabular-nums; word-break: keep-all; }
        .headlines .change { font-size: 13px; white-space: nowrap; } .headlines .spark { margin-top: auto; padding-top: 6px; }
        .headlines .now { font-size: 24px; line-height: 1.25; font-weight: 600; }
        .wide { overflow-x: auto; position: relative; }
        table { border-collapse: collapse; width: auto; min-width: min(100%, 22em); font-size: 13px; font-variant-numeric: tabular-nums; }
        caption { text-align: left; padding: 0 0 6px; } caption span { display: block; max-width: calc(100vw - 40px); }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        th, td { padding: 3px 0 3px 14px; text-align: right; vertical-align: top; white-space: nowrap; font-weight: 400; }
        @media (max-width: 600px) { th, td { padding-left: 9px; } table { font-size: 12px; } }
        th:first-child, td:first-child { padding-left: 0; }
        th[scope=row], .text { text-align: left; white-space: normal; min-width: 7em; }
        .many th:first-child { position: sticky; left: 0; background: var(--paper); min-width: min(14em, 40vw); }
        thead th { color: var(--quiet); font-size: 11px; letter-spacing: .02em; border-bottom: 1px solid var(--ink);
          vertical-align: bottom; }
        thead th.key { text-align: left; }
        tbody tr { border-bottom: 1px solid var(--line); }
        tfoot th, tfoot td, .top { font-weight: 600; }
        .d1 { padding-left: 1.2em !important; } .d2 { padding-left: 2.4em !important; } .d3 { padding-left: 3.6em !important; }
        .d4 { padding-left: 4.8em !important; } .d5 { padding-left: 6em !important; }
        figure { margin: 0; }
        figcaption { display: flex; flex-wrap: wrap; gap: 2px 16px; font-size: 12px; color: var(--quiet); padding-bottom: 8px; }
        figcaption span { display: inline-flex; align-items: center; gap: 6px; }
        figcaption svg { flex: none; }
        svg { display: block; overflow: visible; }
        svg.bars { width: calc(100% - 206px); margin: 0 62px 0 144px; }
        .blocks { display: none; }
        .broad { display: none; }
        @media (min-width: 640px) { .narrow { display: none; } .broad { display: inline; }
          svg.bars { width: calc(100% - 276px); margin-left: 214px; } }
        svg.columns { width: calc(100% - 60px); margin: 0 14px 0 46px; }
        svg text { font-size: 12px; fill: var(--ink); font-variant-numeric: tabular-nums; }
        svg .tick { font-size: 11px; fill: var(--quiet); }
        .grid { stroke: var(--line); } .zero { stroke: var(--quiet); }
        .s1 { fill: var(--accent); } .s2 { fill: var(--second); } .s3 { fill: url(#lines); } .s4 { fill: url(#dots); }
        .before { stroke: var(--ink); stroke-width: 1px; } .target { stroke: var(--ink); stroke-width: 1px; stroke-dasharray: 5 4; }
        .line polyline { fill: none; stroke: var(--accent); stroke-width: 1.5px; vector-effect: non-scaling-stroke; }
        .good { color: var(--good); } .bad { color: var(--bad); font-weight: 600; }
        .part { fill-opacity: .5; }
        .heat1 { background: var(--heat1); } .heat2 { background: var(--heat2); }
        .heat3 { background: var(--heat3); } .heat4 { background: var(--heat4); }
        .edge { stroke: var(--accent); } .mark { fill: var(--accent); } .ground { fill: var(--paper); }
        .s2, .s3, .s4 { stroke: var(--accent); stroke-width: 1px; }
        .slim .s2 { stroke: none; } .slim .s3, .slim .s4 { stroke-width: .5px; }
        details { margin-top: 8px; font-size: 13px; } summary { color: var(--quiet); cursor: pointer; }
        code { font: 12px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; }
        .queries th, .queries td { text-align: left; white-space: normal; }
        footer { margin-top: 28px; border-top: 1px solid var(--line); padding-top: 10px; }
        @media (min-width: 900px) { .two { grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); gap: 40px; } }
        @media print { :root { color-scheme: light; --paper: #ffffff; --ink: #000000; --quiet: #444c54; --line: #c8ced4;
          --accent: #184c84; --second: #6294cc; --good: #17643a; --bad: #a3261d;
          --heat1: #e8edf3; --heat2: #d1dbe6; --heat3: #bac9da; --heat4: #a3b7ce; }
          body { max-width: none; padding: 0; font-size: 11pt; }
          @page { size: A4 landscape; margin: 14mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
          .blocks { display: block; } .whole { display: none; } .few { break-inside: avoid; } th, td { white-space: nowrap; }
          thead { display: table-header-group; } tfoot { display: table-row-group; } tr, figure, .headlines { break-inside: avoid; }
          h2 { break-after: avoid; } .wide { overflow: visible; } details { display: none; }
          .many { font-size: 8pt; } .many th:first-child { position: static; min-width: 6em; }
          th[scope=row], .text, .queries th, .queries td { white-space: normal; }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }

        """
}
