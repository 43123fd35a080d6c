import {DuckDBInstance} from "@duckdb/node-api";

/*
 * A file of tests has one core, and their engines small tables: a second thread would find nothing to do, and take a tenth of the
 * processor's time to find it. What tests start as a process has as many as there are cores, and so has `npm run test:long`.
 */
const isDone = Symbol.for("broadsheet tests: engines of one thread");

if (!(isDone in DuckDBInstance)) {
  const create = DuckDBInstance.create.bind(DuckDBInstance);
  DuckDBInstance.create = (path, options) => create(path, {...options, threads: "1"});
  Object.assign(DuckDBInstance, {[isDone]: true});
}
