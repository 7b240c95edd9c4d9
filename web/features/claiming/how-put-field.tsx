import { SegmentedControl } from '@mantine/core'
import { useId } from 'react'
import { HOW_PUT, type HowPut } from '#domain/vocabulary.ts'
import { choices, HOW_PUT_LABELS } from '../../ui/labels.ts'
import { knownTerm } from '../../ui/use-url-filters.ts'
import classes from './claiming.module.css'

export function HowPutField({ value, onChange }: { value: HowPut; onChange: (howPut: HowPut) => void }) {
  const label = useId()
  return (
    <div>
      <div id={label} className={classes.label}>
        How put
      </div>
      <SegmentedControl
        aria-labelledby={label}
        size="xs"
        fullWidth
        data={choices(HOW_PUT, HOW_PUT_LABELS)}
        value={value}
        onChange={next => onChange(knownTerm(HOW_PUT, next) ?? value)}
      />
    </div>
  )
}
