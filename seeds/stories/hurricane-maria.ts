import type { Story } from '../story.ts'

const TOPIC = ['Hurricane Maria']

export const hurricaneMaria: Story = {
  key: 'hurricane-maria',
  speakers: {
    toll: { name: 'Official death toll of Puerto Rico', kind: 'document' },
    journal: {
      name: 'Kishore et al.',
      kind: 'organisation',
      role: 'authors of a study in the New England Journal of Medicine',
    },
    milken: { name: 'Milken Institute, George Washington University', kind: 'organisation' },
    rossello: { name: 'Ricardo Rosselló', kind: 'person', role: 'Governor of Puerto Rico' },
    trump: { name: 'Donald Trump', kind: 'person' },
  },
  sources: {
    toll: {
      title: 'The official toll of Hurricane Maria in December 2017',
      kind: 'report',
      outlet: 'Government of Puerto Rico',
      published: '2017-12-09',
      text: 'On 9 December 2017 the official death toll of Hurricane Maria in Puerto Rico stood at 64.',
    },
    journal: {
      title: 'A study of excess deaths after Hurricane Maria',
      kind: 'report',
      outlet: 'New England Journal of Medicine',
      published: '2018-05-29',
      text: 'The study by Kishore et al., published on 29 May 2018, estimates 4,645 excess deaths in Puerto Rico from 20 September to 31 December 2017. Its 95 % interval runs from 793 to 8,498.',
    },
    milken: {
      title: 'Excess deaths in Puerto Rico, September 2017 to February 2018',
      kind: 'report',
      outlet: 'George Washington University',
      published: '2018-08-28',
      text: 'The Milken Institute of George Washington University puts the excess deaths from September 2017 to February 2018 at 2,975.',
    },
    governor: {
      title: 'The governor raises the official toll',
      kind: 'statement',
      outlet: 'Government of Puerto Rico',
      published: '2018-08-28',
      text: 'On the day the report appeared, the governor, Ricardo Rosselló, raised the official toll to 2,975.',
    },
    twitter: {
      title: 'Donald Trump on the number of deaths',
      kind: 'post',
      outlet: 'Twitter',
      published: '2018-09-13',
      text: 'On 13 September 2018 Donald Trump wrote: "3000 people did not die in the two hurricanes that hit Puerto Rico." He also wrote that "they had anywhere from 6 to 18 deaths".',
    },
  },
  claims: {
    sixtyFour: {
      source: 'toll',
      quote: 'the official death toll of Hurricane Maria in Puerto Rico stood at 64',
      statement: 'Hurricane Maria killed 64 people in Puerto Rico.',
      speaker: 'toll',
      howPut: 'asserted',
      said: '2017-12-09',
      topics: TOPIC,
    },
    study: {
      source: 'journal',
      quote: 'estimates 4,645 excess deaths in Puerto Rico from 20 September to 31 December 2017',
      statement:
        'Hurricane Maria caused an estimated 4,645 excess deaths in Puerto Rico by 31 December 2017.',
      speaker: 'journal',
      howPut: 'asserted',
      said: '2018-05-29',
      topics: TOPIC,
    },
    report: {
      source: 'milken',
      quote: 'the excess deaths from September 2017 to February 2018 at 2,975',
      statement:
        'Hurricane Maria caused 2,975 excess deaths in Puerto Rico from September 2017 to February 2018.',
      speaker: 'milken',
      howPut: 'asserted',
      said: '2018-08-28',
      topics: TOPIC,
    },
    raised: {
      source: 'governor',
      quote: 'the governor, Ricardo Rosselló, raised the official toll to 2,975',
      statement: 'The official toll of Hurricane Maria in Puerto Rico is 2,975 people.',
      speaker: 'rossello',
      howPut: 'asserted',
      said: '2018-08-28',
      topics: TOPIC,
    },
    notThreeThousand: {
      source: 'twitter',
      quote: '3000 people did not die in the two hurricanes that hit Puerto Rico.',
      statement: '3,000 people did not die in the two hurricanes that hit Puerto Rico.',
      speaker: 'trump',
      howPut: 'denied',
      said: '2018-09-13',
      topics: TOPIC,
    },
    sixToEighteen: {
      source: 'twitter',
      quote: 'they had anywhere from 6 to 18 deaths',
      statement: 'Puerto Rico had between 6 and 18 deaths from the hurricanes.',
      speaker: 'trump',
      howPut: 'asserted',
      said: '2018-09-13',
      topics: TOPIC,
    },
  },
  relations: [
    {
      left: 'sixtyFour',
      right: 'raised',
      kind: 'supersedes',
      superseder: 'raised',
      note: 'The government replaced its own figure.',
      reasons: [
        {
          type: 'quantity',
          explanation: '64 became 2,975',
          left: '64',
          right: '2,975',
          leftQuote: '64',
          rightQuote: '2,975',
        },
      ],
    },
    {
      left: 'report',
      right: 'raised',
      kind: 'agrees',
      note: 'The official toll takes over the report’s figure.',
      reasons: [],
    },
    {
      left: 'raised',
      right: 'notThreeThousand',
      kind: 'contradicts',
      note: 'The one puts the dead at close to 3,000, the other denies that so many died.',
      reasons: [
        {
          type: 'denial',
          explanation: '“2,975 people” stands against “3,000 people did not die”',
          left: '2,975 people',
          right: '3,000 people did not die',
          leftQuote: '2,975',
          rightQuote: '3000 people did not die',
        },
      ],
    },
    {
      left: 'report',
      right: 'sixToEighteen',
      kind: 'contradicts',
      note: 'The two ranges are far apart.',
      reasons: [
        {
          type: 'quantity',
          explanation: '2,975 ≠ 6 to 18 — both count deaths from the hurricane in Puerto Rico',
          left: '2,975',
          right: 'between 6 and 18',
          leftQuote: '2,975',
          rightQuote: '6 to 18',
        },
      ],
    },
    {
      left: 'sixtyFour',
      right: 'sixToEighteen',
      kind: 'contradicts',
      note: 'Even the first official toll lies above the range.',
      reasons: [
        {
          type: 'quantity',
          explanation: '64 ≠ 6 to 18 — both count deaths from the hurricane in Puerto Rico',
          left: '64',
          right: 'between 6 and 18',
          leftQuote: '64',
          rightQuote: '6 to 18',
        },
      ],
    },
    {
      left: 'study',
      right: 'report',
      kind: 'different_scope',
      note: 'The two estimates cover different months, and the interval of the first includes the second.',
      reasons: [
        {
          type: 'quantity',
          explanation: '4,645 ≠ 2,975, but the first counts to December 2017 and the second to February 2018',
          left: '4,645',
          right: '2,975',
          leftQuote: '4,645',
          rightQuote: '2,975',
        },
      ],
    },
  ],
  dispute: {
    question: 'How many people died because of Hurricane Maria in Puerto Rico?',
    summary:
      'The official toll stood at 64 until a report on excess deaths raised it to 2,975. An earlier study had estimated 4,645, and Donald Trump denied that so many had died.',
    positions: [
      { label: '64', claims: ['sixtyFour'] },
      { label: '2,975', claims: ['report', 'raised'] },
      { label: '4,645', claims: ['study'] },
      { label: 'Not 3,000: from 6 to 18', claims: ['notThreeThousand', 'sixToEighteen'] },
    ],
  },
}
