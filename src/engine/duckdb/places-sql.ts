import {parquetSql} from "./paths.ts";

const none = `(select null::ubigint as reader, null::varchar as country, null::varchar as region, null::varchar as city,
    null::varchar as network
  where false)`;

/**
 * SQL of what stands in files of places. What was written before networks were looked up has none.
 *
 * @param files SQL literals of paths of Parquet files.
 */
export function placeRowsSql(files: readonly string[]): string {
  if (files.length === 0) return none;
  // ENGINE: by name, so that a column that no file has is there all the same, and is null.
  return `(from ${none} union all by name from ${parquetSql(files, {isByName: true})})`;
}

/**
 * The statement's text that says where each reader is, and in whose network, one row a reader.
 *
 * Where files disagree, the place counts of which most is known: France is more than nothing, and Arles more than France.
 * Of two that are alike in that, the last by name: an answer that is the same whatever the order of the files. So it is with networks.
 *
 * @param files SQL literals of paths of Parquet files.
 */
export function placesSql(files: readonly string[]): string {
  return `select reader, nullif(place.country, '') as country, nullif(place.region, '') as region, nullif(place.city, '') as city,
      network
    from (select reader, max(network) as network, max(struct_pack(
        known := (country is not null)::int + (region is not null)::int + (city is not null)::int,
        country := coalesce(country, ''), region := coalesce(region, ''), city := coalesce(city, ''))) as place
      from ${placeRowsSql(files)}
      group by reader)`;
}
