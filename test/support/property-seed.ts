import * as fc from 'fast-check'

// The gate must say the same of the same commit; by hand, every run of a property looks somewhere new.
if (process.env['CI'] === 'true') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_124 })
