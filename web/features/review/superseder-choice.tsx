import { Button, Group, Radio } from '@mantine/core'
import { getHotkeyHandler } from '@mantine/hooks'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Relation } from '#contract/relations.ts'
import { formatPartialDate } from '#domain/partial-date.ts'
import classes from './decision-bar.module.css'
import { laterOf, sidesOf } from './sides.ts'

/** Which of the two replaces the other: the one said later, unless somebody says otherwise. */
export function SupersederChoice({
  relation,
  onChoose,
  onCancel,
}: {
  relation: Relation
  onChoose: (supersederId: string) => void
  onCancel: () => void
}) {
  const initial = laterOf(relation)?.id ?? null
  const [chosen, setChosen] = useState(initial)
  const sides = sidesOf(relation)
  const first = useRef<HTMLInputElement>(null)
  // The keys of the desk rest while the choice is made.
  useEffect(() => first.current?.focus(), [])
  function submit(event: FormEvent) {
    event.preventDefault()
    if (chosen) onChoose(chosen)
  }
  return (
    <form className={classes.superseder} onSubmit={submit} aria-label="Which one replaces the other?">
      <Radio.Group
        onKeyDown={getHotkeyHandler([['Escape', onCancel]])}
        label="Which one replaces the other?"
        description={
          chosen
            ? 'The one said later is chosen. Enter decides, arrows change, Esc goes back.'
            : 'When they were said is not known: choose with the arrows, Enter decides.'
        }
        value={chosen}
        onChange={setChosen}
      >
        {sides.map(({ id, statement, said }) => (
          <Radio
            key={id}
            value={id}
            mt="xs"
            ref={id === (initial ?? sides[0].id) ? first : undefined}
            label={`${statement}${said ? ` (${formatPartialDate(said.edtf)})` : ''}`}
          />
        ))}
      </Radio.Group>
      <Group mt="sm">
        <Button type="submit" disabled={chosen === null}>
          Supersedes
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </form>
  )
}
