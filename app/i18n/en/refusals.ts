import type { WordsLike } from '../catalogue.ts'
import type { refusals as vietnamese } from '../vi/refusals.ts'

export const refusals: WordsLike<typeof vietnamese> = {
  notInThisState: 'Not possible in its present state.',
  notInState: 'Not possible while it is "{{state}}".',
  notYourPart: 'This is not your part.',
  onlyFor: 'For {{parts}}.',
  or: ' or ',
  part: {
    directingLeader: 'the directing leader',
    leaderInCharge: 'a leader in charge of the unit',
    secretariat: 'the secretariat',
    assistant: 'an assistant of the directing leader',
    holder: 'the head or deputy of the unit, or the person, that has this part',
    giver: 'whoever handed this part on',
  },
  sourceIsSignedForStandingDuty:
    'The source lacks a number, a day or a signer, so only the directing leader may issue; the secretariat issues from what is signed.',
  resultIsAnothers: 'You passed this result up yourself, so somebody else must decide on it.',
  lineIsOpen: 'The result has been passed up, or the part above is closed.',
  isDueInTime: 'The day given must be there and no later than your own.',
  isHandedOnce: 'Each person is handed this part once, and never back up the line.',
  isHandedToPersons: 'A restricted task is handed on to persons, not to units.',
  wouldHideFromYourself:
    'Saved like this, you could not see the task any more. Name yourself, or ask the follower to edit it.',
  valuesAreWrong: 'What was sent is not right.',
  unknownAct: 'There is no such act.',
}
