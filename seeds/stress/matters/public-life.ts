import type { Matter } from './matter.ts'

/** Votes, money, courts, troops and strikes. */
export const PUBLIC_LIFE: readonly Matter[] = [
  {
    topics: ['Elections', 'Local government'],
    titles: [
      'Recount ordered in {place}',
      'Ballots of {place} before the court',
      'Doubts about the vote in {place}',
    ],
    questions: [
      'How many ballots were found in {place}?',
      'Were observers let into the counting hall of {place}?',
      'When was the count in {place} finished?',
      'Who ordered the recount in {place}?',
      'What was the turnout in {place}?',
    ],
    facts: [
      {
        about: 'quantity',
        low: 12,
        high: 12_000,
        say: [
          '[{n} ballots] were found in a store room in {place}',
          'a store room in {place} held [{n} ballots]',
        ],
      },
      {
        about: 'negation',
        yes: [
          'observers [were admitted] to the counting hall in {place}',
          'the count in {place} was held [in public]',
        ],
        no: [
          'observers [were not admitted] to the counting hall in {place}',
          'the count in {place} was held [without witnesses]',
        ],
      },
      {
        about: 'date',
        say: ['the count in {place} was finished on [{day}]', 'the result in {place} was known on [{day}]'],
      },
      {
        about: 'actor',
        say: [
          'the [{organisation}] ordered the recount in {place}',
          'the recount in {place} was demanded by the [{organisation}]',
        ],
      },
      {
        about: 'quantity',
        low: 31,
        high: 88,
        say: ['turnout in {place} was [{n} per cent]', '[{n} per cent] of the electorate voted in {place}'],
      },
    ],
  },
  {
    topics: ['Public money', 'Local government', 'Audits'],
    titles: [
      'Hole in the budget of {place}',
      'Auditors question the accounts of {place}',
      '{place} council defends its loan',
    ],
    questions: [
      'How large is the hole in the budget of {place}?',
      'Did the council of {place} approve the loan?',
      'When did {place} sign the loan?',
      'Who advised {place} on the loan?',
      'How many posts will {place} cut?',
    ],
    facts: [
      {
        about: 'quantity',
        low: 1,
        high: 900,
        say: ['the budget of {place} is short of [{n} million crowns]', '{place} lacks [{n} million crowns]'],
      },
      {
        about: 'negation',
        yes: ['the council of {place} [approved] the loan', 'the loan to {place} [was put] to a vote'],
        no: [
          'the council of {place} [did not approve] the loan',
          'the loan to {place} [was never put] to a vote',
        ],
      },
      {
        about: 'date',
        say: ['{place} signed the loan on [{day}]', 'the loan to {place} was agreed on [{day}]'],
      },
      {
        about: 'actor',
        say: [
          'the [{organisation}] advised {place} to borrow',
          '{place} borrowed on the advice of the [{organisation}]',
        ],
      },
      {
        about: 'quantity',
        low: 5,
        high: 900,
        say: ['{place} will cut [{n} posts]', '[{n} posts] will go in {place}'],
      },
    ],
  },
  {
    topics: ['Crime', 'Courts', 'Police'],
    titles: [
      '{place} trial hears new evidence',
      'Police in {place} under scrutiny',
      'The missing file of {place}',
    ],
    questions: [
      'How many officers were on duty in {place}?',
      'Did police in {place} have a warrant?',
      'When was the suspect in {place} arrested?',
      'Who deleted the recording in {place}?',
      'How many shots were fired in {place}?',
    ],
    facts: [
      {
        about: 'quantity',
        low: 2,
        high: 220,
        say: ['[{n} officers] were on duty in {place}', 'police had [{n} officers] in {place}'],
      },
      {
        about: 'negation',
        yes: ['police in {place} [had] a warrant', 'the search in {place} [was authorised]'],
        no: ['police in {place} [had no] warrant', 'the search in {place} [was not authorised]'],
      },
      {
        about: 'date',
        say: ['the suspect in {place} was arrested on [{day}]', 'the arrest in {place} was made on [{day}]'],
      },
      {
        about: 'actor',
        say: [
          'the [{organisation}] deleted the recording in {place}',
          'the recording in {place} was deleted by the [{organisation}]',
        ],
      },
      {
        about: 'quantity',
        low: 2,
        high: 40,
        say: ['[{n} shots] were fired in {place}', 'witnesses in {place} heard [{n} shots]'],
      },
    ],
  },
  {
    topics: ['Defence', 'Foreign policy'],
    titles: [
      'Troops leave base near {place}',
      'Letter about {place} base was a draft',
      'Ministry silent about {place}',
    ],
    questions: [
      'How many soldiers are at the base near {place}?',
      'Will the troops leave {place}?',
      'When did the convoy leave {place}?',
      'Who wrote the letter about {place}?',
      'What hit the depot near {place}?',
    ],
    facts: [
      {
        about: 'quantity',
        low: 60,
        high: 12_000,
        say: ['[{n} soldiers] are at the base near {place}', 'the base near {place} holds [{n} soldiers]'],
      },
      {
        about: 'negation',
        yes: ['the troops [will leave] {place}', 'a withdrawal from {place} [has been decided]'],
        no: ['the troops [will not leave] {place}', 'a withdrawal from {place} [has not been decided]'],
      },
      {
        about: 'date',
        say: ['the convoy left {place} on [{day}]', 'the last vehicle left {place} on [{day}]'],
      },
      {
        about: 'actor',
        say: [
          'the [{organisation}] wrote the letter about {place}',
          'the letter about {place} came from the [{organisation}]',
        ],
      },
      {
        about: 'exclusivity',
        of: ['a drone', 'a stray shell', 'a gas leak', 'a rocket', 'an electrical fault'],
        say: ['[{it}] set the depot near {place} on fire', 'the depot near {place} was destroyed by [{it}]'],
      },
    ],
  },
  {
    topics: ['Labour', 'Strikes', 'Industry'],
    titles: ['Strike at the {place} works', '{place} works: both sides dig in', 'Jobs in {place} at risk'],
    questions: [
      'How many workers are on strike in {place}?',
      'Did the {place} works offer a rise?',
      'When will the furnace in {place} go out?',
      'Who broke off the talks in {place}?',
      'What rise do the workers in {place} ask for?',
    ],
    facts: [
      {
        about: 'quantity',
        low: 40,
        high: 8_000,
        say: ['[{n} workers] are on strike in {place}', 'the strike in {place} was joined by [{n} workers]'],
      },
      {
        about: 'negation',
        yes: ['the {place} works [offered] a rise', 'an offer [was made] to the workers in {place}'],
        no: ['the {place} works [offered no] rise', '[no] offer was made to the workers in {place}'],
      },
      {
        about: 'date',
        say: ['the furnace in {place} will go out on [{day}]', 'production in {place} will end on [{day}]'],
      },
      {
        about: 'actor',
        say: [
          'the [{organisation}] broke off the talks in {place}',
          'talks in {place} were broken off by the [{organisation}]',
        ],
      },
      {
        about: 'quantity',
        low: 2,
        high: 19,
        say: [
          'the workers in {place} ask for [{n} per cent]',
          'a rise of [{n} per cent] was demanded in {place}',
        ],
      },
    ],
  },
]
