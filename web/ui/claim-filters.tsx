import { useQueries } from '@tanstack/react-query'
import { ChoiceFilter } from './choice-filter.tsx'
import { outletChoices, speakerChoices, speakerName, topicChoices } from './name-choices.ts'

type Chosen = { topic: string[]; speaker: string[]; outlet: string[] }

/** Topics and outlets go by the words in the URL. */
const named = (values: readonly string[]) => values.map(value => ({ value, label: value }))

/** What claims are about, who made them and where: three fields of a list’s filters. */
export function ClaimFilters({
  filter,
  change,
}: {
  filter: Chosen
  change: (change: Partial<Chosen>) => void
}) {
  const speakers = useQueries({ queries: filter.speaker.map(id => speakerName(id)) })
  return (
    <>
      <ChoiceFilter
        label="Topic"
        chosen={named(filter.topic)}
        offer={topicChoices}
        onChange={topic => change({ topic })}
      />
      <ChoiceFilter
        label="Speaker"
        chosen={filter.speaker.map((id, index) => ({ value: id, label: speakers[index]?.data?.name ?? '…' }))}
        offer={speakerChoices}
        onChange={speaker => change({ speaker })}
      />
      <ChoiceFilter
        label="Outlet"
        chosen={named(filter.outlet)}
        offer={outletChoices}
        onChange={outlet => change({ outlet })}
      />
    </>
  )
}
