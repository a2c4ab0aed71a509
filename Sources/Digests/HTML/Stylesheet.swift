/// The one stylesheet of all pages: phone first, dark on demand, sober on paper. Contrast is WCAG AA or better in both schemes.
enum Stylesheet {
    static let css: HTML = """
        :root{color-scheme:light dark;--page:#f4f6f8;--card:#fff;--ink:#17212b;--soft:#4d5b69;--line:#d5dce3;--link:#0b5a8f;
        --urgent:#a01b1b;--on-urgent:#fff;--high:#a8480a;--on-high:#fff;--medium:#1c5c8c;--on-medium:#fff;--low:#4d5b69;--on-low:#fff;
        --better:#1c6b40;--on-better:#fff;--quote:#f0f3f6;--bar:#73869a;--usual:#d9e8df;--rate:#3d7d59}
        @media (prefers-color-scheme:dark){:root{--page:#11171d;--card:#1a222b;--ink:#e7ecf1;--soft:#aab6c2;--line:#34414e;--link:#8cc7f2;
        --urgent:#ffb3ab;--on-urgent:#410a06;--high:#ffc48a;--on-high:#3d2000;--medium:#a3d0f5;--on-medium:#07283f;--low:#bcc7d1;--on-low:#1a222b;
        --better:#9addb5;--on-better:#05301a;--quote:#222c36;--bar:#8496a8;--usual:#24402f;--rate:#7fc79c}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
        .skip{position:absolute;left:-9999px}.skip:focus{left:8px;top:8px;padding:8px 12px;background:var(--card);color:var(--link)}
        header,main,footer{max-width:60rem;margin:0 auto;padding:0 16px}
        header{padding-top:24px}
        h1{font-size:1.6rem;line-height:1.2;margin:0 0 4px}
        h2{font-size:1.2rem;margin:36px 0 4px;padding-bottom:4px;border-bottom:2px solid var(--line)}
        h2 .n{color:var(--soft);font-weight:400}
        h3{font-size:1.1rem;margin:0}
        h4,.alert h2,.alert h3{font-size:1rem;margin:0;padding:0;border:0;line-height:1.35}
        p{margin:4px 0}
        a{color:var(--link)}
        .soft{color:var(--soft);font-size:.9rem}
        .summary{list-style:none;display:flex;flex-wrap:wrap;gap:8px;margin:16px 0 0;padding:0}
        .summary a{display:block;padding:6px 12px;border:1px solid var(--line);border-radius:999px;background:var(--card);color:var(--ink);text-decoration:none;font-size:.95rem}
        .summary a:hover{border-color:var(--link)}
        .summary a.today{background:var(--urgent);border-color:var(--urgent);color:var(--on-urgent);font-weight:600}
        .quiet{margin:16px 0;padding:12px 16px;border-radius:8px;background:var(--better);color:var(--on-better);font-weight:600}
        article{background:var(--card);border:1px solid var(--line);border-radius:10px;margin:14px 0;padding:14px 16px}
        .alert{margin:12px 0 0;padding:2px 0 2px 14px;border-left:5px solid var(--low)}
        .alert+.alert{margin-top:22px}
        .alert.urgent{border-color:var(--urgent)}.alert.high{border-color:var(--high)}.alert.medium{border-color:var(--medium)}.alert.better{border-color:var(--better)}
        .badge{display:inline-block;padding:1px 9px;margin-right:6px;border-radius:999px;font-size:.8rem;font-weight:600;line-height:1.5;background:var(--low);color:var(--on-low);white-space:nowrap}
        .badge.urgent{background:var(--urgent);color:var(--on-urgent)}.badge.high{background:var(--high);color:var(--on-high)}
        .badge.medium{background:var(--medium);color:var(--on-medium)}.badge.better{background:var(--better);color:var(--on-better)}
        .body{display:grid;grid-template-columns:minmax(0,1fr);gap:4px 24px}
        @media (min-width:44rem){.body.charted{grid-template-columns:minmax(0,1fr) 20rem}}
        blockquote{margin:8px 0;padding:6px 12px;background:var(--quote);border-radius:6px}
        blockquote cite{display:block;font-style:normal;color:var(--soft);font-size:.85rem}
        figure{margin:8px 0;max-width:26rem}
        figcaption{font-size:.85rem;color:var(--soft)}figcaption strong{color:var(--ink)}
        svg{display:block;width:100%;height:auto}
        svg text{font-size:11px;fill:var(--soft)}svg .count{fill:var(--ink);font-weight:600}
        .axis{stroke:var(--soft);stroke-width:1}.usual{fill:var(--usual)}.rate{stroke:var(--rate);stroke-width:1;stroke-dasharray:4 3}
        .bar{fill:var(--bar)}.bar.unusual{fill:var(--high)}.bar.better{fill:var(--better)}.gap{fill:none;stroke:var(--soft)}.alarm{fill:var(--urgent)}
        .proposals{margin:10px 0 4px;padding:0;list-style:none}
        .proposals li{margin:4px 0;padding-left:1.3em;text-indent:-1.3em}.proposals li::before{content:"\\2192\\00a0\\00a0";color:var(--better);font-weight:700}
        .proposals .soft{display:block;text-indent:0}
        .brief{margin:12px 0 0;padding:10px 0 0;border-top:1px solid var(--line);list-style:none}
        .lines{margin:12px 0;padding:0;list-style:none;background:var(--card);border:1px solid var(--line);border-radius:10px}
        .lines li{padding:8px 16px}.lines li+li{border-top:1px solid var(--line)}
        .names{margin:12px 0;padding:0;list-style:none;columns:8.5rem;column-gap:24px}
        .trends{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(18rem,100%),1fr));gap:8px 24px}
        table{width:100%;border-collapse:collapse;background:var(--card);margin:12px 0}
        th,td{padding:6px 10px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
        th{font-weight:600;white-space:nowrap;width:12rem}
        @media (max-width:36rem){svg text{font-size:13px}th,td{display:block;border:0;padding:2px 12px}tr{display:block;border-bottom:1px solid var(--line);padding:6px 0}th{white-space:normal;width:auto}}
        td ul{margin:0;padding:0;list-style:none}
        footer{margin-top:40px;padding:16px;border-top:1px solid var(--line);color:var(--soft);font-size:.85rem}
        @media print{:root{color-scheme:light;--page:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--quote:#f3f3f3;--link:#000;
        --urgent:#a01b1b;--on-urgent:#fff;--high:#a8480a;--on-high:#fff;--medium:#1c5c8c;--on-medium:#fff;--low:#4d5b69;--on-low:#fff;
        --better:#1c6b40;--on-better:#fff;--bar:#73869a;--usual:#d9e8df;--rate:#3d7d59}
        body{font-size:10.5pt}.skip{display:none}header,main,footer{max-width:none;padding-left:0;padding-right:0}
        .badge,.usual,.bar,.summary a,.quiet{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        blockquote,figure,.lines li,.proposals li,tr{break-inside:avoid}h2,h3,h4{break-after:avoid}
        svg text{font-size:13px}.body.charted{grid-template-columns:minmax(0,1fr) 16rem}}

        """
}
