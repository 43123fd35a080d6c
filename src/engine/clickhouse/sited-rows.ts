/** ENGINE: where nothing is joined with, an old server has 0 in the place of nothing. In tables of sites their numbers begin here. */
export const firstSite = 1;

/** Where the sites of requests are looked up, and those of requests with another host, or without one; sites by their numbers. */
interface SiteTables {
  /** `host_text`, `host_site`. */
  readonly hosts: string;
  /** `load`, `load_site`. */
  readonly loads: string;
  readonly other: number;
  readonly none: number;
}

/**
 * SQL of the stored requests with their sites, and of the text that stands for a path of one site.
 *
 * @param stored SQL of where they are stored.
 */
export function sitedRows(
  stored: string,
  {hosts, loads, other, none}: SiteTables,
): {readonly asked: string; readonly from: string} {
  const byHost = `multiIf(host_text = '', ${none + firstSite}, coalesce(host_site, 0) = 0, ${other + firstSite}, coalesce(host_site, 0))`;
  const site = `if(coalesce(load_site, 0) = 0, ${byHost}, coalesce(load_site, 0)) - ${firstSite}`;
  return {
    asked: `concat(toString(${site}), ' ', path)`,
    from: `(
          select * from (
            select * from (
              select *, coalesce(host, '') as host_text from ${stored}
            ) as hosted left join ${hosts} as site_host using (host_text)
          ) as sited left join ${loads} as site_load using (load)
        )`,
  };
}
