/** The setting of an organ, followed by its id: true where mail may say the subject of a task, not only its number. */
export const MAIL_SAYS_SUBJECT = 'noticeMailSaysSubject:'
