import type { Topic } from '#contract/topics.ts'
import { conflict, notFound } from '#domain/refusals.ts'
import { slugCandidates } from '#domain/slug.ts'
import type { Viewer } from '../auth/viewer.ts'
import { isDuplicate } from '../db/errors.ts'
import type { Db, Tx } from '../db/open.ts'
import type { Deps } from '../deps.ts'
import { recordEvent } from '../events/store.ts'
import * as store from './store.ts'
import { viewTopic } from './view.ts'

/** The topic of a name, whatever its case: the one that stands, else a new one with a free slug, with its event. */
export async function settleTopic(tx: Tx, actor: Viewer | null, name: string): Promise<store.TopicBriefRow> {
  const known = await store.findTopicByName(tx, name)
  if (known !== null) return known
  for (const slug of slugCandidates(name)) {
    const made = await store.insertTopicIfNew(tx, { name, slug })
    if (made !== null) {
      await recordEvent(tx, { actor, action: 'topic.created', subjectId: made.id, to: { name, slug } })
      return made
    }
    // Either somebody else made it meanwhile, or the slug is that of another name.
    const same = await store.findTopicByName(tx, name)
    if (same !== null) return same
  }
  throw new Error('There is no end to slugs.')
}

/** The topics of several names, each once, ordered by name. */
export async function settleTopics(
  tx: Tx,
  actor: Viewer | null,
  names: readonly string[],
): Promise<store.TopicBriefRow[]> {
  const known = await store.findTopicsByNames(tx, names)
  const topics = new Map([...known.values()].map(topic => [topic.id, topic]))
  // In one order for everybody, so that two who make the same topics wait for each other and not in a circle.
  for (const name of names.filter(name => !known.has(name)).toSorted()) {
    const topic = await settleTopic(tx, actor, name)
    topics.set(topic.id, topic)
  }
  return [...topics.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** Adds a topic; one of that name, whatever its case, is answered as it is. */
export async function createTopic(deps: Deps, actor: Viewer | null, name: string): Promise<Topic> {
  const { prisma } = deps.database
  const { id } = await prisma.$transaction(tx => settleTopic(tx, actor, name))
  return readTopic(prisma, id)
}

/**
 * Renames a topic; its slug, and with it every link, stays. Throws `not_found`, `conflict` with the topic as it stands
 * when its name is not `from` any more, or with the other one that has the name.
 */
export async function renameTopic(
  deps: Deps,
  actor: Viewer,
  id: string,
  { name, from }: { name: string; from: string },
): Promise<Topic> {
  const { prisma } = deps.database
  try {
    await prisma.$transaction(async tx => {
      if ((await store.renameTopic(tx, id, from, name)) === 0)
        throw conflict('Somebody else renamed this topic first.', await readTopic(tx, id))
      if (name === from) return
      await recordEvent(tx, {
        actor,
        action: 'topic.renamed',
        subjectId: id,
        from: { name: from },
        to: { name },
      })
    })
  } catch (error) {
    const other = isDuplicate(error) ? await store.findTopicByName(prisma, name) : null
    if (other === null) throw error
    throw conflict(
      `There is a topic of this name already: “${other.name}”.`,
      await readTopic(prisma, other.id),
    )
  }
  return readTopic(prisma, id)
}

async function readTopic(db: Db, id: string): Promise<Topic> {
  const row = await store.findTopic(db, id)
  if (row === null) throw notFound('topic')
  return viewTopic(row)
}
