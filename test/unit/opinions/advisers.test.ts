import { expect, test } from 'vitest'
import { readEnvironment } from '../../../server/env.ts'
import { createAdvisers } from '../../../server/opinions/advisers.ts'

const switchedOn = (variables: Record<string, string>) =>
  createAdvisers(readEnvironment(variables)).map(({ name, model, sentTo, perDay }) => ({
    name,
    model,
    sentTo,
    perDay,
  }))

const LLM = { LLM_URL: 'https://llm.example/v1', LLM_MODEL: 'tiny-7b' }
const atEndpoint = { name: 'llm', model: 'tiny-7b', sentTo: 'llm.example', perDay: 200 }
const here = { name: 'nli', model: 'newsroom/tiny', sentTo: null, perDay: null }

test.each([
  ['nothing', {}, []],
  ['a model alone, without its endpoint', { LLM_MODEL: 'tiny-7b', LLM_KEY: 'sk' }, []],
  ['an endpoint', LLM, [atEndpoint]],
  ['an endpoint with a budget', { ...LLM, LLM_PER_DAY: '5' }, [{ ...atEndpoint, perDay: 5 }]],
  ['a model at the hub', { NLI_MODEL: 'newsroom/tiny' }, [here]],
  ['both', { NLI_MODEL: 'newsroom/tiny', ...LLM }, [here, atEndpoint]],
])('%s', (_what, variables, expected) => {
  expect(switchedOn(variables)).toEqual(expected)
})

test.each([
  [{ LLM_URL: 'https://llm.example/v1' }, 'LLM_URL: needs LLM_MODEL'],
  [{ LLM_URL: 'ftp://llm.example', LLM_MODEL: 'm' }, 'LLM_URL'],
  [{ ...LLM, LLM_PER_DAY: '0' }, 'LLM_PER_DAY'],
  [{ ...LLM, LLM_TIMEOUT: 'soon' }, 'LLM_TIMEOUT'],
])('%j is refused', (variables, named) => {
  expect(() => readEnvironment(variables)).toThrow(named)
})
