export type FieldChange = { field: string; from: string | null; to: string | null }

type Fields = Record<string, unknown> | null

/** What an event changed, one field a line; null where the field did not stand on that side. */
export function changesOf(from: Fields, to: Fields): FieldChange[] {
  const names = [...new Set([...Object.keys(from ?? {}), ...Object.keys(to ?? {})])]
  return names
    .map(name => ({ field: sayField(name), from: sayValue(from?.[name]), to: sayValue(to?.[name]) }))
    .filter(change => change.from !== change.to)
}

/** `saidEdtf` as `said edtf`. */
function sayField(name: string): string {
  return name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
}

function sayValue(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(sayValue).filter(Boolean).join(', ') || null
  const parts = Object.entries(value).flatMap(([name, one]) => {
    const said = sayValue(one)
    return said === null ? [] : [`${sayField(name)}: ${said}`]
  })
  return parts.join('; ') || null
}
