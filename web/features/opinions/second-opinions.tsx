import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Adviser, askOpinions, type Opinion } from '#contract/opinions.ts'
import { messageOf } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { OpinionLine } from './opinion-line.tsx'
import classes from './opinions.module.css'
import { advisers, opinions } from './queries.ts'
import { lastOfEach } from './say-opinion.ts'

/** What models say of a pair, as one more voice, and the button that asks them. Nothing where none is switched on. */
export function SecondOpinions({ relationId }: { relationId: string }) {
  const asked = useQuery(advisers).data?.advisers
  const query = useQuery({ ...opinions(relationId), enabled: asked !== undefined && asked.length > 0 })
  if (asked === undefined || asked.length === 0) return null
  return (
    <section className={classes.voices} aria-label="Second opinion">
      {query.isError ? (
        <p className={classes.line}>
          <span className={classes.label}>Second opinion</span>
          <span className="soft">{`It cannot be read: ${messageOf(query.error)}`}</span>
        </p>
      ) : null}
      {query.data ? (
        query.data.withheld ? (
          <p className={classes.line}>
            <span className={classes.label}>Second opinion</span>
            <span className="soft">What models say shows after your reading.</span>
          </p>
        ) : (
          <Voices relationId={relationId} items={query.data.items} advisers={asked} />
        )
      ) : null}
    </section>
  )
}

function Voices({
  relationId,
  items,
  advisers: switchedOn,
}: {
  relationId: string
  items: readonly Opinion[]
  advisers: readonly Adviser[]
}) {
  const client = useQueryClient()
  const ask = useMutation({
    mutationFn: () => call(askOpinions, { params: { id: relationId } }),
    onSuccess: said => client.setQueryData(opinions(relationId).queryKey, said),
  })
  const last = lastOfEach(items)
  const unanswered = switchedOn.filter(({ adviser }) => {
    const opinion = last.find(one => one.adviser === adviser)
    return !opinion || (opinion.state !== 'waiting' && !(opinion.state === 'given' && opinion.current))
  })
  return (
    <>
      {last.map(opinion => (
        <OpinionLine
          key={opinion.id}
          opinion={opinion}
          adviser={switchedOn.find(({ adviser }) => adviser === opinion.adviser)}
        />
      ))}
      {unanswered.length > 0 ? (
        <p className={classes.line}>
          <Button
            variant="subtle"
            size="compact-sm"
            className={classes.ask ?? ''}
            loading={ask.isPending}
            onClick={() => ask.mutate()}
          >
            {last.length > 0 ? 'Ask again' : 'Ask for a second opinion'}
          </Button>
          <span className={classes.where}>{sayWhere(unanswered)}</span>
        </p>
      ) : null}
      {ask.isError ? (
        <p role="alert" className="problem">
          {messageOf(ask.error)}
        </p>
      ) : null}
    </>
  )
}

/** The same behind a button, for lists: nothing is read before somebody wants it. */
export function SecondOpinionsOnDemand({ relationId }: { relationId: string }) {
  const [open, { toggle }] = useDisclosure(false)
  const asked = useQuery(advisers).data?.advisers
  if (asked === undefined || asked.length === 0) return null
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        className={classes.ask ?? ''}
        aria-expanded={open}
        onClick={toggle}
      >
        Second opinion
      </Button>
      {open ? <SecondOpinions relationId={relationId} /> : null}
    </>
  )
}

/** Whether anything leaves the machine, before it does. */
function sayWhere(asked: readonly Adviser[]): string {
  const hosts = asked.flatMap(({ sentTo }) => (sentTo === null ? [] : [sentTo]))
  return hosts.length > 0
    ? `Both statements, who said them and when go to ${hosts.join(' and ')}.`
    : 'Nothing leaves the machine.'
}
