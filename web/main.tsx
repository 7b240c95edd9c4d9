import './interpret-schemas.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { takeNonce } from './nonce.ts'
import './ui/styles.ts'

takeNonce()

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
