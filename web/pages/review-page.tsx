import { Button, SegmentedControl, Select } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { QUEUE_ORDERS } from '#contract/suggestions.ts'
import { ApiError } from '../api/api-error.ts'
import { meQuery, useCan } from '../api/session.ts'
import { SecondOpinions } from '../features/opinions/second-opinions.tsx'
import { Measured } from '../features/review/measured.tsx'
import { QueueChoice } from '../features/review/queue-choice.tsx'
import { QueueFilters } from '../features/review/queue-filters.tsx'
import { QueueList } from '../features/review/queue-list.tsx'
import classes from '../features/review/review.module.css'
import { ReviewDesk } from '../features/review/review-desk.tsx'
import { useQueueFilter } from '../features/review/use-queue-filter.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { ErrorState } from '../ui/states.tsx'
import { knownTerm } from '../ui/use-url-filters.ts'

const FOR = 'Editors review what is suggested.'
const SIGN_IN = new ApiError({ status: 401, code: 'unauthenticated', message: FOR })
const FOR_EDITORS = new ApiError({ status: 403, code: 'forbidden', message: FOR })

const ORDERS = [
  { value: 'likeliest', label: 'Likeliest first' },
  { value: 'newest', label: 'Newest first' },
  { value: 'oldest', label: 'Oldest first' },
]
const VIEWS = [
  { value: 'pair', label: 'One by one' },
  { value: 'list', label: 'List' },
]

export function Component() {
  const me = useQuery(meQuery)
  const editor = useCan('editor')
  return (
    <Loaded query={me} shape="columns">
      {({ account }) =>
        editor ? (
          <Desk />
        ) : (
          <>
            <PageTitle title="Review" />
            <ErrorState error={account ? FOR_EDITORS : SIGN_IN} />
          </>
        )
      }
    </Loaded>
  )
}

const voices = (relationId: string) => <SecondOpinions key={relationId} relationId={relationId} />

function Desk() {
  const { filter, setAbout, change, clear, active, order, setOrder, view, setView } = useQueueFilter()
  const [open, { toggle }] = useDisclosure(active > 0)
  const shown = { filter, order, narrowed: active > 0 }
  return (
    <>
      <PageTitle
        title="Review"
        actions={
          <div className={classes.tools}>
            <QueueChoice filter={filter} onChoose={setAbout} />
            <Button variant="default" size="xs" aria-expanded={open} onClick={toggle}>
              {active > 0 ? `Filters (${active})` : 'Filters'}
            </Button>
            <Select
              aria-label="Order"
              size="xs"
              allowDeselect={false}
              data={ORDERS}
              value={order}
              onChange={value => setOrder(knownTerm(QUEUE_ORDERS, value) ?? order)}
            />
            <SegmentedControl
              aria-label="View"
              size="xs"
              data={VIEWS}
              value={view}
              onChange={value => setView(value === 'list' ? 'list' : 'pair')}
            />
          </div>
        }
      />
      {open ? <QueueFilters filter={filter} change={change} clear={clear} active={active} /> : null}
      {view === 'list' ? <QueueList {...shown} /> : <ReviewDesk {...shown} voices={voices} />}
      <Measured />
    </>
  )
}
