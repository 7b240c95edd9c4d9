import { createClaim } from '#contract/claims.ts'
import { createSource } from '#contract/sources.ts'
import type { Database } from '../../server/db/open.ts'
import { suggestFor } from '../../server/suggestions/service.ts'
import type { Client } from './client.ts'
import { selectionOf } from './given.ts'

/** Somebody whom one person denies and another one confirms. */
const MINISTER = {
  statement: 'The hospital was evacuated on Friday',
  speaker: 'The health minister',
  role: 'Minister of health',
  outlet: 'The Evening Post',
  said: '2021-03-06',
  text: 'The minister confirmed on Saturday that the hospital was evacuated on Friday and that nobody was hurt.',
  words: 'the hospital was evacuated on Friday',
} as const

/** Pairs that the detector finds at odds: who said what, where and when, in a text of its own. */
const PAIRS = [
  {
    topic: 'Troops',
    sides: [
      {
        statement: 'There are 5,000 US troops in Iraq',
        speaker: 'Mark Esper',
        role: 'US defence secretary',
        outlet: 'The Evening Post',
        said: '2020-01-06',
        text: 'The secretary took questions at noon. Asked how many remain, he said: “There are about 5,000 US troops in Iraq today, and they stay.” He left the room after ten minutes.',
        words: 'There are about 5,000 US troops in Iraq today, and they stay.',
      },
      {
        statement: 'There are 750 US troops in Iraq',
        speaker: 'Ministry of Defence of Iraq',
        role: null,
        outlet: 'Baghdad Daily',
        said: '2020-01-09',
        text: 'A spokesman was more precise than his guests. “There are 750 US troops in Iraq,” the ministry said in its statement of Thursday, which it did not explain further.',
        words: 'There are 750 US troops in Iraq',
      },
    ],
  },
  {
    topic: 'Bridges',
    sides: [
      {
        statement: 'The bridge was opened in 1999',
        speaker: 'The mayor',
        role: null,
        outlet: 'The River Courier',
        said: '2019',
        text: 'The bridge was opened in 1999, the mayor told the council, and has been painted twice since.',
        words: 'The bridge was opened in 1999',
      },
      {
        statement: 'The bridge was opened in 2001',
        speaker: 'The roads office',
        role: null,
        outlet: 'The River Courier',
        said: '2021-05',
        text: 'According to its files the bridge was opened in 2001. The roads office keeps no other record of it.',
        words: 'the bridge was opened in 2001',
      },
    ],
  },
  {
    topic: 'Hospital',
    sides: [
      MINISTER,
      {
        statement: 'The hospital was never evacuated on Friday',
        speaker: 'The head nurse',
        role: null,
        outlet: 'Ward Letters',
        said: '2021-03-07',
        text: 'We were all there. The hospital was never evacuated on Friday; we worked through the night, said the head nurse.',
        words: 'The hospital was never evacuated on Friday',
      },
    ],
  },
] as const

/** Pairs that say the same: one of the same speaker, one of two. */
const AGREEING = [
  {
    topic: 'Troops',
    sides: [
      {
        statement: 'There are 5,000 US troops in Iraq',
        speaker: 'Mark Esper',
        role: 'US defence secretary',
        outlet: 'The Evening Post',
        said: '2020-01-06',
        text: 'The secretary took questions at noon. “There are 5,000 US troops in Iraq,” he said, and left.',
        words: 'There are 5,000 US troops in Iraq',
      },
      {
        statement: '5,000 US troops are in Iraq',
        speaker: 'Mark Esper',
        role: 'US defence secretary',
        outlet: 'The Harbour Gazette',
        said: '2020-01-07',
        text: 'Asked again on Tuesday the secretary repeated that five thousand American soldiers are in the country.',
        words: 'five thousand American soldiers are in the country',
      },
    ],
  },
  {
    topic: 'Hospital',
    sides: [
      MINISTER,
      {
        statement: 'On Friday the hospital was evacuated',
        speaker: 'The fire brigade',
        role: null,
        outlet: 'Ward Letters',
        said: '2021-03-07',
        text: 'We helped carry the beds, the brigade writes: on Friday the hospital was evacuated within two hours.',
        words: 'on Friday the hospital was evacuated',
      },
    ],
  },
] as const

/** Fills the queue: the claims are made by a researcher, the pairs suggested by the detector. */
export async function givenQueue(client: Client, database: Database): Promise<void> {
  await makePairs(client, database, PAIRS)
}

/** Fills the queue of agreements in the same way. */
export async function givenAgreements(client: Client, database: Database): Promise<void> {
  await makePairs(client, database, AGREEING)
}

async function makePairs(
  client: Client,
  database: Database,
  pairs: typeof PAIRS | typeof AGREEING,
): Promise<void> {
  for (const { topic, sides } of pairs) {
    for (const { statement, speaker, role, outlet, said, text, words } of sides) {
      const source = await client.call(createSource, {
        body: { title: `${outlet}: ${statement}`, kind: 'article', outlet, published: said, text },
      })
      const quote = selectionOf(source.snapshots[0]?.id ?? '', text, words)
      const { id } = await client.call(createClaim, {
        body: {
          statement,
          said,
          topics: [topic],
          speaker: { name: speaker, kind: 'person', ...(role !== null && { role }) },
          quote,
        },
      })
      await suggestFor(database, id)
    }
  }
}
