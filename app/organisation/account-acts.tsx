import { Form } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import type { AccountAct } from './account-forms.ts'
import type { PersonAccount } from './person.server.ts'

/** What can be done to an account, each with what comes of it. */
export function AccountActs({ account }: { account: PersonAccount }) {
  const t = useT()
  const acts: AccountAct[] = [
    'resetPassword',
    ...(account.hasSecondFactor ? (['resetSecondFactor'] as const) : []),
    account.isLocked || account.lockedByTriesUntil ? 'unlock' : 'lock',
    ...(account.sessions > 0 ? (['endSessions'] as const) : []),
  ]
  return (
    <ul className="mt-6 max-w-3xl border-t border-line">
      {acts.map((act) => (
        <li key={act} className="grid items-center gap-x-6 gap-y-2 border-b border-line py-3 sm:grid-cols-[1fr_auto]">
          <p id={`effect-${act}`}>{t(`organisation:${act}Effect`)}</p>
          <Form method="post">
            <input type="hidden" name="act" value={act} />
            <Button look={act === 'unlock' ? 'quiet' : 'danger'} aria-describedby={`effect-${act}`}>
              {t(`organisation:${act}`)}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  )
}
