import { Skeleton } from '@mantine/core'
import { LoadingSkeleton } from '../../ui/states.tsx'
import classes from './dispute-skeleton.module.css'

/** The shape of a disputed point: a question above two columns. */
export function DisputeSkeleton() {
  return (
    <div className={classes.page}>
      <div aria-hidden="true" className={classes.head}>
        <Skeleton height={12} width="18rem" maw="60%" />
        <Skeleton height={38} width="34rem" maw="92%" mt={14} />
        <Skeleton height={14} width="40rem" maw="100%" mt={20} />
      </div>
      <LoadingSkeleton shape="columns" />
    </div>
  )
}
