import type { Analysis } from '../detect/text/analysis.ts'

/** The detector, loaded when it is first asked: its lexicon and model take time and memory that no other request needs. */
export async function loadDetector() {
  const [{ analyse }, { compare, areWorthComparing, MODEL_VERSION }, { ANALYSIS_VERSION }] =
    await Promise.all([
      import('../detect/analyse.ts'),
      import('../detect/compare.ts'),
      import('../detect/text/analysis.ts'),
    ])
  // The same model judges another analysis otherwise.
  const modelVersion = `${MODEL_VERSION}.${ANALYSIS_VERSION}`
  return { analyse, compare, areWorthComparing, modelVersion, analysisVersion: ANALYSIS_VERSION }
}

export type Detector = Awaited<ReturnType<typeof loadDetector>>
export type { Analysis }
