import { Link } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Table } from '#app/ui/table.tsx'
import type { PostRow } from './person.server.ts'
import { Section } from './section.tsx'
import { ValidityWords } from './validity-words.tsx'

export function PostsTable({ posts, personPath }: { posts: PostRow[]; personPath: string }) {
  const t = useT()
  return (
    <Section
      heading={t('organisation:posts')}
      act={<LinkButton to={`${personPath}/posts/new`}>{t('organisation:newPost')}</LinkButton>}
    >
      {posts.length === 0 ? (
        <EmptyState>{t('organisation:noPosts')}</EmptyState>
      ) : (
        <Table
          caption={t('organisation:posts')}
          captionHidden
          rows={posts}
          keyOf={(post) => post.id}
          columns={[
            { key: 'title', head: t('organisation:title'), rowHeader: true, cell: (post) => post.title },
            { key: 'role', head: t('organisation:roleHead'), cell: (post) => t(`organisation:role.${post.role}`) },
            {
              key: 'unit',
              head: t('organisation:unit'),
              cell: ({ unitName, assistsName }) => (
                <>
                  {unitName}
                  {assistsName && <span className="block">{t('organisation:assisting', { name: assistsName })}</span>}
                </>
              ),
            },
            { key: 'validity', head: t('organisation:state'), cell: (post) => <ValidityWords {...post} /> },
            {
              key: 'end',
              head: t('organisation:end'),
              cell: (post) =>
                post.phase !== 'past' && (
                  <Link
                    to={`${personPath}/posts/${post.id}/end`}
                    className="link"
                    aria-label={t('organisation:endPostOf', { title: post.title })}
                  >
                    {t('organisation:end')}
                  </Link>
                ),
            },
          ]}
        />
      )}
    </Section>
  )
}
