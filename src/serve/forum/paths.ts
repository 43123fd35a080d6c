/** The addresses of the forum's pages, each under `/forum/`. */
export const forumPath = {
  section: (id: string, page = 1): string => `/forum/s/${id}${page > 1 ? `?page=${page}` : ""}`,
  thread: (id: number, page = 1, anchor?: string): string =>
    `/forum/t/${id}${page > 1 ? `?page=${page}` : ""}${anchor === undefined ? "" : `#${anchor}`}`,
  post: (id: number): string => `/forum/p/${id}`,
};
