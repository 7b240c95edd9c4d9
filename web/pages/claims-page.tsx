import { ClaimFacets } from '../features/claims/claim-facets.tsx'
import { ClaimResults } from '../features/claims/claim-results.tsx'
import { ClaimSearch } from '../features/claims/claim-search.tsx'
import classes from '../features/claims/claims.module.css'
import { FacetPanel } from '../features/claims/facet-panel.tsx'
import { useClaimFilter } from '../features/claims/use-claim-filter.ts'
import { PageTitle } from '../ui/page-title.tsx'

export function Component() {
  const url = useClaimFilter()
  return (
    <>
      <PageTitle title="Claims" lead="What was said, by whom, and where the words stand." />
      <div className={classes.page}>
        <FacetPanel active={url.active} onClear={url.clear}>
          <ClaimFacets url={url} />
        </FacetPanel>
        <div>
          <ClaimSearch url={url} />
          <ClaimResults url={url} />
        </div>
      </div>
    </>
  )
}
