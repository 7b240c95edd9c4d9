import type { z } from 'zod'
import type { Comment, createComment } from '#contract/comments.ts'
import { conflict, forbidden, notFound, unprocessable } from '#domain/refusals.ts'
import { findMentionable } from '../accounts/store.ts'
import type { Viewer } from '../auth/viewer.ts'
import { takeQuote } from '../claims/selection.ts'
import { settleQuote } from '../claims/store.ts'
import { isDuplicate } from '../db/errors.ts'
import type { Db, Tx } from '../db/open.ts'
import type { Deps } from '../deps.ts'
import { recordEvent } from '../events/store.ts'
import * as store from './store.ts'
import { subjectOf, viewComment } from './view.ts'

export type NewComment = z.output<typeof createComment.body>

/**
 * Comments on a record or, with a selection, on a passage of a source. Throws `unprocessable` when the record does not
 * exist, the passage is not one of its snapshots' or a mentioned person cannot read comments, `conflict` with the comment that stands when the id is taken.
 */
export async function comment(deps: Deps, author: Viewer, input: NewComment): Promise<Comment> {
  const { prisma } = deps.database
  const { id: chosen, subject, body } = input
  if (!(await store.subjectExists(prisma, subject)))
    throw unprocessable(`There is no such ${subject.type} to comment on.`, [
      { path: 'subject.id', message: `There is no such ${subject.type}.` },
    ])
  const mentions = await checkMentions(prisma, input.mentions ?? [])
  const quote = input.quote ? await takePassage(prisma, subject, input.quote) : null
  try {
    return await prisma.$transaction(async tx => {
      const quoteId = quote && (await settleQuote(tx, quote))
      const id = await store.insertComment(tx, {
        ...(chosen !== undefined && { id: chosen }),
        subject,
        quoteId,
        body,
        authorId: author.id,
        createdAt: deps.now(),
      })
      const mentioned = await store.setMentions(tx, id, mentions)
      await recordEvent(tx, {
        actor: author,
        action: 'comment.created',
        subjectId: id,
        to: { subject: { ...subject }, quoteId, body, ...(mentioned.length > 0 && { mentions: mentioned }) },
        tell: [
          { reason: 'mentioned', accounts: mentioned, target: subject },
          ...(subject.type === 'dispute' ? [{ reason: 'followed' as const, followersOf: subject.id }] : []),
        ],
      })
      return viewComment(await getRow(tx, id))
    })
  } catch (error) {
    if (!isDuplicate(error) || chosen === undefined) throw error
    throw conflict('This comment was made already.', viewComment(await getRow(prisma, chosen)))
  }
}

/** The mentioned accounts, each once. Throws `unprocessable` when one cannot read comments. */
async function checkMentions(db: Db, mentions: readonly string[]): Promise<string[]> {
  const ids = [...new Set(mentions)]
  const able = await findMentionable(db, ids)
  const unable = ids.filter(id => !able.has(id))
  if (unable.length > 0)
    throw unprocessable('Only people who can read comments may be mentioned.', [
      { path: 'mentions', message: 'Somebody who is mentioned cannot read comments.' },
    ])
  return ids
}

async function takePassage(db: Db, subject: store.Subject, selection: NonNullable<NewComment['quote']>) {
  if (subject.type !== 'source')
    throw unprocessable('Only a comment on a source speaks of a passage.', [
      { path: 'quote', message: 'Leave it out, or comment on the source.' },
    ])
  const quote = await takeQuote(db, selection)
  if ((await store.findSourceOfSnapshot(db, quote.snapshotId)) !== subject.id)
    throw unprocessable('The passage is not from this source.', [
      { path: 'quote.snapshotId', message: 'This snapshot is another source’s.' },
    ])
  return quote
}

/**
 * Rewrites one’s own comment. Throws `not_found`, `forbidden` for another person’s, `conflict` with the comment on an
 * old version, `unprocessable` when it was removed or a mentioned person cannot read comments.
 */
export async function edit(
  deps: Deps,
  viewer: Viewer,
  id: string,
  { version, body, ...input }: { version: number; body: string; mentions?: readonly string[] | undefined },
): Promise<Comment> {
  const mentions = input.mentions && (await checkMentions(deps.database.prisma, input.mentions))
  return change(deps, id, async (tx, before) => {
    if (before.author.id !== viewer.id) throw forbidden('Only its author edits a comment.')
    if (before.version !== version) return false
    if (before.removedAt !== null) throw unprocessable('This comment was removed.')
    if ((await store.updateComment(tx, id, version, { body, editedAt: deps.now() })) === 0) return false
    const from = { body: before.body }
    const accounts = mentions ? await store.setMentions(tx, id, mentions) : []
    await recordEvent(tx, {
      actor: viewer,
      action: 'comment.edited',
      subjectId: id,
      from,
      to: { body },
      tell: [{ reason: 'mentioned', accounts, target: subjectOf(before) }],
    })
    return true
  })
}

/**
 * Removes the words of one’s own comment or, as an admin, of anyone’s; its place stays. Throws `not_found`, `forbidden`
 * for another person’s, `conflict` with the comment on an old version, `unprocessable` when it was removed before.
 */
export async function remove(deps: Deps, viewer: Viewer, id: string, version: number): Promise<Comment> {
  return change(deps, id, async (tx, before) => {
    if (before.author.id !== viewer.id && viewer.role !== 'admin')
      throw forbidden('Only its author or an admin removes a comment.')
    if (before.version !== version) return false
    if (before.removedAt !== null) throw unprocessable('This comment was removed already.')
    if ((await store.updateComment(tx, id, version, { body: '', removedAt: deps.now() })) === 0) return false
    await recordEvent(tx, {
      actor: viewer,
      action: 'comment.removed',
      subjectId: id,
      from: { body: before.body, subject: { ...subjectOf(before) } },
    })
    return true
  })
}

/** Runs a write on the version that its caller saw; `write` answers false when somebody else was faster. */
async function change(
  { database: { prisma } }: Deps,
  id: string,
  write: (tx: Tx, before: store.CommentRow) => Promise<boolean>,
): Promise<Comment> {
  const done = await prisma.$transaction(async tx => write(tx, await getRow(tx, id)))
  const comment = viewComment(await getRow(prisma, id))
  if (!done) throw conflict('This comment changed since you read it.', comment)
  return comment
}

async function getRow(db: Db, id: string): Promise<store.CommentRow> {
  const row = await store.findComment(db, id)
  if (row === null) throw notFound('comment')
  return row
}
