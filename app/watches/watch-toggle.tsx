import { Form } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import type { WantedWatch } from './forms.ts'
import type { TaskWatch } from './read-watch.server.ts'

/** Whoever has a part may mute the task, whoever has none may follow it; pressed again, it is taken back. */
export function WatchToggle({ watch }: { watch: TaskWatch }) {
  const t = useT()
  const { want, isOn } = watch.hasPart
    ? { want: 'muted' as const, isOn: watch.isMuted }
    : { want: 'followed' as const, isOn: watch.isFollowed }
  const asked: WantedWatch = isOn ? 'nothing' : want
  return (
    <Form method="post">
      <Button look="quiet" name="want" value={asked}>
        {t(`watches:button.${want}.${isOn ? 'off' : 'on'}`)}
      </Button>
    </Form>
  )
}
