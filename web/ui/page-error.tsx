import { useRouteError } from 'react-router'
import { ErrorState } from './states.tsx'
import { useTitle } from './use-title.ts'

/** What stands where a page broke. Reloading also gets the files of a newer version, if the old ones are gone. */
export function PageError() {
  useTitle('Something went wrong')
  return <ErrorState error={useRouteError()} onRetry={() => window.location.reload()} />
}
