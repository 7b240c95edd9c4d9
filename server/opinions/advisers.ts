import path from 'node:path'
import type { Environment } from '../env.ts'
import type { Adviser } from './adviser.ts'
import { createEndpointAdviser } from './endpoint.ts'
import { createLocalAdviser } from './local-model.ts'

/** The advisers that are switched on; none unless the environment names one. Nothing is loaded or reached yet. */
export function createAdvisers(environment: Environment): Adviser[] {
  const { NLI_MODEL, LLM_URL, LLM_MODEL } = environment
  const advisers: Adviser[] = []
  if (NLI_MODEL !== undefined)
    advisers.push(
      createLocalAdviser({
        model: NLI_MODEL,
        hub: environment.NLI_HUB,
        cacheDir: path.resolve(environment.DATA_DIR, 'models'),
      }),
    )
  if (LLM_URL !== undefined && LLM_MODEL !== undefined)
    advisers.push(
      createEndpointAdviser({
        url: LLM_URL,
        model: LLM_MODEL,
        key: environment.LLM_KEY,
        perDay: environment.LLM_PER_DAY,
        timeoutMs: environment.LLM_TIMEOUT * 1_000,
      }),
    )
  return advisers
}
