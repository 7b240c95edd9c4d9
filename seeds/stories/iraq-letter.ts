import type { Story } from '../story.ts'

export const iraqLetter: Story = {
  key: 'iraq-letter',
  speakers: {
    letter: {
      name: 'Letter over the name of William H. Seely III',
      kind: 'document',
      role: 'unsigned, with a Pentagon letterhead',
    },
    esper: { name: 'Mark Esper', kind: 'person', role: 'US Secretary of Defense' },
    milley: { name: 'Mark Milley', kind: 'person', role: 'Chairman of the Joint Chiefs of Staff' },
    official: { name: 'A senior US official', kind: 'person', role: 'unnamed, to The National' },
    afp: { name: 'AFP', kind: 'organisation', role: 'news agency', aliases: ['Agence France-Presse'] },
    national: { name: 'The National', kind: 'organisation', role: 'newspaper' },
  },
  sources: {
    letter: {
      title: 'Letter to Abdul Amir over the name of Brig Gen William H. Seely III',
      kind: 'letter',
      outlet: 'Task Force Iraq',
      published: '2020-01-06',
      text: `The letter carries a Pentagon letterhead and no signature. At its foot stands the name of Brig Gen William H. Seely III of the United States Marine Corps, commanding general of Task Force Iraq. It is addressed to Abdul Amir in Baghdad, deputy director of Iraq's combined joint operations.

It opens: "Sir, in deference to the sovereignty of the Republic of Iraq, and as requested by the Iraqi Parliament and the Prime Minister, CJTF-OIR will be repositioning forces over the course of the coming days and weeks to prepare for onward movement."

Certain measures are needed, it goes on, to ensure that "movement out of Iraq is conducted in a safe and efficient manner."`,
    },
    national: {
      title: "Pentagon says Iraq withdrawal letter 'a mistake'",
      kind: 'article',
      outlet: 'The National',
      text: `The letter reached the public through Al Ahed, an Iraqi channel, to which it was first leaked. AFP confirmed the letter's authenticity with US and Iraqi officials.

On the same Monday, 6 January 2020, the US Secretary of Defense, Mark Esper, told reporters: "There's been no decision whatsoever to leave Iraq."

Gen Mark Milley, Chairman of the Joint Chiefs of Staff, spoke to reporters that day as well. "It was a mistake," he said of the letter, and then: "That letter is a draft, it was a mistake, it should not have been released." He did not deny that it had been delivered.

A senior US official told The National that there was no change in US policy.

Around 5,000 US troops are in Iraq, and the number was expected to go up. A force of 750 Marines has been approved to protect the embassy.

Three days before, on Friday 3 January 2020, Qassem Suleimani had been killed in a US strike.`,
    },
  },
  claims: {
    repositioning: {
      source: 'letter',
      quote:
        'Sir, in deference to the sovereignty of the Republic of Iraq, and as requested by the Iraqi Parliament and the Prime Minister, CJTF-OIR will be repositioning forces over the course of the coming days and weeks to prepare for onward movement.',
      statement: 'The US-led coalition will reposition its forces in Iraq to prepare for onward movement.',
      speaker: 'letter',
      howPut: 'asserted',
      said: '2020-01-06',
      topics: ['US forces in Iraq'],
    },
    movementOut: {
      source: 'letter',
      quote: 'movement out of Iraq is conducted in a safe and efficient manner',
      statement:
        'Measures are needed so that the movement of the coalition out of Iraq is safe and efficient.',
      speaker: 'letter',
      howPut: 'asserted',
      said: '2020-01-06',
      topics: ['US forces in Iraq'],
    },
    noDecision: {
      source: 'national',
      quote: "There's been no decision whatsoever to leave Iraq.",
      statement: 'The United States has made no decision to leave Iraq.',
      speaker: 'esper',
      howPut: 'denied',
      said: '2020-01-06',
      topics: ['US forces in Iraq'],
    },
    draft: {
      source: 'national',
      quote: 'That letter is a draft, it was a mistake, it should not have been released.',
      statement: 'The letter about moving forces out of Iraq was a draft, released by mistake.',
      speaker: 'milley',
      howPut: 'asserted',
      said: '2020-01-06',
      topics: ['US forces in Iraq'],
    },
    noChange: {
      source: 'national',
      quote: 'there was no change in US policy',
      statement: 'There is no change in US policy.',
      speaker: 'official',
      howPut: 'reported',
      said: '2020-01-06',
      topics: ['US forces in Iraq'],
    },
    authentic: {
      source: 'national',
      quote: "AFP confirmed the letter's authenticity with US and Iraqi officials.",
      statement: 'The letter is authentic, US and Iraqi officials confirm.',
      speaker: 'afp',
      howPut: 'asserted',
      topics: ['US forces in Iraq'],
    },
    present: {
      source: 'national',
      quote: 'Around 5,000 US troops are in Iraq',
      statement: 'Around 5,000 US troops are in Iraq.',
      speaker: 'national',
      howPut: 'asserted',
      topics: ['US forces in Iraq'],
    },
    sent: {
      source: 'national',
      quote: 'A force of 750 Marines has been approved to protect the embassy.',
      statement: 'A force of 750 US Marines has been approved to protect the embassy in Iraq.',
      speaker: 'national',
      howPut: 'asserted',
      topics: ['US forces in Iraq'],
    },
  },
  relations: [
    {
      left: 'repositioning',
      right: 'noDecision',
      kind: 'contradicts',
      note: 'The letter announces the movement as settled; the Secretary says that nothing was decided. Both speak for the same command on the same day.',
      reasons: [
        {
          type: 'denial',
          explanation: '“will reposition … onward movement” stands against “no decision to leave”',
          left: 'prepare for onward movement',
          right: 'no decision to leave Iraq',
          leftQuote: 'prepare for onward movement',
          rightQuote: 'no decision whatsoever to leave Iraq',
        },
      ],
    },
    {
      left: 'movementOut',
      right: 'noDecision',
      kind: 'contradicts',
      note: 'Measures for the way out of Iraq presuppose that leaving was decided.',
      reasons: [
        {
          type: 'negation',
          explanation: '“movement out of Iraq” stands against “no decision to leave Iraq”',
          left: 'out of Iraq',
          right: 'no decision to leave Iraq',
          leftQuote: 'movement out of Iraq',
          rightQuote: 'no decision whatsoever to leave Iraq',
        },
      ],
    },
    {
      left: 'repositioning',
      right: 'draft',
      kind: 'contradicts',
      note: 'A draft released by mistake does not say what the forces will do.',
      reasons: [
        {
          type: 'denial',
          explanation: '“will reposition” stands against “a draft, released by mistake”',
          left: 'will reposition its forces',
          right: 'was a draft, released by mistake',
          leftQuote: 'will be repositioning forces',
          rightQuote: 'is a draft, it was a mistake',
        },
      ],
    },
    {
      left: 'noDecision',
      right: 'noChange',
      kind: 'agrees',
      note: 'No decision to leave and no change of policy say the same of the plan.',
      reasons: [],
    },
    {
      left: 'authentic',
      right: 'draft',
      kind: 'different_scope',
      note: 'Authentic says where the letter came from, draft says what it was worth. Both can be true.',
      reasons: [],
    },
    {
      left: 'present',
      right: 'sent',
      kind: 'different_scope',
      note: 'The one counts all US troops in the country, the other a force approved for the embassy.',
      reasons: [
        {
          type: 'quantity',
          explanation: '5,000 ≠ 750, but the one counts those present and the other those to be sent',
          left: '5,000',
          right: '750',
          leftQuote: '5,000',
          rightQuote: '750',
        },
      ],
    },
  ],
  dispute: {
    question: 'Did the United States decide to leave Iraq in January 2020?',
    summary:
      'On 6 January 2020 a letter with a Pentagon letterhead told Iraq’s government that the US-led coalition would move its forces. The same day the US Secretary of Defense and the Chairman of the Joint Chiefs of Staff said otherwise.',
    positions: [
      { label: 'Yes: the forces will move out', claims: ['repositioning', 'movementOut'] },
      {
        label: 'No: nothing was decided, the letter was a mistake',
        claims: ['noDecision', 'draft', 'noChange'],
      },
    ],
  },
}
