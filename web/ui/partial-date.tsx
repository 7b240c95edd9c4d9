import { TextInput, type TextInputProps } from '@mantine/core'
import { formatPartialDate, parsePartialDate } from '#domain/partial-date.ts'

/** A date as precisely as it is known, in words. `unknown` stands where there is none. */
export function PartialDateText({
  value,
  unknown = 'date unknown',
}: {
  value: { edtf: string } | string | null
  unknown?: string
}) {
  if (value === null) return <span className="soft">{unknown}</span>
  const edtf = typeof value === 'string' ? value : value.edtf
  return <time title={edtf}>{formatPartialDate(edtf)}</time>
}

type FieldProps = Omit<TextInputProps, 'value' | 'onChange' | 'inputWrapperOrder'> & {
  /** As typed; goes to the server as it is. */
  value: string
  onChange: (value: string) => void
}

/** A date typed in words or digits. What it means is shown while it is typed. */
export function PartialDateField({ value, onChange, error, description, placeholder, ...rest }: FieldProps) {
  const typed = value.trim()
  const reading = typed === '' ? null : parsePartialDate(typed)
  const meaning = reading?.ok ? `= ${formatPartialDate(reading.value.edtf)}` : null
  const problem = reading && !reading.ok ? reading.message : null
  return (
    <TextInput
      {...rest}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      placeholder={placeholder ?? '2020-01-06, January 2020, circa 2020'}
      autoComplete="off"
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={meaning ?? description ?? 'As precise as it is known. Empty if unknown.'}
      error={problem ?? error}
    />
  )
}
