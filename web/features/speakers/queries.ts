import { queryOptions } from '@tanstack/react-query'
import { readSpeaker } from '#contract/speakers.ts'
import { call } from '../../api/call.ts'

export const speaker = (id: string) =>
  queryOptions({
    queryKey: ['speakers', 'one', id],
    queryFn: ({ signal }) => call(readSpeaker, { params: { id }, signal }),
  })
