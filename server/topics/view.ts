import type { TopicBrief } from '#contract/topics.ts'
import type { TopicBriefRow } from './store.ts'

export function viewTopicBrief(row: TopicBriefRow): TopicBrief {
  return { id: row.id, name: row.name, slug: row.slug }
}
