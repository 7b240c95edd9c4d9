import { generateClient } from '../../server/db/generate.ts'

/** `npm run bench -- <name> [options]`: measures beside a baseline, in one run. */
const USAGE = `npm run bench -- <name> [options]

  api                          p50, p95 and p99 of the API beside the bare SQL of the same query
    --claims 1000,100000       sizes of the database
    --engines pglite,postgres
    --rounds 300               how often each case is measured
    --data-dir <folder>        the embedded database to measure, seeded before; without it a new one is made
    --json                     also as JSON
  check                        a draft of 2,000 words and one statement beside the bare search for claims
    --claims, --engines, --rounds 10
  scan                         a scan that nobody disturbs, and the server's answers while another one runs
    --claims 100000, --engines postgres
    --times 1                  2: also scans of claims that have been analysed
  suggest                      saved → suggested, beside the bare search for candidates
    --claims 100000, --engines postgres, --rounds 100
    --index 10000,100000       instead: a scan without its database, processor time and memory
    --recall 10000             instead: how much of what brute force finds is found
  review                       what the desk asks of the server among many suggestions beside the bare SQL
    --suggestions 100000, --claims 20000, --engines postgres, --rounds 100
  anchors                      finding quotes again
  detect                       comparing statements
  extension                    how long the browser extension holds up a long page with many claims`

generateClient()
const [name, ...args] = process.argv.slice(2)
switch (name) {
  case 'api': {
    const { runApiBench } = await import('./api.ts')
    await runApiBench(args)
    break
  }
  case 'check': {
    const { runCheckBench } = await import('./check.ts')
    await runCheckBench(args)
    break
  }
  case 'scan': {
    const { runScanBench } = await import('./suggest.ts')
    await runScanBench(args)
    break
  }
  case 'suggest': {
    const { runSuggestBench } = await import('./suggest.ts')
    await runSuggestBench(args)
    break
  }
  case 'review': {
    const { runReviewBench } = await import('./review.ts')
    await runReviewBench(args)
    break
  }
  case 'extension': {
    const { runExtensionBench } = await import('./extension.ts')
    await runExtensionBench()
    break
  }
  case 'anchors':
  case 'detect':
    await runOther(name)
    break
  default:
    console.log(USAGE)
    process.exitCode = name === undefined ? 0 : 1
}

async function runOther(name: 'anchors' | 'detect'): Promise<void> {
  const module: Record<string, unknown> = await import(new URL(`./${name}.ts`, import.meta.url).href)
  const run = module[name === 'anchors' ? 'runAnchorsBench' : 'runDetectBench']
  if (typeof run === 'function') await run()
}
