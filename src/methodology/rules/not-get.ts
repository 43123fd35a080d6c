import {message, series} from "../../base/words/message.ts";
import type {Rule} from "./rule.ts";

/** Only a request to see something is one: HEAD, POST and what scanners send are not. */
export const notGet: Rule = {
  id: "not-get",
  label: message("verdict.not-get"),
  setting: "methods",
  explain: ({methods}) => (methods.join() === "GET" ? "" : message("counted-methods", {methods: series(methods)})),
  fitsAnswer: ({method}, {methods}) => !methods.includes(method),
};
