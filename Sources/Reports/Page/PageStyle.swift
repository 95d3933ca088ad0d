extension PageCode {
  /// The page's style.
  ///
  /// Blue and orange can be distinguished with every kind of colour vision, and differ in lightness so that they can be
  /// in print too; all text has a contrast of at least 4.5 to 1 in light and in dark (WCAG 2.1, 1.4.3).
  static let style = #"""
    :root{--ground:#fff;--panel:#f3f6fa;--ink:#16243a;--soft:#4a5a70;--rule:#d5dde8;--grid:#e4eaf1;--blue:#0b5394;
    --band:#c8dcf0;--inner:#8db6de;--orange:#b45309;--whole:#42526b;--fund:#9a3c00;--focus:#b45309;
    --s0:#eaf2fa;--s1:#c0d9ef;--s2:#86b4dc;--s3:#2f6fb0;--s4:#083a6b;--on0:#16243a;--on1:#16243a;--on2:#0c1a2e;--on3:#fff;--on4:#fff;
    color-scheme:light dark}
    @media (prefers-color-scheme:dark){:root{--ground:#0f1722;--panel:#182435;--ink:#e8eef6;--soft:#aebccd;--rule:#33445b;
    --grid:#243347;--blue:#7cb8f2;--band:#25486b;--inner:#3c73a8;--orange:#f0a050;--whole:#9fb0c6;--fund:#f2ae72;--focus:#f0a050;
    --s0:#1a2a3f;--s1:#234468;--s2:#2f6396;--s3:#7db4e4;--s4:#cfe4f7;--on0:#e8eef6;--on1:#fff;--on2:#fff;--on3:#0c1a2e;--on4:#0c1a2e}}
    *{box-sizing:border-box}
    html{scroll-padding-top:5rem;-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.6 "Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
    main,footer{max-width:66rem;margin:0 auto;padding:0 1.25rem}
    p,ul,dd{max-width:44rem}
    a{color:var(--blue)}
    h1,h2,h3{line-height:1.2;text-wrap:balance}
    h1{font-size:clamp(1.75rem,4.5vw,2.75rem);margin:.2rem 0 1rem;letter-spacing:-.015em;max-width:24em}
    h2{font-size:clamp(1.375rem,3vw,1.75rem);margin:0 0 .75rem;letter-spacing:-.01em}
    h3{font-size:1.125rem;margin:2rem 0 .5rem}
    h3.scenario{margin:0 0 .75rem;font-size:1rem;font-weight:600;color:var(--soft)}
    h3.scenario::before{content:"";display:inline-block;width:.7em;height:.7em;margin-right:.5em;background:var(--blue)}
    [data-scenario]+[data-scenario]{margin-top:2.5rem}
    section{padding:2.25rem 0;border-top:1px solid var(--rule)}
    .top{padding:1.75rem 0 1.5rem}
    .draft{display:inline-block;border:2px solid var(--orange);color:var(--orange);font-weight:700;padding:.1rem .6rem;margin:0 0 .6rem}
    .example{border:2px solid var(--orange);color:var(--orange);padding:0 .5rem}
    .origin,.limits{display:flex;flex-wrap:wrap;gap:.1rem 1.5rem;margin:0 0 .75rem;font-size:.9375rem;max-width:48rem}
    .limits{display:block;margin:0}
    .origin dt,.limits dt{display:inline;font-weight:600}
    .origin dd,.limits dd{display:inline;margin:0;overflow-wrap:anywhere}
    .related{margin:0 0 .75rem}
    .card.basis{margin:1.25rem 0 .75rem;max-width:48rem;border-top-color:var(--orange)}
    .kicker{margin:0;color:var(--blue);font-weight:600}
    .lead{font-size:1.1875rem;color:var(--soft);margin:0;max-width:48rem}
    .warning{border-left:4px solid var(--orange);background:var(--panel);padding:.75rem 1rem;margin:1.25rem 0 0;font-weight:600}
    .skip{position:absolute;left:-99rem;background:var(--ground);padding:.5rem 1rem;z-index:9}
    .skip:focus{left:0;top:0}
    .bar{position:sticky;top:0;z-index:5;display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;justify-content:space-between;
    padding:.6rem max(1.25rem,calc((100% - 66rem)/2 + 1.25rem));background:var(--ground);border-bottom:3px solid var(--blue)}
    @media (max-width:37.5rem){.bar{position:static}html{scroll-padding-top:0}main,footer{padding:0 1rem}.bar{padding:.5rem 1rem}
    h1,h2,h3,p,li,dt,dd,summary,figcaption,label{hyphens:auto}}
    h1,h2,h3,p,li,dt,dd,summary,figcaption,label{overflow-wrap:anywhere}
    .brand{display:flex;align-items:center;gap:.5rem;font-weight:700;color:var(--blue)}
    .brand svg{width:1.6rem;height:1.6rem;fill:none;stroke:currentColor;stroke-width:2.4;stroke-linecap:round}
    .controls{display:flex;flex-wrap:wrap;gap:.35rem .6rem;align-items:center;font-size:.9375rem;min-width:0}
    select,input,button{font:inherit;color:var(--ink);background:var(--ground);border:1px solid var(--soft);border-radius:.25rem;padding:.3rem .5rem;max-width:100%}
    select{max-width:min(22rem,100%)}
    button{cursor:pointer}
    button:hover,select:hover{border-color:var(--blue)}
    :focus-visible{outline:3px solid var(--focus);outline-offset:2px}
    .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(14rem,100%),1fr));gap:1rem}
    @media (max-width:62.5rem){.cards{grid-template-columns:repeat(auto-fit,minmax(min(max(14rem,40%),100%),1fr))}}
    .card{background:var(--panel);border-top:4px solid var(--blue);padding:1rem 1.1rem 1.1rem}
    .card p{margin:0}
    .card .label{font-weight:600;color:var(--soft);font-size:.9375rem}
    .card .value{font-size:1.75rem;font-weight:700;letter-spacing:-.02em;line-height:1.25;margin:.15rem 0 .1rem;font-variant-numeric:tabular-nums}
    .card .margin{color:var(--soft);font-weight:600;font-size:.9375rem;line-height:1.4;margin:0 0 .5rem;font-variant-numeric:tabular-nums}
    .card.basis .value{margin-bottom:.5rem}
    .card p:last-child{font-size:.9375rem;line-height:1.5}
    figure{margin:1.5rem 0 0}
    .chart>svg{max-width:50rem}
    figcaption{font-weight:600;margin-bottom:.75rem}
    .note{font-size:.875rem;color:var(--soft);margin:.5rem 0 0}
    .chart svg.small{display:block;width:100%;max-width:21rem;height:auto;overflow:visible}
    .chart svg.wide,.chart svg.narrow{display:block;width:100%;height:auto;overflow:visible}
    .chart svg.narrow{display:none}
    #regios svg.wide{max-width:42rem}
    @media (max-width:37.5rem){.chart svg.wide{display:none}.chart svg.narrow{display:block}}
    svg text{font:13px "Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:var(--ink)}
    svg .t{fill:var(--soft);font-size:12.5px}
    svg .small{font-size:12px}
    svg .strong{font-weight:600}
    svg .fund{fill:var(--fund)}
    svg .halo{paint-order:stroke;stroke:var(--ground);stroke-width:5px}
    .grid{stroke:var(--grid)}
    .zero{stroke:var(--soft)}
    .band{fill:var(--band)}.inner{fill:var(--inner)}
    .course{fill:none;stroke:var(--blue);stroke-width:2.5;stroke-linejoin:round}
    .dot{fill:var(--ground);stroke:var(--blue);stroke-width:2}
    .funding{fill:none;stroke:var(--fund);stroke-width:2;stroke-dasharray:6 4}
    .mean{fill:var(--blue)}.mark .bar{fill:var(--blue)}
    .whole{fill:var(--whole)}
    .save{fill:var(--ground);stroke:var(--orange);stroke-width:2}
    .lowend{fill:var(--inner)}
    .either{fill:var(--ground);stroke:var(--soft);stroke-width:1.5}
    .break{fill:var(--ground);stroke:var(--soft)}
    .link{stroke:var(--soft);stroke-dasharray:2 2}
    .expected{stroke:var(--ink);stroke-width:1.5}
    .hit{fill:transparent}.guide{stroke:none}
    .mark{outline:none}
    .mark:hover .guide,.mark:focus .guide{stroke:var(--soft)}
    .mark:hover .hit,.mark:focus .hit{fill:var(--ink);fill-opacity:.06}
    .mark:focus-visible .hit,.mark:focus-visible .tile{stroke:var(--focus);stroke-width:3}
    .mark:focus-visible .dot{fill:var(--focus)}
    .tile{stroke:var(--rule)}.tile.chosen{stroke:var(--orange);stroke-width:4}
    a:hover .tile{stroke:var(--ink);stroke-width:2}
    a:focus-visible .tile{stroke:var(--focus);stroke-width:4}
    .s0{fill:var(--s0)}.s1{fill:var(--s1)}.s2{fill:var(--s2)}.s3{fill:var(--s3)}.s4{fill:var(--s4)}
    svg .on0{fill:var(--on0)}svg .on1{fill:var(--on1)}svg .on2{fill:var(--on2)}svg .on3{fill:var(--on3)}svg .on4{fill:var(--on4)}
    .spark{display:block;width:80px;height:12px;margin:.2rem 0 0 auto}
    details{margin:.75rem 0}
    summary{cursor:pointer;color:var(--blue);padding:.2rem 0}
    details.region,details.assumptions{border-bottom:1px solid var(--rule);margin:0}
    details.region>summary,details.assumptions>summary{padding:.5rem 0;font-weight:600}
    details.region[open]>summary{margin-bottom:.75rem}
    details.region[open],details.assumptions[open]{padding-bottom:1.25rem}
    .table{margin-top:1rem;position:relative}
    .copy{position:absolute;right:0;top:-.3rem;z-index:1;font-size:.8125rem;padding:.15rem .6rem;color:var(--soft)}
    @media (max-width:37.5rem){.copy{position:static;margin-bottom:.4rem}}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.4}
    caption{text-align:left;font-weight:600;padding:0 8.5rem .5rem 0;position:sticky;left:0;max-width:calc(100vw - 2.5rem)}
    @media (max-width:37.5rem){caption{padding-right:0;max-width:calc(100vw - 2rem)}}
    th,td{padding:.45rem .75rem .45rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
    th:last-child,td:last-child{padding-right:0}
    thead th{color:var(--soft);font-weight:600;vertical-align:bottom;border-bottom:2px solid var(--soft)}
    tbody th{font-weight:400;min-width:8rem}
    .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    thead .n{white-space:normal}
    .sum th,.sum td{font-weight:700;border-top:2px solid var(--soft)}
    .part th{padding-left:1.25rem}
    .v,.span{display:block}
    .span{font-size:.8125rem;color:var(--soft);font-weight:400}
    th button{border:0;background:none;padding:0;font-weight:600;color:var(--soft);text-align:inherit}
    th button::after{content:"\00a0\2195";color:var(--soft)}
    th[aria-sort=ascending] button::after{content:"\00a0\25b2";color:var(--blue)}
    th[aria-sort=descending] button::after{content:"\00a0\25bc";color:var(--blue)}
    tr.chosen th,tr.chosen td{background:var(--panel)}
    .assumptions td,.assumptions th{font-size:.875rem;min-width:5rem}
    .assumptions td{overflow-wrap:break-word}
    .assumptions td.n{min-width:0}
    .assumptions td:nth-last-child(2){min-width:16rem}
    .assumed{color:var(--fund)}
    .facts{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.35rem 1.25rem;margin:1rem 0}
    .facts dt,.reading dt{font-weight:600}
    .facts dd,.reading dd{margin:0}
    .reading dd{margin-bottom:1rem}
    @media (max-width:37.5rem){.facts{display:block}.facts dd{margin-bottom:.75rem}}
    code{font-size:.8125rem;overflow-wrap:anywhere}
    nav{padding:1.5rem 0;border-top:1px solid var(--rule)}
    .list{columns:17rem;column-gap:2rem;padding-left:1.5rem;margin:0;max-width:none;font-size:.9375rem}
    .list li{break-inside:avoid;padding:.1rem 0}
    footer{border-top:1px solid var(--rule);color:var(--soft);font-size:.875rem;padding-top:1rem;padding-bottom:2rem}
    .sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    [hidden]{display:none!important}
    #tip{position:fixed;z-index:8;max-width:20rem;padding:.5rem .7rem;background:var(--ink);color:var(--ground);font-size:.875rem;line-height:1.4;border-radius:.25rem;pointer-events:none}
    @media screen and (max-width:37.5rem){.rows,.rows tbody,.rows tr,.rows tbody th,.rows td{display:block}
    .rows thead{display:none}
    .rows.sortable thead,.rows.sortable thead tr{display:flex;flex-wrap:wrap;gap:.25rem 1rem}
    .rows.sortable thead th{border:0;padding:0}
    .rows tr[hidden]{display:none}
    .rows caption{display:block}
    .rows tbody tr{padding:.6rem 0;border-bottom:1px solid var(--rule)}
    .rows tbody th,.rows td{border:0!important;padding:.1rem 0;min-width:0!important}
    .rows tbody th{font-weight:600;overflow-wrap:anywhere}
    .rows .part th{padding-left:0}
    .rows td{display:flow-root;overflow-wrap:anywhere}
    .rows td::before{content:attr(data-label);display:block;color:var(--soft);font-weight:400;font-size:.875rem}
    .rows td.n::before{float:left;max-width:52%;text-align:left;white-space:normal;font-size:inherit}
    .rows td:empty{display:none}
    .rows .sum{border-top:2px solid var(--soft)}}
    @media (forced-colors:active){.band,.inner,.tile{forced-color-adjust:none}svg .on0,svg .on1,svg .on2,svg .on3,svg .on4{forced-color-adjust:none}}
    @page{size:A4;margin:16mm 15mm 18mm;@bottom-left{content:var(--heading,"Waterlijn");font:9pt sans-serif;color:#4a5a70}@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#4a5a70}}
    @media print{:root:lang(nl):has(.example){--heading:"Voorbeeld (Waterlijn)"}:root:lang(en):has(.example){--heading:"Example (Waterlijn)"}
    :root{--ground:#fff;--panel:#f3f6fa;--ink:#16243a;--soft:#4a5a70;--rule:#c2ccd9;--grid:#e4eaf1;--blue:#0b5394;--band:#c8dcf0;--inner:#8db6de;
    --orange:#b45309;--whole:#42526b;--fund:#9a3c00;--s0:#eaf2fa;--s1:#c0d9ef;--s2:#86b4dc;--s3:#2f6fb0;--s4:#083a6b;--on0:#16243a;--on1:#16243a;--on2:#0c1a2e;--on3:#fff;--on4:#fff;color-scheme:light}
    body{font-size:10pt;line-height:1.45;print-color-adjust:exact;-webkit-print-color-adjust:exact}
    main,footer{max-width:none;padding:0}
    .bar{position:static;padding:0 0 .3rem}.controls,.copy,.skip,.filter,#tip,nav{display:none!important}
    section{padding:1rem 0;border-top:1px solid var(--rule)}
    h1{font-size:22pt}h2{font-size:15pt}h3{font-size:11pt}.lead{font-size:11pt}.card .value{font-size:16pt}.card p:last-child,.card .label{font-size:9pt}
    h2,h3,figcaption,caption,summary,p:has(+figure,+.table,+[data-scenario],+p+figure,+p+.table){break-after:avoid}tbody tr:first-child{break-before:avoid}
    figure svg,.card,tr,dd,li,p{break-inside:avoid}
    figcaption{break-after:avoid}
    .cards{grid-template-columns:repeat(4,1fr);gap:.5rem}.card{padding:.5rem .6rem}.card .margin{font-size:8.5pt}.top{padding:.5rem 0 1rem}
    .chart svg.wide{display:block;max-height:105mm}#regios svg.wide{max-width:none;max-height:none}caption{position:static;max-width:none;padding-right:0}.chart svg.narrow{display:none}
    thead{display:table-header-group}
    .scroll{overflow:visible}
    table{font-size:8pt}.span{font-size:7pt}th,td{padding:.2rem .4rem .2rem 0}
    .spark{width:22mm;height:3.3mm}th button::after,th[aria-sort] button::after{content:none}#regios [data-scenario]>.table{break-before:page}.each:not(:has([open])){display:none}code{font-size:6.5pt}
    figure .table,#begroting .table{break-inside:avoid}
    details.assumptions{border-bottom:0}.assumptions td,.assumptions th{font-size:6.5pt;min-width:0;hyphens:auto;overflow-wrap:break-word}.assumptions td:nth-last-child(2){min-width:24mm}tbody th{min-width:0}
    details.assumptions::details-content,details.more::details-content{content-visibility:visible;display:block}
    details:not([open],.assumptions,.more){display:none}
    a{color:inherit;text-decoration:none}}
    @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
    """#
}
