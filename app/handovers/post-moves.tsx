import { useT } from '#app/i18n/use-t.ts'
import type { PostGoing } from './posts-going.server.ts'

interface PostMovesProps {
  posts: PostGoing[]
  units: { value: string; label: string }[]
}

/** A unit that is split: each post goes to the successor unless another unit is chosen; what was handed to its holder goes along. */
export function PostMoves({ posts, units }: PostMovesProps) {
  const t = useT()
  if (posts.length === 0) return null
  return (
    <details className="mb-5">
      <summary className="link cursor-pointer">{t('handovers:split', { count: posts.length })}</summary>
      <p className="my-2 max-w-prose text-muted">{t('handovers:splitHint')}</p>
      <ul className="divide-y divide-line border-y border-line">
        {posts.map((post, index) => (
          <li key={post.postId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1.5">
            <label htmlFor={`post-${post.postId}`}>
              {post.fullName} <span className="text-muted">{post.title}</span>
            </label>
            <input type="hidden" name={`posts[${index}].postId`} value={post.postId} />
            <select
              id={`post-${post.postId}`}
              name={`posts[${index}].unitId`}
              defaultValue={post.unitId}
              className="input w-full sm:w-80"
            >
              {units.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </details>
  )
}
