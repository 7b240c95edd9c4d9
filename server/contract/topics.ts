import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { page, paging } from './paging.ts'
import { anyText, Id, LIMITS, text } from './text.ts'

export const TopicBrief = z.object({ id: Id, name: z.string(), slug: z.string() }).meta({ id: 'TopicBrief' })
export type TopicBrief = z.infer<typeof TopicBrief>

export const Topic = TopicBrief.extend({ claims: z.int() }).meta({ id: 'Topic' })
export type Topic = z.infer<typeof Topic>

export const listTopics = endpoint({
  method: 'get',
  path: '/api/topics',
  access: 'anyone',
  summary: 'List topics by name, or those that match',
  query: z.strictObject({ ...paging, q: anyText(LIMITS.name).optional() }),
  reply: page(Topic),
})

export const createTopic = endpoint({
  method: 'post',
  path: '/api/topics',
  access: 'researcher',
  summary: 'Add a topic; one that exists already is answered as it is',
  body: z.strictObject({ name: text(LIMITS.name) }),
  reply: Topic,
  status: 201,
})

export const renameTopic = endpoint({
  method: 'patch',
  path: '/api/topics/:id',
  access: 'editor',
  summary: 'Rename a topic',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ name: text(LIMITS.name), /** The name the caller saw. */ from: text(LIMITS.name) }),
  reply: Topic,
})
