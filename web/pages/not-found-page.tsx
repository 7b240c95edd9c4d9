import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { PageTitle } from '../ui/page-title.tsx'

export function Component() {
  return (
    <>
      <PageTitle
        title="There is no such page"
        lead="The address may be mistyped, or what stood here is no longer published."
      />
      <Button component={Link} to="/">
        Go to the disputed points
      </Button>
    </>
  )
}
