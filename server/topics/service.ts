import { slugCandidates } from '#domain/slug.ts'
import type { Viewer } from '../auth/viewer.ts'
import type { Tx } from '../db/open.ts'
import { recordEvent } from '../events/store.ts'
import * as store from './store.ts'

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
  const topics = new Map<string, store.TopicBriefRow>()
  // In one order for everybody, so that two who make the same topics wait for each other and not in a circle.
  for (const name of names.toSorted()) {
    const topic = await settleTopic(tx, actor, name)
    topics.set(topic.id, topic)
  }
  return [...topics.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}
