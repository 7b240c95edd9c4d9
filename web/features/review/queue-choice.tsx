import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { QUEUES, type Queue } from '#contract/suggestions.ts'
import { knownTerm } from '../../ui/use-url-filters.ts'
import { type QueueFilter, queueCounts } from './queries.ts'

const numbers = new Intl.NumberFormat('en-GB')

const named = (label: string, pairs: number | undefined) =>
  pairs === undefined ? label : `${label} ${numbers.format(pairs)}`

/** Which pairs one goes through, with how many of each wait. */
export function QueueChoice({ filter, onChoose }: { filter: QueueFilter; onChoose: (about: Queue) => void }) {
  const counts = useQuery(queueCounts(filter)).data
  return (
    <SegmentedControl
      aria-label="Pairs"
      size="xs"
      data={[
        { value: 'conflicts', label: named('Conflicts', counts?.conflicts) },
        { value: 'agreements', label: named('Agreements', counts?.agreements) },
        { value: 'both', label: 'Both' },
      ]}
      value={filter.about}
      onChange={value => onChoose(knownTerm(QUEUES, value) ?? 'conflicts')}
    />
  )
}
