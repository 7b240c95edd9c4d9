import { Router } from 'express'
import { readEnvironment } from '../../server/env.ts'
import { start } from '../../server/main.ts'

/** The server as a process without screens: what crash tests kill. */
await start({ environment: readEnvironment(process.env), say: line => console.log(line), screens: Router() })
