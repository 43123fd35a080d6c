import {parquetSql} from "./paths.ts";

const none = `(select null::ubigint as reader, null::varchar as country, null::varchar as region, null::varchar as city
  where false)`;

/**
 * The statement's text that says where each reader is, one row a reader.
 *
 * Where files disagree, the place counts of which most is known: France is more than nothing, and Arles more than France.
 * Of two that are alike in that, the last by name: an answer that is the same whatever the order of the files.
 *
 * @param files SQL literals of paths of Parquet files.
 */
export function placesSql(files: readonly string[]): string {
  return `select reader, nullif(place.country, '') as country, nullif(place.region, '') as region, nullif(place.city, '') as city
    from (select reader, max(struct_pack(
        known := (country is not null)::int + (region is not null)::int + (city is not null)::int,
        country := coalesce(country, ''), region := coalesce(region, ''), city := coalesce(city, ''))) as place
      from ${files.length === 0 ? none : parquetSql(files)}
      group by reader)`;
}
