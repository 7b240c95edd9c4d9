import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconBookmark, IconX } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { CLAIM_FILTERS, removeSavedSearch, type SavedSearch, saveSearch } from '#contract/saved-searches.ts'
import { messageOf } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { newId } from '../../api/new-id.ts'
import { showIssues } from '../../ui/form-errors.ts'
import { notify } from '../../ui/notify.tsx'
import { savedSearches } from './queries.ts'
import classes from './saved-searches.module.css'

/** The searches somebody keeps, and a way to keep the one on the screen. */
export function SavedSearches() {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={320} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={16} aria-hidden />}
          aria-expanded={opened}
          onClick={() => setOpened(now => !now)}
        >
          Saved searches
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <KeptSearches onOpen={() => setOpened(false)} />
        <SaveForm />
      </Popover.Dropdown>
    </Popover>
  )
}

function KeptSearches({ onOpen }: { onOpen: () => void }) {
  const client = useQueryClient()
  const query = useQuery(savedSearches)
  const refresh = () => client.invalidateQueries({ queryKey: savedSearches.queryKey })
  const keep = useMutation({
    mutationFn: ({ name, filters }: SavedSearch) =>
      call(saveSearch, { body: { id: newId(), name, filters } }),
    onSuccess: refresh,
  })
  const remove = useMutation({
    mutationFn: ({ id }: SavedSearch) => call(removeSavedSearch, { params: { id } }),
    onSuccess: async (_reply, search) => {
      await refresh()
      notify({ message: `“${search.name}” is removed.`, undo: () => keep.mutate(search) })
    },
    onError: error => notify({ message: messageOf(error) }),
  })
  if (query.isError) return <p className={classes.none}>{messageOf(query.error)}</p>
  const items = query.data?.items ?? []
  if (items.length === 0)
    return (
      <p className={classes.none}>
        {query.isPending ? 'Loading …' : 'Nothing saved yet. Search or filter, then save it under a name.'}
      </p>
    )
  return (
    <ul className={classes.list}>
      {items.map(search => (
        <li key={search.id}>
          <Link to={`/claims?${search.filters}`} onClick={onOpen}>
            {search.name}
          </Link>
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={`Remove “${search.name}”`}
            loading={remove.isPending && remove.variables.id === search.id}
            onClick={() => remove.mutate(search)}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ul>
  )
}

function SaveForm() {
  const client = useQueryClient()
  const filters = useFilters()
  const [failure, setFailure] = useState<string | null>(null)
  const form = useForm({ initialValues: { name: '' } })
  const save = useMutation({
    mutationFn: (name: string) => call(saveSearch, { body: { id: newId(), name, filters } }),
    onSuccess: async ({ name }) => {
      form.reset()
      setFailure(null)
      await client.invalidateQueries({ queryKey: savedSearches.queryKey })
      notify({ message: `Saved as “${name}”.` })
    },
    onError: error => setFailure(showIssues(form, error)),
  })
  if (filters === '') return null
  return (
    <form className={classes.form} onSubmit={form.onSubmit(({ name }) => save.mutate(name))}>
      <TextInput label="Save this search as" maxLength={200} data-autofocus {...form.getInputProps('name')} />
      <Button type="submit" loading={save.isPending}>
        Save
      </Button>
      {failure ? <p role="alert">{failure}</p> : null}
    </form>
  )
}

/** The filters in the address, without what else may stand there. */
function useFilters(): string {
  const [search] = useSearchParams()
  return new URLSearchParams(
    [...search].filter(([name]) => CLAIM_FILTERS.some(known => known === name)),
  ).toString()
}
