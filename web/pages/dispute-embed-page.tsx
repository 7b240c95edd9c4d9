import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { EmbeddedDispute } from '../features/disputes/embedded-dispute.tsx'
import { dispute as disputeQuery } from '../features/disputes/queries.ts'
import { Loaded } from '../ui/loaded.tsx'

export function Component() {
  const { slug = '' } = useParams()
  return (
    <Loaded query={useQuery(disputeQuery(slug))} shape="columns">
      {dispute => (
        <main>
          <EmbeddedDispute dispute={dispute} />
        </main>
      )}
    </Loaded>
  )
}
