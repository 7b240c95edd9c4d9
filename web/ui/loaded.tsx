import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import { Fragment, type ReactNode } from 'react'
import { ErrorState, LoadingSkeleton, type SkeletonShape } from './states.tsx'

/**
 * The states of a query before its content: a skeleton, or what went wrong with a way to try again. When a later
 * refresh fails, the content stays.
 */
export function Loaded<Data>({
  query,
  shape,
  children,
}: {
  query: UseQueryResult<Data> | UseInfiniteQueryResult<Data>
  shape: SkeletonShape
  children: (data: Data) => ReactNode
}) {
  if (query.data !== undefined) return <Fragment>{children(query.data)}</Fragment>
  if (query.isError) return <ErrorState error={query.error} onRetry={query.refetch} />
  return <LoadingSkeleton shape={shape} />
}
