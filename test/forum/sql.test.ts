import {expect, test} from "vitest";
import {questions as accountQuestions} from "../../src/accounts/sql.ts";
import {memberQuestions} from "../../src/forum/sql/members.ts";
import {moderationQuestions} from "../../src/forum/sql/moderation.ts";
import {postQuestions} from "../../src/forum/sql/posts.ts";
import {searchQuestions} from "../../src/forum/sql/search.ts";
import {PeopledForum} from "./posts/people.ts";

const all = [accountQuestions, memberQuestions, postQuestions, moderationQuestions, searchQuestions];

test("no two questions of the forum's file have one name", () => {
  const names = all.flatMap((questions) => Object.keys(questions));
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});

test("every question can be asked, and none looks through a whole table of posts or threads to show a page", () => {
  const place = new PeopledForum();
  try {
    const whole = /^SCAN (?:post|thread|quote|read_mark|report|decision)\b(?!.*USING)/;
    const plans = all
      .flatMap((questions) => Object.entries<string>(questions))
      .map(([name, question]) => {
        const rows = place.ask(`explain query plan ${question}`);
        return {name, scans: rows.map(({detail}) => String(detail)).filter((detail) => whole.test(detail))};
      });
    expect(plans.filter(({scans}) => scans.length > 0)).toEqual([]);
  } finally {
    place.remove();
  }
});
