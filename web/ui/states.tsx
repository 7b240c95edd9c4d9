import { Button, Skeleton, VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { ApiError, type ApiErrorCode, messageOf } from '../api/api-error.ts'
import classes from './states.module.css'

export type SkeletonShape = 'list' | 'detail' | 'table' | 'form' | 'columns'

/** Stands where the content will be, in its shape. It appears after a moment: a fast answer shows no flicker. */
export function LoadingSkeleton({ shape, lines = 5 }: { shape: SkeletonShape; lines?: number }) {
  return (
    <div aria-busy="true" className={classes.loading}>
      <VisuallyHidden component="output">Loading…</VisuallyHidden>
      <div aria-hidden="true">{SHAPES[shape](Array.from({ length: lines }, (_, index) => index))}</div>
    </div>
  )
}

const paragraph = (
  <>
    <Skeleton height={14} width="92%" mb={10} />
    <Skeleton height={14} width="97%" mb={10} />
    <Skeleton height={14} width="64%" />
  </>
)

const SHAPES: Record<SkeletonShape, (lines: number[]) => ReactNode> = {
  list: lines =>
    lines.map(line => (
      <div key={line} className={classes.card}>
        <Skeleton height={18} width={`${70 - (line % 3) * 12}%`} mb={12} />
        <Skeleton height={12} width="45%" />
      </div>
    )),
  detail: () => (
    <>
      <Skeleton height={34} width="70%" mb={16} />
      <Skeleton height={12} width="35%" mb={32} />
      {paragraph}
      <div className={classes.gap} />
      {paragraph}
    </>
  ),
  table: lines => lines.map(line => <Skeleton key={line} height={36} mb={8} />),
  form: lines =>
    lines.map(line => (
      <div key={line} className={classes.field}>
        <Skeleton height={12} width="20%" mb={8} />
        <Skeleton height={36} />
      </div>
    )),
  columns: () => (
    <div className={classes.columns}>
      <div>{paragraph}</div>
      <div>{paragraph}</div>
    </div>
  ),
}

/** What this place is for, and the one thing to do next. */
export function EmptyState({ title, text, action }: { title: string; text: ReactNode; action?: ReactNode }) {
  return (
    <section className={classes.state}>
      <h2 className={classes.title}>{title}</h2>
      <div className={classes.text}>{text}</div>
      {action}
    </section>
  )
}

const TITLES: Record<ApiErrorCode, string> = {
  invalid: 'This could not be read',
  unauthenticated: 'Sign in to see this',
  forbidden: 'This is not open to you',
  not_found: 'There is nothing here',
  conflict: 'Somebody changed this meanwhile',
  too_large: 'This is too large',
  unprocessable: 'This cannot be done',
  rate_limited: 'Too many requests',
  internal: 'Something went wrong',
  unreachable: 'The server does not answer',
}

/** What happened, what was kept, and what can be done about it. */
export function ErrorState({
  error,
  onRetry,
  kept,
}: {
  error: unknown
  onRetry?: (() => unknown) | undefined
  /** What was not lost, as a sentence: “What you typed is kept.” */
  kept?: string
}) {
  const location = useLocation()
  const code = error instanceof ApiError ? error.code : 'internal'
  const signInTo = `/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`
  return (
    <section className={classes.state} role="alert">
      <h2 className={classes.title}>{TITLES[code]}</h2>
      <p className={classes.text}>
        {messageOf(error)}
        {code === 'not_found' ? ' It may have been moved, or it is not published.' : ''}
        {kept ? ` ${kept}` : ''}
      </p>
      {code === 'unauthenticated' ? (
        <Button component={Link} to={signInTo}>
          Sign in
        </Button>
      ) : null}
      {onRetry && code !== 'unauthenticated' && code !== 'forbidden' ? (
        <Button variant="default" onClick={() => void onRetry()}>
          Try again
        </Button>
      ) : null}
    </section>
  )
}
