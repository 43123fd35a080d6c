import {makeToken} from "../../accounts/secrets.ts";
import {binder} from "../bind.ts";
import {appealDecision, reportPost} from "../moderation/report.ts";
import {searchPosts} from "../search/search.ts";
import type {ForumStore} from "../store.ts";
import {closeForum, conditionOf, reopenForum} from "./closing.ts";
import {dropDraft, keepDraft, listDrafts, takeDraft} from "./drafts.ts";
import {editPost, withdrawPost} from "./edit.ts";
import {listSections, listThreads, listUnread, markRead, readFeed} from "./lists.ts";
import {withWriting} from "./rates.ts";
import {earlierTexts, readPost, readThread} from "./seen.ts";
import {openTopic, topicOf} from "./topic.ts";
import {openThread, type PostForm, replyIn, type TopicAbout} from "./write.ts";

/** What is written in a forum and read of it, for the store that is open. */
export function postsOf(opened: ForumStore) {
  const store = withWriting(opened);
  const bound = binder(store);
  return {
    sections: bound(listSections),
    threads: bound(listThreads),
    thread: bound(readThread),
    post: bound(readPost),
    earlier: bound(earlierTexts),
    search: bound(searchPosts),
    feed: bound(readFeed),
    topicOf: bound(topicOf),

    open: (author: number, form: PostForm & {readonly section: string; readonly title: string}) =>
      openThread(store, author, form),
    reply: bound(replyIn),
    edit: bound(editPost),
    withdraw: bound(withdrawPost),
    openTopic: (
      editor: number,
      about: TopicAbout,
      form: {readonly section: string; readonly title: string; readonly source: string; readonly once?: string},
    ) => openTopic(store, editor, about, {once: makeToken(), ...form}),
    drafts: {keep: bound(keepDraft), take: bound(takeDraft), list: bound(listDrafts), drop: bound(dropDraft)},
    unread: bound(listUnread),
    markRead: bound(markRead),

    report: bound(reportPost),
    appeal: bound(appealDecision),

    state: bound(conditionOf),
    close: bound(closeForum),
    reopen: bound(reopenForum),
  };
}
