import { PageTitle } from '../ui/page-title.tsx'
import { EmptyState } from '../ui/states.tsx'

export function Component() {
  return (
    <>
      <PageTitle title="Add a source" />
      <EmptyState title="This page is being written" text="It opens with the next version." />
    </>
  )
}
