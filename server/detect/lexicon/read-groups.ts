/** Reads lines of groups of words: groups are parted by `separator`, words by blanks. Returns the groups of each line. */
export function readGroups(text: string, separator: string): string[][][] {
  return text
    .trim()
    .split('\n')
    .map(line => line.split(separator).map(group => group.trim().split(' ')))
}
