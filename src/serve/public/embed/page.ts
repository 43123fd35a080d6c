import {courseFigure, courseTitle, describeSeries} from "../../../publish/site/pages/course-figure.ts";
import {openingOf} from "../../../publish/site/pages/frame.ts";
import {asWritten} from "../../../publish/site/pages/sheet.ts";
import {siteStyle} from "../../../publish/site/pages/style.ts";
import {seriesPath} from "../../../publish/site/paths.ts";
import {html, trusted} from "../../../render/markup/html.ts";
import type {ServedSite} from "../served-site.ts";
import type {EditionFigure} from "./edition-figure.ts";

/** A figure as a page that is shown within a page of others: its course, of which edition it is, and the way to all of it. */
export function embeddedPage({words, broadsheet}: ServedSite, {series, source, unit}: EditionFigure): string {
  const title = courseTitle(series, words);
  // In a frame of its own: the page around it is somebody else's.
  const whole = html`<a href="../../${seriesPath(series)}" target="_blank" rel="noopener">${words.t("site-every-month")}</a>`;
  return html`${openingOf(words)}<meta name="color-scheme" content="light dark">
<meta name="generator" content="Broadsheet ${broadsheet}">
<title>${title}</title>
<style>${trusted(siteStyle)}</style>
</head>
<body class="embedded">
<main>
<h1>${title}</h1>
<p class="unseen">${describeSeries(series, words)}</p>
${courseFigure(series, words)}<p class="when">${source}${unit === null ? "" : html` ${asWritten(unit)}.`} ${whole}</p>
</main>
</body>
</html>
`.html;
}
