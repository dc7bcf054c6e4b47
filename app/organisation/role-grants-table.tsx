import { Form, Link } from '@remix-run/react'
import { formatMoment } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { Table } from '#app/ui/table.tsx'
import type { RoleGrantRow } from './role-grants.server.ts'

/** Posts that open content: who gave which to whom, and which other administrator has seen it. */
export function RoleGrantsTable({ grants }: { grants: RoleGrantRow[] }) {
  const t = useT()
  return (
    <Table
      caption={t('organisation:sections.grants')}
      captionHidden
      rows={grants}
      keyOf={(grant) => grant.id}
      columns={[
        {
          key: 'person',
          head: t('organisation:person'),
          rowHeader: true,
          cell: ({ personId, fullName }) => (
            <Link to={`/admin/people/${personId}`} className="link">
              {fullName}
            </Link>
          ),
        },
        {
          key: 'post',
          head: t('organisation:title'),
          cell: ({ title, absentName, handover }) => (
            <>
              {title}
              {absentName && <span className="block">{t('absences:inPlaceOf', { absent: absentName })}</span>}
              {handover && (
                <Link to={`/admin/handovers/${handover.id}`} className="link block">
                  {t('handovers:restricted.opened', { symbol: handover.documentSymbol })}
                </Link>
              )}
            </>
          ),
        },
        { key: 'role', head: t('organisation:roleHead'), cell: ({ role }) => t(`organisation:role.${role}`) },
        { key: 'by', head: t('organisation:grantedBy'), cell: ({ grantedByName }) => grantedByName },
        { key: 'at', head: t('organisation:grantedAt'), cell: ({ grantedAt }) => formatMoment(grantedAt) },
        { key: 'seen', head: t('organisation:grantSeen'), cell: (grant) => <Seen grant={grant} /> },
      ]}
    />
  )
}

function Seen({ grant }: { grant: RoleGrantRow }) {
  const t = useT()
  const { id, seenByName, seenAt, isOwn, fullName, title, handover } = grant
  if (seenAt) return <>{t('organisation:grantSeenBy', { name: seenByName ?? '', at: formatMoment(seenAt) })}</>
  if (isOwn) return <>{t('organisation:grantWaits')}</>
  return (
    <Form method="post">
      <input type="hidden" name="grantId" value={id} />
      <Button
        look="quiet"
        aria-label={
          handover
            ? t('handovers:restricted.see', { name: fullName })
            : t('organisation:seeGrantOf', { title, name: fullName })
        }
      >
        {t('organisation:seeGrant')}
      </Button>
    </Form>
  )
}
