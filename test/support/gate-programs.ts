import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { chromium } from '@playwright/test'
import { findChromium } from './chromium.ts'
import { findFirefox } from './find-firefox.ts'
import { findPostgres } from './postgres.ts'

export type Program = 'chromium' | 'firefox' | 'postgres'

type Way = { says: string; command: readonly string[]; possible: () => boolean }

const apt = (pkg: string): Way => ({
  says: `Installing ${pkg} with apt-get …`,
  command: ['sh', '-c', `apt-get update -q && apt-get install -q -y --no-install-recommends ${pkg}`],
  possible: () => process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get'),
})

const PROGRAMS: Record<Program, { found: () => boolean; ways: readonly Way[]; missing: string }> = {
  chromium: {
    found: () => findChromium() !== null || fs.existsSync(chromium.executablePath()),
    ways: [
      apt('chromium'),
      {
        says: 'Installing Playwright’s own Chromium …',
        command: ['playwright', 'install', 'chromium'],
        possible: () => true,
      },
    ],
    missing:
      'There is no Chromium and none could be installed: install one, or name its file in the variable CHROMIUM.',
  },
  firefox: {
    found: () => findFirefox() !== null,
    ways: [apt('firefox-esr')],
    missing:
      'There is no Firefox 140 or newer and none could be installed: install one, or name its file in the variable FIREFOX.',
  },
  postgres: {
    found: () => findPostgres() !== null,
    ways: [apt('postgresql')],
    missing:
      'There is no PostgreSQL 15 or newer and none could be installed: install it, no server need run.',
  },
}

/** Looks for a program and installs it where it can. Returns the sentence that says what is missing, or null. */
export function provide(
  program: Program,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): string | null {
  const { found, ways, missing } = PROGRAMS[program]
  if (found()) return null
  for (const way of ways.filter(one => one.possible())) {
    say(way.says)
    const [file = '', ...args] = way.command
    // RUNLEVEL=1 keeps Debian's packages from starting the servers they bring.
    const installing = { ...env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
    spawnSync(file, args, { env: installing, stdio: 'ignore', timeout: 10 * 60_000 })
    if (found()) return null
  }
  return missing
}
