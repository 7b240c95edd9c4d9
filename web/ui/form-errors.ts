import { ApiError, messageOf } from '../api/api-error.ts'

type FormLike = { values: object; setErrors: (errors: Record<string, string>) => void }

export type FormFailure = { fields: Record<string, string>; message: string | null }

/**
 * Sorts what the server found wrong to the fields of a form. A path goes to the field of that name or the nearest one
 * above it (`authors.2` to `authors`); `names` says which field holds a path that is called otherwise
 * (`{ 'quote.exact': 'passage' }`). What belongs to no field is the message for the whole form.
 */
export function sortIssues(
  error: unknown,
  fields: readonly string[],
  names: Record<string, string> = {},
): FormFailure {
  if (!(error instanceof ApiError) || error.issues.length === 0)
    return { fields: {}, message: messageOf(error) }
  const found: Record<string, string> = {}
  const rest: string[] = []
  for (const issue of error.issues) {
    const field = fieldOf(issue.path, fields, names)
    if (field === null) rest.push(issue.path === '' ? issue.message : `${issue.path}: ${issue.message}`)
    else found[field] ??= issue.message
  }
  return { fields: found, message: rest.length > 0 ? rest.join(' ') : null }
}

/** Puts the server's messages at the fields of a Mantine form and gives back the message for the whole form, if any. */
export function showIssues(
  form: FormLike,
  error: unknown,
  names: Record<string, string> = {},
): string | null {
  const { fields, message } = sortIssues(error, Object.keys(form.values), names)
  form.setErrors(fields)
  return message
}

function fieldOf(path: string, fields: readonly string[], names: Record<string, string>): string | null {
  for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
    const prefix = path.slice(0, end)
    const field = names[prefix] ?? prefix
    if (fields.includes(field)) return field
  }
  return null
}
