/** The frame of the few pages that a browser shows while signing in: plain HTML, no script, nothing from elsewhere. */
import { createHash } from 'node:crypto';

const STYLE = `
:root{color-scheme:light;--blue:#000091;--red:#c9191e;--ink:#161616;--quiet:#666;--line:#ddd;--pale:#f5f5fe}
*{box-sizing:border-box}
body{margin:0;font:1rem/1.5 "Marianne","Source Sans Pro",system-ui,sans-serif;color:var(--ink);background:#fff}
header{border-bottom:1px solid var(--line);padding:1.25rem 0}
header,main{padding-left:max(1.25rem,calc(50vw - 26rem));padding-right:max(1.25rem,calc(50vw - 26rem))}
.mark{display:inline-block;width:3rem;height:.5rem;margin-bottom:.5rem;background:linear-gradient(90deg,var(--blue) 0 33%,#fff 33% 66%,var(--red) 66%);outline:1px solid var(--line)}
header strong{display:block}
main{padding-top:2rem;padding-bottom:3rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 1rem}
h2{font-size:1rem;margin:1.25rem 0 .4rem;padding-bottom:.2rem;border-bottom:1px solid var(--line)}
p{max-width:42rem}
.notice{border-left:4px solid var(--blue);background:var(--pale);padding:.75rem 1rem;max-width:46rem}
.fault{border-left:4px solid var(--red);background:#fff4f4;padding:.75rem 1rem;max-width:46rem}
label{display:block;font-weight:600;margin:1rem 0 .25rem}
label.tick{font-weight:400}
input[type=email],input[type=password],input[type=text]{width:100%;max-width:26rem;padding:.6rem .75rem;font:inherit;border:0;border-bottom:2px solid var(--ink);background:#eee}
button{font:inherit;cursor:pointer}
button.main{margin-top:1.5rem;padding:.6rem 1.5rem;border:0;background:var(--blue);color:#fff;font-weight:600}
button.main:hover{background:#1212ff}
ul.people{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(15.5rem,1fr));gap:.5rem}
ul.people button{display:flex;flex-direction:column;width:100%;height:100%;text-align:left;padding:.6rem .8rem;border:1px solid var(--line);background:#fff}
ul.people button:hover{background:var(--pale);border-color:var(--blue)}
ul.people b{display:block;color:var(--blue)}
ul.people small{color:var(--quiet);display:block}
:focus-visible{outline:3px solid #0a76f6;outline-offset:2px}
a{color:var(--blue)}
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/**
 * The policy of every page of the identity pages. Forms may end at the workspace's loopback listener: browsers check
 * the redirections that follow a form too.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "form-action 'self' http://127.0.0.1:*",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Sent with each page and each redirection of the sign-in. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': PAGE_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML, whoever wrote it. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A whole page; `body` is HTML that the caller has escaped. */
export function page(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Renfort RH</title>
<style>${STYLE}</style>
</head>
<body>
<header><span class="mark"></span><strong>Renfort RH</strong>Régulation des renforts en crise sanitaire</header>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}
