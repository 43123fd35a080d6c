import {html, type Markup, noMarkup} from "../../render/markup/html.ts";
import type {PageAnswer} from "./answer.ts";
import {scriptPath, stylePath} from "./assets.ts";
import {type Desk, may, type Visitor} from "./desk.ts";
import {screens} from "./screens.ts";

/** What a page of the desk may do: show itself, with its own style and scripts, and send its forms to itself. */
export const deskPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** A page in the frame of the desk: where one may go, who is signed in, and how to leave. */
export function framePage(desk: Desk, visitor: Visitor | null, path: string, answer: PageAnswer): string {
  const {title, body} = answer;
  const {words} = desk;
  const {tag, direction} = words.language;
  const {publication} = desk;
  return html`<!DOCTYPE html>
<html lang="${tag}"${direction === "rtl" ? html` dir="rtl"` : noMarkup}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${words.t("site-title-of-page", {title, publication: publication()})}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${stylePath}">
${scriptOf(answer)}</head>
<body class="desk">
<a class="skip" href="#content">${words.t("site-skip")}</a>
<header class="bar-of-pages">
<p class="publication"><bdi>${publication()}</bdi> · ${words.t("desk")}</p>
${visitor?.isWhole === true ? navigation(desk, visitor, path) : noMarkup}</header>
<main id="content">
<h1>${title}</h1>
${body}</main>
</body>
</html>
`.html;
}

function scriptOf({script, refreshSeconds}: PageAnswer): Markup {
  if (script === undefined) return noMarkup;
  const again =
    refreshSeconds === undefined
      ? noMarkup
      : html`<noscript><meta http-equiv="refresh" content="${refreshSeconds}"></noscript>
`;
  return html`<script type="module" src="${scriptPath(script)}"></script>
${again}`;
}

function navigation({words}: Desk, visitor: Visitor, path: string): Markup {
  const links = screens
    .filter(({right}) => may(visitor, right))
    .map((screen) => {
      const isCurrent = screen.path === "/" ? path === "/" : path === screen.path || path.startsWith(`${screen.path}/`);
      return html`<li><a href="${screen.path}"${isCurrent ? html` aria-current="page"` : noMarkup}>${words.t(screen.label)}</a></li>`;
    });
  const {name, role} = visitor.person;
  return html`<nav aria-label="${words.t("desk-navigation")}">
<ul>${links}</ul>
</nav>
<div class="who"><a href="/account"><bdi>${name}</bdi></a> (${words.t(`desk-role.${role}`)}) <form method="post" action="/sign-out"><button>${words.t("desk-sign-out")}</button></form></div>
`;
}
