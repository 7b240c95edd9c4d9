import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import { arrangePositions, createDispute, Dispute } from '#contract/disputes.ts'
import { hasCode, messageOf } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { newId } from '../../api/new-id.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { notify } from '../../ui/notify.tsx'
import { arrangedWith, placesOf } from './placing.ts'
import { dispute, disputesFound } from './queries.ts'
import classes from './review.module.css'
import { type Pair, sidesOf } from './sides.ts'
import type { DeskPair } from './use-desk.ts'

/** Puts both claims on a disputed point, one that stands or a new one, without leaving the desk. */
export function DisputeDialog({ pair, onClose }: { pair: DeskPair | null; onClose: () => void }) {
  const [slug, setSlug] = useState<string | null>(null)
  return (
    <Modal opened={pair !== null} onClose={onClose} size="lg" title="Put both on a disputed point">
      {pair === null ? null : slug === null ? (
        <Choose pair={pair} onChoose={setSlug} onDone={onClose} />
      ) : (
        <OnExisting pair={pair} slug={slug} onBack={() => setSlug(null)} onDone={onClose} />
      )}
    </Modal>
  )
}

function useDone(onDone: () => void) {
  const client = useQueryClient()
  return async (point: Dispute) => {
    client.setQueryData(dispute(point.slug).queryKey, point)
    onDone()
    notify({
      title: 'Both claims are on it',
      message: <Link to={`/disputes/${encodeURIComponent(point.slug)}`}>{point.question}</Link>,
    })
    await client.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] === 'disputes' || queryKey[0] === 'claims',
      refetchType: 'none',
    })
  }
}

const SETTLE_MS = 150
const SHORTEST = 2

function Choose({
  pair,
  onChoose,
  onDone,
}: {
  pair: DeskPair
  onChoose: (slug: string) => void
  onDone: () => void
}) {
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), SETTLE_MS)
  const found = useQuery({ ...disputesFound(q), enabled: q.length >= SHORTEST })
  const known = [...pair.a.disputes, ...pair.b.disputes].filter(
    ({ id }, index, all) => all.findIndex(other => other.id === id) === index,
  )
  const offered = typed.trim().length >= SHORTEST ? (found.data?.items ?? []) : known
  return (
    <>
      <TextInput
        type="search"
        label="Find a disputed point"
        description="Words of its question. Or open a new one below."
        data-autofocus
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
      />
      <p className={classes.hint} aria-live="polite">
        {found.isError ? messageOf(found.error) : ''}
        {typed.trim().length >= SHORTEST && found.data && !found.isFetching && offered.length === 0
          ? 'None found.'
          : ''}
      </p>
      <ul className={classes.points}>
        {offered.map(point => (
          <li key={point.id}>
            <Button variant="default" fullWidth justify="start" onClick={() => onChoose(point.slug)}>
              {point.question}
            </Button>
          </li>
        ))}
      </ul>
      <OnNew pair={pair} question={typed} onDone={onDone} />
    </>
  )
}

/** A new point, a side for each statement. */
function OnNew({ pair, question: typed, onDone }: { pair: Pair; question: string; onDone: () => void }) {
  const sides = sidesOf(pair)
  const [id] = useState(newId)
  const [own, setOwn] = useState<string | null>(null)
  const [labels, setLabels] = useState(sides.map(side => side.statement))
  const question = own ?? typed
  const done = useDone(onDone)
  const open = useMutation({
    mutationFn: () =>
      call(createDispute, {
        body: {
          id,
          question,
          positions: sides.map((side, index) => ({ label: labels[index] ?? '', claimIds: [side.id] })),
        },
      }),
    onSuccess: done,
    onError: error => {
      // The answer to the first request was lost: the point is there.
      const opened = hasCode(error, 'conflict') ? Dispute.safeParse(error.current).data : undefined
      return opened ? done(opened) : undefined
    },
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    open.mutate()
  }
  return (
    <form className={classes.newPoint} onSubmit={submit} aria-label="A new disputed point">
      <h3>A new one</h3>
      <TextInput
        label="Question"
        description="One that the sides answer differently."
        required
        value={question}
        onChange={event => setOwn(event.currentTarget.value)}
      />
      {sides.map((side, index) => (
        <Textarea
          key={side.id}
          label={`Side ${index === 0 ? 'A' : 'B'}: ${side.speaker.name}`}
          autosize
          minRows={1}
          required
          value={labels[index] ?? ''}
          onChange={event => {
            const label = event.currentTarget.value
            setLabels(last => last.map((before, at) => (at === index ? label : before)))
          }}
        />
      ))}
      {open.isError ? (
        <p role="alert" className="problem">
          {messageOf(open.error)}
        </p>
      ) : null}
      <Button type="submit" loading={open.isPending} disabled={question.trim() === ''}>
        Open the point
      </Button>
    </form>
  )
}

/** On a point that stands: which side each claim is put on. */
function OnExisting(props: { pair: Pair; slug: string; onBack: () => void; onDone: () => void }) {
  const query = useQuery({ ...dispute(props.slug), staleTime: 0 })
  return (
    <Loaded query={query} shape="form">
      {point => <Placing key={point.version} point={point} {...props} />}
    </Loaded>
  )
}

const NEW_SIDE = 'new'

function Placing({
  pair,
  point,
  onBack,
  onDone,
}: {
  pair: Pair
  point: Dispute
  onBack: () => void
  onDone: () => void
}) {
  const client = useQueryClient()
  const sides = sidesOf(pair)
  const [places, setPlaces] = useState(() => placesOf(point, sides))
  const done = useDone(onDone)
  const put = useMutation({
    mutationFn: () =>
      call(arrangePositions, {
        params: { id: point.id },
        body: { version: point.version, positions: arrangedWith(point, sides, places) },
      }),
    onSuccess: done,
    onError: error => {
      const standing = hasCode(error, 'conflict') ? Dispute.safeParse(error.current).data : undefined
      if (standing) client.setQueryData(dispute(point.slug).queryKey, standing)
    },
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    put.mutate()
  }
  const offered = [
    ...point.positions.map(({ id, label }, index) => ({
      value: id,
      label: `${String.fromCodePoint(65 + index)} · ${label}`,
    })),
    { value: NEW_SIDE, label: 'A side of its own' },
  ]
  return (
    <form className={classes.newPoint} onSubmit={submit} aria-label={point.question}>
      <h3 className="words">{point.question}</h3>
      {sides.map((side, index) => (
        <Select
          key={side.id}
          label={`${side.speaker.name}: ${side.statement}`}
          data={offered}
          allowDeselect={false}
          value={places[index] ?? NEW_SIDE}
          onChange={value =>
            setPlaces(last =>
              last.map((before, at) => (at === index ? (value === NEW_SIDE ? null : value) : before)),
            )
          }
        />
      ))}
      {put.isError ? (
        <p role="alert" className="problem">
          {messageOf(put.error)}
        </p>
      ) : null}
      <div className={classes.moves}>
        <Button type="submit" loading={put.isPending}>
          Put them there
        </Button>
        <Button variant="default" onClick={onBack}>
          Another point
        </Button>
      </div>
    </form>
  )
}
