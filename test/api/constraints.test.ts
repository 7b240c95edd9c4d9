import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../server/db/open.ts'
import { openTestDatabase } from '../support/database.ts'

/** What the database refuses by itself, whatever the code above it does. */

const TEXT = 'There is no plan to withdraw, the secretary said.'
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const [source, snapshot, quote, speaker, dispute, position, otherDispute] = [1, 2, 3, 4, 5, 6, 7].map(id)
const [one, two, relation, decision, event, comment, appearance, spare] = [
  11, 12, 13, 14, 15, 16, 17, 99,
].map(id)

const claim = (claimId: string | undefined, appearanceId: string | undefined) => `
  INSERT INTO claim (id, statement, "howPut", "speakerId") VALUES ('${claimId}', 'No withdrawal', 'asserted', '${speaker}');
  INSERT INTO claim_revision (id, "claimId", number, statement, "howPut", "speakerId")
    VALUES (gen_random_uuid(), '${claimId}', 1, 'No withdrawal', 'asserted', '${speaker}');
  INSERT INTO appearance (id, "claimId", "quoteId", first) VALUES ('${appearanceId}', '${claimId}', '${quote}', true);`

/** One of everything, as it may be. */
const WORLD = `
  BEGIN;
  INSERT INTO "user" (id, name, email, "updatedAt") VALUES ('ada', 'Ada', 'ada@example.org', now());
  INSERT INTO source (id, title, kind, language) VALUES ('${source}', 'No plan', 'article', 'en');
  INSERT INTO snapshot (id, "sourceId", text, sha256) VALUES ('${snapshot}', '${source}', '${TEXT}', '${sha256(TEXT)}');
  INSERT INTO quote (id, "snapshotId", exact, prefix, suffix, start, "end")
    VALUES ('${quote}', '${snapshot}', 'no plan to withdraw', '', '', 9, 28);
  INSERT INTO speaker (id, name, kind) VALUES ('${speaker}', 'The secretary', 'person');
  ${claim(one, appearance)}
  ${claim(two, id(18))}
  INSERT INTO relation (id, "aId", "bId", "aRevision", "bRevision", kind, "proposedKind", origin)
    VALUES ('${relation}', '${one}', '${two}', 1, 1, 'contradicts', 'contradicts', 'person');
  INSERT INTO decision (id, "relationId", action, kind, note, "seenVersion", "decidedById")
    VALUES ('${decision}', '${relation}', 'decide', 'contradicts', 'same day', 1, 'ada');
  INSERT INTO dispute (id, slug, question) VALUES ('${dispute}', 'plan', 'Was there a plan?');
  INSERT INTO dispute (id, slug, question) VALUES ('${otherDispute}', 'other', 'Was there another?');
  INSERT INTO position (id, "disputeId", ordinal, label) VALUES ('${position}', '${dispute}', 1, 'No');
  INSERT INTO comment (id, body, "claimId", "authorId") VALUES ('${comment}', 'See page 2', '${one}', 'ada');
  INSERT INTO event (id, action, "subjectType", "subjectId") VALUES ('${event}', 'claim.created', 'claim', '${one}');
  COMMIT;`

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
  await database.pool.query(WORLD)
})
afterAll(() => database.close())

/** What the database says to a script as it would be committed; nothing of it stays. */
async function refusalOf(script: string): Promise<string | null> {
  const client = await database.pool.connect()
  try {
    await client.query('BEGIN')
    await client.query(script)
    await client.query('SET CONSTRAINTS ALL IMMEDIATE')
    return null
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const constraint: unknown = 'constraint' in error ? error.constraint : undefined
    return typeof constraint === 'string' ? constraint : error.message
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

const relate = (a: string | undefined, b: string | undefined) =>
  `INSERT INTO relation (id, "aId", "bId", "aRevision", "bRevision", kind, "proposedKind", origin)
   VALUES ('${spare}', '${a}', '${b}', 1, 1, 'contradicts', 'contradicts', 'person')`
const third = claim(spare, id(98))

test.each<[string, string, string]>([
  ['a pair the wrong way round', relate(two, one), 'relation_pair_ordered'],
  ['a claim related to itself', relate(one, one), 'relation_pair_ordered'],
  ['a pair stored twice', relate(one, two), 'relation_aId_bId_key'],
  [
    'a relation with a revision that does not exist',
    `UPDATE relation SET "aRevision" = 7`,
    'relation_aId_aRevision_fkey',
  ],
  [
    'a superseding without saying which claim',
    `UPDATE relation SET kind = 'supersedes', state = 'confirmed'`,
    'relation_superseder',
  ],
  [
    'a proposed superseding without saying which claim',
    `UPDATE relation SET state = 'confirmed', "proposedKind" = 'supersedes'`,
    'relation_proposed_superseder',
  ],
  [
    'a superseding claim of another pair',
    `${third} UPDATE relation SET kind = 'supersedes', state = 'confirmed', "supersederId" = '${spare}'`,
    'relation_superseder',
  ],
  [
    'a proposal that says nothing holds',
    `UPDATE relation SET kind = 'unrelated', "proposedKind" = 'unrelated'`,
    'relation_proposes_something',
  ],
  [
    'a confirmed pair that is unrelated',
    `UPDATE relation SET kind = 'unrelated', state = 'confirmed'`,
    'relation_dismissed_is_unrelated',
  ],
  [
    'a dismissed pair that contradicts',
    `UPDATE relation SET state = 'dismissed'`,
    'relation_dismissed_is_unrelated',
  ],
  ['a score above one', `UPDATE relation SET score = 1.01`, 'relation_score'],
  [
    'a detector that does not say which',
    `UPDATE relation SET origin = 'detector'`,
    'relation_detector_says_which',
  ],
  [
    'a reason whose words end before they start',
    `INSERT INTO reason (id, "relationId", ordinal, type, explanation, "aStart", "aEnd", "aExact", "bStart", "bEnd", "bExact")
     VALUES ('${spare}', '${relation}', 1, 'negation', 'no', 4, 4, '', 0, 2, 'No')`,
    'reason_spans',
  ],
])('relations: %s', async (_name, script, refusal) => {
  expect(await refusalOf(script)).toBe(refusal)
})

test.each<[string, string, string]>([
  ['a changed snapshot', `UPDATE snapshot SET "capturedAt" = now()`, 'snapshot is append-only'],
  ['a removed snapshot', `DELETE FROM snapshot`, 'snapshot is append-only'],
  ['a changed quote', `UPDATE quote SET prefix = 'x'`, 'quote is append-only'],
  ['a removed quote', `DELETE FROM quote`, 'quote is append-only'],
  [
    'a changed revision',
    `UPDATE claim_revision SET statement = 'Withdrawal'`,
    'claim_revision is append-only',
  ],
  ['a removed revision', `DELETE FROM claim_revision`, 'claim_revision is append-only'],
  ['a changed decision', `UPDATE decision SET note = 'another'`, 'decision is append-only'],
  ['a removed decision', `DELETE FROM decision`, 'decision is append-only'],
  ['a changed event', `UPDATE event SET action = 'claim.revised'`, 'event is append-only'],
  ['a removed event', `DELETE FROM event`, 'event is append-only'],
])('what never changes: %s', async (_name, script, refusal) => {
  expect(await refusalOf(script)).toBe(refusal)
})

const insertSnapshot = (text: string, hash: string) =>
  `INSERT INTO snapshot (id, "sourceId", text, sha256) VALUES ('${spare}', '${source}', '${text}', '${hash}')`
const insertQuote = (exact: string, start: number, end: number) =>
  `INSERT INTO quote (id, "snapshotId", exact, prefix, suffix, start, "end")
   VALUES ('${spare}', '${snapshot}', '${exact}', '', '', ${start}, ${end})`

test.each<[string, string, string]>([
  ['an empty text', insertSnapshot('', sha256('')), 'snapshot_text_said'],
  ['a fingerprint of another text', insertSnapshot('A text', sha256('Another')), 'snapshot_sha256_of_text'],
  ['the text that stands in the source already', insertSnapshot(TEXT, sha256(TEXT)), 'snapshot_text_new'],
  ['a source without a title', `UPDATE source SET title = '  '`, 'source_title_said'],
  [
    'a date in words without its days',
    `UPDATE source SET "publishedEdtf" = '2020'`,
    'source_published_whole',
  ],
  [
    'a date that ends before it begins',
    `UPDATE source SET "publishedEdtf" = '2020', "publishedFrom" = '2020-12-31', "publishedTo" = '2020-01-01'`,
    'source_published_whole',
  ],
  ['a source removed with its snapshots', `DELETE FROM source`, 'snapshot_sourceId_fkey'],
  [
    'quoted words that the snapshot has not got',
    insertQuote('a plan to withdraw', 9, 27),
    'the quoted words do not stand in the snapshot',
  ],
  ['a quote of nothing', insertQuote('', 9, 9), 'quote_exact_said'],
  ['a quote that ends before it starts', insertQuote('plan', 16, 12), 'quote_range'],
  ['the same passage twice', insertQuote('no plan to withdraw', 9, 28), 'quote_snapshotId_start_end_key'],
])('sources: %s', async (_name, script, refusal) => {
  expect(await refusalOf(script)).toBe(refusal)
})

const bareClaim = `INSERT INTO claim (id, statement, "howPut", "speakerId") VALUES ('${spare}', 'Bare', 'asserted', '${speaker}');`

test.each<[string, string, string]>([
  ['one without an appearance', bareClaim, `claim ${spare} has no first appearance`],
  [
    'one without its revision',
    `${bareClaim} INSERT INTO appearance (id, "claimId", "quoteId", first) VALUES ('${id(97)}', '${spare}', '${quote}', true)`,
    `claim ${spare} has no revision of its version`,
  ],
  [
    'a version that no revision has',
    `UPDATE claim SET version = 2 WHERE id = '${one}'`,
    `claim ${one} has no revision of its version`,
  ],
  [
    'its first appearance removed',
    `DELETE FROM appearance WHERE id = '${appearance}'`,
    `claim ${one} has no first appearance`,
  ],
  [
    'its first appearance no longer the first',
    `UPDATE appearance SET first = false WHERE id = '${appearance}'`,
    `claim ${one} has no first appearance`,
  ],
  [
    'two first appearances',
    `INSERT INTO quote (id, "snapshotId", exact, prefix, suffix, start, "end") VALUES ('${spare}', '${snapshot}', 'plan', '', '', 12, 16);
     INSERT INTO appearance (id, "claimId", "quoteId", first) VALUES ('${id(97)}', '${one}', '${spare}', true)`,
    'appearance_one_first_key',
  ],
  ['a statement of blanks', `UPDATE claim SET statement = ' '`, 'claim_statement_said'],
  ['a speaker that does not exist', `UPDATE claim SET "speakerId" = '${spare}'`, 'claim_speakerId_fkey'],
  ['a Wikidata item that is none', `UPDATE speaker SET "wikidataId" = 'Q0'`, 'speaker_wikidata_id'],
  [
    'two speakers that cannot be told apart',
    `INSERT INTO speaker (id, name, kind) VALUES ('${spare}', 'The secretary', 'person')`,
    'speaker_name_kind_disambiguation_key',
  ],
])('claims: %s', async (_name, script, refusal) => {
  expect(await refusalOf(script)).toBe(refusal)
})

const decide = (columns: string, values: string) =>
  `INSERT INTO decision (id, "relationId", note, "seenVersion", "decidedById", ${columns})
   VALUES ('${spare}', '${relation}', 'why', 2, 'ada', ${values})`

test.each<[string, string, string]>([
  [
    'one without a reason',
    decide('action, kind', `'decide', 'agrees'`).replace(`'why'`, `' '`),
    'decision_note_said',
  ],
  ['one that decides nothing', decide('action', `'decide'`), 'decision_says_what'],
  ['a superseding without its claim', decide('action, kind', `'decide', 'supersedes'`), 'decision_says_what'],
  ['an undo of nothing', decide('action', `'undo'`), 'decision_says_what'],
  [
    'two on the same version',
    decide('action, kind', `'decide', 'agrees'`).replace(', 2,', ', 1,'),
    'decision_relationId_seenVersion_key',
  ],
  [
    'one by nobody',
    decide('action, kind', `'decide', 'agrees'`).replace(`'ada'`, `'eve'`),
    'decision_decidedById_fkey',
  ],
  [
    'one undone twice',
    `${decide('action, "undoesId"', `'undo', '${decision}'`)}; ${decide(
      'action, "undoesId"',
      `'undo', '${decision}'`,
    )
      .replace(`'${spare}'`, `'${id(97)}'`)
      .replace(', 2,', ', 3,')}`,
    'decision_undoesId_key',
  ],
])('decisions: %s', async (_name, script, refusal) => {
  expect(await refusalOf(script)).toBe(refusal)
})

const stand = (disputeId: string | undefined) =>
  `INSERT INTO position_claim ("positionId", "disputeId", "claimId") VALUES ('${position}', '${disputeId}', '${one}');`

test.each<[string, string, string]>([
  ['a claim twice on one point', stand(dispute) + stand(dispute), 'position_claim_pkey'],
  ['a position of another point', stand(otherDispute), 'position_claim_positionId_disputeId_fkey'],
  [
    'two positions in one place',
    `INSERT INTO position (id, "disputeId", ordinal, label) VALUES ('${spare}', '${dispute}', 1, 'Yes')`,
    'position_disputeId_ordinal_key',
  ],
  ['a slug that is taken', `UPDATE dispute SET slug = 'plan'`, 'dispute_slug_key'],
  ['a slug in capitals', `UPDATE dispute SET slug = 'Plan' WHERE id = '${dispute}'`, 'dispute_slug'],
  ['published by nobody', `UPDATE dispute SET "publishedAt" = now()`, 'dispute_published_by'],
  ['a comment on two records', `UPDATE comment SET "disputeId" = '${dispute}'`, 'comment_one_subject'],
  ['a comment on nothing', `UPDATE comment SET "claimId" = NULL`, 'comment_one_subject'],
  ['an empty comment that nobody removed', `UPDATE comment SET body = ''`, 'comment_body_said'],
  [
    'an invitation without a role',
    `INSERT INTO account_link (id, kind, "secretHash", "expiresAt") VALUES ('${spare}', 'invitation', 'x', now())`,
    'account_link_for_whom',
  ],
  ['a person removed whose decisions stand', `DELETE FROM "user"`, 'decision_decidedById_fkey'],
])('disputes, comments and people: %s', async (_name, script, refusal) => {
  expect(await refusalOf(script)).toBe(refusal)
})

test('what is right is let through', async () => {
  expect(
    await refusalOf(`${third} ${relate(one, spare)}; ${stand(dispute)} ${insertQuote('plan', 12, 16)}`),
  ).toBeNull()
  expect(await refusalOf(`UPDATE comment SET body = '', "removedAt" = now()`)).toBeNull()
})
