import { registerEnumType } from 'type-graphql';

/** What a visitor must satisfy to pass a campaign's gate. */
export enum AccessType {
  PASSWORD = 'PASSWORD',
  SECRET_LINK = 'SECRET_LINK',
  EMAIL_SIGNUP = 'EMAIL_SIGNUP',
  PASSWORD_OR_EMAIL = 'PASSWORD_OR_EMAIL',
}

registerEnumType(AccessType, {
  name: 'AccessType',
  description: 'What a visitor must satisfy to pass the gate.',
  valuesConfig: {
    PASSWORD: { description: 'One of the access codes.' },
    SECRET_LINK: { description: 'The secret link alone opens.' },
    EMAIL_SIGNUP: { description: 'An e-mail address.' },
    PASSWORD_OR_EMAIL: { description: 'One of the access codes or an e-mail address, as the visitor likes.' },
  },
});

/** Whether an access code opens a gate of this type. */
export function opensWithPassword(accessType: AccessType): boolean {
  return accessType === AccessType.PASSWORD || accessType === AccessType.PASSWORD_OR_EMAIL;
}

/** Whether an e-mail address opens a gate of this type. */
export function opensWithEmail(accessType: AccessType): boolean {
  return accessType === AccessType.EMAIL_SIGNUP || accessType === AccessType.PASSWORD_OR_EMAIL;
}
