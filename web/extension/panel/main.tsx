import { keepDraftsForGood } from '../../ui/use-draft.ts'
import { showPage } from '../frame.tsx'
import { Panel } from './panel.tsx'

keepDraftsForGood()
showPage(<Panel />)
