/**
 * What the made-up news is about. In a phrase the words in square brackets are those that two claims may dispute;
 * `{place}` is where it happened, `{n}`, `{day}`, `{organisation}` and `{it}` are the value of the fact.
 */
export type Fact =
  | { about: 'quantity'; low: number; high: number; say: readonly string[] }
  | { about: 'date' | 'actor'; say: readonly string[] }
  | { about: 'exclusivity'; of: readonly string[]; say: readonly string[] }
  | { about: 'negation'; yes: readonly string[]; no: readonly string[] }

export type Matter = {
  topics: readonly string[]
  titles: readonly string[]
  /** As a disputed point asks: of each fact, in the same order. */
  questions: readonly string[]
  facts: readonly Fact[]
}
