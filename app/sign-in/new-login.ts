import { v7 as newId } from 'uuid'

export interface NewLogin {
  username: string
  fullName: string
  personId: string
  passwordHash: string
  mustSetPassword?: boolean
}

/** The two rows of an account, in better-auth's shape: the login and its way in by password. */
export function newLogin({ username, fullName, personId, passwordHash, mustSetPassword = false }: NewLogin) {
  const loginId = newId()
  return {
    login: {
      id: loginId,
      personId,
      fullName,
      username,
      displayUsername: username,
      // better-auth wants an address; nobody signs in by it and no mail goes there. Those of people are in Person.
      email: `${username}@login.invalid`,
      emailVerified: true,
      role: 'user',
      mustSetPassword,
    },
    method: { id: newId(), loginId, accountId: loginId, providerId: 'credential', password: passwordHash },
  }
}
