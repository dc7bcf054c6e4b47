import type { WordsLike } from '../catalogue.ts'
import type { absences as measure } from '../vi/absences.ts'

export const absences = {
  title: 'Absences and substitutes',
  titleOf: 'Absences and substitutes of {{name}}',
  own: 'When absent',
  asSubstitute: 'When acting for others',
  absent: 'Absent person',
  period: 'Period',
  name: 'Name a substitute',
  manage: 'Name a substitute, see all absences',
  allPosts: 'All posts',
  end: 'End early',
  endOf: 'End early the substitution by {{substitute}}',
  callOff: 'Call off',
  callOffOf: 'Call off the substitution by {{substitute}}',
  endTitle: 'End a substitution',
  endEffect:
    '{{substitute}} acts as substitute from {{from}} to {{to}}. If it ends early, {{substitute}} no longer sees and handles the absent person’s work from the next page on; what was done keeps both names.',
  callOffEffect: '{{substitute}} is to act as substitute from {{from}} to {{to}}. Called off, it does not take place.',
  endedEarly: 'Ended early',
  substituteAway: 'The substitute is absent too, from {{from}} to {{to}}',
  effect:
    'On these days the substitute receives, reports, accepts and hands on in the absent person’s place; everything done carries both names. The absent person can still do their own work.',
  notCovered:
    'Not passed to the substitute: restricted tasks, the work of assistants and administrators, the account, saved views, and what the substitute themself asked for or reported. A substitute names no further substitute.',
  noneOwn: 'No absence so far. Name a substitute before you are away, so that nothing has to wait.',
  nothingToCover: 'No post that others could stand in for: assistants and administrators have no substitute.',
  noneStanding: 'Nobody acts for them, and they act for nobody.',
  standing: {
    own: '{{substitute}} acts from {{from}} to {{to}}',
    asSubstitute: 'Acting for {{absent}} from {{from}} to {{to}}',
  },
  youActFor: 'You are acting for {{who}} until {{until}}',
  inPlaceOf: 'for {{absent}}',
  actedFor: '{{actor}} (for {{absent}}, {{post}})',
  actedForBriefly: '{{actor}} (for {{absent}})',
  away: {
    person: '{{name}} (absent {{from}} – {{to}}, {{substitute}} acts)',
    headOfUnit: '{{name}} ({{head}} absent {{from}} – {{to}}, {{substitute}} acts)',
    alone: '{{name}} (away {{from}} – {{to}}; nobody acts in a restricted task)',
    beforeIssue: 'Before what is about to be issued falls due, there is somebody away:',
  },
  field: {
    substitute: 'Substitute',
    substituteHint: 'Somebody of the same organ with a post and an account. For a leader it must be a leader.',
    post: 'In the post of',
    postHint: 'What is given to the absent person by name goes along, even with one post only.',
    fromDay: 'Absent from',
    toDay: 'Until the end of',
  },
  fault: {
    past: 'Nobody is substituted on days that have passed.',
    endsBeforeItBegins: 'The last day cannot be before the first.',
    tooLong: 'An absence lasts a year at most.',
  },
  done: {
    named: 'The substitute is named. Both see it on their account page.',
    ended: 'The substitution is ended.',
  },
  errors: {
    ownSubstitution: 'Nobody is their own substitute.',
    sameOfAdministrator: 'An administrator does not name themself as another person’s substitute.',
    nothingCovered: 'On these days the absent person holds no post that others could stand in for.',
    substituteHoldsNoPost: '{{substitute}} does not hold a post throughout these days.',
    substituteHasNoAccount: '{{substitute}} has no open account.',
    substituteIsNoLeader: 'For a leader it must be a leader; {{substitute}} is not one throughout these days.',
    hasSubstitute:
      '{{substitute}} is the substitute on some of these days already. End that first, or choose other days.',
    isOver: 'This absence is over.',
  },
} as const satisfies WordsLike<typeof measure>
