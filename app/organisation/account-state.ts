import type { AccountState } from './people.server.ts'
import type { PersonAccount } from './person.server.ts'

export function accountState(account: PersonAccount | null): AccountState {
  if (!account) return 'none'
  if (account.isLocked) return 'locked'
  return account.awaitsCode ? 'awaitsCode' : 'open'
}
