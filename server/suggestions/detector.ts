import type { Analysis } from '../detect/text/analysis.ts'

/** The detector, loaded when it is first asked: its lexicon and model take time and memory that no other request needs. */
export async function loadDetector() {
  const [{ analyse }, { MODEL_VERSION, ...comparing }, { ANALYSIS_VERSION }] = await Promise.all([
    import('../detect/analyse.ts'),
    import('../detect/compare.ts'),
    import('../detect/text/analysis.ts'),
  ])
  const { areWorthComparing, compare, shareOfWords } = comparing
  // The same model judges another analysis otherwise.
  const modelVersion = `${MODEL_VERSION}.${ANALYSIS_VERSION}`
  return {
    analyse,
    areWorthComparing,
    compare,
    shareOfWords,
    modelVersion,
    analysisVersion: ANALYSIS_VERSION,
  }
}

export type Detector = Awaited<ReturnType<typeof loadDetector>>
export type { Analysis }
