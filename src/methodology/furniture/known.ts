import type {FurnitureName} from "../../workspace/config/furniture.ts";

/*
 * What is fetched by programs of common systems and is no document, wherever on a site it lies. A list of our own, like those of robots:
 * it has a date, and is never changed without a new one.
 */

/** The day of the list, by which reports call it. */
export const knownFurnitureVersion = "2026-11-30";

/** What is fetched of one system. */
export interface FurnitureGroup {
  /** Addresses with a slash behind them or without, and nothing that is below them; `*` before one: in whatever folder. */
  readonly alone?: readonly string[];
  /** Patterns as settings have them; those of a query are asked only where queries are looked at. */
  readonly patterns?: readonly string[];
}

const words = (text: string): string[] => text.trim().split(/\s+/);

/**
 * What belongs to no document, by the names under which a publisher may leave it out.
 *
 * @source docs/furniture.md
 */
export const knownFurniture = {
  feeds: {
    alone: words(`*/feed */feed/rss */feed/rss2 */feed/rdf */feed/atom */feed/podcast */rss */rss2 */atom
      */rss.php */atom.php */index.rdf */feed.rdf */rss.rdf /feeds/posts/default /feeds/comments/default`),
    patterns: words("/**sitemap*.xml.gz"),
  },
  wordpress: {
    alone: words(
      "*/wp-login.php */wp-cron.php */xmlrpc.php */wp-comments-post.php */wp-trackback.php */trackback */embed",
    ),
    patterns: words("/**/wp-json/ /**/wp-admin/ /**/wp-includes/ /**?feed /**?rest_route /**?wc-ajax"),
  },
  mediawiki: {alone: words("*/api.php */load.php */opensearch_desc.php"), patterns: words("/**/rest.php/")},
  ghost: {patterns: words("/ghost/ /members/api/")},
  drupal: {alone: words("/cron.php /update.php"), patterns: words("/jsonapi/")},
  joomla: {patterns: words("/administrator/ /**?format=feed /**?option=com_ajax")},
  phpbb: {alone: words("*/cron.php */feed.php")},
  matomo: {alone: words("*/matomo.php */piwik.php")},
  plausible: {alone: words("/api/event")},
  cloudflare: {patterns: words("/cdn-cgi/")},
  "health-checks": {
    alone: words(`/healthz /livez /readyz /healthcheck /health-check /health_check /_health /api/health /server-status
      /server-info /nginx_status /stub_status /fpm-ping /fpm-status`),
  },
  "for-programs": {
    alone: words("/app-ads.txt /security.txt /humans.txt /sellers.json /browserconfig.xml /graphql"),
    patterns: words("/.well-known/"),
  },
} as const satisfies Readonly<Record<FurnitureName, FurnitureGroup>>;
