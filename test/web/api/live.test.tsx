import { useQuery } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useLive } from '../../../web/api/live.ts'
import { useFakeEventSource } from '../../support/fake-event-source.ts'
import { renderPage } from '../../support/web-page.tsx'

const streams = useFakeEventSource()

let reads = { claims: 0, topics: 0 }

function Page() {
  useLive('u1')
  const claims = useQuery({ queryKey: ['claims', 'list'], queryFn: () => Promise.resolve(++reads.claims) })
  const topics = useQuery({ queryKey: ['topics'], queryFn: () => Promise.resolve(++reads.topics) })
  return <p>{`${claims.data ?? 0} ${topics.data ?? 0}`}</p>
}

async function listening() {
  reads = { claims: 0, topics: 0 }
  renderPage(<Page />)
  await screen.findByText('1 1')
  await waitFor(() => expect(streams).toHaveLength(1))
  const [stream] = streams
  if (!stream) throw new Error('nobody listens')
  stream.open()
  // What happened between the first reading and the first word of the stream is in the second reading.
  await screen.findByText('2 2')
  return stream
}

const change = (action: string) => ({ changes: [{ action, id: '01936b00-0000-7000-8000-000000000001' }] })

test('what has changed is read again, and nothing else', async () => {
  const stream = await listening()
  stream.say(change('claim.created'))
  await screen.findByText('3 2')
})

test('after a connection that broke, everything that is shown is read again', async () => {
  const stream = await listening()
  stream.open()
  await screen.findByText('3 3')
})

test('after more than can be told, everything that is shown is read again', async () => {
  const stream = await listening()
  stream.say({ missed: true })
  await screen.findByText('3 3')
})

test('when the stream is refused, what is read next says why', async () => {
  const stream = await listening()
  stream.refuse()
  await screen.findByText('3 3')
})

test('a burst is read once, when it is over', async () => {
  const stream = await listening()
  for (let n = 0; n < 30; n++) stream.say(change('claim.revised'))
  await screen.findByText('3 2')
  expect(reads.claims).toBe(3)
})

test('what this version does not know is passed over', async () => {
  const stream = await listening()
  stream.say(change('claim.exploded'))
  stream.say(change('topic.renamed'))
  await screen.findByText('3 3')
})
