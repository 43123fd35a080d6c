/** What `publication` is in the settings of files that are read once and of which nobody said whose they are: the sign for what is missing. */
export const unnamedPublication = "–";
