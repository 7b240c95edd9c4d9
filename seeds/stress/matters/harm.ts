import type { Matter } from './matter.ts'

/** Fires and poisoned water. */
export const HARM: readonly Matter[] = [
  {
    topics: ['Housing', 'Fire safety'],
    titles: [
      'Fire in {place} tower: the questions',
      'Tenants of {place} feared a fire',
      'Cladding in {place} to be removed',
    ],
    questions: [
      'How many flats burnt in {place}?',
      'Did the alarm in {place} sound?',
      'When was the tower in {place} last inspected?',
      'Where did the fire in {place} start?',
      'Who chose the cladding of the tower in {place}?',
    ],
    facts: [
      {
        about: 'quantity',
        low: 3,
        high: 240,
        say: ['[{n} flats] burnt out in {place}', 'the fire in {place} destroyed [{n} flats]'],
      },
      {
        about: 'negation',
        yes: ['the alarm in the {place} tower [sounded]', 'tenants in {place} [heard] the alarm'],
        no: ['the alarm in the {place} tower [did not sound]', 'tenants in {place} [heard no] alarm'],
      },
      {
        about: 'date',
        say: [
          'the {place} tower was last inspected on [{day}]',
          'the last inspection of the {place} tower took place on [{day}]',
        ],
      },
      {
        about: 'exclusivity',
        of: [
          'a faulty boiler',
          'a kitchen',
          'a charging scooter',
          'a rubbish chute',
          'an electrical cupboard',
        ],
        say: ['the fire in {place} started in [{it}]', '[{it}] was where the fire in {place} started'],
      },
      {
        about: 'actor',
        say: [
          'the [{organisation}] chose the cladding in {place}',
          'the cladding in {place} was chosen by the [{organisation}]',
        ],
      },
    ],
  },
  {
    topics: ['Environment', 'Water', 'Rivers'],
    titles: [
      'Dead fish below {place}',
      'What is in the water of {place}?',
      'Sewage near {place}: the company replies',
    ],
    questions: [
      'How much sewage went into the river at {place}?',
      'Is the water of {place} safe to drink?',
      'When did the leak near {place} begin?',
      'Who caused the leak near {place}?',
      'What killed the fish below {place}?',
    ],
    facts: [
      {
        about: 'quantity',
        low: 40,
        high: 90_000,
        say: [
          '[{n} tonnes] of sewage went into the river at {place}',
          'the river at {place} took [{n} tonnes] of sewage',
        ],
      },
      {
        about: 'negation',
        yes: ['the water of {place} [is safe] to drink', 'people in {place} [may drink] the tap water'],
        no: [
          'the water of {place} [is not safe] to drink',
          'people in {place} [must not drink] the tap water',
        ],
      },
      {
        about: 'date',
        say: ['the leak near {place} began on [{day}]', 'since [{day}] chemicals have leaked near {place}'],
      },
      {
        about: 'actor',
        say: [
          'the [{organisation}] caused the leak near {place}',
          'the leak near {place} is the fault of the [{organisation}]',
        ],
      },
      {
        about: 'exclusivity',
        of: ['a lack of oxygen', 'an algal bloom', 'a pesticide', 'a heat wave', 'a cooling tower'],
        say: ['[{it}] killed the fish below {place}', 'the fish below {place} died of [{it}]'],
      },
    ],
  },
]
