/** The heading of the publisher's own words, where they gave them no title. */
export const commentaryTitle = "Commentary";
