import type { WordsLike } from '../catalogue.ts'
import type { signIn as measure } from '../vi/sign-in.ts'

export const signIn = {
  title: 'Sign in',
  username: 'Username',
  usernameHint: 'Given to you by your administrator, such as truong.khtc',
  password: 'Password or one-time code',
  submit: 'Sign in',
  help: 'Forgot your password, or no account yet? Ask your administrator for a one-time code.',
  sessionEnded: 'Your session has ended. What you had just typed is kept and will be there again once you sign in.',
  refused:
    'The username or password is wrong, or the account is locked. After many wrong tries, wait 15 minutes before the next.',
  heldBack: 'Too many tries from this network address. Please wait {{seconds}} seconds and try again.',

  newPasswordTitle: 'Choose your password',
  newPasswordWhy:
    'The one-time code has been used and is void now. Please choose a password of your own before you go on.',
  newPassword: 'New password',
  newPasswordHint: 'At least {{minimum}} characters. A short sentence you remember is good; not your username.',
  newPasswordAgain: 'New password again',
  setPassword: 'Set the password',
  passwordFault: {
    tooShort: 'The password needs at least 10 characters.',
    tooLong: 'The password must not be longer than 128 characters.',
    isUsername: 'The password must not be your username.',
    oneCharacter: 'The password must not be one character repeated.',
    looksLikeCode: 'The password must not look like a one-time code.',
    isOldPassword: 'The new password must differ from the old one.',
    wrongOldPassword: 'The current password is wrong.',
    notTheSame: 'The two new passwords are not the same.',
  },

  accountTitle: 'My account',
  changePassword: 'Change the password',
  changePasswordEffect: 'Your other sessions end with the change; this one goes on.',
  oldPassword: 'Current password',
  sessions: 'Sessions',
  browser: 'Browser',
  address: 'Network address',
  signedInAt: 'Signed in',
  lastUsedAt: 'Last used',
  thisSession: 'This session',
  unknownBrowser: 'Unknown',
  browserOn: '{{browser}} on {{system}}',
  endSession: 'End',
  endSessionOf: 'End the session of {{browser}}, signed in {{at}}',
  endOtherSessions: 'End the other sessions',
  endOtherSessionsEffect: 'All your sessions end at once, except this one.',
  signOutEverywhere: 'Sign out on every device',
  signOutEverywhereEffect: 'All your sessions end at once, this one too.',

  done: {
    passwordChanged: 'The password is changed. Your other sessions have ended.',
    passwordSet: 'The password is set. Use it to sign in from now on.',
    sessionEnded: 'That session has ended.',
    otherSessionsEnded: 'Your other sessions have ended.',
  },
  errors: {
    hasPassword: 'This account has a password already.',
    hasAccount: 'This person has an account already.',
    noAccount: 'This person has no account.',
    usernameTaken: 'The username {{username}} is taken.',
    usernameShape:
      '3 to 60 characters: lower-case letters without diacritics and digits, joined by a dot, a dash or an underscore.',
  },
} as const satisfies WordsLike<typeof measure>
