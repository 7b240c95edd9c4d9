/** Sentences to put a statement into. `{h}` is the statement with a small first letter and no full stop, `{H}` as it stands. */

/** Whoever says this says that the statement is not so. */
export const DENYING = [
  'Officials denied that {h}.',
  'Police deny reports that {h}',
  'The company denies that {h}.',
  'A spokesman denied claims that {h}.',
  'No, {h}? That never happened',
  '{H}? No, it is a hoax',
  '{H}: hoax',
  'HOAX: {H}',
  'Hoax alert: {H}',
  'The story that {h} is a hoax.',
  'Reports that {h} are false.',
  'Rumor that {h} debunked',
  'It is not true that {h}.',
  'Fact check: the claim that {h} is untrue.',
  '{H}? Not true',
  '{H} - Update: not true',
  'Claims that {h} were dismissed as nonsense.',
  'The ministry rejected reports that {h}.',
  'The rumour that {h} turned out to be false.',
  'Viral story that {h} is fake',
  'There is no truth in the claim that {h}.',
  'Nobody should believe that {h}: the story was made up.',
  'Contrary to reports, it is not the case that {h}.',
  'It turns out the report that {h} was fabricated.',
  'Satirical site fools readers into thinking {h}',
  'Sorry, but the report that {h} is fake',
  'The allegation that {h} is baseless, a lawyer said.',
  'He refuted the allegation that {h}.',
  'The photo said to show that {h} is doctored.',
  'Social media users were duped into believing that {h}.',
] as const

/** Whoever says this says that the statement is so. */
export const AFFIRMING = [
  'Officials confirmed that {h}.',
  'Police say {h}',
  '{H}, a spokesman said.',
  'It is true that {h}.',
  '{H}, officials confirm',
  'BREAKING: {H}',
  'Update: {H}',
  'According to the ministry, {h}.',
  'The report that {h} is true.',
  'The company does not deny that {h}.',
  'It is no hoax: {h}.',
  'Nobody denies that {h}.',
  'Video shows {h}',
  'The story that {h} turned out to be true.',
  'Yes, {h}',
  'A spokesman admitted that {h}.',
] as const

/** Neither: asked, doubted, supposed, or left open. */
export const OPEN = [
  'It is unclear whether {h}.',
  'Police would not say whether {h}.',
  'Did it happen that {h}?',
  'Officials are looking into reports that {h}.',
  '{H}? What we know so far',
  'If {h}, the council will meet again.',
  'Some fear that {h}.',
  'Rumours that {h} have spread online.',
  'The report that {h} could not be verified.',
] as const

/** Verbs put before the base form of the verb: what they make of a statement. */
export const DENYING_VERBS = [
  'failed to',
  'refused to',
  'did not',
  'declined to',
  'never managed to',
  'forgot to',
  'was unable to',
  'stopped short of having to',
  'neglected to',
  'was not allowed to',
] as const
export const AFFIRMING_VERBS = [
  'managed to',
  'did not fail to',
  'was able to',
  'went on to',
  'did',
  'did not hesitate to',
  'remembered to',
  'bothered to',
] as const
export const OPEN_VERBS = [
  'planned to',
  'wanted to',
  'was expected to',
  'promised to',
  'may',
  'was asked to',
  'hoped to',
] as const
