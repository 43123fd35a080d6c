/** What is looked for, and what may be found. A match comes in as a value like any other; `search/match.ts` makes it of quoted words alone. */
export const searchQuestions = {
  keepFound: "insert into found (rowid, text, place) values ($id, $text, $place)",
  dropFound: "delete from found where rowid = $id",
  keepFoundSigns: "insert into found_signs (rowid, text, place) values ($id, $text, $place)",
  dropFoundSigns: "delete from found_signs where rowid = $id",
  signsBeginning: "select term from found_signs_terms where term >= $from and term < $until limit $most",

  foundByWords: "select rowid as post from found where found match $match order by rowid desc limit $most",
  foundBySigns:
    "select rowid as post from found_signs where found_signs match $match and ($place = '' or place = $place) order by rowid desc limit $most",
  foundPosts: `select post.id as post, thread.id as thread, post.number, thread.title, thread.section, post.day, person.name, found.text
     from json_each($posts) as wanted
     join post on post.id = wanted.value
     join thread on thread.id = post.thread
     join found on found.rowid = post.id
     left join person on person.id = post.author
     where post.state = 'shown' and thread.is_public = 1
     order by post.id desc`,
} as const;
