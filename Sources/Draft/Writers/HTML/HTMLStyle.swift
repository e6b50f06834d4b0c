internal import Text

/// The style of a page: dark and light, phone and paper. Colours have a contrast of at least 4.5 to 1 on what they
/// stand on.
let htmlStyle = """

  :root{color-scheme:light dark;--paper:#fdfcf9;--ink:#1d2326;--soft:#535d62;--line:#d9d5cb;--tint:#f3efe6;
  --accent:#0c5a5b;--accent-tint:#e2eeec;--gap:#6b4300;--gap-tint:#fdeecb;--new:#0a5a2c;--new-tint:#ddf2e2;
  --f0:#2f6b3a;--f1:#a3432b;--f2:#1f5f8b;--f3:#7a4b00}
  @media (prefers-color-scheme:dark){:root{--paper:#15191b;--ink:#e8e6e1;--soft:#a9b1b4;--line:#3a4144;--tint:#1f2527;
  --accent:#7fd0c8;--accent-tint:#1d3434;--gap:#ffd98a;--gap-tint:#3d3015;--new:#9be0b0;--new-tint:#173423;
  --f0:#8ccf98;--f1:#f0a08a;--f2:#8dc3ea;--f3:#e6bd72}}
  *{box-sizing:border-box}
  html{font-size:106.25%;-webkit-text-size-adjust:100%}
  body{margin:0 auto;max-width:64rem;padding:2.5rem 1.5rem 5rem;background-color:var(--paper);color:var(--ink);
  font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;
  overflow-wrap:break-word}
  h1,h2,h3,h4{font-family:Charter,"Bitstream Charter","Iowan Old Style",Georgia,"Noto Serif","DejaVu Serif",serif;
  line-height:1.2;text-wrap:balance}
  h1{font-size:2.6rem;margin:0 0 1.2rem;letter-spacing:-.01em}
  h2{font-size:1.75rem;margin:0 0 .6rem}
  h3{font-size:1.2rem;margin:2rem 0 .6rem}
  h4,.field h3{font-size:1.05rem;margin:0 0 .5rem}
  header{border-bottom:4px solid;border-bottom-color:var(--accent);padding-bottom:1.2rem;margin-bottom:2rem}
  header p{margin:.3rem 0;color:var(--soft)}
  p,ul,ol,dl{margin:.6rem 0}
  p,li,dd{max-width:44rem}
  ul,ol{padding-left:1.4rem}
  li+li{margin-top:.25rem}
  a{color:var(--accent);text-underline-offset:.15em}
  nav{background-color:var(--tint);padding:1.2rem 1.5rem;border-radius:.5rem;margin-bottom:2.5rem}
  nav h2{font-size:1.1rem}
  nav ol{columns:2 18rem;column-gap:2.5rem;margin:0}
  nav li{break-inside:avoid}
  section{margin:3.2rem 0 0;padding-top:1.4rem;border-top:1px solid;border-top-color:var(--line)}
  .state{display:inline-block;margin:0 0 .8rem;padding:.1rem .7rem;border:1px solid;border-radius:1rem;font-size:.85rem;
  color:var(--soft)}
  .state.open{color:var(--gap);background-color:var(--gap-tint)}
  .state.decided{color:var(--new);background-color:var(--new-tint)}
  mark{background-color:var(--gap-tint);color:var(--gap);padding:0 .25em;border-radius:.2em;border-bottom:2px dotted}
  ins{text-decoration:none;border-left:3px solid;border-left-color:var(--new);padding-left:.35em}
  .flag{font-size:.75em;color:var(--new);text-transform:uppercase;letter-spacing:.04em}
  .boxed{font-size:1.2rem;line-height:1.45;border-left:5px solid;border-left-color:var(--accent);background-color:var(--accent-tint);
  padding:1rem 1.3rem;border-radius:0 .5rem .5rem 0;margin:1.2rem 0}
  table{border-collapse:collapse;width:100%;margin:.8rem 0 1.4rem;font-size:.92rem;line-height:1.4}
  table.narrow{width:auto;min-width:60%}
  table.wide{font-size:.82rem}
  th,td{text-align:left;vertical-align:top;padding:.45rem .7rem .45rem 0;border-bottom:1px solid;border-bottom-color:var(--line)}
  thead th,thead td{border-bottom:2px solid;border-bottom-color:var(--accent);color:var(--soft);font-weight:600;font-size:.9em}
  tbody th{font-weight:600}
  .sum th,.sum td{border-top:2px solid;border-top-color:var(--accent);border-bottom:0;font-weight:700}
  td,th{overflow-wrap:break-word}.long{overflow-wrap:anywhere}.short{white-space:nowrap}
  .number{white-space:nowrap;text-align:right;padding-left:.7rem;font-variant-numeric:tabular-nums}
  .ticks{list-style:none;padding:0}
  .ticks li{color:var(--soft)}
  .ticks .chosen{color:var(--ink);font-weight:600}
  .cross{display:flex;flex-wrap:wrap;margin:1rem 0 1.6rem;border:1px solid;border-color:var(--line);border-radius:.5rem;overflow:hidden}
  .field{flex:1 1 50%;min-width:min(100%,17rem);padding:1rem 1.2rem;border-top:5px solid var(--f0);background-color:var(--tint);
  outline:1px solid;outline-color:var(--line)}
  .field ul{margin:0}
  .f0{border-color:var(--f0)}.f1{border-color:var(--f1)}.f2{border-color:var(--f2)}.f3{border-color:var(--f3)}
  .f0 :is(h3,h4){color:var(--f0)}.f1 :is(h3,h4){color:var(--f1)}.f2 :is(h3,h4){color:var(--f2)}.f3 :is(h3,h4){color:var(--f3)}
  .cards{display:flex;flex-wrap:wrap;gap:1rem;margin:1rem 0}
  article{flex:1 1 20rem;min-width:0;border:1px solid;border-color:var(--line);border-top:5px solid;border-top-color:var(--accent);border-radius:.5rem;
  padding:1rem 1.2rem;break-inside:avoid}
  article :is(h3,h4){font-size:1.2rem;margin:0 0 .5rem}
  dl{margin:.4rem 0}
  dt,.label{font-size:.82rem;color:var(--soft);font-weight:600;margin:.5rem 0 0}
  dd{margin:0}
  .label+ul{margin-top:.1rem}
  figure{margin:1.2rem 0}
  .course{max-width:30rem}
  .quote{border-left:3px solid;border-left-color:var(--line);padding-left:1.2rem}
  blockquote{margin:0;max-width:44rem;font-size:1.05rem}
  figcaption{color:var(--soft);font-size:.88rem;margin-top:.3rem}
  .chain,.chain ul{list-style:none;margin:0;padding:0}
  .chain>li{margin:.8rem 0}
  .chain ul{margin-left:1.1rem}
  .chain ul li{position:relative;padding:.4rem 0 0 1.3rem;margin:0;border-left:2px solid;border-left-color:var(--line)}
  .chain ul li:last-child{border-color:transparent}
  .chain ul li::before{content:"";position:absolute;left:-2px;top:0;width:1.2rem;height:1.35rem;
  border:solid;border-color:var(--line);border-width:0 0 2px 2px;border-radius:0 0 0 .4rem}
  .node a{color:inherit;text-decoration:none}.node{display:inline-block;border:1px solid;border-color:var(--line);border-radius:.4rem;padding:.2rem .7rem;background-color:var(--tint)}
  .chain>li>.node{border-left:5px solid;border-left-color:var(--accent);font-weight:600}
  .bars{list-style:none;padding:0}
  .bars li{display:flex;flex-wrap:wrap;align-items:center;gap:.1rem 1rem;max-width:none;padding:.3rem 0}
  .bars li>span:first-child{flex:0 1 24rem}
  .bars svg{flex:none}
  .bars span.way{white-space:nowrap;font-weight:600;font-variant-numeric:tabular-nums}
  svg{max-width:100%;height:auto}
  svg text{text-anchor:middle;fill:var(--ink);font-family:inherit}
  svg text.row{text-anchor:start}
  .track{stroke:var(--line);stroke-width:2}line.way{stroke:var(--accent);stroke-width:4}
  circle.from{fill:var(--paper);stroke:var(--accent);stroke-width:3}.to,.fill{fill:var(--accent)}.trough{fill:var(--tint)}
  .risks svg{max-width:40rem}.comb svg{max-width:36rem}.flower svg{max-width:38rem}
  .risks rect{stroke:#fff;stroke-width:2}
  .low{fill:#eef4f3}.middle{fill:#cfe1df}.high{fill:#a9c9c6}
  svg text.mark{fill:var(--ink)}.risks text.mark{fill:#1d2326}
  .risks figcaption ul{padding:0;list-style:none}
  .cell{fill:var(--accent-tint);stroke:var(--accent);stroke-width:3}.cell.full{fill:var(--tint);stroke:var(--line)}
  .petal{fill:var(--accent-tint);stroke:var(--accent);stroke-width:2}
  .heart{fill:var(--paper);stroke:var(--accent);stroke-width:5}
  .timeline h3{margin:1.4rem 0 .3rem}
  .timeline ul{list-style:none;padding:0;margin:0;border-left:3px solid;border-left-color:var(--accent-tint)}
  .timeline li{padding-left:1rem;max-width:none}
  .timeline time{font-weight:600;font-variant-numeric:tabular-nums;margin-right:.4rem}
  .kind{color:var(--soft);font-size:.85rem;margin-left:.6rem}
  .calendar{table-layout:fixed;font-size:.8rem}
  .calendar td{border:1px solid;border-color:var(--line);padding:.35rem;height:4.2rem}
  .calendar th{padding:.35rem}
  .calendar time{color:var(--soft);font-weight:600}.calendar i{display:none}
  .calendar ul{list-style:none;padding:0;margin:.2rem 0}
  .calendar li{background-color:var(--accent-tint);border-radius:.25rem;padding:.1rem .3rem}
  .annex{font-size:.94rem}
  .one-page section{margin-top:1.1rem;padding-top:.7rem}.one-page h2{font-size:1.1rem}.one-page h1{font-size:1.9rem}
  .box{overflow-x:auto}
  @media screen and (max-width:44rem){
  body{padding:1.2rem 1rem 3rem}h1{font-size:1.9rem}h2{font-size:1.4rem}
  table:not(.calendar),table:not(.calendar) tbody,table:not(.calendar) tr,table:not(.calendar) th,
  table:not(.calendar) td{display:block}
  table thead{display:none}
  table.narrow{width:100%}.bars span.way{white-space:normal}
  table:not(.calendar) tr{border-bottom:2px solid;border-bottom-color:var(--line);padding:.6rem 0}
  table:not(.calendar) th,table:not(.calendar) td{border:0;padding:.1rem 0;text-align:left}
  table:not(.calendar) .empty{display:none}
  table:not(.calendar) td[data-label]::before{content:attr(data-label);display:block;font-size:.78rem;color:var(--soft);font-weight:600}
  table.calendar,.calendar tbody,.calendar tr,.calendar td{display:block;height:auto}
  .calendar td{border:0;border-bottom:1px solid;border-bottom-color:var(--line)}.calendar .free{display:none}.calendar i{display:inline;font-style:normal}
  .spans{display:none}}
  @media print{
  @page{size:A4;margin:16mm 16mm 17mm;@bottom-right{content:counter(page);font:9pt sans-serif}}
  @page one-page{size:A4;margin:13mm 16mm 11mm;@bottom-right{content:none}}
  @page wide{size:A4 landscape;margin:13mm 14mm 15mm}
  :root{--paper:#fff;--ink:#111;--soft:#444;--line:#bbb;--tint:#f5f3ee;--accent:#0c5a5b;--accent-tint:#e8f1f0;
  --gap:#6b4300;--gap-tint:#fdf3dc;--new:#0a5a2c;--new-tint:#e8f6eb;--f0:#2f6b3a;--f1:#a3432b;--f2:#1f5f8b;--f3:#7a4b00}
  html{font-size:9.3pt}body{line-height:1.4}
  body{max-width:none;padding:0}
  nav{background-color:transparent;padding:0}
  nav a{color:inherit;text-decoration:none}nav ol{columns:1;padding:0;list-style:none}
  nav a::after{content:leader('.') target-counter(attr(href),page);color:var(--soft)}
  section{margin-top:1.2rem;padding-top:.7rem}.report header{min-height:0}
  h2,h3,h4,.state,thead,.label,dt,li:first-child,thead+tbody tr:first-child{break-after:avoid}
  li:last-child:not(:first-child),tr:last-child:not(:first-child){break-before:avoid}.calendar{break-inside:avoid}
  tr,.end,.field,article,.quote,.boxed,figure,li{break-inside:avoid}
  p,li{orphans:3;widows:3;max-width:none}.box{overflow:visible}.annex{font-size:7.4pt}.annex h2{font-size:1.35rem}.annex.first{break-before:page}
  .turned{page:wide}table.wide{font-size:7.2pt}.box.kept{break-inside:avoid}.chain li,.chain ul{break-inside:auto}
  .chain li:first-child,.chain li:last-child:not(:first-child){break-before:auto;break-after:auto}
  section.annex{margin-top:.8rem;padding-top:.4rem}.annex h2{margin-bottom:.2rem}.annex h3{margin:.6rem 0 .15rem}
  .annex table{margin:.2rem 0 .5rem}.annex :is(th,td){padding:.15rem .5rem .15rem 0}.annex :is(ul,ol){margin:.2rem 0}
  .chain>li{margin:.3rem 0}.chain ul li{padding-top:.2rem}.node{padding:.05rem .5rem;font-size:.94em;line-height:1.3}th,td{padding:.22rem .6rem .22rem 0}table{margin:.4rem 0 .8rem}h2{font-size:1.55rem}h3{margin:1rem 0 .3rem}
  .cards,.cross{orphans:1;widows:1}.report .drawn{display:none}
  .flower svg{max-width:88mm}.risks svg{max-width:90mm}.comb svg{max-width:78mm}
  .cross,.cards,.bars li{display:block}.state{display:table}
  .field{display:inline-block;vertical-align:top;width:49.2%;min-width:0}
  article{display:inline-block;vertical-align:top;width:48.5%;margin-bottom:.5rem;padding:.5rem .8rem}
  article :is(h3,h4){margin:0 0 .2rem}dt,.label{margin:.25rem 0 0}article ul{margin:.1rem 0}
  .bars li>span:first-child{display:inline-block;width:42%}.bars svg{width:38mm}
  .calendar{font-size:7pt}
  a{text-decoration:none}
  .one-page{page:one-page;font-size:9pt;line-height:1.28}
  .one-page header{margin-bottom:.5rem;padding-bottom:.3rem;border-bottom-width:3px}
  .one-page h1{font-size:1.45rem;margin-bottom:.15rem}.one-page header p{margin:0}
  .one-page section{margin-top:.5rem;padding-top:.3rem}.one-page h2{font-size:.98rem;margin:0 0 .1rem;color:var(--accent)}
  .one-page :is(p,ul,ol,table,.cross){margin:.1rem 0}.one-page ul{padding-left:1.1rem}
  .one-page :is(p,li){max-width:none}.one-page li+li{margin-top:.05rem}
  .one-page .boxed{font-size:1.12em;padding:.3rem .7rem;margin:.2rem 0}.one-page table{font-size:.96em;width:100%}
  .one-page :is(th,td){padding:.12rem .5rem .12rem 0}.one-page .field{padding:.3rem .5rem}}

  """
