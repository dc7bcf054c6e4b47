import type { WordsLike } from '../catalogue.ts'
import type { secondFactor as measure } from '../vi/second-factor.ts'

export const secondFactor = {
  title: 'Two-step sign-in',
  on: 'On: after the password, each sign-in asks for a code of your authenticator app.',
  off: 'Off: whoever knows your password can sign in.',
  begin: 'Turn on two-step sign-in',
  manage: 'Manage two-step sign-in',
  how: 'You need an authenticator app on your phone, such as Google Authenticator, Microsoft Authenticator or FreeOTP. Enter your password to begin.',
  password: 'Your password',
  scan: 'Open the authenticator app, choose to add an account and scan this picture. Then enter the 6 figures the app shows.',
  picture: 'QR code for the authenticator app',
  orType: 'If it cannot be scanned, type this key into the app (kind: time-based):',
  code: 'Verification code',
  codeHint: 'Six figures from the app; each code is good once.',
  confirm: 'Confirm and turn on',
  wrongCode: 'The code is wrong, has lapsed or was used before. Please wait for the app to show a new one.',
  isOn: 'Two-step sign-in is on.',

  recoveryCode: 'Recovery code',
  recoveryCodeHint: 'One of the codes you put away when you turned two-step sign-in on; each is good once.',
  recoveryCodes: 'Recovery codes',
  recoveryCodesOnce:
    'These codes are shown only once. Write them down or print them and keep them safe: without your phone, each stands for one code.',
  codesKept: 'I have put the codes away',
  codesLeft: 'Recovery codes not used yet: {{left}}.',
  renewCodes: 'Make new recovery codes',
  renewCodesEffect: 'The old ones are void at once.',
  turnOff: 'Turn off two-step sign-in',
  turnOffEffect: 'The password alone is enough then; the recovery codes are void.',

  stepTitle: 'Enter the verification code',
  useRecoveryCode: 'No phone at hand? Use a recovery code',
  useApp: 'Use a code of the app',
  stepHelp: 'Lost both the phone and the recovery codes? Ask your administrator to remove two-step sign-in.',
  stepEnded: 'The second step has lapsed, or the code was used before. Please sign in again with a new code.',
  heldBack: 'Too many wrong codes. Please wait {{minutes}} minutes and try again.',

  whyRequired:
    'Your post requires two-step sign-in. Please turn it on before you go on; what you had just typed is kept.',
  goOn: 'Go on',
  resetTitle: 'Two-step sign-in was removed',
  wasReset:
    'An administrator removed two-step sign-in from this account. If you did not ask for it, tell the administrator at once and change your password. You can turn it on again on your account page.',

  againTitle: 'Confirm who you are',
  againWhy:
    'This gives rights to somebody, so we make sure it is you, {{name}}. A confirmation is good for 15 minutes.',
  formKept: 'What you had just typed is kept and will be there again right after this. Files have to be chosen again.',
  again: 'Confirm',
  againRefused: 'The password or the code is wrong. After many wrong tries, wait 15 minutes before the next.',

  done: { turnedOff: 'Two-step sign-in is off.' },
  errors: {
    alreadyOn: 'Two-step sign-in is on already.',
    notOn: 'Two-step sign-in is not on.',
    notBegun: 'Please begin again with your password.',
    required: 'Your post requires two-step sign-in.',
  },
} as const satisfies WordsLike<typeof measure>
