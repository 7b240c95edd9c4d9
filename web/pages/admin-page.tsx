import { Tabs } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { ApiError } from '../api/api-error.ts'
import { itemsOf } from '../api/keyset.ts'
import { meQuery, useCan } from '../api/session.ts'
import { InvitationList } from '../features/accounts/invitation-list.tsx'
import { InviteForm } from '../features/accounts/invite-form.tsx'
import { PeopleTable } from '../features/accounts/people-table.tsx'
import { accountList } from '../features/accounts/queries.ts'
import { AuditLog } from '../features/events/audit-log.tsx'
import { KeyTable } from '../features/keys/key-table.tsx'
import { AdviserPanel } from '../features/opinions/adviser-panel.tsx'
import { AgreementTable } from '../features/review/agreement-table.tsx'
import { Measured } from '../features/review/measured.tsx'
import { SecondReaderSetting } from '../features/review/second-reader-setting.tsx'
import { ScanPanel } from '../features/scan/scan-panel.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { ErrorState } from '../ui/states.tsx'

export function Component() {
  const me = useQuery(meQuery)
  return (
    <>
      <PageTitle title="Admin" />
      <Loaded query={me} shape="table">
        {({ account }) => (account ? <AdminTabs /> : <ErrorState error={SIGN_IN} />)}
      </Loaded>
    </>
  )
}

const SIGN_IN = new ApiError({ status: 401, code: 'unauthenticated', message: 'This page is for admins.' })
const FOR_ADMINS = new ApiError({ status: 403, code: 'forbidden', message: 'This page is for admins.' })

const TABS = { people: 'People', keys: 'API keys', scan: 'Scan', desk: 'The desk', log: 'Audit log' }
type Tab = keyof typeof TABS

const isTab = (value: string | null): value is Tab => value !== null && value in TABS

function AdminTabs() {
  const admin = useCan('admin')
  const [search, setSearch] = useSearchParams()
  const asked = search.get('tab')
  const tab = isTab(asked) ? asked : 'people'
  if (!admin) return <ErrorState error={FOR_ADMINS} />
  return (
    <Tabs
      value={tab}
      onChange={next => setSearch(next && next !== 'people' ? { tab: next } : {})}
      keepMounted={false}
    >
      <Tabs.List>
        {Object.entries(TABS).map(([value, label]) => (
          <Tabs.Tab key={value} value={value}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="people">
        <h2>People</h2>
        <PeopleTable />
        <h2>Invite somebody</h2>
        <InviteForm />
        <h2>Invitations</h2>
        <InvitationList />
      </Tabs.Panel>
      <Tabs.Panel value="keys" pt="lg">
        <KeyTable all />
      </Tabs.Panel>
      <Tabs.Panel value="scan">
        <h2>Scan of all claims</h2>
        <ScanPanel />
      </Tabs.Panel>
      <Tabs.Panel value="desk" pt="lg">
        <SecondReaderSetting />
        <h2>How far editors agree</h2>
        <AgreementTable />
        <h2>How the suggestions do</h2>
        <Measured />
        <h2>Second opinions</h2>
        <AdviserPanel />
      </Tabs.Panel>
      <Tabs.Panel value="log" pt="lg">
        <Log />
      </Tabs.Panel>
    </Tabs>
  )
}

function Log() {
  const people = useInfiniteQuery(accountList()).data
  return <AuditLog people={people ? itemsOf(people) : []} />
}
