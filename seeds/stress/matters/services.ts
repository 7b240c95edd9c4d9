import type { Matter } from './matter.ts'

/** What people rely on, when it fails. */
export const PUBLIC_SERVICES: readonly Matter[] = [
  {
    topics: ['Floods', 'Emergency services', 'Rivers'],
    titles: [
      'River bursts its banks in {place}',
      '{place} counts the cost of the flood',
      'Was {place} warned in time?',
    ],
    questions: [
      'How many homes were flooded in {place}?',
      'Was {place} warned before the flood?',
      'When were the sluices above {place} opened?',
      'Who ordered the evacuation of {place}?',
      'Why did the river burst its banks in {place}?',
      'What will the flood in {place} cost?',
    ],
    facts: [
      {
        about: 'quantity',
        low: 80,
        high: 9_000,
        say: [
          '[{n} homes] in {place} were flooded',
          'the flood reached [{n} homes] in {place}',
          'water stood in [{n} homes] in {place}',
        ],
      },
      {
        about: 'negation',
        yes: [
          'residents of {place} [were warned] before the river rose',
          'a warning [reached] {place} before the water did',
        ],
        no: [
          'residents of {place} [were not warned] before the river rose',
          '[no] warning reached {place} before the water did',
        ],
      },
      {
        about: 'date',
        say: [
          'the sluices above {place} were opened on [{day}]',
          'it was on [{day}] that the sluices above {place} were opened',
        ],
      },
      {
        about: 'actor',
        say: [
          'the [{organisation}] ordered the evacuation of {place}',
          'the order to evacuate {place} came from the [{organisation}]',
        ],
      },
      {
        about: 'exclusivity',
        of: [
          'a blocked culvert',
          'a record rainfall',
          'an open sluice',
          'a broken pump',
          'a neglected embankment',
        ],
        say: ['the river burst its banks in {place} because of [{it}]', '[{it}] caused the flood in {place}'],
      },
      {
        about: 'quantity',
        low: 2,
        high: 400,
        say: [
          'the flood in {place} will cost [{n} million crowns]',
          'repairs after the flood in {place} come to [{n} million crowns]',
        ],
      },
    ],
  },
  {
    topics: ['Health', 'Hospitals', 'Patient safety'],
    titles: [
      'Infections at {place} hospital under review',
      '{place} hospital answers its critics',
      'What the audit of {place} hospital found',
    ],
    questions: [
      'How many patients were infected at {place} hospital?',
      'Did {place} hospital tell the families?',
      'When was the ward in {place} closed?',
      'Where did the infections at {place} hospital come from?',
      'How many nurses is {place} hospital short of?',
    ],
    facts: [
      {
        about: 'quantity',
        low: 4,
        high: 300,
        say: [
          '[{n} patients] were infected at {place} hospital',
          'infections at {place} hospital reached [{n} patients]',
        ],
      },
      {
        about: 'negation',
        yes: [
          '{place} hospital [told] the families about the infections',
          'the families in {place} [were told] about the infections',
        ],
        no: [
          '{place} hospital [never told] the families about the infections',
          'the families in {place} [were not told] about the infections',
        ],
      },
      {
        about: 'date',
        say: ['the surgical ward in {place} was closed on [{day}]', 'surgery in {place} stopped on [{day}]'],
      },
      {
        about: 'exclusivity',
        of: [
          'a water tank',
          'a ventilation shaft',
          'unwashed instruments',
          'a visiting surgeon',
          'a laundry',
        ],
        say: [
          'the infections at {place} hospital came from [{it}]',
          '[{it}] was the source of the infections at {place} hospital',
        ],
      },
      {
        about: 'quantity',
        low: 10,
        high: 600,
        say: ['{place} hospital is short of [{n} nurses]', '[{n} nurses] are missing at {place} hospital'],
      },
    ],
  },
  {
    topics: ['Transport', 'Railways'],
    titles: [
      'Trains to {place} cancelled again',
      'Who delayed the {place} line?',
      '{place} junction: what the timetable hides',
    ],
    questions: [
      'How many trains to {place} were cancelled?',
      'Was the signal failure in {place} known?',
      'When will the {place} line reopen?',
      'Why did the train in {place} stop?',
      'What does the {place} line cost?',
    ],
    facts: [
      {
        about: 'quantity',
        low: 20,
        high: 4_000,
        say: ['[{n} trains] to {place} were cancelled', 'passengers to {place} lost [{n} trains]'],
      },
      {
        about: 'negation',
        yes: [
          'the railway [knew] of the faulty signal in {place}',
          'the faulty signal in {place} [had been reported]',
        ],
        no: [
          'the railway [did not know] of the faulty signal in {place}',
          'the faulty signal in {place} [had never been reported]',
        ],
      },
      {
        about: 'date',
        say: ['the {place} line will reopen on [{day}]', 'trains will run to {place} again from [{day}]'],
      },
      {
        about: 'exclusivity',
        of: ['a frozen switch', 'a stolen cable', 'a fallen tree', 'a software update', 'a driver shortage'],
        say: ['the trains in {place} were stopped by [{it}]', '[{it}] stopped the trains in {place}'],
      },
      {
        about: 'quantity',
        low: 12,
        high: 2_400,
        say: [
          'the {place} line has cost [{n} million crowns]',
          '[{n} million crowns] were spent on the {place} line',
        ],
      },
    ],
  },
  {
    topics: ['Energy', 'Power cuts'],
    titles: [
      'Lights out in {place}',
      'After the blackout: {place} asks why',
      'Substation near {place} failed twice',
    ],
    questions: [
      'How many households in {place} lost power?',
      'Was the substation near {place} inspected?',
      'When was power back in {place}?',
      'What caused the blackout in {place}?',
      'Who switched off the grid around {place}?',
    ],
    facts: [
      {
        about: 'quantity',
        low: 300,
        high: 240_000,
        say: [
          '[{n} households] in {place} lost power',
          'power was cut to [{n} households] in {place}',
          'the blackout in {place} hit [{n} households]',
        ],
      },
      {
        about: 'negation',
        yes: [
          'the substation near {place} [had been inspected]',
          'engineers [inspected] the substation near {place}',
        ],
        no: [
          'the substation near {place} [had not been inspected]',
          'engineers [never inspected] the substation near {place}',
        ],
      },
      {
        about: 'date',
        say: [
          'power was back in {place} on [{day}]',
          'the last street in {place} was reconnected on [{day}]',
        ],
      },
      {
        about: 'exclusivity',
        of: ['an overheated transformer', 'a storm', 'a cyber attack', 'a snapped cable', 'a squirrel'],
        say: ['[{it}] caused the blackout in {place}', 'the blackout in {place} began with [{it}]'],
      },
      {
        about: 'actor',
        say: [
          'the [{organisation}] switched off the grid around {place}',
          'it was the [{organisation}] that switched off the grid around {place}',
        ],
      },
    ],
  },
  {
    topics: ['Schools', 'Education'],
    titles: [
      'School in {place} to close',
      'Parents of {place} want answers',
      'Exam results in {place} withdrawn',
    ],
    questions: [
      'How many pupils in {place} must sit the exam again?',
      'Were the parents in {place} consulted?',
      'When will the school in {place} close?',
      'Why will the school in {place} close?',
      'How many schools in {place} contain asbestos?',
    ],
    facts: [
      {
        about: 'quantity',
        low: 15,
        high: 4_000,
        say: [
          '[{n} pupils] in {place} must sit the exam again',
          'the exam in {place} was void for [{n} pupils]',
        ],
      },
      {
        about: 'negation',
        yes: ['the parents in {place} [were consulted]', 'the school in {place} [asked] the parents'],
        no: [
          'the parents in {place} [were not consulted]',
          'the school in {place} [never asked] the parents',
        ],
      },
      {
        about: 'date',
        say: ['the school in {place} will close on [{day}]', 'lessons in {place} end on [{day}]'],
      },
      {
        about: 'exclusivity',
        of: ['falling rolls', 'a cracked roof', 'a lack of teachers', 'a merger', 'a budget cut'],
        say: [
          'the school in {place} will close because of [{it}]',
          '[{it}] will close the school in {place}',
        ],
      },
      {
        about: 'quantity',
        low: 2,
        high: 90,
        say: ['[{n} schools] in {place} contain asbestos', 'asbestos was found in [{n} schools] in {place}'],
      },
    ],
  },
]
