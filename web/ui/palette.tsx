import { useMantineColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { createSpotlight, Spotlight, useSpotlight } from '@mantine/spotlight'
import { useFocusBack } from './use-focus-back.ts'
import '@mantine/spotlight/styles.layer.css'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { search } from '#contract/search.ts'
import { formatPartialDate } from '#domain/partial-date.ts'
import { messageOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { useCan } from '../api/session.ts'
import { count } from './labels.ts'

const [store, palette] = createSpotlight()

export function showPalette(): void {
  palette.open()
}

const LABEL = 'Search, or go anywhere'
const OVERLAY = { backgroundOpacity: 0.4, blur: 0 }
const NAMED = { content: { 'aria-label': LABEL } }

type Entry = { id: string; label: string; hint?: string | undefined; run: () => unknown }
type Group = { title: string; entries: Entry[] }

/** Go to anything: pages, commands, and a search of everything that is stored. */
export function Palette({ onKeys }: { onKeys: () => void }) {
  const [query, setQuery] = useState('')
  useFocusBack(useSpotlight(store).opened)
  const commands = useCommands(onKeys)
  const wanted = query.trim().toLowerCase()
  const fitting = commands.filter(command => command.label.toLowerCase().includes(wanted))
  const { groups, problem, searching } = useFindings(query.trim())
  const all = [...groups, { title: 'Go to', entries: fitting }].filter(group => group.entries.length > 0)

  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      overlayProps={OVERLAY}
      attributes={NAMED}
      scrollable
      maxHeight="60vh"
    >
      <Spotlight.Search
        placeholder={LABEL}
        aria-label={LABEL}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {all.map(group => (
          <Spotlight.ActionsGroup key={group.title} label={group.title}>
            {group.entries.map(entry => (
              <Spotlight.Action
                key={entry.id}
                label={entry.label}
                {...(entry.hint ? { description: entry.hint } : {})}
                onClick={() => void entry.run()}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {all.length === 0 || problem ? (
          <Spotlight.Empty>{problem ?? (searching ? 'Searching…' : 'Nothing found.')}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function useCommands(onKeys: () => void): Entry[] {
  const navigate = useNavigate()
  const { toggleColorScheme } = useMantineColorScheme()
  const researcher = useCan('researcher')
  const editor = useCan('editor')
  const admin = useCan('admin')
  const go = (label: string, to: string): Entry => ({ id: to, label, run: () => navigate(to) })
  return [
    go('Disputed points', '/'),
    go('Sources', '/sources'),
    go('Claims', '/claims'),
    ...(researcher ? [go('Check a draft', '/check'), go('Add a source', '/sources/new')] : []),
    ...(editor ? [go('Review', '/review'), go('Open a disputed point', '/disputes/new')] : []),
    ...(admin ? [go('Admin: people and audit log', '/admin')] : []),
    { id: 'scheme', label: 'Switch between light and dark', run: toggleColorScheme },
    { id: 'keys', label: 'Show the keys', run: onKeys },
  ]
}

const SETTLE_MS = 150
const SHORTEST = 2

function useFindings(typed: string): { groups: Group[]; problem: string | null; searching: boolean } {
  const navigate = useNavigate()
  const [q] = useDebouncedValue(typed, SETTLE_MS)
  const enabled = q.length >= SHORTEST
  const found = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => call(search, { query: { q }, signal }),
    enabled,
    placeholderData: keepPreviousData,
  })
  if (typed.length < SHORTEST) return { groups: [], problem: null, searching: false }
  if (found.isError) return { groups: [], problem: messageOf(found.error), searching: false }
  if (!found.data) return { groups: [], problem: null, searching: true }
  const { disputes, claims, sources, speakers, problems } = found.data
  const entry = (to: string, label: string, hint?: string): Entry => ({
    id: to,
    label,
    hint,
    run: () => navigate(to),
  })
  return {
    searching: found.isFetching,
    problem: problems[0]?.message ?? null,
    groups: [
      {
        title: 'Disputed points',
        entries: disputes.map(({ slug, question, claims }) =>
          entry(`/disputes/${slug}`, question, count(claims, 'claim')),
        ),
      },
      {
        title: 'Claims',
        entries: claims.map(({ id, statement, speaker, said }) =>
          entry(
            `/claims/${id}`,
            statement,
            said ? `${speaker.name}, ${formatPartialDate(said.edtf)}` : speaker.name,
          ),
        ),
      },
      {
        title: 'Sources',
        entries: sources.map(({ id, title, outlet }) => entry(`/sources/${id}`, title, outlet ?? undefined)),
      },
      {
        title: 'Speakers',
        entries: speakers.map(({ id, name, role }) => entry(`/speakers/${id}`, name, role ?? undefined)),
      },
    ],
  }
}
