import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useCan, useMe } from '../api/session.ts'
import { DisputeList } from '../features/disputes/dispute-list.tsx'
import { DisputeSearch } from '../features/disputes/dispute-search.tsx'
import { PageTitle } from '../ui/page-title.tsx'

export function Component() {
  const editor = useCan('editor')
  const stranger = useMe()?.account === null
  return (
    <>
      <PageTitle
        serif
        title="Disputed points"
        lead={
          stranger
            ? 'Where public statements contradict each other. Each point sets the sides next to each other, word for word, and leads to the source of every word.'
            : undefined
        }
        actions={
          editor ? (
            <Button component={Link} to="/disputes/new">
              Open a disputed point
            </Button>
          ) : undefined
        }
      />
      <DisputeSearch />
      <DisputeList />
    </>
  )
}
