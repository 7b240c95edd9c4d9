import { useSearchParams } from 'react-router'

type Patch<Name extends string> = Partial<Record<Name, string | readonly string[] | null>>

/**
 * The filters of a list, kept in the URL. `one(name)` is a filter's only value, `many(name)` all of them. `change` leaves
 * the other filters alone; null or nothing removes one. Pass `{ replace: true }` while somebody types, so that Back does
 * not undo letter by letter.
 */
export function useUrlFilters<Name extends string>(names: readonly Name[]) {
  const [search, setSearch] = useSearchParams()

  function change(patch: Patch<Name>, options: { replace?: boolean } = {}) {
    setSearch(
      current => {
        const next = new URLSearchParams(current)
        for (const [name, value] of Object.entries<string | readonly string[] | null | undefined>(patch)) {
          next.delete(name)
          for (const one of [value ?? []].flat()) if (one !== '') next.append(name, one)
        }
        return next
      },
      { replace: options.replace ?? false, preventScrollReset: true },
    )
  }

  function clear() {
    setSearch(
      current => new URLSearchParams([...current].filter(([name]) => !names.some(own => own === name))),
      { preventScrollReset: true },
    )
  }

  return {
    one: (name: Name): string | undefined => search.get(name) || undefined,
    many: (name: Name): string[] => search.getAll(name),
    change,
    clear,
    /** How many filters are set. */
    active: names.filter(name => search.has(name)).length,
  }
}

/** Those of the values that are terms of the vocabulary: a URL may hold anything. */
export function knownTerms<Term extends string>(
  vocabulary: readonly Term[],
  values: readonly string[],
): Term[] {
  return vocabulary.filter(term => values.includes(term))
}

/** The value, if it is a term of the vocabulary. */
export function knownTerm<Term extends string>(
  vocabulary: readonly Term[],
  value: string | null | undefined,
): Term | undefined {
  return vocabulary.find(term => term === value)
}
