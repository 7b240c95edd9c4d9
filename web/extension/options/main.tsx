import { showPage } from '../frame.tsx'
import { Options } from './options.tsx'

showPage(<Options />)
