import type { Topic, TopicBrief } from '#contract/topics.ts'
import type { TopicBriefRow, TopicRow } from './store.ts'

export function viewTopicBrief(row: TopicBriefRow): TopicBrief {
  return { id: row.id, name: row.name, slug: row.slug }
}

export function viewTopic(row: TopicRow): Topic {
  return { ...viewTopicBrief(row), claims: row.claims }
}
