import type { Translate } from '#app/i18n/translator.ts'

interface Doer {
  actor: string
  /** The absent person whose substitute they were. */
  actingFor: string | null
}

/** Both names where a substitute acted: "B (thay A)". */
export function doerWords(t: Translate, { actor, actingFor }: Doer): string {
  return actingFor ? t('absences:actedForBriefly', { actor, absent: actingFor }) : actor
}

/** The same with the post it was done in, which is the absent person's, unless a name says the post by itself: "B (thay A, Trưởng phòng)". */
export function doerInPostWords(t: Translate, doer: Doer & { postTitle: string | null }): string {
  const { actor, actingFor, postTitle: post } = doer
  if (!post || post === (actingFor ?? actor)) return doerWords(t, doer)
  return actingFor
    ? t('absences:actedFor', { actor, absent: actingFor, post })
    : t('directives:step.byInPost', { actor, post })
}
