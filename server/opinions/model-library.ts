/** The part of `@huggingface/transformers` that is used; the package may be missing, so its own types are not asked for. */

type Tensor = { tolist: () => unknown }

type FromPretrained<Loaded> = {
  from_pretrained: (model: string, options?: { dtype?: 'fp32' | 'q8' }) => Promise<Loaded>
}

type Tokenizer = (
  texts: string[],
  options: { text_pair: string[]; padding: boolean; truncation: boolean },
) => Record<string, unknown>

type Classifier = ((inputs: Record<string, unknown>) => Promise<{ logits: Tensor }>) & {
  config: { id2label?: Record<string, string> }
}

export type ModelLibrary = {
  env: {
    allowRemoteModels: boolean
    remoteHost: string
    cacheDir: string
    useWasmCache: boolean
    logLevel: number
    backends: { onnx: { wasm?: { wasmPaths?: unknown; numThreads?: number } } }
  }
  AutoTokenizer: FromPretrained<Tokenizer>
  AutoModelForSequenceClassification: FromPretrained<Classifier>
}

const PACKAGE: string = '@huggingface/transformers'

const MISSING = `NLI_MODEL needs the package ${PACKAGE}, which is not installed. Install it with the version that package.json names: npm install --include=optional`

/** Says only what cannot be helped. */
const ERRORS_ONLY = 40

/** Loads the library, set so that nothing but the model itself is ever fetched. Throws when it is not installed. */
export async function loadModelLibrary(model: {
  cacheDir: string
  /** Null when the model lies in a folder. */
  hub: string | null
}): Promise<ModelLibrary> {
  const loaded: unknown = await import(PACKAGE).catch((error: unknown) => {
    throw isMissing(error) ? new Error(MISSING) : error
  })
  if (!isModelLibrary(loaded))
    throw new Error(`The ${PACKAGE} that is installed is another one than this program knows.`)
  const { env } = loaded
  env.cacheDir = model.cacheDir
  env.logLevel = ERRORS_ONLY
  env.allowRemoteModels = model.hub !== null
  if (model.hub !== null) env.remoteHost = model.hub
  // The runtime lies beside the library; left as it is, it would be fetched from elsewhere.
  env.useWasmCache = false
  const { wasm } = env.backends.onnx
  if (wasm) {
    wasm.wasmPaths = undefined
    wasm.numThreads = 1
  }
  return loaded
}

const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  (typeof value === 'object' || typeof value === 'function') && value !== null

function isModelLibrary(value: unknown): value is ModelLibrary {
  if (!isRecord(value) || !isRecord(value.env) || !isRecord(value.env.backends)) return false
  const parts = [value.AutoTokenizer, value.AutoModelForSequenceClassification]
  return (
    isRecord(value.env.backends.onnx) &&
    parts.every(part => isRecord(part) && typeof part.from_pretrained === 'function')
  )
}
