import { registerEnumType } from 'type-graphql';

/** Whether who is admitted from the waiting list is written to, and if not, why. */
export enum AdmissionNotice {
  MAIL = 'MAIL',
  NO_MAIL_SERVER = 'NO_MAIL_SERVER',
  NO_WAY_IN = 'NO_WAY_IN',
  NOT_OPEN = 'NOT_OPEN',
}

registerEnumType(AdmissionNotice, {
  name: 'AdmissionNotice',
  description: 'Whether who is admitted from the waiting list is written to, and if not, why.',
  valuesConfig: {
    MAIL: { description: 'They get a mail with the address of the campaign’s page.' },
    NO_MAIL_SERVER: { description: 'Nobody is: no mail server is set (`SMTP_URL`).' },
    NO_WAY_IN: {
      description: 'Nobody is: nobody comes in by e-mail, or the campaign has no secret link that leads to its page.',
    },
    NOT_OPEN: { description: 'Nobody is: it is a draft, paused, full or over.' },
  },
});
