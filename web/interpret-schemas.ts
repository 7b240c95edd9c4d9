import { config } from 'zod'

/** Imported before every schema: each asks as it is made whether `eval` works, and the content policy refuses that. */
config({ jitless: true })
